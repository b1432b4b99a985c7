"""The translation status: which pages and texts are to be read again beside their counterpart.

For staff: it stands in the preview alone, and no published page knows of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bilan.draft import DOCS, Draft
from bilan.formats import Formats
from bilan.guard.entries import entries
from bilan.guard.reviews import State, Text, read_records, texts
from bilan.guard.scope import is_compared
from bilan.languages import LANGUAGES, OWN_NAMES, Language, other_language
from bilan.pages.page import Page
from bilan.problems import Problems
from bilan.project import Project
from bilan.site.context import Other

ADDRESSES: Mapping[Language, str] = {
    "en": "en/translation-status/",
    "fr": "fr/etat-de-la-traduction/",
}


@dataclass(frozen=True)
class Note:
    """Why a page is to be reviewed, and where all that is to be reviewed stands."""

    why: str
    url: str


@dataclass(frozen=True)
class Row:
    """One page or text to review; `url` leads to a page, and is empty for a text of the data."""

    name: str
    place: str
    why: str
    url: str


class Translations:
    def __init__(self, draft: Draft, project: Project) -> None:
        self._project = project
        records = read_records(draft.root, Problems())
        self._has_records = records is not None
        found = texts(draft, filter(is_compared, entries(draft.data.nodes, draft.root)))
        states = [(text, text.state(records)) for text in found] if records is not None else []
        self._total = len(states)
        self._stale = [(text, state) for text, state in states if state is not State.REVIEWED]
        self._of_file = {text.file: state for text, state in self._stale}

    def of_page(self, page: Page) -> dict[str, Any]:
        """What the template of a page receives beside the rest."""
        state = self._of_file.get(f"{DOCS}/{page.name}")
        if state and state.value == page.language:  # it has changed; the other is to be read
            state = None
        url = page.relative(ADDRESSES[page.language])
        return {"review": Note(self._why(state, page.language), url) if state else None}

    def files(self, render: Callable[[dict[str, Any]], str]) -> dict[str, str]:
        """The two pages of the status, by their place in the site."""
        return {
            f"{ADDRESSES[language]}index.html": render(self._context(language))
            for language in LANGUAGES
        }

    def _context(self, language: Language) -> dict[str, Any]:
        words = self._project.report.words[language]
        other, formats = other_language(language), Formats(words)
        return {
            "language": language,
            "label": words,
            "site_name": self._project.report.organization.site_name[language],
            "title": words("translation_status"),
            "assets": "../../",
            "alternates": (),
            "home_url": "../",
            "other": Other(other, OWN_NAMES[other], f"../../{ADDRESSES[other]}"),
            "has_records": self._has_records,
            "summary": words.counted(
                "texts_to_review",
                len(self._stale),
                n=formats.number(len(self._stale)),
                total=formats.number(self._total),
            ),
            "rows": [self._row(*stale, language) for stale in self._stale],
        }

    def _why(self, state: State, language: Language) -> str:
        words = self._project.report.words[language]
        return words(f"translation_state_{state.value}")

    def _row(self, text: Text, state: State, language: Language) -> Row:
        changed = {State.ENGLISH_CHANGED: "fr", State.FRENCH_CHANGED: "en"}.get(state, language)
        name = text.file.removeprefix(f"{DOCS}/")
        is_page = (language, name) in self._project.pages
        url = f"../../{self._project.pages.get(language, name).url}" if is_page else ""
        return Row(text.name, str(text.places[changed]), self._why(state, language), url)  # type: ignore[index]
