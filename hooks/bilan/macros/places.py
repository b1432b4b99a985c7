"""Where on the site a call stands, and where it can lead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bilan.languages import Language


@dataclass(frozen=True)
class Shown:
    """Where a scorecard, a table or a list stands whole."""

    href: str
    """Relative address of its page; empty for the page itself."""
    prefix: str
    """What its ids begin with there."""


@dataclass(frozen=True)
class PdfLink:
    """The PDF of one report in one language."""

    title: str
    href: str
    language: Language
    is_of_one_page: bool


@dataclass(frozen=True)
class Place:
    """Where on the site a call stands."""

    root: str
    """Relative address of the site's root, with a slash at its end: "../../"."""
    shown: Callable[..., Shown | None] = lambda macro, subject="": None
    """Where a macro shows its subject whole, if it does: `shown("scorecard", "2020-2021")`.
    Nowhere for the head of a page, which is text that leads to no place."""
    prefix: str = ""
    """Keeps apart the ids of blocks on one page."""
    pdfs: Callable[[Language], Sequence[PdfLink]] = lambda language: ()
    """Those of every report in a language; none where none is made, as in the preview."""

    def row(self, scorecard_id: str, indicator_id: str) -> str:
        """Address of an indicator's row where its scorecard stands whole, or empty."""
        shown = self.shown("scorecard", scorecard_id)
        return f"{shown.href}#{shown.prefix}{indicator_id}" if shown else ""

    def scorecard(self, scorecard_id: str) -> str:
        """Address of the page where a scorecard stands whole; empty on that page too."""
        shown = self.shown("scorecard", scorecard_id)
        return shown.href if shown else ""

    def profile(self, indicator_id: str) -> str:
        """Address of an indicator's own page, or empty."""
        shown = self.shown("profile", indicator_id)
        return shown.href if shown else ""
