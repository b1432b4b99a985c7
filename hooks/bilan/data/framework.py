"""`data/framework.yml`, which an organization may have: its keys, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field, model_validator

from bilan.data.fields import BothLanguages, Entry, Id, refusal
from bilan.data.figures import Steps, texts
from bilan.data.files import DataFolder
from bilan.data.library import UNKNOWN_SOURCE, Library
from bilan.data.nodes import Node, locate
from bilan.languages import Bilingual
from bilan.model.framework import Framework, FrameworkIndicator, FrameworkObjective, LatestReport
from bilan.model.scorecards import Scorecard
from bilan.model.sources import Citation
from bilan.problems import Location, Problems

FRAMEWORK = "framework.yml"
KINDS = ("programme_indicators", "own_indicators")

UNKNOWN_FRAMEWORK = Framework(
    Bilingual("", ""), Bilingual("", ""), Citation(UNKNOWN_SOURCE, Bilingual("", "")), (), ()
)
"""Takes the place of one with a problem, which refuses the report: anything may be in it."""


class FrameworkIndicatorEntry(Entry):
    id: Id
    name: BothLanguages
    reported_by: list[Id] = Field(default_factory=list)

    @model_validator(mode="after")
    def _each_indicator_once(self) -> FrameworkIndicatorEntry:
        for indicator in self.reported_by:
            if self.reported_by.count(indicator) > 1:
                raise refusal("BIL331", indicator=indicator)
        return self


class FrameworkObjectiveEntry(Entry):
    id: Id
    name: BothLanguages
    impacts: Annotated[list[BothLanguages], Field(min_length=1)]
    programme_indicators: list[FrameworkIndicatorEntry] = Field(default_factory=list)
    own_indicators: list[FrameworkIndicatorEntry] = Field(default_factory=list)

    @model_validator(mode="after")
    def _something_is_measured(self) -> FrameworkObjectiveEntry:
        if not self.programme_indicators and not self.own_indicators:
            raise refusal("BIL330", objective=self.id)
        return self


class FrameworkEntry(Entry):
    name: BothLanguages
    about: BothLanguages
    source: Id
    locator: BothLanguages
    objectives: Annotated[list[FrameworkObjectiveEntry], Field(min_length=1)]
    notes: list[BothLanguages] = Field(default_factory=list)


def read_framework(
    folder: DataFolder,
    library: Library,
    scorecards: Mapping[str, Scorecard | None],
    problems: Problems,
) -> Framework | None:
    """The framework, or None where the folder has no such file.

    `scorecards` holds None for each that has a problem: then anything may be in it.
    """
    if not folder.has(FRAMEWORK):
        return None
    before = len(problems)
    file = folder.read(FRAMEWORK, FrameworkEntry)
    framework = UNKNOWN_FRAMEWORK
    if file.valid:
        entry, sound = file.valid
        framework = _Resolver(sound, library, scorecards, problems).framework(entry)
    return framework if len(problems) == before else UNKNOWN_FRAMEWORK


class _Resolver:
    """Builds the framework; problems are added, and what is unknown left out."""

    def __init__(
        self,
        node: Node,
        library: Library,
        scorecards: Mapping[str, Scorecard | None],
        problems: Problems,
    ) -> None:
        self._node, self._library, self._problems = node, library, problems
        self._scorecards = [scorecard for scorecard in scorecards.values() if scorecard]
        self._knows_all = len(self._scorecards) == len(scorecards)

    def framework(self, entry: FrameworkEntry) -> Framework:
        self._refuse_repetitions(entry)
        where = locate(self._node, ("source",))
        source = self._library.sources.find(entry.source, where, self._problems)
        return Framework(
            name=entry.name.bilingual,
            about=entry.about.bilingual,
            citation=Citation(source or UNKNOWN_SOURCE, entry.locator.bilingual),
            objectives=tuple(
                self._objective(objective, ("objectives", i))
                for i, objective in enumerate(entry.objectives)
            ),
            notes=texts(entry.notes),
        )

    def _objective(self, entry: FrameworkObjectiveEntry, at: Steps) -> FrameworkObjective:
        programme, own = (
            tuple(
                self._indicator(indicator, (*at, kind, i))
                for i, indicator in enumerate(getattr(entry, kind))
            )
            for kind in KINDS
        )
        return FrameworkObjective(
            entry.id, entry.name.bilingual, texts(entry.impacts), programme, own
        )

    def _indicator(self, entry: FrameworkIndicatorEntry, at: Steps) -> FrameworkIndicator:
        reports = (
            self._report(indicator, locate(self._node, (*at, "reported_by", i)))
            for i, indicator in enumerate(entry.reported_by)
        )
        return FrameworkIndicator(
            entry.id, entry.name.bilingual, tuple(report for report in reports if report)
        )

    def _report(self, indicator_id: str, where: Location) -> LatestReport | None:
        indicator = self._library.indicators.find(indicator_id, where, self._problems)
        report = LatestReport.of(indicator, self._scorecards) if indicator else None
        if indicator and report is None and self._knows_all:
            self._problems.add("BIL426", where, indicator=indicator_id)
        return report

    def _refuse_repetitions(self, entry: FrameworkEntry) -> None:
        """Objectives and indicators are headings and rows of one page, each with its address."""
        seen: dict[str, Location] = {}
        for where, found in sorted(self._ids(entry)):
            if found in seen:
                first = str(seen[found].line)
                self._problems.add("BIL425", where, found=found, first=first)
            seen.setdefault(found, where)

    def _ids(self, entry: FrameworkEntry) -> Iterator[tuple[Location, str]]:
        for i, objective in enumerate(entry.objectives):
            at: Steps = ("objectives", i)
            yield locate(self._node, (*at, "id")), objective.id
            for kind in KINDS:
                for j, indicator in enumerate(getattr(objective, kind)):
                    yield locate(self._node, (*at, kind, j, "id")), indicator.id
