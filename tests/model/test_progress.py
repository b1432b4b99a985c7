"""How far a result has come, as an exact share, and when no share is given."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.model.indicators import Qualifier
from bilan.model.progress import progress
from bilan.model.results import Result
from bilan.model.targets import NO_TARGET, TO_BE_DETERMINED, Promise
from samples import IN_WORDS, NO_FIGURE, comparison, result, target


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
