"""Glossary entries to model; no two of them share a spelling."""

from __future__ import annotations

from collections.abc import Mapping

from bilan.data.library import Entries, IdIndex, optional
from bilan.data.nodes import locate
from bilan.data.term_entries import TermEntry
from bilan.languages import LANGUAGES
from bilan.model.glossary import Term
from bilan.model.sources import Citation, Source
from bilan.problems import Location, Problems


class Terms:
    """Builds the terms of the glossary; problems are added."""

    def __init__(self, entries: Entries, sources: IdIndex[Source], problems: Problems) -> None:
        self._entries, self._sources, self._problems = entries, sources, problems

    def all(self) -> Mapping[str, Term | None] | None:
        """By id; None where an entry has a problem, or for the whole when no id can be known."""
        entries: Mapping[str, TermEntry] = self._entries.entries
        built = {term_id: self._term(term_id, entry) for term_id, entry in entries.items()}
        self._refuse_shared_spellings(entries)
        ids = self._entries.ids
        return None if ids is None else {term_id: built.get(term_id) for term_id in ids}

    def _term(self, term_id: str, entry: TermEntry) -> Term | None:
        citation = None
        if entry.source is not None and entry.locator is not None:
            source = self._sources.find(entry.source, self._at(term_id, "source"), self._problems)
            if source is None:
                return None
            citation = Citation(source, entry.locator.bilingual)
        return Term(
            id=term_id,
            name=entry.name.bilingual,
            acronym=optional(entry.acronym),
            meaning=entry.meaning.bilingual,
            variants={language: entry.variants_in(language) for language in LANGUAGES},
            citation=citation,
        )

    def _refuse_shared_spellings(self, entries: Mapping[str, TermEntry]) -> None:
        """A reader who looks a spelling up, whatever its capitals, finds one entry."""
        for language in LANGUAGES:
            first: dict[str, str] = {}
            for term_id, entry in entries.items():
                for steps, found in entry.spellings(language).items():
                    other = first.setdefault(found.casefold(), term_id)
                    if other != term_id:
                        where = self._at(term_id, *steps)
                        self._problems.add("BIL420", where, found=found, other=other)

    def _at(self, *steps: str | int) -> Location:
        return locate(self._entries.node, steps)
