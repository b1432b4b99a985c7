"""The long-term targets of a scorecard at a glance, as finished strings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeVar

from bilan.formats import Formats, plain
from bilan.labels import Words
from bilan.model.progress import milestone_progress
from bilan.model.promises import Promise
from bilan.model.scorecards import ReportedIndicator, Scorecard
from bilan.model.status import Assessment
from bilan.view.bars import Bars
from bilan.view.pieces import BadgeView, BarView, FigureView
from bilan.view.rows import RowViews

T = TypeVar("T")


@dataclass(frozen=True)
class DatedTargetView:
    """The first or the last target of an indicator."""

    head: str
    """What stands at the head of its column, without HTML."""
    figure: FigureView
    """Its details name its date, where the head of the column does not."""
    share: str
    """ "82% of target", or empty."""
    disputed: str | None
    """Its entry on the register of known discrepancies, or empty."""
    badge: BadgeView | None
    """Its status, where not all are the same."""


@dataclass(frozen=True)
class OutlookRowView:
    id: str
    anchor: str
    name: str
    result: FigureView
    disputed: str | None
    """The result's entry on the register of known discrepancies, or empty."""
    bar: BarView
    targets: tuple[DatedTargetView, DatedTargetView]


@dataclass(frozen=True)
class OutlookView:
    name: str
    """ "Long-term targets, 2018–2033"."""
    about: str
    heads: tuple[str, str]
    """ "Target for March 31, 2028", or "First target" where the dates differ."""
    badge: BadgeView | None
    """The one status of all targets shown, if there is one."""
    rows: tuple[OutlookRowView, ...]


@dataclass(frozen=True)
class _Dated:
    """The first or the last target of an indicator, with what came of it."""

    part: str
    """What it is called in an address."""
    promise: Promise
    due: date
    assessment: Assessment
    share: Fraction | None


class Outlook:
    """Builds the view of one scorecard in one language."""

    def __init__(self, rows: RowViews, words: Words, scorecard: Scorecard) -> None:
        self._rows, self._words, self._scorecard = rows, words, scorecard
        self._formats, self._bars = Formats(words), Bars(words)
        self._entries = [entry for entry in scorecard.indicators if entry.is_long_term]
        self._targets = [_first_and_last(entry) for entry in self._entries]
        first = _shared(first.due for first, _ in self._targets)
        last = _shared(last.due for _, last in self._targets)
        self._dates = (first, last)
        assessments = (target.assessment for targets in self._targets for target in targets)
        self._assessment = _shared(assessments)

    def view(self, prefix: str) -> OutlookView:
        date, words = self._formats.date(self._scorecard.as_of), self._words
        period = self._formats.period(self._scorecard.period)
        return OutlookView(
            name=words("long_term_targets", period=period),
            about=words.marked_up("outlook_about", date=date),
            heads=self._heads,
            badge=self._rows.badge(self._assessment) if self._assessment else None,
            rows=tuple(
                self._row(entry, targets, prefix)
                for entry, targets in zip(self._entries, self._targets, strict=True)
            ),
        )

    @property
    def _heads(self) -> tuple[str, str]:
        first, last = self._dates
        return self._head("first_target", first), self._head("last_target", last)

    def _head(self, label: str, due: date | None) -> str:
        if due is None:
            return self._words(label)
        return self._words.marked_up("target_for", date=self._formats.date(due))

    def _row(
        self, entry: ReportedIndicator, targets: tuple[_Dated, _Dated], prefix: str
    ) -> OutlookRowView:
        bar = self._bars.bar(entry)
        assert bar
        first, last = (self._target(entry, target, at) for at, target in enumerate(targets))
        return OutlookRowView(
            id=entry.indicator.id,
            anchor=prefix + entry.indicator.id,
            name=self._words.of(entry.indicator.name),
            result=self._rows.figures.result(entry, self._scorecard),
            disputed=self._rows.disputed(entry, self._scorecard, "result"),
            bar=bar,
            targets=(first, last),
        )

    def _target(self, entry: ReportedIndicator, target: _Dated, column: int) -> DatedTargetView:
        details = []
        if self._dates[column] is None:
            due = self._formats.date(target.due)
            details.append(self._words.marked_up("by_date", date=due))
        figures = self._rows.figures
        return DatedTargetView(
            head=plain(self._heads[column]),
            figure=figures.promise(entry.indicator, target.promise, "table", *details),
            share=self._share(entry, target.share),
            disputed=self._rows.disputed(entry, self._scorecard, target.part),
            badge=None if self._assessment else self._rows.badge(target.assessment),
        )

    def _share(self, entry: ReportedIndicator, share: Fraction | None) -> str:
        if share is None:
            return ""
        label = "share_of_way" if entry.target.baseline else "share_of_target"
        return self._words(label, percent=self._formats.percent_of_target(share))


def _first_and_last(entry: ReportedIndicator) -> tuple[_Dated, _Dated]:
    target, (milestone, assessment) = entry.target, entry.milestones[0]
    share, part = milestone_progress(target, milestone), milestone.part
    return (
        _Dated(part, milestone.promise, milestone.date_to_achieve, assessment, share),
        _Dated("target", target.promise, target.date_to_achieve, entry.assessment, entry.progress),
    )


def _shared(values: Iterable[T]) -> T | None:
    """The one value of all, or None when they differ."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None
