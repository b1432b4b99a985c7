"""Reports as files to print and to keep: a page, or several pages as chapters."""

from __future__ import annotations

from dataclasses import dataclass

from bilan.languages import Bilingual


@dataclass(frozen=True)
class PrintedReport:
    """One PDF file in each language."""

    id: str
    pages: tuple[str, ...]
    """File names below the language's folder, in the order of the chapters."""
    title: Bilingual | None
    """None where it is that of the one page."""
    address: Bilingual | None
    """Below the language, without an ending; None where it is that of the one page."""

    @property
    def has_chapters(self) -> bool:
        return len(self.pages) > 1
