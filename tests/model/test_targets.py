"""When a comparison holds, at each comparator's boundary."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.model.promises import Comparator
from samples import comparison


@pytest.mark.parametrize(
    ("comparator", "below", "equal", "above"),
    [
        ("at_least", False, True, True),
        ("more_than", False, False, True),
        ("at_most", True, True, False),
        ("less_than", True, False, False),
        ("exactly", False, True, False),
    ],
)
@pytest.mark.parametrize("value", ["10", "10.0", "1E+1", "10.000000000"])
def test_a_comparison_is_exact_at_its_boundary_however_the_digits_are_written(
    comparator: str, below: bool, equal: bool, above: bool, value: str
) -> None:
    promise = comparison(comparator, value)
    assert promise.holds_for(Decimal("9.999999999")) is below
    for same in ("10", "10.00", "1E+1"):
        assert promise.holds_for(Decimal(same)) is equal
    assert promise.holds_for(Decimal("10.000000001")) is above


@pytest.mark.parametrize(
    ("result", "holds"),
    [
        ("9.999999999", False),
        ("10", True),
        ("10.0", True),
        ("12.5", True),
        ("15.00", True),
        ("15.000000001", False),
    ],
)
def test_a_range_holds_both_of_its_bounds(result: str, holds: bool) -> None:
    assert comparison("between", "10", "15.0").holds_for(Decimal(result)) is holds


def test_a_range_may_reach_below_zero() -> None:
    promise = comparison("between", "-5", "0")
    assert [promise.holds_for(Decimal(n)) for n in (-6, -5, 0, 1)] == [False, True, True, False]


@given(st.decimals(-(10**27), 10**27), st.decimals(-(10**27), 10**27))
def test_at_least_and_less_than_split_all_results_and_so_do_more_than_and_at_most(
    value: Decimal, result: Decimal
) -> None:
    def holds(comparator: str) -> bool:
        return comparison(comparator, str(value)).holds_for(result)

    assert holds("at_least") is not holds("less_than")
    assert holds("more_than") is not holds("at_most")
    assert holds("exactly") is (holds("at_least") and holds("at_most"))


def test_only_a_minimum_can_be_reached_early() -> None:
    early = {c for c in Comparator if comparison(c.value, "1", "2").can_be_reached_early}
    assert early == {Comparator.AT_LEAST, Comparator.MORE_THAN}
