"""The measurement framework as finished strings: what a template receives, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bilan.labels import Words
from bilan.model.framework import Framework, FrameworkIndicator, FrameworkObjective, LatestReport
from bilan.view.pieces import FigureView, SourceView
from bilan.view.scorecards import Views

Rows = Callable[[str, str], str]
"""The address of a row, by scorecard and indicator; empty where no page shows it."""


@dataclass(frozen=True)
class ReportView:
    """The latest result of an indicator, and where to find it."""

    name: str
    href: str
    """Relative address of its row, or empty."""
    figure: FigureView


@dataclass(frozen=True)
class FrameworkIndicatorView:
    anchor: str
    name: str
    reports: tuple[ReportView, ...]
    """Empty where nothing reports on it yet."""


@dataclass(frozen=True)
class FrameworkObjectiveView:
    anchor: str
    name: str
    impacts: tuple[str, ...]
    programme_indicators: tuple[FrameworkIndicatorView, ...]
    own_indicators: tuple[FrameworkIndicatorView, ...]


@dataclass(frozen=True)
class FrameworkView:
    """The framework, whole or in part; `about` and `notes` are those of the whole."""

    about: str
    counts: str
    """ "A figure is reported for 2 of 5 indicators. For 3, there is none yet." """
    source: SourceView
    objectives: tuple[FrameworkObjectiveView, ...]
    notes: tuple[str, ...]


class FrameworkViews:
    """Builds the views of the framework in one language."""

    def __init__(self, views: Views, words: Words) -> None:
        self._views, self._words = views, words

    def whole(self, framework: Framework, rows: Rows, prefix: str) -> FrameworkView:
        return FrameworkView(
            about=self._words.of(framework.about),
            counts=self._counts(framework.indicators),
            source=self._views.citation(framework.citation),
            objectives=tuple(self._objective(each, rows, prefix) for each in framework.objectives),
            notes=tuple(self._words.of(note) for note in framework.notes),
        )

    def part(
        self, framework: Framework, objective: FrameworkObjective, rows: Rows, prefix: str
    ) -> FrameworkView:
        """One objective alone."""
        return FrameworkView(
            about="",
            counts=self._counts(objective.indicators),
            source=self._views.citation(framework.citation),
            objectives=(self._objective(objective, rows, prefix),),
            notes=(),
        )

    def _counts(self, indicators: Iterable[FrameworkIndicator]) -> str:
        """English "indicators" agrees with all of them, French « indicateurs » with those that
        have a figure."""
        have = [indicator.has_figure for indicator in indicators]
        reported, total = sum(have), len(have)
        if not reported:
            return self._views.counted("framework_none_reported", total)
        agreeing = total if self._words.language == "en" else reported
        n, of = self._views.formats.number(reported), self._views.formats.number(total)
        first = self._words.counted("framework_reported", agreeing, n=n, total=of)
        return f"{first} {self._views.counted('framework_unreported', total - reported)}"

    def _objective(
        self, objective: FrameworkObjective, rows: Rows, prefix: str
    ) -> FrameworkObjectiveView:
        programme, own = (
            tuple(self._indicator(each, rows, prefix) for each in indicators)
            for indicators in (objective.programme_indicators, objective.own_indicators)
        )
        return FrameworkObjectiveView(
            anchor=f"{prefix}framework-{objective.id}",
            name=self._words.of(objective.name),
            impacts=tuple(self._words.of(impact) for impact in objective.impacts),
            programme_indicators=programme,
            own_indicators=own,
        )

    def _indicator(
        self, indicator: FrameworkIndicator, rows: Rows, prefix: str
    ) -> FrameworkIndicatorView:
        return FrameworkIndicatorView(
            anchor=f"{prefix}framework-{indicator.id}",
            name=self._words.of(indicator.name),
            reports=tuple(self._report(report, rows) for report in indicator.reported_by),
        )

    def _report(self, report: LatestReport, rows: Rows) -> ReportView:
        indicator, result = report.entry.indicator, report.entry.result
        figures, details = self._views.rows.figures, list[str]()
        if result.is_available:
            date = self._views.formats.date(result.as_of)
            details.append(self._words.marked_up("as_of_date", date=date))
        return ReportView(
            name=self._words.of(indicator.name),
            href=rows(report.scorecard.id, indicator.id),
            figure=figures.outcome(indicator, result, "table", *details, *figures.interim(result)),
        )
