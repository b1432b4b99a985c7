"""What is written beside the points and the targets of a trend, and on which screens."""

from __future__ import annotations

from fractions import Fraction

from bilan.view.placing import Board, Box
from bilan.view.plot_labels import Wish, written

NARROW, ROOMY, BOTTOM = 200, 600, 60


def wish(*texts: str, across: str = "1/2", is_result: bool = True) -> Wish:
    return Wish(texts or ("11,485",), Fraction(across), Fraction(30), is_result)


def test_results_are_written_above_and_targets_below_where_they_can() -> None:
    result, target = (
        written(Board(NARROW, BOTTOM), ROOMY, [wish(is_result=is_result)])[0]
        for is_result in (True, False)
    )
    assert result and float(result.y) < 30
    assert target and float(target.y) > 30


def test_what_has_no_room_in_a_narrow_drawing_is_written_in_others() -> None:
    places = ("1/2", "26/50", "27/50")
    labels = written(Board(NARROW, BOTTOM), ROOMY, [wish(across=across) for across in places])
    assert [label and label.is_roomy for label in labels] == [False, False, None]
    apart = ("1/2", "14/25", "31/50")
    labels = written(Board(NARROW, BOTTOM), ROOMY, [wish(across=across) for across in apart])
    assert [label and label.is_roomy for label in labels] == [False, False, True]


def test_with_less_room_fewer_words_are_written() -> None:
    board = Board(NARROW, BOTTOM)
    board.take(Box(Fraction(1), -80, 0, 0, BOTTOM))
    texts = ("target: at least 10,000", "at least 10,000")
    [label] = written(board, ROOMY, [wish(*texts, across="0", is_result=False)])
    assert label and label.text == "at least 10,000"


def test_what_has_nothing_to_say_is_not_written() -> None:
    assert written(Board(NARROW, BOTTOM), ROOMY, [Wish((), Fraction(0), Fraction(30), True)]) == [
        None
    ]
