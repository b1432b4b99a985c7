"""What must add up: each kind, to the last digit, with rounding declared and bounded."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bilan.model.addresses import Address
from bilan.model.indicators import Quantity, Unit, UnitKind
from bilan.model.reconciliations import Check, Reconciliation, ReconciliationKind, carry_out

MONEY, PERCENT = Unit("CAD", UnitKind.CURRENCY, {}), Unit("percent", UnitKind.PERCENT, {})
BOATS = Unit("boats", UnitKind.COUNT, {})
EQUALS = Address("table", "row", "equals")

amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


def check(
    kind: str,
    *of: str | Decimal,
    equals: str | Decimal | None = None,
    rounding: str | Decimal = "0",
    tolerance: str = "0",
    unit: Unit = MONEY,
) -> Check:
    """A reconciliation of these figures, carried out."""
    parts = {Address("table", "row", str(i)): Decimal(part) for i, part in enumerate(of)}
    printed = {} if equals is None else {EQUALS: Decimal(equals)}
    figures = {address: Quantity(value, unit) for address, value in (parts | printed).items()}
    reconciliation = Reconciliation(
        "x",
        ReconciliationKind(kind),
        tuple(parts),
        None if equals is None else EQUALS,
        Decimal(rounding),
        Decimal(tolerance),
    )
    return carry_out(reconciliation, figures)


@pytest.mark.parametrize(
    ("kind", "of", "equals", "computed"),
    [
        ("sum", ("1", "2", "3"), "6", 6),
        ("sum", ("0.1", "0.2"), "0.3", Fraction(3, 10)),
        ("sum", ("145.2E+6", "-0.2E+6"), "145E+6", 145_000_000),
        ("difference", ("10", "3", "2"), "5", 5),
        ("difference", ("3", "10"), "-7", -7),
        ("equal", ("12.50",), "12.5", Fraction(25, 2)),
        ("share", ("1", "4"), "25", 25),
        ("share", ("5", "4"), "125", 125),
        ("ratio", ("3", "2"), "1.5", Fraction(3, 2)),
        ("ratio", ("0", "2"), "0", 0),
        ("shares", ("33.3", "66.7"), None, 100),
        ("of_which", ("3", "4"), "7", 7),
    ],
)
def test_a_figure_that_follows_from_the_others_holds(
    kind: str, of: tuple[str, ...], equals: str | None, computed: int | Fraction
) -> None:
    found = check(kind, *of, equals=equals)
    assert (found.computed, found.difference) == (Fraction(computed), Fraction(0))
    assert found.holds and not found.is_rounded


@pytest.mark.parametrize(
    ("kind", "of", "equals", "difference"),
    [
        ("sum", ("1", "2", "3"), "6.01", Fraction(1, 100)),
        ("sum", ("1", "2", "3"), "5.99", Fraction(-1, 100)),
        ("difference", ("10", "3"), "3", -4),
        ("equal", ("1065.6E+6",), "1056.6E+6", -9_000_000),
        ("shares", ("33.3", "66.6"), None, Fraction(1, 10)),
        ("of_which", ("3", "5"), "7", -1),
    ],
)
def test_a_figure_that_is_off_by_one_digit_fails(
    kind: str, of: tuple[str, ...], equals: str | None, difference: int | Fraction
) -> None:
    found = check(kind, *of, equals=equals)
    assert (found.difference, found.holds) == (difference, False)


def test_shares_are_held_against_a_hundred() -> None:
    assert check("shares", "40", "60").printed == 100


def test_parts_may_be_less_than_their_whole() -> None:
    assert check("of_which", "3", "3", equals="7").holds


# Rounding


def test_a_declared_rounding_is_the_exact_difference_with_its_sign() -> None:
    def holds(rounding: str) -> bool:
        return check("sum", "1.2", "1.2", equals="2.5", rounding=rounding).holds

    assert holds("0.1") and holds("0.10")
    assert not holds("-0.1") and not holds("0.2") and not holds("0.09") and not holds("0")


def test_a_declared_rounding_where_there_is_no_difference_fails() -> None:
    assert not check("sum", "1.2", "1.2", equals="2.4", rounding="0.1").holds


def test_what_holds_by_a_rounding_says_so() -> None:
    assert check("sum", "1.2", "1.2", equals="2.5", rounding="0.1").is_rounded
    assert not check("sum", "1.2", "1.2", equals="2.6", rounding="0.1").is_rounded


@pytest.mark.parametrize(
    ("of", "equals", "most"),
    [
        (("1", "2"), "3", "1.5"),
        (("1.0", "2.0"), "3.0", "0.15"),
        (("1.00", "2"), "3", "1.005"),
        (("145.2E+6", "10.4E+6"), "155.6E+6", "150000"),
        (("145E+6", "10.4E+6"), "155.4E+6", "600000"),
    ],
)
def test_rounding_explains_half_a_last_digit_of_every_figure_and_no_more(
    of: tuple[str, ...], equals: str, most: str
) -> None:
    found = check("sum", *of, equals=equals)
    assert found.most_from_rounding == Decimal(most)

    def is_too_large(rounding: Decimal) -> bool:
        return check("sum", *of, equals=equals, rounding=rounding).rounding_is_too_large

    assert not is_too_large(Decimal(most)) and not is_too_large(-Decimal(most))
    beyond = Decimal(most) + Decimal("0.001")
    assert is_too_large(beyond) and is_too_large(-beyond)


def test_the_hundred_that_shares_make_is_not_rounded() -> None:
    assert check("shares", "33.3", "66.6", unit=PERCENT).most_from_rounding == Decimal("0.10")


def test_what_is_counted_is_never_rounded() -> None:
    found = check("sum", "1", "2", equals="4", rounding="1", unit=BOATS)
    assert found.most_from_rounding == 0
    assert found.rounding_is_too_large and not found.could_be_rounding


def test_rounding_could_explain_a_difference_up_to_its_bound() -> None:
    assert check("sum", "1", "2", equals="4").could_be_rounding
    assert not check("sum", "1", "2", equals="5").could_be_rounding


# Quotients


@pytest.mark.parametrize(
    ("kind", "equals", "tolerance", "holds"),
    [
        ("ratio", "0.67", "0.005", True),
        ("ratio", "0.66", "0.005", False),
        ("ratio", "0.67", "0.003", False),
        ("ratio", "0.67", "0", False),
        ("share", "66.7", "0.05", True),
        ("share", "66.6", "0.05", False),
        ("share", "67", "0.5", True),
    ],
)
def test_a_quotient_may_be_off_by_its_tolerance(
    kind: str, equals: str, tolerance: str, holds: bool
) -> None:
    assert check(kind, "2", "3", equals=equals, tolerance=tolerance).holds is holds


def test_a_quotient_is_exact_at_the_edge_of_its_tolerance() -> None:
    assert check("ratio", "1", "8", equals="0.13", tolerance="0.005").holds
    assert not check("ratio", "1", "8", equals="0.13", tolerance="0.00499999999").holds


@pytest.mark.parametrize("kind", ["ratio", "share"])
@pytest.mark.parametrize("zero", ["0", "0.00", "0E+6"])
def test_nothing_is_divided_by_zero(kind: str, zero: str) -> None:
    with pytest.raises(ZeroDivisionError):
        check(kind, "1", zero, equals="1")


def test_a_figure_that_is_not_there_cannot_be_added() -> None:
    reconciliation = Reconciliation(
        "x", ReconciliationKind.EQUAL, (EQUALS,), EQUALS, Decimal(0), Decimal(0)
    )
    with pytest.raises(KeyError):
        carry_out(reconciliation, {})


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        ("sum", {2, 3, 12}),
        ("difference", {2, 3, 12}),
        ("equal", {1}),
        ("share", {2}),
        ("shares", {2, 3, 12}),
        ("ratio", {2}),
        ("of_which", {1, 2, 3, 12}),
    ],
)
def test_each_kind_is_made_of_so_many_figures(kind: str, counts: set[int]) -> None:
    assert {n for n in (0, 1, 2, 3, 12) if ReconciliationKind(kind).takes(n)} == counts


def test_only_sums_differences_and_what_is_equal_are_rounded() -> None:
    rounded = {kind.value for kind in ReconciliationKind if kind.takes_rounding}
    assert rounded == {"sum", "difference", "equal", "shares"}


# Of all figures


@given(st.lists(amounts, min_size=2, max_size=8))
def test_a_sum_of_any_figures_is_exact(parts: list[Decimal]) -> None:
    assert check("sum", *parts, equals=sum(parts, Decimal(0))).holds


@given(st.lists(amounts, min_size=2, max_size=8), st.data())
def test_a_sum_fails_when_any_part_changes(parts: list[Decimal], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(parts) - 1))
    other = data.draw(amounts)
    assume(other != parts[index])
    total = sum(parts, Decimal(0))
    changed = [other if i == index else part for i, part in enumerate(parts)]
    found = check("sum", *changed, equals=total)
    assert not found.holds
    assert found.difference == Fraction(parts[index]) - Fraction(other)


@given(st.lists(amounts, min_size=2, max_size=8), amounts)
def test_a_sum_with_a_declared_rounding_fails_when_any_part_changes(
    parts: list[Decimal], change: Decimal
) -> None:
    assume(change != 0)
    total = sum(parts, Decimal(0)) + Decimal("0.01")
    assert check("sum", *parts, equals=total, rounding="0.01").holds
    changed = [parts[0] + change, *parts[1:]]
    assert not check("sum", *changed, equals=total, rounding="0.01").holds


@given(st.lists(st.decimals(-1000, 1000, places=6), min_size=2, max_size=8), st.integers(0, 5))
def test_figures_rounded_apart_never_differ_by_more_than_the_bound(
    parts: list[Decimal], places: int
) -> None:
    def rounded(value: Decimal) -> Decimal:
        return value.quantize(Decimal(1).scaleb(-places))

    found = check("sum", *map(rounded, parts), equals=rounded(sum(parts, Decimal(0))))
    assert found.could_be_rounding
