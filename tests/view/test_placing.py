"""Labels that do not touch, however wide the drawing is."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bilan.view.placing import Board, Box, Label

NARROW, BOTTOM = 200, 190
_LABELS = st.lists(
    st.builds(
        Label,
        width=st.integers(10, 150).map(float),
        height=st.just(17.0),
        across=st.fractions(0, 1, max_denominator=500),
        down=st.integers(0, BOTTOM).map(float),
        distance=st.just(8.0),
    ),
    max_size=8,
)


def label(across: str, width: float = 40, down: float = 100) -> Label:
    return Label(width, 17, Fraction(across), down, 8)


def touch(one: Box, other: Box, width: int) -> bool:
    left, right = (float(box.across) * width for box in (one, other))
    beside = left + one.right <= right + other.left or right + other.right <= left + one.left
    return not beside and one.top < other.bottom and other.top < one.bottom


@given(_LABELS, st.booleans())
def test_what_is_placed_for_a_narrow_screen_does_not_touch_on_any_wider_one(
    labels: list[Label], is_rising: bool
) -> None:
    board = Board(NARROW, BOTTOM)
    spots = [board.place(each.spots(is_rising)) for each in labels]
    boxes = [spot.box for spot in spots if spot]
    for width in (NARROW, NARROW + 1, 280, 640, 1120):
        assert not any(touch(one, other, width) for one, other in combinations(boxes, 2))


@given(_LABELS)
def test_what_is_placed_stays_in_the_drawing(labels: list[Label]) -> None:
    board = Board(NARROW, BOTTOM)
    spots = [board.place(each.spots(is_rising=True)) for each in labels]
    for box in (spot.box for spot in spots if spot):
        assert box.top >= 0 and box.bottom <= BOTTOM
        assert float(box.across) * NARROW + box.left >= -6
        assert float(box.across) * NARROW + box.right <= NARROW + 6


def test_a_label_stands_above_its_dot_where_it_can() -> None:
    spot = Board(NARROW, BOTTOM).place(label("1/2").spots(is_rising=True))
    assert spot and (spot.anchor, spot.box.bottom) == ("middle", 92)


def test_at_the_edges_a_label_is_set_inwards() -> None:
    board = Board(NARROW, BOTTOM)
    spots = [board.place(label(at).spots(is_rising=True)) for at in ("0", "1")]
    assert [spot and spot.anchor for spot in spots] == ["start", "end"]


def test_a_label_goes_below_where_it_has_no_room_above() -> None:
    spot = Board(NARROW, BOTTOM).place(label("1/2", down=10).spots(is_rising=True))
    assert spot and spot.box.top == 18


def test_a_label_without_any_room_is_left_out() -> None:
    assert Board(NARROW, BOTTOM).place(label("1/2", width=400).spots(is_rising=True)) is None
