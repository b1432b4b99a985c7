"""Places for the labels of a drawing that is as wide as its page lets it be.

Across, a label stands at a share of the width; everything else is in pixels. What does not
touch in the narrowest drawing does not touch in any wider one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

GAP, MARGIN = 4, 6
"""Pixels that are left free between labels, and that they may reach beyond the drawing."""


@dataclass(frozen=True)
class Box:
    """What a dot, a line or a label takes up; `left` to `bottom` are pixels around its place."""

    across: Fraction
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Spot:
    """One way to set a label: its anchor, how far it is moved, and the baseline of its words."""

    anchor: str
    shift: int
    baseline: float
    box: Box


@dataclass(frozen=True)
class Label:
    """A label to be placed: how wide and how high it is, and what it belongs to."""

    width: float
    height: float
    across: Fraction
    down: float
    """Where the middle of its dot or line stands."""
    distance: float
    """How far above or below that its words keep."""

    def spots(self, is_rising: bool) -> Iterable[Spot]:
        """From the best to the last; a rising line leaves room at the upper left."""
        sides = ("end", "start") if is_rising else ("start", "end")
        for is_above in (True, False):
            for anchor in ("middle", *(sides if is_above else reversed(sides))):
                yield self._spot(anchor, is_above)

    def _spot(self, anchor: str, is_above: bool) -> Spot:
        top = self.down - self.distance - self.height if is_above else self.down + self.distance
        shift = {"middle": 0, "start": -6, "end": 6}[anchor]
        left = {"middle": -self.width / 2, "start": 0.0, "end": -self.width}[anchor] + shift
        box = Box(self.across, left, left + self.width, top, top + self.height)
        return Spot(anchor, shift, top + self.height * 0.8, box)


class Board:
    """A drawing with what already stands in it."""

    def __init__(self, narrowest: int, bottom: float, taken: list[Box] | None = None) -> None:
        """`narrowest` is its least width; no label reaches below `bottom`."""
        self._narrowest, self._bottom = narrowest, bottom
        self._taken = [] if taken is None else taken

    def widened(self, narrowest: int) -> Board:
        """The same drawing where it is never narrower than this."""
        return Board(narrowest, self._bottom, self._taken)

    def take(self, box: Box) -> None:
        self._taken.append(box)

    def place(self, spots: Iterable[Spot]) -> Spot | None:
        """The first spot that is free, which is then taken; None where none is."""
        spot = next((spot for spot in spots if self._is_free(spot.box)), None)
        if spot:
            self.take(spot.box)
        return spot

    def _is_free(self, box: Box) -> bool:
        if box.top < 0 or box.bottom > self._bottom:
            return False
        across = box.across * self._narrowest
        if across + box.left < -MARGIN or across + box.right > self._narrowest + MARGIN:
            return False
        return not any(self._touch(box, other) for other in self._taken)

    def _touch(self, one: Box, other: Box) -> bool:
        if one.bottom <= other.top or other.bottom <= one.top:
            return False
        first, second = (one, other) if one.across <= other.across else (other, one)
        between = (second.across - first.across) * self._narrowest
        if first.across == second.across and second.right + GAP <= first.left:
            return False
        return between + second.left - first.right < GAP
