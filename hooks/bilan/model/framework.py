"""A measurement framework: what is to be measured, and what has been reported of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bilan.languages import Bilingual
from bilan.model.indicators import Indicator
from bilan.model.scorecards import ReportedIndicator, Scorecard
from bilan.model.sources import Citation


@dataclass(frozen=True)
class LatestReport:
    """Where an indicator was last reported: on which scorecard, and what."""

    scorecard: Scorecard
    entry: ReportedIndicator

    @staticmethod
    def of(indicator: Indicator, scorecards: Iterable[Scorecard]) -> LatestReport | None:
        """The latest result; where there is none, the latest scorecard that still waits for it."""
        return next(iter(LatestReport.first_of(indicator, scorecards)), None)

    @staticmethod
    def first_of(indicator: Indicator, scorecards: Iterable[Scorecard]) -> list[LatestReport]:
        """Every report of an indicator, the latest first; those without a result come last."""
        found = [(card, card.reported(indicator.id)) for card in scorecards]
        reports = [LatestReport(scorecard, entry) for scorecard, entry in found if entry]
        return sorted(reports, key=LatestReport._order, reverse=True)

    @property
    def is_available(self) -> bool:
        return self.entry.result.is_available

    def _order(self) -> tuple[object, ...]:
        as_of = self.entry.result.as_of
        return self.is_available, as_of, self.scorecard.as_of, self.scorecard.id


@dataclass(frozen=True)
class FrameworkIndicator:
    """What the framework measures; its figures are those of the indicators that report on it."""

    id: str
    name: Bilingual
    reported_by: tuple[LatestReport, ...]
    """In the order they are named; empty where nothing reports on it yet."""

    @property
    def has_figure(self) -> bool:
        return any(report.is_available for report in self.reported_by)


@dataclass(frozen=True)
class FrameworkObjective:
    id: str
    name: Bilingual
    impacts: tuple[Bilingual, ...]
    programme_indicators: tuple[FrameworkIndicator, ...]
    """Measured alike by all that take part in the programme."""
    own_indicators: tuple[FrameworkIndicator, ...]
    """Measured by this organization."""

    @property
    def indicators(self) -> tuple[FrameworkIndicator, ...]:
        return (*self.programme_indicators, *self.own_indicators)


@dataclass(frozen=True)
class Framework:
    name: Bilingual
    about: Bilingual
    citation: Citation
    objectives: tuple[FrameworkObjective, ...]
    notes: tuple[Bilingual, ...]

    @property
    def indicators(self) -> Iterator[FrameworkIndicator]:
        return (each for objective in self.objectives for each in objective.indicators)

    def objective(self, objective_id: str) -> FrameworkObjective | None:
        return next((each for each in self.objectives if each.id == objective_id), None)
