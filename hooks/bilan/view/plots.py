"""A trend as a drawing: points joined by a line on two axes, with its targets.

Places across are shares of the width and places down are pixels, so that the drawing
stretches without a script and its words keep their size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from bilan.formats import Formats, plain
from bilan.labels import Words
from bilan.model.indicators import Quantity
from bilan.model.promises import Comparison
from bilan.model.trends import Trend
from bilan.view.axes import TimeAxis, ValueAxis
from bilan.view.lengths import svg_length, svg_place, text_width
from bilan.view.placing import Board, Box
from bilan.view.plot_labels import SMALL_SIZE, TextView, Wish, written

HEIGHT, TOP, BASE = 226, 38, 200
"""Pixels: the whole drawing, its highest line, and the axis of time."""
NARROWEST, ROOMY = 264, 440
"""Pixels that a drawing, with the values of its lines, has at least: on the narrowest screen,
and on one that is not narrow."""
REACH, HALF_TICK = 6, 11
"""Pixels around the middle of a point and of a target's mark."""
YEAR_WIDTH = 36


@dataclass(frozen=True)
class PointView:
    x: str
    y: str
    label: TextView | None
    """None where there is no room for it on a narrow screen."""


@dataclass(frozen=True)
class SegmentView:
    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class LineView:
    """A line of the axis of values, and its value; empty for zero at the bottom."""

    y: str
    value: str


@dataclass(frozen=True)
class YearView:
    x: str
    name: str
    """Empty where years are too many to name each."""


@dataclass(frozen=True)
class PlotView:
    height: int
    base: int
    values_width: int
    """Pixels beside the drawing for the values of its lines."""
    lines: tuple[LineView, ...]
    years: tuple[YearView, ...]
    segments: tuple[SegmentView, ...]
    points: tuple[PointView, ...]
    targets: tuple[PointView, ...]


class Plot:
    """Draws one trend in one language."""

    def __init__(self, words: Words, trend: Trend) -> None:
        self._words, self._formats, self._trend = words, Formats(words), trend
        self._targets = [
            (day, promise, value) for day, promise in trend.targets for value in _values(promise)
        ]
        values = [point.value for point in trend.drawn] + [target[2] for target in self._targets]
        self._upright = ValueAxis.of(values, trend.indicator.unit)
        dates = [point.date for point in trend.drawn] + [day for day, _ in trend.targets]
        self._along = TimeAxis.of(dates)
        self._lines = tuple(self._value_lines())
        longest = max(text_width(line.value, SMALL_SIZE) for line in self._lines)
        self._values_width = round(longest) + 14
        self._width = NARROWEST - self._values_width

    def view(self) -> PlotView:
        points, targets = self._points(), self._marks()
        return PlotView(
            height=HEIGHT,
            base=BASE,
            values_width=self._values_width,
            lines=self._lines,
            years=tuple(self._years()),
            segments=tuple(SegmentView(a.x, a.y, b.x, b.y) for a, b in pairwise(points)),
            points=points,
            targets=targets,
        )

    # Axes

    def _down(self, value: Decimal) -> Fraction:
        return BASE - self._upright.share(value) * (BASE - TOP)

    def _value_lines(self) -> Iterator[LineView]:
        for value in self._upright.lines:
            is_bare = value == 0 and value == self._upright.low
            name = "" if is_bare else self._number(value)
            yield LineView(svg_place(self._down(value)), name)

    def _years(self) -> Iterator[YearView]:
        most = self._width // YEAR_WIDTH + 1
        named = self._along.named(most)
        for year in self._along.years:
            if year in named or len(self._along.years) <= 2 * most:
                x = svg_length(self._along.share(date(year, 1, 1)))
                yield YearView(x, str(year) if year in named else "")

    # Points and targets

    def _points(self) -> tuple[PointView, ...]:
        return tuple(
            PointView(
                svg_length(self._along.share(point.date)),
                svg_place(self._down(point.value)),
                self._labels[index],
            )
            for index, point in enumerate(self._trend.drawn)
        )

    def _marks(self) -> tuple[PointView, ...]:
        labels = self._labels[len(self._trend.drawn) :]
        return tuple(
            PointView(svg_length(self._along.share(day)), svg_place(self._down(value)), label)
            for (day, _, value), label in zip(self._targets, labels, strict=True)
        )

    @cached_property
    def _labels(self) -> list[TextView | None]:
        """Those of the points, then those of the targets.

        The last point and the first are written before those between them, and those before
        the targets.
        """
        board = Board(self._width, BASE)
        for box in self._boxes():
            board.take(box)
        wishes = [*self._wishes_of_points(), *self._wishes_of_targets()]
        last = len(self._trend.drawn) - 1
        order = sorted(range(len(wishes)), key=lambda index: (index != last, index))
        roomy = self._width + ROOMY - NARROWEST
        found = written(board, roomy, [wishes[index] for index in order])
        return [found[order.index(index)] for index in range(len(wishes))]

    def _boxes(self) -> Iterator[Box]:
        for point in self._trend.drawn:
            middle = float(self._down(point.value))
            across = self._along.share(point.date)
            yield Box(across, -REACH, REACH, middle - REACH, middle + REACH)
        for day, _, value in self._targets:
            middle = float(self._down(value))
            yield Box(self._along.share(day), -HALF_TICK, HALF_TICK, middle - 2, middle + 2)

    def _wishes_of_points(self) -> Iterator[Wish]:
        drawn = self._trend.drawn
        for index, point in enumerate(drawn):
            qualifier = self._formats.qualifier(point.qualifier)
            before, after = drawn[max(0, index - 1)], drawn[min(len(drawn) - 1, index + 1)]
            yield Wish(
                texts=(_joined(qualifier, self._number(point.value)),),
                across=self._along.share(point.date),
                down=self._down(point.value),
                is_result=True,
                is_rising=before.value <= after.value,
            )

    def _wishes_of_targets(self) -> Iterator[Wish]:
        """A range is written once, at its higher end."""
        unit, of = self._trend.indicator.unit, self._trend.indicator.of
        for day, promise, value in self._targets:
            comparator, figure = self._formats.comparison(promise, unit, of, "table")
            text = _joined(comparator, plain(figure.number))
            texts = (self._words("target_mark", figure=text), text)
            is_written = promise.high is None or value == promise.high
            across, down = self._along.share(day), self._down(value)
            yield Wish(texts if is_written else (), across, down, is_result=False)

    def _number(self, value: Decimal) -> str:
        quantity = Quantity(value, self._trend.indicator.unit)
        return plain(self._formats.quantity(quantity, "table").number)


def _values(promise: Comparison) -> tuple[Decimal, ...]:
    return (promise.value,) if promise.high is None else (promise.value, promise.high)


def _joined(words: str, number: str) -> str:
    return f"{words} {number}" if words else number
