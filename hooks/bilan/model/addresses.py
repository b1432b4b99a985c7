"""The address of one figure in the data: `portfolio/total/funding`."""

from __future__ import annotations

from typing import NamedTuple


class Address(NamedTuple):
    """`table/row/column`, or `scorecard/indicator/part`."""

    document: str
    entry: str
    part: str

    @staticmethod
    def parse(text: str) -> Address | None:
        """None when the text does not have the form of an address."""
        steps = text.split("/")
        return Address(*steps) if len(steps) == 3 and all(steps) else None

    def holds(self, other: Address) -> bool:
        """Whether the other is the same, or a figure in the words of this one."""
        same_entry = self[:2] == other[:2]
        return same_entry and f"{other.part}.".startswith(f"{self.part}.")

    def __str__(self) -> str:
        return "/".join(self)
