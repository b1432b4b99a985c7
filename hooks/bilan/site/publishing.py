"""Builds beside, verifies, swaps: the published folder is replaced only by a whole site."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from bilan.contract.published import Key, PublishedFigure
from bilan.draft import Draft
from bilan.guard.examination import Examination
from bilan.guard.history import refuse_silent_revisions
from bilan.problems import InputRefused, Location, Problems, whole
from bilan.project import Project
from bilan.site.printing import print_reports, printer
from bilan.site.searching import add_search
from bilan.site.swapping import AnotherBuild, beside, swap
from bilan.site.verification import verify

_MESSAGE = re.compile(r"^(?:ERROR|WARNING) +-? *(\S.*(?:\n +- .*)*)$", re.MULTILINE)
_TRACEBACK = "Traceback (most recent call last):"
_UNWRITTEN = re.compile(r"\[Errno (28|30|122)\] ([^:\n]+)")
"""How the engine tells a disk that is full or read-only, or a quota that is used up."""
_DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG of Linux


def publish(
    root: Path,
    into: Path,
    before: Mapping[Key, PublishedFigure] | None = None,
    *,
    has_pdfs: bool = True,
) -> Problems:
    """Builds the site of `root` and puts it in place of the folder `into`; returns warnings.

    No figure may differ in silence from those published `before`. With `has_pdfs`, the
    reports are printed too, which needs a browser. Any earlier site (a folder with a
    `sitemap.xml`) is replaced as a whole.

    Raises:
        InputRefused: with every problem of the input or of the built site; the published
            folder is then as it was.
    """
    target = Path(os.path.realpath(root / into))  # a link to a folder elsewhere stays one
    _refuse_other_folders(root, target, into)
    draft = Draft.read(root)
    found = Examination(draft).problems()
    found.extend(refuse_silent_revisions(draft, before or {}))
    if found.of("error"):
        raise InputRefused(found)
    project = Project.of(draft, has_pdfs=has_pdfs)
    printer(project)  # before the work of building, which would be in vain
    try:
        with beside(target) as folder:
            swap(_verified(project, folder, found), target)
    except AnotherBuild:
        raise _refused("BIL623", into) from None
    except OSError as error:
        raise _refused("BIL622", into, reason=error.strerror or str(error)) from None
    return found


def _verified(project: Project, folder: Path, found: Problems) -> Path:
    """The whole site, built in `folder`; what is wrong with it is added to what was `found`."""
    built = folder / "new"
    _build(project, built)
    add_search(built, project)
    print_reports(built, project, folder)
    found.extend(verify(built, project))
    if found.of("error"):
        raise InputRefused(found)
    return built


def _refuse_other_folders(root: Path, target: Path, into: Path) -> None:
    """Only a site is replaced, which its `sitemap.xml` shows, or an empty folder; never one
    that holds the repository."""
    is_site = target.is_dir() and (target / "sitemap.xml").is_file()
    is_empty = not target.exists() or (target.is_dir() and not any(target.iterdir()))
    if not (is_site or is_empty) or root.resolve().is_relative_to(target):
        raise _refused("BIL608", into)


def _refused(rule: str, into: Path, **values: str) -> InputRefused:
    problems = Problems()
    problems.add(rule, Location(str(into)), **{key: whole(text) for key, text in values.items()})
    return InputRefused(problems)


def _build(project: Project, built: Path) -> None:
    """Runs the engine in a process of its own: what it prints and leaves behind stays there."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(built)]
    told = built.with_name("problems.json")
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "NO_COLOR": "1",
        "BILAN_PROBLEMS": str(told),
        "BILAN_PDF": "yes" if project.has_pdfs else "",
    }
    done = subprocess.run(
        command,
        cwd=project.root,
        env=environment,
        capture_output=True,
        check=False,
        close_fds=False,  # the lock of the build
        preexec_fn=_end_with_parent,
    )
    if done.returncode < 0:
        raise _not_built([f"mkdocs: {signal.strsignal(-done.returncode)}"])
    if done.returncode:
        log = done.stderr.decode("utf-8", errors="replace")
        unwritten = _UNWRITTEN.search(log)
        if unwritten:
            raise OSError(int(unwritten[1]), unwritten[2])
        if told.exists():
            raise InputRefused(Problems.from_json(told.read_text(encoding="utf-8")))
        raise _not_built(_messages(log.replace(f"{project.root}{os.sep}", "")))


def _end_with_parent() -> None:
    """In the engine's process: when the command is killed, nobody waits for the engine."""
    with suppress(AttributeError, OSError):  # of a system other than Linux
        ctypes.CDLL(None).prctl(_DEATH_OF_PARENT, signal.SIGKILL)


def _not_built(reasons: Iterable[str]) -> InputRefused:
    problems = Problems()
    for reason in reasons:
        problems.add("BIL601", Location("mkdocs.yml"), reason=whole(" ".join(reason.split())))
    return InputRefused(problems)


def _messages(log: str) -> list[str]:
    """The engine's messages, each on one line; of an exception, what it says."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    told = [line for line in lines if not line.startswith("INFO")] or ["mkdocs"]
    return _MESSAGE.findall(log) or ([told[-1]] if _TRACEBACK in log else [" ".join(told)])
