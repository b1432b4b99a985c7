"""What a target is: a comparison, words, or nothing yet."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum

from bilan.model.bounds import Bounds
from bilan.model.indicators import Statement


class Comparator(StrEnum):
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    EXACTLY = "exactly"
    BETWEEN = "between"


@dataclass(frozen=True)
class Comparison:
    """A target in figures: the comparator and the value the result is held against."""

    comparator: Comparator
    value: Decimal
    high: Decimal | None = None
    """Upper bound of `between`, which is a closed range."""

    @property
    def bounds(self) -> Bounds:
        """The results for which the comparison holds."""
        if self.high is not None:
            return Bounds((self.value, 0), (self.high, 0))
        return Bounds.of(self.comparator, self.value)

    def holds_for(self, result: Decimal) -> bool:
        return Bounds.of(Comparator.EXACTLY, result).lie_within(self.bounds)

    @property
    def can_be_reached_early(self) -> bool:
        """A minimum stays reached as more is done; other comparisons are open to the end."""
        return self.comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN)


class Absent(Enum):
    """Why there is no promise to compare with."""

    TO_BE_DETERMINED = "to_be_determined"
    NO_TARGET = "no_target"


TO_BE_DETERMINED = Absent.TO_BE_DETERMINED
NO_TARGET = Absent.NO_TARGET

Promise = Comparison | Statement | Absent
