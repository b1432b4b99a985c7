"""Records that texts were read side by side."""

from __future__ import annotations

from collections.abc import Sequence

from bilan.draft import DOCS, Draft
from bilan.guard.entries import entries
from bilan.guard.reviews import FILE, Text, read_records, texts, written
from bilan.guard.scope import is_compared
from bilan.languages import LANGUAGES
from bilan.problems import InputRefused, Problems, Suggestion

EVERY_TEXT = "all"


def record(draft: Draft, names: Sequence[str]) -> tuple[int, list[str]]:
    """Records the named pages and texts as reviewed, as they now stand.

    Returns how many there are, and the names that nothing has, each with the nearest; with one
    of those, nothing is recorded. A page may be named `about.md` or `docs/fr/about.md`, a text
    by its file and path.

    Raises:
        InputRefused: when what was recorded before cannot be read, so that it is not lost.
    """
    found = list(texts(draft, filter(is_compared, entries(draft.data.nodes, draft.root))))
    wanted = {_plain(name) for name in names}
    chosen = [text for text in found if _names(text) & wanted]
    unknown = sorted(wanted - {name for text in chosen for name in _names(text)})
    if not unknown:
        problems = Problems()
        seen = read_records(draft.root, problems) or {}
        if problems:
            raise InputRefused(problems)
        new = written(found, seen, {text.name for text in chosen}.__contains__)
        (draft.root / FILE).write_text(new, encoding="utf-8")
    known = sorted({name for text in found for name in _names(text)})
    return len(chosen), [_with_nearest(name, known) for name in unknown]


def _with_nearest(name: str, known: list[str]) -> str:
    """ "docs/abuot.md (docs/about.md?)"."""
    nearest = Suggestion.among(name, known).nearest
    return f"{name} ({nearest}?)" if nearest else name


def _names(text: Text) -> set[str]:
    """What it can be called; several texts share the name of their file."""
    return {EVERY_TEXT, text.file, text.name}


def _plain(name: str) -> str:
    """A page's name without its language, and with its folder."""
    for language in LANGUAGES:
        name = name.replace(f"{DOCS}/{language}/", f"{DOCS}/")
    is_page = name.endswith(".md") and not name.startswith(f"{DOCS}/")
    return f"{DOCS}/{name}" if is_page else name
