"""The words of the search page, for its template and its script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bilan.formats import Formats
from bilan.labels import Words
from bilan.macros.signatures import ELSEWHERE
from bilan.report import Report


@dataclass(frozen=True)
class ElsewhereView:
    """A page to look things up without a search."""

    href: str
    name: str


@dataclass(frozen=True)
class SearchView:
    """What is said of the number of results, with {n} and {query} left to be filled in."""

    zero: str
    one: str
    other: str
    elsewhere: tuple[ElsewhereView, ...]


def search(report: Report, words: Words, href: Callable[..., str | None]) -> SearchView:
    """`href` gives the page that shows a macro's subject whole, or None where none does."""
    places = [(href(macro), words(f"elsewhere_{macro}")) for macro in ELSEWHERE]
    if report.latest:
        period = Formats(words).period(report.latest.period)
        name = words("scorecard_of", period=period)
        places.insert(0, (href("scorecard", report.latest.id), name))
    zero, one, other = (
        words.counted("search_results", count, n="{n}", query="{query}") for count in (0, 1, 2)
    )
    elsewhere = tuple(ElsewhereView(place, name) for place, name in places if place)
    return SearchView(zero, one, other, elsewhere)
