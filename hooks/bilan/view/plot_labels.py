"""The words beside the points and the targets of a trend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bilan.view.lengths import svg_length, svg_place, text_width
from bilan.view.placing import Board, Label

SIZE, SMALL_SIZE = 15, 14
"""Pixels: the bold words of results, and all others."""
DISTANCE = 7
"""Pixels between a mark and its words."""


@dataclass(frozen=True)
class TextView:
    """Words at a place: how far across, moved by some pixels, and how far down."""

    text: str
    x: str
    shift: int
    y: str
    anchor: str
    is_roomy: bool
    """Shown only where the drawing is not narrow."""


@dataclass(frozen=True)
class Wish:
    """Words for one mark of a drawing."""

    texts: tuple[str, ...]
    """What to write, and what to write instead where there is less room."""
    across: Fraction
    down: Fraction
    is_result: bool
    """Results are bold and stand above their points; targets stand below their marks."""
    is_rising: bool = False
    """Whether the line rises here, which leaves more room at the upper left."""


def written(board: Board, roomy: int, wishes: Sequence[Wish]) -> list[TextView | None]:
    """What is written of each wish, the first of them first.

    What has no room in the narrowest drawing is written where it is at least `roomy` wide;
    without room there, it is not written.
    """
    found: list[TextView | None] = [None] * len(wishes)
    for is_roomy in (False, True):
        place = board.widened(roomy) if is_roomy else board
        for index, wish in enumerate(wishes):
            found[index] = found[index] or _write(place, wish, is_roomy)
    return found


def _write(board: Board, wish: Wish, is_roomy: bool) -> TextView | None:
    size = SIZE if wish.is_result else SMALL_SIZE
    for text in wish.texts:
        width = text_width(text, size, is_bold=wish.is_result)
        spots = list(
            Label(width, size + 2, wish.across, float(wish.down), DISTANCE).spots(wish.is_rising)
        )
        spot = board.place(spots if wish.is_result else reversed(spots))
        if spot:
            x, y = svg_length(spot.box.across), svg_place(Fraction(spot.baseline))
            return TextView(text, x, spot.shift, y, spot.anchor, is_roomy)
    return None
