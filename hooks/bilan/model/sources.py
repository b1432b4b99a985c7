"""The documents that figures come from."""

from __future__ import annotations

from dataclasses import dataclass

from bilan.languages import Bilingual, Language


@dataclass(frozen=True)
class Source:
    """A published document."""

    id: str
    title: Bilingual
    publisher: Bilingual
    language: Language
    """The language the document was read in."""
    url: str
    """Its address, or empty."""
    note: Bilingual | None


@dataclass(frozen=True)
class Citation:
    """A source and the place in it."""

    source: Source
    locator: Bilingual
