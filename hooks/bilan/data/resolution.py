"""Scorecard entries to model: references resolved, inherited values filled in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bilan.data import schema
from bilan.data.checks import (
    demand_explanations,
    refuse_figures_without_unit,
    refuse_repetitions,
)
from bilan.data.figures import FigureResolver, Steps, texts
from bilan.data.library import UNKNOWN_SOURCE, Library, optional
from bilan.data.nodes import Node
from bilan.data.publication import refuse_impossible_dates
from bilan.languages import Bilingual
from bilan.model.absences import Missing, NotAvailable
from bilan.model.indicators import Outcome, Qualifier, Statement
from bilan.model.promises import NO_TARGET, TO_BE_DETERMINED, Comparator, Comparison, Promise
from bilan.model.results import Judgement, Result, Verdict
from bilan.model.scorecards import Area, ReportedIndicator, Scorecard
from bilan.model.sources import Citation
from bilan.model.status import compared
from bilan.model.targets import Milestone, Target
from bilan.problems import Problems

UNKNOWN_JUDGEMENT = Judgement(Verdict.MET, Bilingual("", ""))
"""Takes the place of a verdict that was not given; that problem refuses the report."""


@dataclass(frozen=True)
class Inherited:
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
        refuse_repetitions(entry, self)
        refuse_impossible_dates(entry, self)
        source = self._library.sources.find(entry.source, self.at("source"), self.problems)
        source = source or UNKNOWN_SOURCE
        citation = Citation(source, entry.locator.bilingual)
        around = Inherited(entry.as_of, entry.date_to_achieve, citation)
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
            published=entry.published,
        )

    def _area(self, entry: schema.AreaEntry, around: Inherited, at: Steps) -> Area:
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
        self, entry: schema.ReportedIndicatorEntry, around: Inherited, at: Steps
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
        demand_explanations(reported, self, at)
        refuse_figures_without_unit(reported, self, at)
        return reported

    def _target(
        self,
        entry: schema.TargetEntry | None,
        promise: Promise,
        result: Result,
        around: Inherited,
        at: Steps,
    ) -> Target:
        if entry is None:
            return Target(promise, around.date_to_achieve, around.citation)
        return Target(
            promise=promise,
            date_to_achieve=around.date_to_achieve,
            citation=self._citation(entry, around.citation, at),
            baseline=self.baseline(entry.baseline, (*at, "baseline")),
            milestones=self._milestones(entry, result, around, (*at, "milestones")),
            notes=texts(entry.notes),
            revisions=self.revisions(entry.revisions, (*at, "revisions")),
            published=entry.published,
        )

    def _milestones(
        self, entry: schema.TargetEntry, latest: Result, around: Inherited, at: Steps
    ) -> tuple[Milestone, ...]:
        dates = [*(each.date_to_achieve for each in entry.milestones), around.date_to_achieve]
        if dates != sorted(set(dates)):
            self.problems.add("BIL412", self.at(*at))
        return tuple(
            self._milestone(each, latest, around, (*at, i))
            for i, each in enumerate(entry.milestones)
        )

    def _milestone(
        self, entry: schema.MilestoneEntry, latest: Result, around: Inherited, at: Steps
    ) -> Milestone:
        """Judged by its own result; without one, by the indicator's, if that is a figure held
        against figures and not later than the milestone's date."""
        own, due, promise = entry.result, entry.date_to_achieve, self.comparison(entry)
        if own is not None:
            outcome = self.outcome(own, (*at, "result"))
            as_of, explanation = own.as_of or around.as_of, optional(own.explanation)
            revisions = self.revisions(own.revisions, (*at, "result", "revisions"))
            result = Result(
                outcome, as_of, around.citation, explanation=explanation, revisions=revisions
            )
        elif latest.as_of <= due and _judges(latest, promise):
            result = latest
        else:
            as_of = max(around.as_of, latest.as_of)
            around = replace(around, missing=None, date_to_achieve=due, as_of=as_of)
            result = _no_result(around)
        return Milestone(promise, due, result, self.revisions(entry.revisions, (*at, "revisions")))

    def _result(
        self,
        entry: schema.ResultEntry | None,
        promise: Promise,
        around: Inherited,
        at: Steps,
    ) -> Result:
        if entry is None:
            return _no_result(around)
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
            qualifier=_qualifier(entry),
            published=entry.published,
        )

    def _judgement(
        self,
        entry: schema.ResultEntry,
        promise: Promise,
        outcome: Outcome | NotAvailable,
        at: Steps,
    ) -> Judgement | None:
        """A verdict is given where figures do not decide, and only there."""
        undecided = compared(promise, outcome, _qualifier(entry)) is None
        comparable = promise not in (NO_TARGET, TO_BE_DETERMINED)
        available = not isinstance(outcome, NotAvailable)
        if not (undecided and comparable and available):
            if entry.verdict is not None:
                self.problems.add("BIL407", self.at(*at, "verdict"), verdict=entry.verdict)
            return None
        if entry.verdict is None or entry.reason is None:
            self._demand_verdict(entry, promise, at)
            return UNKNOWN_JUDGEMENT
        verdict = Verdict(entry.verdict)
        if verdict is Verdict.EXCEEDED and not _can_be_exceeded(promise):
            self.problems.add("BIL417", self.at(*at, "verdict"))
        return Judgement(verdict, entry.reason.bilingual)

    def _demand_verdict(self, entry: schema.ResultEntry, promise: Promise, at: Steps) -> None:
        if isinstance(promise, Statement) or entry.qualifier is None:
            self.problems.add("BIL406", self.at(*at))
        else:
            self.problems.add("BIL450", self.at(*at, "qualifier"), qualifier=str(entry.qualifier))

    def _citation(self, entry: schema.Cited, inherited: Citation, at: Steps) -> Citation:
        source = inherited.source
        if entry.source is not None:
            where = self.at(*at, "source")
            source = self._library.sources.find(entry.source, where, self.problems) or source
        return Citation(source, entry.locator.bilingual if entry.locator else inherited.locator)


def _no_result(around: Inherited) -> Result:
    is_ahead = around.date_to_achieve > around.as_of
    why = Missing.NOT_YET_DUE if is_ahead else Missing.NOT_REPORTED
    return Result(around.missing or NotAvailable(why, None), around.as_of, around.citation)


def _qualifier(entry: schema.ResultEntry) -> Qualifier | None:
    return Qualifier(entry.qualifier) if entry.qualifier else None


def _judges(latest: Result, promise: Comparison) -> bool:
    """Whether the indicator's result says if a milestone is reached."""
    if latest.is_judged:
        return False
    decides = compared(promise, latest.outcome, latest.qualifier) is not None
    return decides or not latest.is_available


def _can_be_exceeded(promise: Promise) -> bool:
    return not isinstance(promise, Comparison) or promise.comparator is Comparator.AT_LEAST
