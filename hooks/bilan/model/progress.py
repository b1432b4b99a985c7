"""How far a result has come towards its target, as an exact share."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from bilan.model.promises import Comparator, Comparison, Promise
from bilan.model.results import Result
from bilan.model.targets import Baseline, Milestone, Target


def progress(target: Target, result: Result) -> Fraction | None:
    """The share of the way to the target, or None where a percentage would mislead.

    With a baseline, (result − baseline) / (target − baseline); for an `at_least`
    target without one, result / target. Other comparators, targets in words, a target of
    zero or below, a target that is not above its baseline, and a result that the source
    does not give as exact have none.
    """
    return _progress(target.promise, target.baseline, result)


def milestone_progress(target: Target, milestone: Milestone) -> Fraction | None:
    """The same towards a milestone, of the result that judges it."""
    return _progress(milestone.promise, target.baseline, milestone.result)


def places_of_milestones(target: Target) -> tuple[Fraction, ...] | None:
    """Where each milestone stands on the way to the target: from 0, the start, to 1.

    None where they are not steps of one way: without milestones, or where one of them or
    the target is no minimum, or lies beyond the end or before the start.
    """
    promises = [milestone.promise for milestone in target.milestones]
    if not promises or not all(_is_minimum(promise) for promise in (*promises, target.promise)):
        return None
    places = [_share(target.promise, target.baseline, promise.value) for promise in promises]
    on_the_way = tuple(place for place in places if place is not None and 0 <= place <= 1)
    return on_the_way if len(on_the_way) == len(places) else None


def _progress(promise: Promise, baseline: Baseline | None, result: Result) -> Fraction | None:
    if not isinstance(result.outcome, Decimal) or result.qualifier is not None:
        return None
    return _share(promise, baseline, result.outcome)


def _share(promise: Promise, baseline: Baseline | None, value: Decimal) -> Fraction | None:
    if not isinstance(promise, Comparison) or not promise.can_be_reached_early:
        return None
    if baseline is not None:
        start = Fraction(baseline.value)
        way = Fraction(promise.value) - start
        return (Fraction(value) - start) / way if way > 0 else None
    if not _is_minimum(promise) or promise.value <= 0:
        return None
    return Fraction(value) / Fraction(promise.value)


def _is_minimum(promise: Promise) -> bool:
    return isinstance(promise, Comparison) and promise.comparator is Comparator.AT_LEAST
