"""A failure at each stage of a build."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tampering import Change

_PAGE, _GOALS = "docs/en/goals.md", "data/scorecards/2024-2025.yml"
_WAIVER = "<!-- bilan: allow BIL807: one page is broken on purpose -->"
_LINK = f'# Goals\n\n{_WAIVER}\n<a href="../nowhere/">news</a>\n'
_KILL = "import os\nimport signal\n\n\ndef on_env(*_, **__):\n    os.kill(os.getpid(), signal.{})\n"
_BROWSER = """
import json, os, sys
received = b""
while chunk := os.read(3, 1 << 16):
    received += chunk
    while b"\\0" in received:
        message, _, received = received.partition(b"\\0")
        asked = json.loads(message)
        if asked["method"] == sys.argv[1]:
            sys.exit(1)
        result = {"targetId": "1", "sessionId": "1", "data": ""}
        answers = [{"id": asked["id"], "result": result}]
        if asked["method"] == "Page.navigate":
            answers.append({"method": "Page.loadEventFired", "sessionId": "1"})
        os.write(4, b"".join(json.dumps(each).encode() + b"\\0" for each in answers))
"""
_SWAP = """
import os
import sys
if "site" in sys.argv or "site" in sys.orig_argv:
    from pathlib import Path
    from bilan.site import swapping
    rename = Path.rename
    def failing(path, target):
        if path.name == "{}":
            raise OSError(5, os.strerror(5))
        return rename(path, target)
    Path.rename = failing
    swapping._exchanged = lambda *_: False
"""
Spoil = Callable[[Path], Mapping[str, str]]
"""Spoils a repository, or makes what the returned environment names."""


@dataclass(frozen=True)
class Failure:
    stage: str
    what: str
    spoil: Spoil


def _change(file: str, old: str, new: str) -> Spoil:
    def spoil(root: Path) -> Mapping[str, str]:
        Change(file, old, new).make(root)
        return {}

    return spoil


def _missing(name: str) -> Spoil:
    def spoil(root: Path) -> Mapping[str, str]:
        (root / name).unlink()
        return {}

    return spoil


def _engine(code: str) -> Spoil:
    def spoil(root: Path) -> Mapping[str, str]:
        with (root / "hooks/entry.py").open("a", encoding="utf-8") as entry:
            entry.write(code)
        return {}

    return spoil


def _program(variable: str, script: str, *, mode: int = 0o755) -> Spoil:
    """A shell script in place of the program that the variable names."""

    def spoil(root: Path) -> Mapping[str, str]:
        path = root.with_name("program.sh")
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(mode)
        return {variable: str(path)}

    return spoil


def _browser_that_fails(at: str) -> Spoil:
    """A program that answers as a browser does, and ends when asked for `at`."""

    def spoil(root: Path) -> Mapping[str, str]:
        code = root.with_name("browser.py")
        code.write_text(_BROWSER, encoding="utf-8")
        return _program("CHROMIUM", f"exec '{sys.executable}' '{code}' {at}")(root)

    return spoil


def _swap_that_fails(at: str) -> Spoil:
    """Where folders cannot be exchanged, and the folder named `at` cannot be renamed."""

    def spoil(root: Path) -> Mapping[str, str]:
        folder = root.with_name(f"swap-{at}")
        folder.mkdir(exist_ok=True)
        (folder / "sitecustomize.py").write_text(_SWAP.format(at), encoding="utf-8")
        return {"PYTHONPATH": f"hooks{os.pathsep}{folder}"}

    return spoil


def failures() -> Iterator[Failure]:
    yield Failure("reading", "a file is missing", _missing("data/units.yml"))
    yield Failure("reading", "broken YAML", _change(_GOALS, "period: 2024-2025", "period: {"))
    yield Failure("reading", "an unknown macro", _change(_PAGE, "# Goals\n", "# Goals\n\n{{ x }}"))
    yield Failure("check", "no number", _change(_GOALS, "value: 2880", "value: eighty"))
    differs = _change(_GOALS, "result: {value: 12}", "result: {value: 11}")
    yield Failure("check", "a figure that no longer differs as recorded", differs)
    page = "overrides/main.html", "{{ page.content | safe }}", "{{ a.b.c }}"
    yield Failure("engine", "a template fails", _change(*page))
    yield Failure("engine", "cannot start", _engine("import no_such\n"))
    yield Failure("engine", "killed", _engine(_KILL.format("SIGKILL")))
    yield Failure("engine", "ended from outside", _engine(_KILL.format("SIGTERM")))
    yield Failure("engine", "no settings", _missing("mkdocs.yml"))
    yield from _of_programs()
    yield Failure("verification", "a dead link", _change(_PAGE, "# Goals\n", _LINK))
    left = _change("overrides/main.html", "{% endblock %}", "{{ '{{' }} x }}{% endblock %}")
    yield Failure("verification", "braces left in the pages", left)
    yield Failure("swap", "the old site cannot be moved", _swap_that_fails("site"))
    yield Failure("swap", "the new site cannot be moved", _swap_that_fails("new"))


def _of_programs() -> Iterator[Failure]:
    """Of the indexer and the browser, which are programs of others."""
    scripts = {
        "ends at once": "exit 0",
        "fails": "head -c 100 >/dev/null; exit 3",
        "killed": "head -c 100 >/dev/null; kill -9 $$",
        "talks nonsense": "head -c 10 >/dev/null; printf 'hello,'",
    }
    indexer = "PAGEFIND_BINARY_PATH"
    for what, script in scripts.items():
        yield Failure("index", what, _program(indexer, script))
    yield Failure("index", "may not run", _program(indexer, "", mode=0o644))
    yield Failure("index", "is missing", lambda _: {indexer: "/no/such/indexer"})
    for what, script in scripts.items():
        told = script.replace(">/dev/null", ">/dev/null <&3").replace("hello,'", "hello\\0' >&4")
        yield Failure("printing", what, _program("CHROMIUM", told))
    yield Failure("printing", "is missing", lambda _: {"CHROMIUM": "/no/such/browser"})
    yield Failure("printing", "prints nothing", _browser_that_fails("never"))
    yield Failure("printing", "dies while it prints", _browser_that_fails("Page.printToPDF"))
    yield Failure("printing", "dies while it opens", _browser_that_fails("Page.navigate"))
