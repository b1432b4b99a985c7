"""One indicator through time: what scorecards report of it, date by date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from bilan.model.indicators import Indicator, Qualifier
from bilan.model.promises import Comparison
from bilan.model.scorecards import ReportedIndicator, Scorecard

FEWEST_POINTS = 2
"""Of a drawing."""


@dataclass(frozen=True)
class Point:
    """A result in figures, at its date."""

    date: date
    value: Decimal
    qualifier: Qualifier | None
    reports: tuple[tuple[Scorecard, ReportedIndicator], ...]
    """Where it is reported, the latest scorecard first; several scorecards can repeat it."""


@dataclass(frozen=True)
class Trend:
    indicator: Indicator
    points: tuple[Point, ...]
    """In the order of their dates; of one date, that of the latest scorecard first."""

    @staticmethod
    def of(indicator_id: str, scorecards: Iterable[Scorecard]) -> Trend | None:
        """None where no scorecard reports the indicator. Results in words, and missing ones,
        are no points."""
        latest_first = sorted(scorecards, key=lambda card: (card.as_of, card.id), reverse=True)
        found = [(card, card.reported(indicator_id)) for card in latest_first]
        reports = [(card, entry) for card, entry in found if entry is not None]
        if not reports:
            return None
        return Trend(reports[0][1].indicator, tuple(_points(reports)))

    @cached_property
    def drawn(self) -> tuple[Point, ...]:
        """One point for each date: where scorecards differ, that of the latest."""
        by_date: dict[date, Point] = {}
        for point in self.points:
            by_date.setdefault(point.date, point)
        return tuple(by_date.values())

    @property
    def is_drawn(self) -> bool:
        return len(self.drawn) >= FEWEST_POINTS

    @cached_property
    def targets(self) -> tuple[tuple[date, Comparison], ...]:
        """The targets in figures of the scorecards that report a point, at their dates."""
        promised = (
            (entry.target.date_to_achieve, entry.target.promise)
            for point in self.points
            for _, entry in point.reports
        )
        found = {(day, promise) for day, promise in promised if isinstance(promise, Comparison)}
        return tuple(sorted(found, key=lambda target: (target[0], target[1].value)))


def _points(reports: Iterable[tuple[Scorecard, ReportedIndicator]]) -> Iterator[Point]:
    grouped: dict[
        tuple[date, Decimal, Qualifier | None], list[tuple[Scorecard, ReportedIndicator]]
    ] = {}
    for scorecard, entry in reports:
        result = entry.result
        if isinstance(result.outcome, Decimal):
            key = (result.as_of, result.outcome, result.qualifier)
            grouped.setdefault(key, []).append((scorecard, entry))
    for key in sorted(grouped, key=lambda key: key[0]):
        yield Point(*key, tuple(grouped[key]))
