"""How a status was decided, in one generated sentence or two.

The sentence follows the same table as `bilan.model.status`: it names the figures that were
compared and the dates that count, so that a reader can decide again.
"""

from __future__ import annotations

from markupsafe import Markup

from bilan.formats import Formats
from bilan.labels import Words
from bilan.model.promises import Absent, Comparison
from bilan.model.scorecards import ReportedIndicator
from bilan.model.status import Status, compared
from bilan.view.figures import Figures
from bilan.view.pieces import FigureView


class Decisions:
    """Writes the sentences of one language."""

    def __init__(self, words: Words) -> None:
        self._words, self._formats, self._figures = words, Formats(words), Figures(words)

    def decision(self, entry: ReportedIndicator) -> Markup:
        """Why the indicator has its status on this scorecard."""
        promise, result, status = entry.target.promise, entry.result, entry.status
        if isinstance(promise, Absent):
            return self._said(promise.value, entry)
        if not result.is_available:
            return self._said(f"{status.value}_without_result", entry)
        if status is Status.FUTURE:
            return self._future(entry)
        when = "ahead" if entry.assessment.ahead_of_date else "due"
        verdict = self._said("by_judgement", entry) if result.judgement else self._by_figures(entry)
        return Markup("{} {}").format(verdict, self._said(when, entry))

    def _future(self, entry: ReportedIndicator) -> Markup:
        """The target is not reached yet, or is of a kind that only its date decides."""
        promise = entry.target.promise
        if isinstance(promise, Comparison) and not promise.can_be_reached_early:
            return self._said("future_at_its_date", entry)
        judged = "judged_not_reached" if entry.result.judgement else "not_reached"
        return self._said(f"future_{judged}", entry)

    def _by_figures(self, entry: ReportedIndicator) -> Markup:
        promise, result = entry.target.promise, entry.result
        verdict = compared(promise, result.outcome, result.qualifier)
        assert isinstance(promise, Comparison) and verdict
        return self._said(f"{promise.comparator.value}_{verdict.value}", entry)

    def _said(self, key: str, entry: ReportedIndicator) -> Markup:
        indicator, target = entry.indicator, entry.target
        figures, date = self._figures, self._formats.date
        promise = figures.promise(indicator, target.promise, "sentence")
        values: dict[str, object] = {
            "result": in_a_sentence(figures.outcome(indicator, entry.result, "sentence")),
            "target": in_a_sentence(promise),
            "bound": in_a_sentence(FigureView("", promise.number, promise.unit, "", False)),
            "due": date(target.date_to_achieve),
            "as_of": date(entry.reporting_date),
        }
        return self._words.marked_up(f"decided_{key}", **values)


def in_a_sentence(figure: FigureView) -> str:
    """ "at least 3,000 members"; a statement as it is."""
    if figure.words:
        return figure.words
    parts = [part for part in (figure.comparator, figure.number, figure.unit) if part]
    return Markup(" ").join(parts)
