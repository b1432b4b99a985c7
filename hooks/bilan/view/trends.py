"""One indicator through time as finished strings: a drawing, and the same figures in a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bilan.formats import Formats, plain
from bilan.labels import Words
from bilan.model.addresses import Address
from bilan.model.scorecards import ReportedIndicator, Scorecard
from bilan.model.trends import Point, Trend
from bilan.report import Report
from bilan.view.discrepancies import entry_of
from bilan.view.figures import Figures
from bilan.view.pieces import FigureView
from bilan.view.plots import Plot, PlotView

RowOnScorecard = Callable[[str, str], str]
"""Address of an indicator's row on a scorecard, or empty."""


@dataclass(frozen=True)
class ReportView:
    """What one scorecard says of the indicator."""

    scorecard: str
    href: str
    """Its row there, or empty."""
    target: FigureView
    disputed: str | None
    """Entry on the register of known discrepancies, where the target has one."""


@dataclass(frozen=True)
class TrendRowView:
    date: str
    result: FigureView
    disputed: str | None
    reports: tuple[ReportView, ...]


@dataclass(frozen=True)
class TrendView:
    id: str
    """The indicator's."""
    indicator: str
    """Its name."""
    name: str
    """ "Members: results over time"."""
    sentence: str
    """The drawing in words."""
    plot: PlotView
    rows: tuple[TrendRowView, ...]


class Trends:
    """Builds the trends of one language."""

    def __init__(self, report: Report, words: Words) -> None:
        self._report, self._words = report, words
        self._formats, self._figures = Formats(words), Figures(words)

    def trend(self, indicator_id: str, row: RowOnScorecard) -> TrendView:
        trend = Trend.of(indicator_id, self._report.scorecards.values())
        assert trend, "the call was checked"
        return self._view(trend, row)

    def drawn(self, indicator_id: str, row: RowOnScorecard) -> TrendView | None:
        """None where there are too few results in figures for a drawing."""
        trend = Trend.of(indicator_id, self._report.scorecards.values())
        return self._view(trend, row) if trend and trend.is_drawn else None

    def _view(self, trend: Trend, row: RowOnScorecard) -> TrendView:
        name = self._words.of(trend.indicator.name)
        points = "; ".join(self._in_words(trend, point) for point in trend.drawn)
        return TrendView(
            id=trend.indicator.id,
            indicator=name,
            name=self._words("results_over_time", indicator=name),
            sentence=self._words("trend_sentence", indicator=name, points=points),
            plot=Plot(self._words, trend).view(),
            rows=tuple(self._row(point, row) for point in trend.points),
        )

    def _in_words(self, trend: Trend, point: Point) -> str:
        """ "3,334 on March 31, 2021", as a text without HTML."""
        number = self._figures.quantity(trend.indicator, point.value, "sentence").number
        qualifier = self._formats.qualifier(point.qualifier)
        figure = f"{qualifier} {plain(number)}" if qualifier else plain(number)
        day = plain(self._formats.date(point.date))
        return self._words("trend_point", figure=figure, date=day)

    def _row(self, point: Point, row: RowOnScorecard) -> TrendRowView:
        scorecard, entry = point.reports[0]
        return TrendRowView(
            date=self._formats.date(point.date),
            result=self._figures.undated(entry, "table"),
            disputed=self._disputed(scorecard, entry, "result"),
            reports=tuple(self._reported(point, *report, row) for report in point.reports),
        )

    def _reported(
        self, point: Point, scorecard: Scorecard, entry: ReportedIndicator, row: RowOnScorecard
    ) -> ReportView:
        period = self._formats.period(scorecard.period)
        details = []
        if entry.has_target and entry.target.date_to_achieve != point.date:
            due = self._formats.date(entry.target.date_to_achieve)
            details.append(self._words.marked_up("by_date", date=due))
        return ReportView(
            scorecard=self._words("scorecard_of", period=period),
            href=row(scorecard.id, entry.indicator.id),
            target=self._figures.promise(entry.indicator, entry.target.promise, "table", *details),
            disputed=self._disputed(scorecard, entry, "target"),
        )

    def _disputed(self, scorecard: Scorecard, entry: ReportedIndicator, part: str) -> str | None:
        return entry_of(Address(scorecard.id, entry.indicator.id, part), self._report)
