"""The shapes of statuses, read from the sprite of the pages, which holds them once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

SPRITE = "overrides/partials/sprite.html"
BOX, STROKE = 16, 2.0
"""Pixels: the side of a shape, and the width of its lines where it says no other."""
_COMMAND = re.compile(r"([MmLlHhVv])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")

Point = tuple[float, float]


@dataclass(frozen=True)
class Stroke:
    """A line through points; `circle` holds the radius around the one point of a circle."""

    points: tuple[Point, ...]
    width: float
    circle: float = 0
    dashes: tuple[float, ...] = ()
    """Lengths of a dash and of the gap after it; empty for a line that has no gaps."""


@dataclass(frozen=True)
class Icon:
    markup: str
    """The elements within the symbol, as SVG."""
    strokes: tuple[Stroke, ...]


def read_icons(root: Path) -> Mapping[str, Icon]:
    """By status; of the repository at `root`.

    Raises:
        ValueError: when a shape is made of more than straight lines and circles.
    """
    sprite = ElementTree.fromstring((root / SPRITE).read_text(encoding="utf-8"))
    return {symbol.attrib["id"].removeprefix("icon-"): _icon(symbol) for symbol in sprite}


def _icon(symbol: ElementTree.Element) -> Icon:
    markup = "".join(ElementTree.tostring(shape, encoding="unicode").strip() for shape in symbol)
    return Icon(markup, tuple(stroke for shape in symbol for stroke in _strokes(shape)))


def _strokes(shape: ElementTree.Element) -> Iterator[Stroke]:
    width = float(shape.get("stroke-width", STROKE))
    dashes = tuple(float(length) for length in shape.get("stroke-dasharray", "").split())
    if shape.tag == "circle":
        middle = (float(shape.attrib["cx"]), float(shape.attrib["cy"]))
        yield Stroke((middle,), width, float(shape.attrib["r"]), dashes)
    elif shape.tag == "path":
        yield from (Stroke(points, width, dashes=dashes) for points in _lines(shape.attrib["d"]))
    else:
        raise ValueError(f"{SPRITE}: <{shape.tag}>")


def _lines(path: str) -> Iterator[tuple[Point, ...]]:
    """The lines of a path of the commands M, L, H and V."""
    if _COMMAND.sub("", path).strip():
        raise ValueError(f"{SPRITE}: {path}")
    x = y = 0.0
    line: list[Point] = []
    for command, rest in _COMMAND.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        is_relative, kind = command.islower(), command.upper()
        if kind == "M":
            if len(line) > 1:
                yield tuple(line)
            line = []
        for across, down in _steps(kind, numbers):
            x = across if across is not None and not is_relative else x + (across or 0)
            y = down if down is not None and not is_relative else y + (down or 0)
            line.append((x, y))
    yield tuple(line)


def _steps(kind: str, numbers: list[float]) -> Iterator[tuple[float | None, float | None]]:
    """Across and down; None where a command says nothing of one of them."""
    if kind == "H":
        yield from ((number, None) for number in numbers)
    elif kind == "V":
        yield from ((None, number) for number in numbers)
    else:
        yield from zip(numbers[::2], numbers[1::2], strict=True)
