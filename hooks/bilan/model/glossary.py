"""Acronyms and terms, each with what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bilan.languages import Bilingual, Language
from bilan.model.sources import Citation


@dataclass(frozen=True)
class Term:
    """One idea under one name in each language."""

    id: str
    name: Bilingual
    acronym: Bilingual | None
    meaning: Bilingual
    variants: Mapping[Language, tuple[str, ...]]
    """Other spellings of it that readers meet in the sources."""
    citation: Citation | None
    """Where the meaning comes from, if it is that of a document."""

    def head(self, language: Language) -> str:
        """What it is listed under: its acronym, or else its name."""
        return (self.acronym or self.name)[language]

    def full(self, language: Language) -> str:
        """ "Global Innovation Clusters (GIC)"; the name alone where there is no acronym."""
        name = self.name[language]
        return f"{name} ({self.acronym[language]})" if self.acronym else name
