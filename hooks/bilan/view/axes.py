"""The two axes of a trend: values from zero, and true time."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from bilan.model.indicators import Unit, UnitKind

MOST_STEPS = 3
_ROUND_STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "4", "5", "10"))
_EVEN_STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10"))
"""Steps that lead to 100."""
_STEPS_OF_YEARS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True)
class ValueAxis:
    """Holds zero and every value; its lines stand at round numbers."""

    low: Decimal
    high: Decimal
    step: Decimal

    @staticmethod
    def of(values: Collection[Decimal], unit: Unit) -> ValueAxis:
        low, high = min(Decimal(0), *values), max(Decimal(0), *values)
        step = _step((high - low) / MOST_STEPS, unit)
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = max(first + 1, (high / step).to_integral_value(ROUND_CEILING))
        return ValueAxis(first * step, last * step, step)

    @property
    def lines(self) -> tuple[Decimal, ...]:
        count = int((self.high - self.low) / self.step)
        return tuple(self.low + self.step * index for index in range(count + 1))

    def share(self, value: Decimal) -> Fraction:
        """How far up the axis a value stands: from 0 to 1."""
        return Fraction(value - self.low) / Fraction(self.high - self.low)


def _step(least: Decimal, unit: Unit) -> Decimal:
    """The smallest round number that is not below `least`; things are counted in whole ones."""
    steps = _EVEN_STEPS if unit.kind is UnitKind.PERCENT else _ROUND_STEPS
    is_whole = unit.kind is UnitKind.COUNT
    if least <= 0 or (is_whole and least < 1):
        return Decimal(1)
    scaled = (step.scaleb(least.adjusted()) for step in steps)
    return next(s for s in scaled if s >= least and not (is_whole and s != s.to_integral()))


@dataclass(frozen=True)
class TimeAxis:
    """From the first of January of one year to that of another."""

    first: int
    last: int

    @staticmethod
    def of(dates: Iterable[date]) -> TimeAxis:
        years = [day.year for day in dates]
        return TimeAxis(min(years), max(years) + 1)

    @property
    def years(self) -> range:
        return range(self.first, self.last + 1)

    def named(self, most: int) -> range:
        """The years to name where there is room for so many names."""
        step = next((s for s in _STEPS_OF_YEARS if (self.last - self.first) // s < most), None)
        return range(self.first, self.last + 1, step or _STEPS_OF_YEARS[-1])

    def share(self, day: date) -> Fraction:
        """How far along the axis a day stands: from 0 to 1."""
        start = date(self.first, 1, 1)
        return Fraction((day - start).days, (date(self.last, 1, 1) - start).days)
