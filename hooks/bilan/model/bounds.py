"""The values that a figure stands for and those that a target asks for, as stretches of a line."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

Edge = tuple[Decimal, int]
"""A place on the line: at a value (0), just below it (-1) or just above it (1)."""

_LOWEST: Edge = (Decimal("-Infinity"), 0)
_HIGHEST: Edge = (Decimal("Infinity"), 0)


@dataclass(frozen=True)
class Bounds:
    """All values from one edge to the other."""

    low: Edge = _LOWEST
    high: Edge = _HIGHEST

    @staticmethod
    def of(word: str, value: Decimal) -> Bounds:
        """Those of "at_least" and the like, as a target or a source says it."""
        match word:
            case "at_least":
                return Bounds(low=(value, 0))
            case "more_than":
                return Bounds(low=(value, 1))
            case "at_most":
                return Bounds(high=(value, 0))
            case "less_than":
                return Bounds(high=(value, -1))
            case "exactly":
                return Bounds((value, 0), (value, 0))
        assert word == "about"
        return Bounds()

    def lie_within(self, others: Bounds) -> bool:
        return others.low <= self.low and self.high <= others.high

    def lie_outside(self, others: Bounds) -> bool:
        return self.high < others.low or others.high < self.low
