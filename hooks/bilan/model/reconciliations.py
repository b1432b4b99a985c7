"""What must add up: a printed figure against the one computed from others.

A difference is put down to rounding only when it is declared to the last digit and no larger
than figures rounded to their last printed digits can make it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bilan.model.addresses import Address
from bilan.model.indicators import Quantity, UnitKind

WHOLE = Decimal(100)
"""What shares make together, in percent."""


class ReconciliationKind(StrEnum):
    SUM = "sum"
    DIFFERENCE = "difference"
    EQUAL = "equal"
    SHARE = "share"
    """The first in percent of the second."""
    SHARES = "shares"
    """Shares of one whole: together 100%."""
    RATIO = "ratio"
    """The first divided by the second."""
    OF_WHICH = "of_which"
    """Parts that cannot be more than their whole."""

    @property
    def is_quotient(self) -> bool:
        return self in (ReconciliationKind.SHARE, ReconciliationKind.RATIO)

    @property
    def takes_rounding(self) -> bool:
        return not self.is_quotient and self is not ReconciliationKind.OF_WHICH

    def takes(self, count: int) -> bool:
        """Whether the kind can be computed from so many figures."""
        if self is ReconciliationKind.EQUAL:
            return count == 1
        if self.is_quotient:
            return count == 2
        return count >= (1 if self is ReconciliationKind.OF_WHICH else 2)


@dataclass(frozen=True)
class Reconciliation:
    """One check of one printed figure."""

    id: str
    kind: ReconciliationKind
    of: tuple[Address, ...]
    equals: Address | None
    """The printed figure; None for shares, which make 100."""
    rounding: Decimal
    """Printed less computed, where rounding explains it."""
    tolerance: Decimal
    """For a quotient: how far the printed figure may be from it."""


@dataclass(frozen=True)
class Check:
    """A reconciliation, carried out."""

    reconciliation: Reconciliation
    printed: Decimal
    computed: Fraction
    most_from_rounding: Decimal
    """The largest difference that figures rounded to their last digits can make."""

    @property
    def difference(self) -> Fraction:
        """Printed less computed."""
        return Fraction(self.printed) - self.computed

    @property
    def holds(self) -> bool:
        kind = self.reconciliation.kind
        if kind is ReconciliationKind.OF_WHICH:
            return self.difference >= 0
        if kind.is_quotient:
            return abs(self.difference) <= Fraction(self.reconciliation.tolerance)
        return self.difference == Fraction(self.reconciliation.rounding)

    @property
    def is_rounded(self) -> bool:
        return self.holds and self.reconciliation.rounding != 0

    @property
    def could_be_rounding(self) -> bool:
        return abs(self.difference) <= Fraction(self.most_from_rounding)

    @property
    def rounding_is_too_large(self) -> bool:
        return abs(self.reconciliation.rounding) > self.most_from_rounding


def carry_out(reconciliation: Reconciliation, figures: Mapping[Address, Quantity]) -> Check:
    """
    Raises:
        ZeroDivisionError: for a quotient whose second figure is zero.
        KeyError: for an address without a figure.
    """
    parts = [figures[address] for address in reconciliation.of]
    printed = figures[reconciliation.equals] if reconciliation.equals else None
    rounded = [*parts, printed] if printed else parts
    return Check(
        reconciliation,
        printed.value if printed else WHOLE,
        _computed(reconciliation.kind, [Fraction(part.value) for part in parts]),
        sum((_half_a_last_digit(quantity) for quantity in rounded), Decimal(0)),
    )


def _computed(kind: ReconciliationKind, parts: Sequence[Fraction]) -> Fraction:
    first, *others = parts
    match kind:
        case ReconciliationKind.DIFFERENCE:
            return first - sum(others)
        case ReconciliationKind.RATIO:
            return first / others[0]
        case ReconciliationKind.SHARE:
            return 100 * first / others[0]
    return sum(parts, Fraction(0))


def _half_a_last_digit(quantity: Quantity) -> Decimal:
    """Half a unit of the last digit that was typed: 50,000 for 145.2 million.

    What is counted is not rounded.
    """
    if quantity.unit.kind is UnitKind.COUNT:
        return Decimal(0)
    return Decimal(5).scaleb(int(quantity.value.as_tuple().exponent) - 1)
