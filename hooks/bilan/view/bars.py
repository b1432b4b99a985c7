"""Bullet bars: the actual result drawn against its target.

Bars of one year are all on one axis. Those of long-term targets end at the last target.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from bilan.formats import Formats
from bilan.labels import Words
from bilan.model.indicators import Statement
from bilan.model.progress import places_of_milestones
from bilan.model.promises import Comparator, Comparison
from bilan.model.scorecards import ReportedIndicator
from bilan.view.lengths import svg_length
from bilan.view.pieces import BarView

AXIS_END = Fraction(2)
"""The common axis ends at 200% of target."""


class Bars:
    """Draws the bars of one language."""

    def __init__(self, words: Words) -> None:
        self._words, self._formats = words, Formats(words)

    def bar(self, entry: ReportedIndicator) -> BarView | None:
        progress = entry.progress
        share = progress if progress is not None else _share_of_ceiling(entry)
        if share is None:
            return None
        has_baseline = entry.target.baseline is not None
        end = Fraction(1) if entry.is_long_term else AXIS_END
        milestones = (places_of_milestones(entry.target) or ()) if entry.is_long_term else ()
        return BarView(
            fill=svg_length(min(max(share, Fraction(0)), end) / end),
            ticks=tuple(svg_length(at / end) for at in sorted({*milestones, Fraction(1)})),
            is_long_term=entry.is_long_term,
            is_clipped=share > end,
            is_ceiling=progress is None,
            percent="" if progress is None else self._formats.percent_of_target(progress),
            of_target="" if has_baseline else self._words("of_target"),
            status=entry.status.value,
        )

    def note(self, entry: ReportedIndicator) -> str:
        """What to know about the percentage, or why there is none."""
        promise = entry.target.promise
        if entry.progress is not None:
            has_baseline = entry.target.baseline is not None
            return self._words("of_way_from_baseline") if has_baseline else ""
        if not entry.result.is_available:
            return ""
        if isinstance(promise, Statement):
            return self._words("target_in_words")
        if isinstance(promise, Comparison) and entry.result.qualifier:
            return self._words("no_share_qualified")
        if isinstance(promise, Comparison):
            return self._words(f"no_share_{promise.comparator.value}")
        return ""


def _share_of_ceiling(entry: ReportedIndicator) -> Fraction | None:
    """How much of a maximum the result takes up; drawn, and never called progress."""
    promise, outcome = entry.target.promise, entry.result.outcome
    if not isinstance(promise, Comparison) or not isinstance(outcome, Decimal):
        return None
    if entry.result.qualifier:
        return None
    is_ceiling = promise.comparator in (Comparator.AT_MOST, Comparator.LESS_THAN)
    return Fraction(outcome) / Fraction(promise.value) if is_ceiling and promise.value > 0 else None
