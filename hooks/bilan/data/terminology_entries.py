"""The keys of the terminology. The editors' guide describes every one of them."""

from __future__ import annotations

from pydantic import Field

from bilan.data.fields import Entry, Text
from bilan.data.term_entries import VariantsEntry

TERMINOLOGY = "terminology.yml"


class AgreedTermEntry(Entry):
    """One term in each language, and what not to write in its place."""

    en: Text
    fr: Text
    avoid: VariantsEntry | None = None

    def avoided(self, language: str) -> tuple[str, ...]:
        return tuple(getattr(self.avoid, language, None) or ())


class TerminologyEntry(Entry):
    """`data/terminology.yml`: beside the glossary, the names of statuses and of indicators."""

    terms: list[AgreedTermEntry] = Field(default_factory=list)
    alike: list[Text] = Field(default_factory=list)
    """Texts that rightly read the same in both languages."""


NO_TERMINOLOGY = TerminologyEntry()
