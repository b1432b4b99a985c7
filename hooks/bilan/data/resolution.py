"""Scorecard entries to model: references resolved, inherited values filled in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bilan.data import schema
from bilan.data.figures import FigureResolver, Steps, texts
from bilan.data.library import Library, optional
from bilan.data.nodes import Node
from bilan.languages import Bilingual
from bilan.model.indicators import Statement, UnitKind
from bilan.model.results import Judgement, Missing, NotAvailable, Result, Verdict
from bilan.model.scorecards import Area, ReportedIndicator, Scorecard
from bilan.model.sources import Citation, Source
from bilan.model.status import Status
from bilan.model.targets import (
    NO_TARGET,
    TO_BE_DETERMINED,
    Baseline,
    Comparison,
    Milestone,
    Promise,
    Target,
)
from bilan.problems import Problems

UNKNOWN_JUDGEMENT = Judgement(Verdict.MET, Bilingual("", ""))
"""Takes the place of a verdict that was not given; that problem refuses the report."""

UNKNOWN_SOURCE = Source("", Bilingual("", ""), Bilingual("", ""), "en", "", None)
"""Takes the place of a source that is not known; that problem refuses the report too."""


@dataclass(frozen=True)
class Surroundings:
    """What an entry takes from the groups around it."""

    as_of: date
    date_to_achieve: date
    citation: Citation
    missing: NotAvailable | None = None


class ScorecardResolver(FigureResolver):
    """Builds one scorecard; problems are added, and faulty entries left out."""

    def __init__(self, node: Node, library: Library, problems: Problems) -> None:
        super().__init__(node, library.units, problems)
        self._library = library

    def scorecard(self, entry: schema.ScorecardEntry, scorecard_id: str) -> Scorecard:
        self._refuse_repetitions(entry)
        source = self._library.sources.find(entry.source, self.at("source"), self.problems)
        source = source or UNKNOWN_SOURCE
        citation = Citation(source, entry.locator.bilingual)
        around = Surroundings(entry.as_of, entry.date_to_achieve, citation)
        return Scorecard(
            id=scorecard_id,
            name=entry.name.bilingual,
            period=entry.period,
            as_of=entry.as_of,
            source=source,
            objectives=texts(entry.objectives),
            areas=tuple(
                self._area(area, around, ("areas", i)) for i, area in enumerate(entry.areas)
            ),
            notes=texts(entry.notes),
        )

    def _area(self, entry: schema.AreaEntry, around: Surroundings, at: Steps) -> Area:
        why = entry.not_available
        around = replace(
            around,
            citation=self._citation(entry, around.citation, at),
            missing=NotAvailable(Missing(why.why), why.reason.bilingual) if why else None,
        )
        reported = (
            self._reported(each, around, (*at, "indicators", i))
            for i, each in enumerate(entry.indicators)
        )
        return Area(
            id=entry.id,
            name=entry.name.bilingual,
            aim=entry.aim.bilingual,
            citation=around.citation,
            indicators=tuple(each for each in reported if each),
        )

    def _reported(
        self, entry: schema.ReportedIndicatorEntry, around: Surroundings, at: Steps
    ) -> ReportedIndicator | None:
        where = self.at(*at, "indicator")
        indicator = self._library.indicators.find(entry.indicator, where, self.problems)
        if indicator is None:
            return None
        promise: Promise = NO_TARGET
        if entry.target:
            promise = self.promise(entry.target, (*at, "target"))
            date_to_achieve = entry.target.date_to_achieve or around.date_to_achieve
            around = replace(around, date_to_achieve=date_to_achieve)
        result = self._result(entry.result, promise, around, (*at, "result"))
        target = self._target(entry.target, promise, result, around, (*at, "target"))
        reporting_date = max(around.as_of, result.as_of)
        reported = ReportedIndicator(indicator, target, result, reporting_date)
        self._demand_explanations(reported, at)
        self._refuse_figures_without_unit(reported, at)
        return reported

    def _target(
        self,
        entry: schema.TargetEntry | None,
        promise: Promise,
        result: Result,
        around: Surroundings,
        at: Steps,
    ) -> Target:
        if entry is None:
            return Target(promise, around.date_to_achieve, around.citation)
        baseline = entry.baseline
        return Target(
            promise=promise,
            date_to_achieve=around.date_to_achieve,
            citation=self._citation(entry, around.citation, at),
            baseline=Baseline(baseline.value, baseline.date) if baseline else None,
            milestones=self._milestones(entry, result, around, (*at, "milestones")),
            notes=texts(entry.notes),
            revisions=self.revisions(entry.revisions, (*at, "revisions")),
        )

    def _milestones(
        self, entry: schema.TargetEntry, latest: Result, around: Surroundings, at: Steps
    ) -> tuple[Milestone, ...]:
        dates = [*(each.date_to_achieve for each in entry.milestones), around.date_to_achieve]
        if dates != sorted(set(dates)):
            self.problems.add("BIL412", self.at(*at))
        return tuple(
            self._milestone(each, latest, around, (*at, i))
            for i, each in enumerate(entry.milestones)
        )

    def _milestone(
        self, entry: schema.MilestoneEntry, latest: Result, around: Surroundings, at: Steps
    ) -> Milestone:
        """Judged by its own result, or by the indicator's while the milestone is still ahead."""
        promise = self.comparison(entry)
        if entry.result is None and latest.as_of <= entry.date_to_achieve:
            return Milestone(promise, entry.date_to_achieve, latest)
        around = replace(around, missing=None, date_to_achieve=entry.date_to_achieve)
        result = self._result(entry.result, promise, around, (*at, "result"))
        return Milestone(promise, entry.date_to_achieve, result)

    def _result(
        self,
        entry: schema.ResultEntry | None,
        promise: Promise,
        around: Surroundings,
        at: Steps,
    ) -> Result:
        if entry is None:
            is_ahead = around.date_to_achieve > around.as_of
            why = Missing.NOT_YET_DUE if is_ahead else Missing.NOT_REPORTED
            missing = around.missing or NotAvailable(why, None)
            return Result(missing, around.as_of, around.citation)
        outcome = self.outcome(entry, at)
        return Result(
            outcome=outcome,
            as_of=entry.as_of or around.as_of,
            citation=self._citation(entry, around.citation, at),
            interim=entry.interim,
            judgement=self._judgement(entry, promise, outcome, at),
            explanation=optional(entry.explanation),
            notes=texts(entry.notes),
            revisions=self.revisions(entry.revisions, (*at, "revisions")),
        )

    def _judgement(
        self, entry: schema.ResultEntry, promise: Promise, outcome: object, at: Steps
    ) -> Judgement | None:
        """A verdict is given where words are compared, and only there."""
        in_words = isinstance(promise, Statement) or isinstance(outcome, Statement)
        comparable = promise not in (NO_TARGET, TO_BE_DETERMINED)
        available = not isinstance(outcome, NotAvailable)
        if not (in_words and comparable and available):
            if entry.verdict is not None:
                self.problems.add("BIL407", self.at(*at, "verdict"), verdict=entry.verdict)
            return None
        if entry.verdict is None or entry.reason is None:
            self.problems.add("BIL406", self.at(*at))
            return UNKNOWN_JUDGEMENT
        return Judgement(Verdict(entry.verdict), entry.reason.bilingual)

    def _citation(self, entry: schema.Cited, inherited: Citation, at: Steps) -> Citation:
        source = inherited.source
        if entry.source is not None:
            where = self.at(*at, "source")
            source = self._library.sources.find(entry.source, where, self.problems) or source
        return Citation(source, entry.locator.bilingual if entry.locator else inherited.locator)

    def _demand_explanations(self, reported: ReportedIndicator, at: Steps) -> None:
        if reported.status is Status.NOT_MET and reported.result.explanation is None:
            indicator = reported.indicator.id
            self.problems.add("BIL405", self.at(*at, "result"), indicator=indicator)
        for index, (milestone, assessment) in enumerate(reported.milestones):
            if assessment.status is Status.NOT_MET and milestone.result.explanation is None:
                where = self.at(*at, "target", "milestones", index)
                self.problems.add("BIL405", where, indicator=reported.indicator.id)

    def _refuse_figures_without_unit(self, reported: ReportedIndicator, at: Steps) -> None:
        if reported.indicator.unit.kind is not UnitKind.WORDS:
            return
        figures = {"target": reported.target.promise, "result": reported.result.outcome}
        for part, figure in figures.items():
            if isinstance(figure, Comparison | Decimal):
                where = self.at(*at, part)
                self.problems.add("BIL415", where, indicator=reported.indicator.id)

    def _refuse_repetitions(self, entry: schema.ScorecardEntry) -> None:
        areas = [(area.id, ("areas", i, "id")) for i, area in enumerate(entry.areas)]
        indicators = [
            (reported.indicator, ("areas", i, "indicators", j, "indicator"))
            for i, area in enumerate(entry.areas)
            for j, reported in enumerate(area.indicators)
        ]
        for ids in (areas, indicators):
            seen: dict[str, Steps] = {}
            for repeated, at in ids:
                if repeated in seen:
                    first = str(self.at(*seen[repeated]).line)
                    self.problems.add("BIL410", self.at(*at), found=repeated, first=first)
                seen.setdefault(repeated, at)
