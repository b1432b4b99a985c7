"""The search index of a built site, by Pagefind: the pages of each language on their own."""

from __future__ import annotations

import json
import re
from pathlib import Path

from bilan.languages import LANGUAGES
from bilan.problems import InputRefused, Location, Problems, whole
from bilan.project import Project
from bilan.site.indexing import IndexRefused, indexer

_BUNDLE = "pagefind"
_SCRIPT_NAME, _ENTRY_NAME = "pagefind.js", "pagefind-entry.json"
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
    ".areas thead",
    ".outlook thead",
    ".measures thead",
    "figcaption",
    ".profile h2",
    ".profile h3",
    ".profile .plain-links",
    ".note-back",
)
"""What stands on many pages alike, or interrupts a sentence."""
_MARKED = "data-pagefind-body"
_TOUCHING = re.compile(r"</(?:b|span|td|th)>(?=<|\w)")
_ELISION = re.compile(r"\b((?:[cdjlmnst]|(?:jus|lors|puis)?qu)’)(?=\w)", re.IGNORECASE)
_GROUPED = re.compile("(?<=\\d)\u00a0(?=\\d{3}(?!\\d))")
_JOINER = "\u2060"


def search_files(project: Project) -> tuple[str, ...]:
    """The files that search needs whatever the pages hold; none where no page calls `search`."""
    pages = (project.pages.showing(language, "search") for language in LANGUAGES)
    names = (f"{_BUNDLE}/{name}" for name in (_SCRIPT_NAME, _ENTRY_NAME))
    return tuple(names) if any(pages) else ()


def add_search(site: Path, project: Project) -> None:
    """Adds the index to the built site in the folder `site`, if one of its pages calls `search`.

    The same pages give the same files, byte for byte.

    Raises:
        InputRefused: when the index could not be made, or lacks a language.
    """
    if not search_files(project):
        return
    try:
        bundle = _bundle(site)
    except IndexRefused as refused:
        raise _refused(str(refused)) from None
    entry = json.loads(bundle[_ENTRY_NAME])
    missing = [language for language in LANGUAGES if language not in entry["languages"]]
    if missing:
        raise _refused(", ".join(missing))
    # Pagefind names the languages in any order.
    bundle[_ENTRY_NAME] = json.dumps(entry, sort_keys=True).encode("utf-8")
    for name, content in bundle.items():
        path = site / _BUNDLE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _bundle(site: Path) -> dict[str, bytes]:
    """The files of the index that are used, by name."""
    with indexer(site, _LEFT_OUT) as index:
        for path in sorted(site.rglob("*.html")):
            html = path.read_text(encoding="utf-8")
            if _MARKED in html:
                index.add(path.relative_to(site).as_posix(), word_by_word(html))
        return {name: content for name, content in index.files() if _USED.fullmatch(name)}


def word_by_word(html: str) -> str:
    """A page as it is indexed: each word on its own, and each figure one word.

    Elements that only their style sets apart get a space between them. Elided articles stand
    apart ("l’ industrie"), and a no-break space within a figure becomes a word joiner, which
    the index ignores; `assets/search.js` undoes both.
    """
    html = _TOUCHING.sub(r"\g<0> ", html)
    return _GROUPED.sub(_JOINER, _ELISION.sub(r"\1 ", html))


def _refused(reason: str) -> InputRefused:
    problems = Problems()
    problems.add("BIL612", Location("mkdocs.yml"), reason=whole(reason))
    return InputRefused(problems)
