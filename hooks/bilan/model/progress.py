"""How far a result has come towards its target, as an exact share."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from bilan.model.results import Result
from bilan.model.targets import Comparator, Comparison, Target


def progress(target: Target, result: Result) -> Fraction | None:
    """The share of the way to the target, or None where a percentage would mislead.

    With a baseline, (result − baseline) / (target − baseline); for an `at_least`
    target without one, result / target. Other comparators, targets in words, a target of
    zero or below, a target that is not above its baseline, and a result that the source
    does not give as exact have none.
    """
    promise, outcome = target.promise, result.outcome
    if not isinstance(promise, Comparison) or not isinstance(outcome, Decimal):
        return None
    if not promise.can_be_reached_early or result.qualifier is not None:
        return None
    if target.baseline is not None:
        start = Fraction(target.baseline.value)
        way = Fraction(promise.value) - start
        return (Fraction(outcome) - start) / way if way > 0 else None
    if promise.comparator is not Comparator.AT_LEAST or promise.value <= 0:
        return None
    return Fraction(outcome) / Fraction(promise.value)
