"""How far a result has come, as an exact share, and when no share is given."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.model.indicators import Qualifier
from bilan.model.progress import milestone_progress, places_of_milestones, progress
from bilan.model.promises import NO_TARGET, TO_BE_DETERMINED, Promise
from bilan.model.results import Result
from bilan.model.targets import Milestone
from samples import BEFORE, IN_WORDS, NO_FIGURE, comparison, result, target


@pytest.mark.parametrize(
    ("promised", "achieved", "share"),
    [
        ("3000", "3334", Fraction(3334, 3000)),
        ("10", "10.0", Fraction(1)),
        ("10.0", "1E+1", Fraction(1)),
        ("3", "1", Fraction(1, 3)),
        ("10", "0", Fraction(0)),
        ("10", "-5", Fraction(-1, 2)),
        ("0.1", "0.3", Fraction(3)),
        ("999999999999999999", "999999999999999998", 1 - Fraction(1, 999999999999999999)),
    ],
)
def test_without_a_baseline_the_share_is_result_over_target(
    promised: str, achieved: str, share: Fraction
) -> None:
    assert progress(target(comparison("at_least", promised)), result(achieved)) == share


@pytest.mark.parametrize(
    ("baseline", "promised", "achieved", "share"),
    [
        ("100", "200", "150", Fraction(1, 2)),
        ("100", "200", "200.0", Fraction(1)),
        ("100", "200", "230", Fraction(13, 10)),
        ("100", "200", "100", Fraction(0)),
        ("100", "200", "50", Fraction(-1, 2)),
        ("0", "200", "50", Fraction(1, 4)),
        ("-10", "10", "0", Fraction(1, 2)),
        ("-10", "0", "-5", Fraction(1, 2)),
        ("0.1", "0.4", "0.2", Fraction(1, 3)),
    ],
)
@pytest.mark.parametrize("comparator", ["at_least", "more_than"])
def test_with_a_baseline_the_share_is_of_the_way_from_it(
    comparator: str, baseline: str, promised: str, achieved: str, share: Fraction
) -> None:
    promise = target(comparison(comparator, promised), baseline)
    assert progress(promise, result(achieved)) == share


@pytest.mark.parametrize("achieved", ["9", "10", "11"])
def test_a_target_equal_to_its_baseline_has_no_share(achieved: str) -> None:
    assert progress(target(comparison("at_least", "10"), "10.0"), result(achieved)) is None


@pytest.mark.parametrize("promised", ["0", "0.00", "-10"])
def test_a_target_of_zero_or_below_has_no_share_without_a_baseline(promised: str) -> None:
    assert progress(target(comparison("at_least", promised)), result("5")) is None


@pytest.mark.parametrize(
    "promise",
    [
        comparison("at_most", "10"),
        comparison("less_than", "10"),
        comparison("exactly", "10"),
        comparison("between", "10", "15"),
    ],
)
@pytest.mark.parametrize("baseline", [None, "2"])
def test_a_maximum_an_exact_target_and_a_range_have_no_share(
    promise: Promise, baseline: str | None
) -> None:
    assert progress(target(promise, baseline), result("5")) is None


def test_more_than_a_value_has_no_share_without_a_baseline() -> None:
    assert progress(target(comparison("more_than", "10")), result("5")) is None


@pytest.mark.parametrize("promise", [IN_WORDS, NO_TARGET, TO_BE_DETERMINED])
def test_without_a_target_in_figures_there_is_no_share(promise: Promise) -> None:
    assert progress(target(promise), result("5")) is None


@pytest.mark.parametrize("reported", [result(IN_WORDS), result(NO_FIGURE)])
def test_without_a_result_in_figures_there_is_no_share(reported: Result) -> None:
    assert progress(target(comparison("at_least", "10")), reported) is None


@pytest.mark.parametrize("qualifier", Qualifier)
@pytest.mark.parametrize("baseline", [None, "2"])
def test_a_result_that_is_not_exact_has_no_share(
    qualifier: Qualifier, baseline: str | None
) -> None:
    reported = result("12", qualifier=qualifier)
    assert progress(target(comparison("at_least", "10"), baseline), reported) is None


@given(st.decimals("0.000000001", 10**18, places=9), st.decimals(-(10**18), 10**18, places=9))
def test_a_minimum_is_reached_exactly_when_its_share_is_one_or_more(
    promised: Decimal, achieved: Decimal
) -> None:
    promise = comparison("at_least", str(promised))
    share = progress(target(promise), result(achieved))
    assert share is not None
    assert (share >= 1) is promise.holds_for(achieved)


def steps(*promises: tuple[str, ...]) -> tuple[Milestone, ...]:
    return tuple(Milestone(comparison(*each), BEFORE, result(NO_FIGURE)) for each in promises)


@pytest.mark.parametrize(
    ("promise", "baseline", "milestones", "places"),
    [
        (("at_least", "10"), None, [("at_least", "4")], (Fraction(4, 10),)),
        (("at_least", "10"), None, [("at_least", "0"), ("at_least", "10")], (0, 1)),
        (("at_least", "10"), "2", [("at_least", "4"), ("at_least", "6")], (Fraction(1, 4), 0.5)),
        (("at_least", "10"), "-10", [("at_least", "0")], (Fraction(1, 2),)),
    ],
)
def test_milestones_stand_where_they_are_on_the_way_to_the_target(
    promise: tuple[str, ...],
    baseline: str | None,
    milestones: list[tuple[str, ...]],
    places: tuple[Fraction, ...],
) -> None:
    found = places_of_milestones(target(comparison(*promise), baseline, steps(*milestones)))
    assert found == places


@pytest.mark.parametrize(
    ("promise", "baseline", "milestones"),
    [
        (comparison("at_least", "10"), None, []),
        (comparison("at_least", "10"), None, [("at_least", "11")]),
        (comparison("at_least", "10"), None, [("at_least", "4"), ("at_most", "4")]),
        (comparison("at_least", "10"), None, [("between", "4", "5")]),
        (comparison("at_least", "10"), "5", [("at_least", "4")]),
        (comparison("at_least", "10"), "10", [("at_least", "10")]),
        (comparison("at_least", "0"), None, [("at_least", "0")]),
        (comparison("more_than", "10"), "0", [("at_least", "4")]),
        (comparison("at_most", "10"), None, [("at_least", "4")]),
        (IN_WORDS, None, [("at_least", "4")]),
        (TO_BE_DETERMINED, None, [("at_least", "4")]),
    ],
)
def test_milestones_that_are_no_steps_of_one_way_have_no_places(
    promise: Promise, baseline: str | None, milestones: list[tuple[str, ...]]
) -> None:
    assert places_of_milestones(target(promise, baseline, steps(*milestones))) is None


def test_a_milestone_has_a_share_of_its_own_from_the_same_baseline() -> None:
    [plain, baselined] = (target(comparison("at_least", "10"), start) for start in (None, "2"))
    milestone = Milestone(comparison("at_least", "4"), BEFORE, result("3"))
    assert milestone_progress(plain, milestone) == Fraction(3, 4)
    assert milestone_progress(baselined, milestone) == Fraction(1, 2)
    [without] = steps(("at_least", "4"))
    assert milestone_progress(plain, without) is None
