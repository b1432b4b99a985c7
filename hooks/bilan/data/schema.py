"""The keys of a scorecard's file. The editors' guide describes every one of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from bilan.data.fields import (
    BothLanguages,
    Day,
    Entry,
    Flag,
    Id,
    Number,
    Period,
    UnitId,
    exactly_one,
    refusal,
)
from bilan.data.revision_entries import (
    COMPARATORS,
    Absence,
    ComparisonEntry,
    ResultRevisionEntry,
    RevisionEntry,
    TargetRevisionEntry,
)
from bilan.model.indicators import Qualifier
from bilan.model.results import Verdict
from bilan.problems import whole


class Cited(Entry):
    """Where a figure stands; what is left out is taken from the group around it."""

    source: Id | None = None
    locator: BothLanguages | None = None

    @model_validator(mode="after")
    def _another_source_has_its_own_place(self) -> Cited:
        if self.source is not None and self.locator is None:
            raise refusal("BIL311", source=self.source)
        return self


class FigureEntry(Entry):
    """A figure inside a statement: `{manufacturers}` in the words shows it."""

    value: Number
    unit: UnitId
    of: BothLanguages | None = None


class BaselineEntry(Entry):
    value: Number
    date: Day
    revisions: list[RevisionEntry] = Field(default_factory=list)


class ResultEntry(Cited):
    value: Number | None = None
    qualifier: Literal[tuple(qualifier.value for qualifier in Qualifier)] | None = None  # type: ignore[valid-type]
    statement: BothLanguages | None = None
    not_available: Absence | None = None
    figures: dict[Id, FigureEntry] = Field(default_factory=dict)
    verdict: Literal[tuple(verdict.value for verdict in Verdict)] | None = None  # type: ignore[valid-type]
    reason: BothLanguages | None = None
    as_of: Day | None = None
    interim: Flag = False
    explanation: BothLanguages | None = None
    notes: list[BothLanguages] = Field(default_factory=list)
    revisions: list[ResultRevisionEntry] = Field(default_factory=list)
    published: Day | None = None

    @model_validator(mode="after")
    def _one_outcome(self) -> ResultEntry:
        exactly_one(self, ("value", "statement", "not_available"))
        if self.qualifier is not None and self.value is None:
            raise refusal("BIL335", qualifier=str(self.qualifier))
        if self.verdict is not None and self.reason is None:
            raise refusal("BIL305", verdict=str(self.verdict))
        _absence_has_a_reason(self)
        if self.verdict is None and self.not_available is None and self.reason is not None:
            raise refusal("BIL307", keys=whole("verdict, not_available"))
        if self.not_available is not None and self.interim:
            raise refusal("BIL312", why=self.not_available)
        if self.not_available is not None and self.published and not self.revisions:
            raise refusal("BIL336", why=self.not_available)
        _figures_stand_in_words(self.statement, self.figures)
        return self


class MilestoneResultEntry(Entry):
    """What came of a milestone: only what a page shows of it."""

    value: Number | None = None
    not_available: Absence | None = None
    reason: BothLanguages | None = None
    as_of: Day | None = None
    explanation: BothLanguages | None = None
    revisions: list[ResultRevisionEntry] = Field(default_factory=list)

    @model_validator(mode="after")
    def _one_outcome(self) -> MilestoneResultEntry:
        exactly_one(self, ("value", "not_available"))
        _absence_has_a_reason(self)
        if self.not_available is None and self.reason is not None:
            raise refusal("BIL307", keys=whole("not_available"))
        return self


class MilestoneEntry(ComparisonEntry):
    date_to_achieve: Day
    result: MilestoneResultEntry | None = None
    revisions: list[TargetRevisionEntry] = Field(default_factory=list)

    @model_validator(mode="after")
    def _one_comparison(self) -> MilestoneEntry:
        exactly_one(self, COMPARATORS)
        return self


class TargetEntry(ComparisonEntry, Cited):
    statement: BothLanguages | None = None
    figures: dict[Id, FigureEntry] = Field(default_factory=dict)
    to_be_determined: Flag | None = None
    date_to_achieve: Day | None = None
    baseline: BaselineEntry | None = None
    milestones: list[MilestoneEntry] = Field(default_factory=list)
    notes: list[BothLanguages] = Field(default_factory=list)
    revisions: list[TargetRevisionEntry] = Field(default_factory=list)
    published: Day | None = None

    @model_validator(mode="after")
    def _one_promise(self) -> TargetEntry:
        exactly_one(self, (*COMPARATORS, "statement", "to_be_determined"))
        if self.to_be_determined is False:
            raise refusal("BIL308")
        _figures_stand_in_words(self.statement, self.figures)
        return self


class ReportedIndicatorEntry(Entry):
    indicator: Id
    target: TargetEntry | None = None
    result: ResultEntry | None = None

    @model_validator(mode="after")
    def _something_is_reported(self) -> ReportedIndicatorEntry:
        has_result = self.result is not None and self.result.not_available is None
        if self.target is None and not has_result:
            raise refusal("BIL309", indicator=self.indicator)
        return self


class NotAvailableEntry(Entry):
    """Why the indicators of an area that name no result have none."""

    why: Absence
    reason: BothLanguages


class AreaEntry(Cited):
    id: Id
    name: BothLanguages
    aim: BothLanguages
    not_available: NotAvailableEntry | None = None
    indicators: Annotated[list[ReportedIndicatorEntry], Field(min_length=1)]


class ScorecardEntry(Entry):
    """`data/scorecards/<id>.yml`."""

    name: BothLanguages
    period: Period
    as_of: Day
    published: Day | None = None
    date_to_achieve: Day
    source: Id
    locator: BothLanguages
    objectives: list[BothLanguages] = Field(default_factory=list)
    notes: list[BothLanguages] = Field(default_factory=list)
    areas: Annotated[list[AreaEntry], Field(min_length=1)]


def _absence_has_a_reason(entry: ResultEntry | MilestoneResultEntry) -> None:
    if entry.not_available is not None and entry.reason is None:
        raise refusal("BIL306", why=entry.not_available)


def _figures_stand_in_words(words: BothLanguages | None, figures: dict[str, FigureEntry]) -> None:
    if figures and words is None:
        raise refusal("BIL409", figure=next(iter(figures)))
