"""Values as other people's programs read them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.contract.values import plain_date, plain_number, progress_percent, safe_text
from bilan.data.fields import number as typed


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("3334", "3334"),
        ("36", "36"),
        ("10.40", "10.40"),
        ("275 million", "275000000"),
        ("5.0 million", "5000000"),
        ("3.7 million", "3700000"),
        ("0.000000001", "0.000000001"),
        ("-1500000.50", "-1500000.50"),
        ("0", "0"),
    ],
)
def test_a_number_is_plain_digits_in_the_unit_named(text: str, plain: str) -> None:
    assert plain_number(typed(text)) == plain


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_number_has_neither_exponent_nor_separator_and_loses_nothing(value: Decimal) -> None:
    assert set(plain_number(value)) <= set("-.0123456789")
    assert Decimal(plain_number(value)) == value


def test_a_date_is_iso_8601() -> None:
    assert plain_date(date(2021, 3, 31)) == "2021-03-31"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_begins_with_an_apostrophe(sign: str) -> None:
    assert safe_text(f"{sign}SUM(A1)") == f"'{sign}SUM(A1)"


@pytest.mark.parametrize("text", ["", "members", "1 + 1 = 2", "a@example.org", "’=1", "\u22125"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert safe_text(text) == text


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        (Fraction(1), "100.0"),
        (Fraction(3334, 3000), "111.1"),
        (Fraction(13, 10), "130.0"),
        (Fraction(4), "400.0"),
        (Fraction(11125, 100000), "11.1"),
        (Fraction(1115, 10000), "11.2"),
        (Fraction(0), "0.0"),
        (Fraction(-1, 2), "-50.0"),
        (Fraction(9996, 10000), "99.96"),
        (Fraction(10004, 10000), "100.04"),
        (10 ** Fraction(40), "1" + "0" * 42 + ".0"),
    ],
)
def test_progress_has_one_decimal_and_more_where_the_verdict_needs_it(
    share: Fraction, percent: str
) -> None:
    assert plain_number(progress_percent(Fraction(share))) == percent


@given(st.integers(1, 10**40))
def test_a_target_missed_or_exceeded_by_the_least_is_not_at_100_percent(parts: int) -> None:
    assert progress_percent(1 - Fraction(1, parts)) < 100 < progress_percent(1 + Fraction(1, parts))
