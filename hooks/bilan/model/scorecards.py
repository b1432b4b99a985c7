"""Scorecards: areas of indicators, each with what was promised and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from bilan.languages import Bilingual
from bilan.model.indicators import Indicator
from bilan.model.progress import places_of_milestones, progress
from bilan.model.promises import NO_TARGET
from bilan.model.results import Result
from bilan.model.sources import Citation, Source
from bilan.model.status import Assessment, Status, assess
from bilan.model.tally import Tally
from bilan.model.targets import Milestone, Target


@dataclass(frozen=True)
class ReportedIndicator:
    """One indicator on one scorecard."""

    indicator: Indicator
    target: Target
    result: Result
    reporting_date: date
    """The scorecard's date, or the result's own where that is later."""

    @property
    def has_target(self) -> bool:
        return self.target.promise is not NO_TARGET

    @cached_property
    def assessment(self) -> Assessment:
        return self._assess(self.target, self.result)

    @property
    def status(self) -> Status:
        return self.assessment.status

    @cached_property
    def progress(self) -> Fraction | None:
        return progress(self.target, self.result)

    @cached_property
    def is_long_term(self) -> bool:
        """Whether a figure is on its way to a minimum, past milestones."""
        return self.progress is not None and places_of_milestones(self.target) is not None

    @property
    def milestones(self) -> tuple[tuple[Milestone, Assessment], ...]:
        return tuple(
            (milestone, self._assess(milestone, milestone.result))
            for milestone in self.target.milestones
        )

    def _assess(self, promised: Target | Milestone, result: Result) -> Assessment:
        return assess(promised.promise, promised.date_to_achieve, result, self.reporting_date)


@dataclass(frozen=True)
class Area:
    id: str
    name: Bilingual
    aim: Bilingual
    citation: Citation
    indicators: tuple[ReportedIndicator, ...]

    @cached_property
    def tally(self) -> Tally:
        return Tally.of(entry.status for entry in self.indicators)


@dataclass(frozen=True)
class Scorecard:
    id: str
    name: Bilingual
    period: str
    """A fiscal year "2020-2021", a calendar year "2024" or several years "2018/2028"."""
    as_of: date
    source: Source
    objectives: tuple[Bilingual, ...]
    areas: tuple[Area, ...]
    notes: tuple[Bilingual, ...]
    published: date | None = None
    """When it first stood on the site; None where that is not recorded."""

    @property
    def shown_since(self) -> date:
        """When it was published; where that is not recorded, the date of its results."""
        return self.published or self.as_of

    @property
    def indicators(self) -> Iterator[ReportedIndicator]:
        return (entry for area in self.areas for entry in area.indicators)

    @cached_property
    def tally(self) -> Tally:
        return Tally.of(entry.status for entry in self.indicators)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source cited, once, in the order of the scorecard."""
        cited = (
            citation.source
            for entry in self.indicators
            for citation in (entry.target.citation, entry.result.citation)
        )
        return tuple(dict.fromkeys((self.source, *cited)))

    def area(self, area_id: str) -> Area | None:
        return next((area for area in self.areas if area.id == area_id), None)

    def area_of(self, entry: ReportedIndicator) -> Area:
        return next(area for area in self.areas if entry in area.indicators)

    def reported(self, indicator_id: str) -> ReportedIndicator | None:
        return next((e for e in self.indicators if e.indicator.id == indicator_id), None)
