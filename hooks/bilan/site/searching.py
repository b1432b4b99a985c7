"""The search index of a built site, by Pagefind: the pages of each language on their own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bilan.languages import LANGUAGES
from bilan.problems import InputRefused, Location, Problems, whole
from bilan.project import Project

BUNDLE = "pagefind"
"""The folder of the index on the site."""
_SCRIPT, _ENTRY = f"{BUNDLE}/pagefind.js", f"{BUNDLE}/pagefind-entry.json"
_USED = re.compile(
    rf"pagefind\.js|pagefind-entry\.json|pagefind\..*\.pf_meta|wasm\.({'|'.join(LANGUAGES)})\.pagefind"
    r"|(index|fragment)/.*"
)
"""What `assets/search.js` asks for; the rest of the bundle is interfaces that it replaces."""
_LEFT_OUT = (
    ".term-meaning",
    ".how",
    ".jump",
    ".on-screen",
    ".count-show",
    ".count-shown",
    ".bar-keys",
    ".results thead",
    ".note-back",
)
"""What stands on many pages alike, or interrupts a sentence."""


def search_files(project: Project) -> tuple[str, ...]:
    """The files that search needs whatever the pages hold; none where no page calls `search`."""
    pages = (project.pages.showing(language, "search") for language in LANGUAGES)
    return (_SCRIPT, _ENTRY) if any(pages) else ()


def add_search(site: Path, project: Project) -> None:
    """Adds the index to the built site in the folder `site`, if one of its pages calls `search`.

    The same pages give the same files, byte for byte.

    Raises:
        InputRefused: when the index could not be made, or lacks a language.
    """
    if not search_files(project):
        return
    bundle = site / BUNDLE
    _index(site)
    for path in sorted(bundle.rglob("*")):
        if path.is_file() and not _USED.fullmatch(path.relative_to(bundle).as_posix()):
            path.unlink()
    entry = json.loads((site / _ENTRY).read_text(encoding="utf-8"))
    missing = [language for language in LANGUAGES if language not in entry["languages"]]
    if missing:
        raise _refused(f"pagefind: {', '.join(missing)}")
    # Pagefind writes the languages in any order.
    (site / _ENTRY).write_text(json.dumps(entry, sort_keys=True), encoding="utf-8")


def _index(site: Path) -> None:
    """Runs the indexer where no settings of the project or of the machine reach it."""
    command = [sys.executable, "-m", "pagefind", "--site", site.name, "--silent"]
    command += [option for each in _LEFT_OUT for option in ("--exclude-selectors", each)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PAGEFIND_")}
    done = subprocess.run(
        command, cwd=site.parent, env=environment, capture_output=True, check=False
    )
    if done.returncode or not (site / _ENTRY).is_file():
        said = (done.stderr + done.stdout).decode("utf-8", errors="replace")
        raise _refused(" ".join(list(_lines(said))[-1:]) or "pagefind")


def _lines(text: str) -> Iterator[str]:
    return (" ".join(line.split()) for line in text.splitlines() if line.strip())


def _refused(reason: str) -> InputRefused:
    problems = Problems()
    problems.add("BIL612", Location("mkdocs.yml"), reason=whole(reason))
    return InputRefused(problems)
