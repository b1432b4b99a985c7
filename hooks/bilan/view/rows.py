"""One reported indicator as finished strings."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from markupsafe import Markup, escape

from bilan.formats import Formats, Style, Written
from bilan.labels import Words
from bilan.languages import Bilingual
from bilan.model.indicators import Quantity, Revision, Statement
from bilan.model.results import NotAvailable, Result
from bilan.model.scorecards import Area, ReportedIndicator, Scorecard
from bilan.model.sources import Citation
from bilan.model.status import Assessment, Status
from bilan.model.targets import (
    NO_TARGET,
    TO_BE_DETERMINED,
    Comparator,
    Comparison,
    Milestone,
    Promise,
)
from bilan.report import Report
from bilan.view.notes import Notes
from bilan.view.pieces import (
    BadgeView,
    BarView,
    FigureView,
    MilestoneView,
    RevisionView,
    RowView,
    StatusView,
)

AXIS_END = Fraction(2)
"""The common axis of all bars ends at 200% of target."""


class RowViews:
    """Builds the views of indicators in one language."""

    def __init__(self, report: Report, words: Words) -> None:
        self._report, self._words, self._language = report, words, words.language
        self._formats = Formats(words)

    def row(
        self, entry: ReportedIndicator, scorecard: Scorecard, area: Area, notes: Notes
    ) -> RowView:
        has_own_source = {entry.target.citation, entry.result.citation} != {area.citation}
        return RowView(
            id=entry.indicator.id,
            anchor=notes.prefix + entry.indicator.id,
            name=self._text(entry.indicator.name),
            definition=self._text(entry.indicator.definition),
            target=self.target(entry, scorecard),
            result=self.result(entry, scorecard),
            baseline=self._baseline(entry),
            bar=self.bar(entry),
            no_bar=self._no_bar(entry),
            badge=self.badge(entry.assessment),
            explanation=self._text(entry.result.explanation),
            missing=self._missing_reason(entry.result),
            notes=tuple(notes.add(text) for text in self._note_texts(entry)),
            milestones=tuple(
                self._milestone(entry, milestone, assessment)
                for milestone, assessment in entry.milestones
            ),
            revisions=self._revisions(entry),
            source=self.citation(entry.result.citation) if has_own_source else "",
        )

    def status(self, status: Status, count: int = 1) -> StatusView:
        words, form = self._report.statuses[status], self._words.category(count)
        return StatusView(
            id=status.value,
            name=words.name[self._language][form],
            short=words.short[self._language][form],
            rule=self._text(words.rule),
            is_verdict=status.is_verdict,
        )

    def badge(self, assessment: Assessment) -> BadgeView:
        ahead = self._words("ahead_of_date") if assessment.ahead_of_date else ""
        return BadgeView(self.status(assessment.status), ahead)

    # Targets

    def target(
        self, entry: ReportedIndicator, scorecard: Scorecard, style: Style = "table"
    ) -> FigureView:
        details = []
        if entry.has_target and entry.target.date_to_achieve != scorecard.as_of:
            date = self._formats.date(entry.target.date_to_achieve)
            details.append(self._with_date("by_date", date))
        return self._promise(entry, entry.target.promise, style, tuple(details))

    def _promise(
        self, entry: ReportedIndicator, promise: Promise, style: Style, details: tuple[str, ...]
    ) -> FigureView:
        if promise is NO_TARGET:
            return self._missing(self._words("no_target_set"), details)
        if promise is TO_BE_DETERMINED:
            return self._missing(self._words("to_be_determined"), details)
        if isinstance(promise, Statement):
            return self._in_words(promise, details)
        assert isinstance(promise, Comparison)
        of = self._text(entry.indicator.of)
        comparator, written = self._formats.comparison(promise, entry.indicator.unit, of, style)
        return FigureView(comparator, written.number, written.unit, "", False, details)

    def _milestone(
        self, entry: ReportedIndicator, milestone: Milestone, assessment: Assessment
    ) -> MilestoneView:
        date = self._formats.date(milestone.date_to_achieve)
        details = (self._with_date("by_date", date),)
        target = self._promise(entry, milestone.promise, "table", details)
        own = milestone.result if milestone.result != entry.result else None
        return MilestoneView(
            target,
            self.badge(assessment),
            self._outcome(entry, own, "table", ()) if own and own.is_available else None,
            self._text(own.explanation) if own else "",
        )

    def _baseline(self, entry: ReportedIndicator) -> str:
        baseline = entry.target.baseline
        if baseline is None:
            return ""
        value = self.quantity(entry, baseline.value, "table")
        return Markup("{} ({})").format(value, self._formats.date(baseline.date))

    # Results

    def result(
        self, entry: ReportedIndicator, scorecard: Scorecard, style: Style = "table"
    ) -> FigureView:
        result = entry.result
        details = []
        if result.is_available and result.as_of != scorecard.as_of:
            details.append(self._with_date("as_of_date", self._formats.date(result.as_of)))
        if result.interim:
            details.append(self._words("interim"))
        return self._outcome(entry, result, style, tuple(details))

    def _outcome(
        self, entry: ReportedIndicator, result: Result, style: Style, details: tuple[str, ...]
    ) -> FigureView:
        if isinstance(result.outcome, NotAvailable):
            return self._missing(self._words(f"{result.outcome.why.value}_word"), details)
        if isinstance(result.outcome, Statement):
            return self._in_words(result.outcome, details)
        of = self._text(entry.indicator.of)
        written = self.quantity(entry, result.outcome, style)
        return FigureView("", written.number, written.unit or of, "", False, details)

    def quantity(self, entry: ReportedIndicator, value: Decimal, style: Style) -> Written:
        indicator = entry.indicator
        return self._formats.quantity(Quantity(value, indicator.unit, indicator.of), style)

    def _revisions(self, entry: ReportedIndicator) -> tuple[RevisionView, ...]:
        revised = (*entry.target.revisions, *entry.result.revisions)
        return tuple(RevisionView(self._revision(entry, revision)) for revision in revised)

    def _revision(self, entry: ReportedIndicator, revision: Revision) -> str:
        was = (
            self._formats.statement(revision.was)
            if isinstance(revision.was, Statement)
            else self.quantity(entry, revision.was, "sentence")
        )
        template = Markup(
            escape(self._words("revised_on", date="{date}", was="{was}", why="{why}"))
        )
        return template.format(
            date=self._formats.date(revision.date), was=was, why=self._text(revision.reason)
        )

    # Progress

    def bar(self, entry: ReportedIndicator) -> BarView | None:
        share = entry.progress if entry.progress is not None else _share_of_ceiling(entry)
        if share is None:
            return None
        progress = entry.progress
        return BarView(
            fill=_svg_length(min(max(share, Fraction(0)), AXIS_END) / AXIS_END),
            tick=_svg_length(1 / AXIS_END),
            is_clipped=share > AXIS_END,
            is_ceiling=progress is None,
            percent="" if progress is None else self._formats.percent_of_target(progress),
            of_target=self._words("of_target"),
            status=entry.status.value,
        )

    def _no_bar(self, entry: ReportedIndicator) -> str:
        promise = entry.target.promise
        if entry.progress is not None or not entry.result.is_available:
            return ""
        if isinstance(promise, Statement):
            return self._words("target_in_words")
        if isinstance(promise, Comparison):
            return self._words(f"no_share_{promise.comparator.value}")
        return ""

    # Words

    def citation(self, citation: Citation) -> str:
        return f"{self._text(citation.source.title)}, {self._text(citation.locator)}"

    def _missing_reason(self, result: Result) -> str:
        outcome = result.outcome
        return self._text(outcome.reason) if isinstance(outcome, NotAvailable) else ""

    def _note_texts(self, entry: ReportedIndicator) -> Iterator[str]:
        if entry.result.judgement is not None:
            yield self._text(entry.result.judgement.reason)
        for note in (*entry.target.notes, *entry.result.notes):
            yield self._text(note)

    def _in_words(self, statement: Statement, details: tuple[str, ...]) -> FigureView:
        return FigureView("", "", "", self._formats.statement(statement), False, details)

    def _missing(self, word: str, details: tuple[str, ...]) -> FigureView:
        return FigureView("", "", "", word, True, details)

    def _with_date(self, key: str, date: str) -> str:
        return Markup(escape(self._words(key, date="{date}"))).format(date=date)

    def _text(self, text: Bilingual | None) -> str:
        return text[self._language] if text else ""


def _share_of_ceiling(entry: ReportedIndicator) -> Fraction | None:
    """How much of a maximum the result takes up; drawn, and never called progress."""
    promise, outcome = entry.target.promise, entry.result.outcome
    if not isinstance(promise, Comparison) or not isinstance(outcome, Decimal):
        return None
    is_ceiling = promise.comparator in (Comparator.AT_MOST, Comparator.LESS_THAN)
    return Fraction(outcome) / Fraction(promise.value) if is_ceiling and promise.value > 0 else None


def _svg_length(share: Fraction) -> str:
    """A share of the bar's width, to a hundredth of a percent: "55.57%"."""
    return f"{round(float(share) * 100, 2):g}%"
