"""The one figure that a call puts into a sentence."""

from __future__ import annotations

from dataclasses import replace

from bilan.macros.arguments import Subject
from bilan.macros.signatures import HEADLINE, MET_OR_EXCEEDED, TARGETS
from bilan.model.addresses import Address
from bilan.model.scorecards import ReportedIndicator, Scorecard
from bilan.model.status import Status
from bilan.report import Report
from bilan.view.discrepancies import entry_of
from bilan.view.figures import in_words
from bilan.view.pieces import FigureView
from bilan.view.scorecards import Views
from bilan.view.tables import TableViews


class SentenceFigures:
    """A figure of a scorecard or a table, or a count, in one language."""

    def __init__(self, report: Report, views: Views, tables: TableViews) -> None:
        self._report, self._views, self._tables = report, views, tables

    def figure(self, subject: Subject) -> FigureView:
        view = self._figure(subject)
        return replace(view, unit="") if subject.number_only else view

    def _figure(self, subject: Subject) -> FigureView:
        if subject.table:
            assert subject.row and subject.column
            return self._tables.figure(subject.table, subject.row, subject.column, in_sentence=True)
        if subject.entry is None:
            return in_words(self._count(subject))
        assert subject.scorecard
        return self._part(subject.entry, subject.scorecard, subject.part)

    def discrepancy(self, subject: Subject) -> str | None:
        """The entry on the register of a figure that is part of a known discrepancy."""
        if subject.table and subject.row and subject.column:
            address = Address(subject.table.id, subject.row.id, subject.column.id)
        elif subject.scorecard and subject.entry:
            address = Address(subject.scorecard.id, subject.entry.indicator.id, subject.part)
        else:
            return None
        return entry_of(address, self._report)

    def name(self, subject: Subject) -> str:
        """What the figure is of; empty for a count."""
        if subject.table and subject.row:
            return self._tables.name(subject.table, subject.row)
        if subject.scorecard and subject.entry:
            return self._views.name_of(subject.entry, subject.scorecard)
        return ""

    def _count(self, subject: Subject) -> str:
        """ "17 targets exceeded", of the scorecard or of one area."""
        assert subject.scorecard
        tally = (subject.area or subject.scorecard).tally
        if subject.count == HEADLINE:
            return self._views.headline(tally)
        special = {TARGETS: tally.targets, MET_OR_EXCEEDED: tally.successes}
        count = special.get(subject.count)
        if count is None:
            count = tally.counts[Status(subject.count)]
        return self._views.counted(f"count_{subject.count}", count)

    def _part(self, entry: ReportedIndicator, scorecard: Scorecard, part: str) -> FigureView:
        figures, formats = self._views.rows.figures, self._views.formats
        match part:
            case "target":
                return figures.target(entry, scorecard, "sentence")
            case "progress":
                assert entry.progress is not None
                return in_words(formats.percent_of_target(entry.progress))
            case "baseline":
                assert entry.target.baseline
                value = figures.quantity(entry.indicator, entry.target.baseline.value, "sentence")
                return FigureView("", value.number, value.unit, "", False)
            case "as_of":
                return in_words(formats.date(entry.result.as_of))
            case "date_to_achieve":
                return in_words(formats.date(entry.target.date_to_achieve))
        return figures.result(entry, scorecard, "sentence")
