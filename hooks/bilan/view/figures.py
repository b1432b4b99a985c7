"""Targets and results as finished figures, in a table cell or in a sentence."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup, escape

from bilan.formats import Formats, Style, Written
from bilan.labels import Words
from bilan.model.absences import NotAvailable
from bilan.model.indicators import Indicator, Quantity, Statement
from bilan.model.promises import NO_TARGET, TO_BE_DETERMINED, Absent, Comparison, Promise
from bilan.model.results import Result
from bilan.model.revisions import Figure
from bilan.model.scorecards import ReportedIndicator, Scorecard
from bilan.model.targets import Baseline
from bilan.view.pieces import FigureView


class Figures:
    """Writes the figures of one language."""

    def __init__(self, words: Words) -> None:
        self._words, self._formats = words, Formats(words)

    def target(
        self, entry: ReportedIndicator, scorecard: Scorecard, style: Style = "table"
    ) -> FigureView:
        details = []
        if entry.has_target and entry.target.date_to_achieve != scorecard.as_of:
            date = self._formats.date(entry.target.date_to_achieve)
            details.append(self._words.marked_up("by_date", date=date))
        return self.promise(entry.indicator, entry.target.promise, style, *details)

    def promise(
        self, indicator: Indicator, promise: Promise, style: Style, *details: str
    ) -> FigureView:
        if promise is NO_TARGET:
            return _missing(self._words("no_target_set"), *details)
        if promise is TO_BE_DETERMINED:
            return _missing(self._words("to_be_determined"), *details)
        if isinstance(promise, Statement):
            return in_words(self._formats.statement(promise), *details)
        assert isinstance(promise, Comparison)
        unit, of = indicator.unit, indicator.of
        comparator, written = self._formats.comparison(promise, unit, of, style)
        return FigureView(comparator, written.number, written.unit, "", False, details)

    def result(
        self, entry: ReportedIndicator, scorecard: Scorecard, style: Style = "table"
    ) -> FigureView:
        result = entry.result
        details: list[str] = []
        if result.is_available and result.as_of != scorecard.as_of:
            date = self._formats.date(result.as_of)
            details.append(self._words.marked_up("as_of_date", date=date))
        return self.outcome(entry.indicator, result, style, *details, *self.interim(result))

    def undated(self, entry: ReportedIndicator, style: Style) -> FigureView:
        """A result whose date stands beside it."""
        return self.outcome(entry.indicator, entry.result, style, *self.interim(entry.result))

    def interim(self, result: Result) -> tuple[str, ...]:
        """The word for it, where it is."""
        return (self._words("interim"),) if result.interim else ()

    def outcome(
        self, indicator: Indicator, result: Result, style: Style, *details: str
    ) -> FigureView:
        outcome = result.outcome
        if isinstance(outcome, NotAvailable):
            return _missing(self._words(f"{outcome.why.value}_word"), *details)
        if isinstance(outcome, Statement):
            return in_words(self._formats.statement(outcome), *details)
        written = self.quantity(indicator, outcome, style)
        qualifier = self._formats.qualifier(result.qualifier)
        return FigureView(qualifier, written.number, written.unit, "", False, details)

    def baseline(self, indicator: Indicator, baseline: Baseline) -> Markup:
        """ "$100M (April 1, 2018)"."""
        value = self.quantity(indicator, baseline.value, "table")
        return Markup("{} ({})").format(value, self._formats.date(baseline.date))

    def said(self, indicator: Indicator, figure: Figure) -> Markup:
        """A figure as it reads in a sentence; words in quotation marks."""
        match figure:
            case Statement():
                return self._words.marked_up("quoted", text=self._formats.statement(figure))
            case NotAvailable():
                return escape(self._words(f"{figure.why.value}_word"))
            case Absent():
                return escape(self._words("to_be_determined"))
            case Comparison():
                words, written = self._formats.comparison(figure, indicator.unit, indicator.of)
                return joined(words, written)
        return escape(self.quantity(indicator, figure, "sentence"))

    def quantity(self, indicator: Indicator, value: Decimal, style: Style) -> Written:
        return self._formats.quantity(Quantity(value, indicator.unit, indicator.of), style)


def joined(words: str, written: Written) -> Markup:
    """ "at least 3,000 members"; the number alone where no words stand before it."""
    return Markup("{} {}").format(words, written).strip()


def in_words(text: str, *details: str) -> FigureView:
    return FigureView("", "", "", text, False, details)


def _missing(word: str, *details: str) -> FigureView:
    return FigureView("", "", "", word, True, details)
