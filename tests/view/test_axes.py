"""The axes of a trend: round values from zero, and time true to the day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.model.indicators import Unit, UnitKind
from bilan.view.axes import TimeAxis, ValueAxis

_FIGURES = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=2)


def axis(*values: str, kind: str = "plain") -> ValueAxis:
    return ValueAxis.of([Decimal(value) for value in values], Unit("u", UnitKind(kind), {}))


@pytest.mark.parametrize(
    ("values", "kind", "lines"),
    [
        (("3334", "11485"), "count", [0, 4000, 8000, 12000]),
        (("1", "2"), "count", [0, 1, 2]),
        (("4", "5"), "count", [0, 2, 4, 6]),
        (("71.5", "88"), "percent", [0, 50, 100]),
        (("20", "24.5"), "percent", [0, 10, 20, 30]),
        (("0.5", "1.67"), "plain", [0, 1, 2]),
        (("0.5", "0.6"), "plain", ["0.0", "0.2", "0.4", "0.6"]),
        (("-1500000", "500000"), "CAD", [-2000000, -1000000, 0, 1000000]),
        (("-5", "-3"), "count", [-6, -4, -2, 0]),
        (("0", "0"), "count", [0, 1]),
        (("0", "0"), "percent", [0, 1]),
    ],
)
def test_the_lines_stand_at_round_values_and_one_of_them_at_zero(
    values: tuple[str, ...], kind: str, lines: list[int | str]
) -> None:
    found = axis(*values, kind="currency" if kind == "CAD" else kind)
    assert list(found.lines) == [Decimal(line) for line in lines]


@given(st.lists(_FIGURES, min_size=1, max_size=6), st.sampled_from(UnitKind))
def test_every_value_stands_on_its_axis_and_lines_are_few(
    values: list[Decimal], kind: UnitKind
) -> None:
    found = ValueAxis.of(values, Unit("u", kind, {}))
    assert all(0 <= found.share(value) <= 1 for value in (*values, Decimal(0)))
    assert 2 <= len(found.lines) <= 6


def test_time_runs_from_new_year_to_new_year() -> None:
    found = TimeAxis.of([date(2024, 12, 31), date(2021, 3, 31)])
    assert list(found.years) == [2021, 2022, 2023, 2024, 2025]
    assert found.share(date(2021, 1, 1)) == 0
    assert found.share(date(2025, 1, 1)) == 1
    assert found.share(date(2021, 3, 31)) == Fraction(89, 1461)


def test_two_dates_in_one_year_have_an_axis_of_that_year() -> None:
    assert list(TimeAxis.of([date(2024, 2, 1), date(2024, 8, 1)]).years) == [2024, 2025]


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        (2021, 2024, [2021, 2022, 2023, 2024, 2025]),
        (2021, 2025, [2021, 2023, 2025]),
        (2018, 2033, [2018, 2023, 2028, 2033]),
        (1867, 2024, [1867, 1917, 1967, 2017]),
    ],
)
def test_as_many_years_are_named_as_have_room(first: int, last: int, named: list[int]) -> None:
    found = TimeAxis.of([date(first, 1, 1), date(last, 12, 31)])
    assert list(found.named(most=5)) == named
