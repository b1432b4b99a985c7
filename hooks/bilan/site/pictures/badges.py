"""The badge of an indicator: its latest result as a small picture, laid out line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bilan.site.pictures.typeface import Typeface
from bilan.view.embeds import EmbedView
from bilan.view.pieces import FigureView

WIDTH, MARGIN, TOP = 360, 18, 15
ROOM, ROOM_OF_STATUS = 1.14, 1.08
"""How much wider words may be in the fonts that readers have instead of the site's own; the
words of a status are bold, and bold letters differ less."""
_INNER = (WIDTH - 2 * MARGIN) / ROOM


@dataclass(frozen=True)
class Style:
    size: int
    weight: int
    height: int
    """From one baseline to the next."""
    ink: str = "ink"
    """Of the palette."""


_NAME, _NUMBER, _UNIT = Style(17, 600, 22), Style(34, 700, 38), Style(17, 600, 22)
_WORDS, _SMALL = Style(20, 400, 26), Style(14, 400, 18, "ink-2")
_PILL = Style(15, 600, 20)
_PILL_SIDES = 6 + 16 + 6 + 9


@dataclass(frozen=True)
class Run:
    """Words in one style."""

    text: str
    style: Style


@dataclass(frozen=True)
class Line:
    runs: tuple[Run, ...]
    y: int
    """Of the baseline."""


@dataclass(frozen=True)
class Pill:
    """The status with its border."""

    y: int
    width: int
    height: int
    lines: tuple[tuple[str, int], ...]
    """Each with the height of its baseline."""
    style: Style = _PILL


@dataclass(frozen=True)
class BadgeDrawing:
    """Lengths are pixels."""

    width: int
    height: int
    lines: tuple[Line, ...]
    pill: Pill
    margin: int = MARGIN


class Badges:
    """Lays badges out in lines that are as wide as the font of the site makes them, with room."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface

    def drawing(self, view: EmbedView, site_name: str) -> BadgeDrawing:
        lines: list[Line] = []
        y = self._add(lines, TOP, self._runs(view.name, _NAME))
        y = self._add(lines, y + 3, self._figure(view.figure))
        pill = self._pill(view.verdict, y + 11)
        y = pill.y + pill.height + 7
        y = self._add(lines, y, self._runs(view.target, _SMALL) if view.target else ())
        y = self._add(lines, y, self._source(view.date, site_name))
        return BadgeDrawing(WIDTH, y + 13, tuple(lines), pill)

    def _add(self, lines: list[Line], y: int, added: Iterator[Line] | tuple[Line, ...]) -> int:
        """Puts lines below `y`; returns the y below them."""
        for line in added:
            y += max(run.style.height for run in line.runs)
            lines.append(Line(line.runs, y - 4))
        return y

    def _runs(self, text: str, style: Style) -> Iterator[Line]:
        for words in self._typeface.lines(text, style.size, style.weight, _INNER):
            yield Line((Run(words, style),), 0)

    def _source(self, date: str, site_name: str) -> Iterator[Line]:
        whole = Run(f"{date} · {site_name}", _SMALL)
        if self._width(whole) <= _INNER:
            yield Line((whole,), 0)
        else:
            yield from self._runs(date, _SMALL)
            yield from self._runs(site_name, _SMALL)

    def _figure(self, figure: FigureView) -> Iterator[Line]:
        """The number beside its words where they have room there, else between them."""
        details = ", ".join(figure.details)
        if not figure.number:
            yield from self._runs(figure.words, _WORDS)
        else:
            before, after = Run(figure.comparator, _UNIT), Run(figure.unit, _UNIT)
            runs = tuple(run for run in (before, Run(figure.number, _NUMBER), after) if run.text)
            if sum(self._width(run) + 6 for run in runs) <= _INNER:
                yield Line(runs, 0)
            else:
                if figure.comparator:
                    yield Line((before,), 0)
                yield Line((Run(figure.number, _NUMBER),), 0)
                yield from self._runs(figure.unit, _UNIT) if figure.unit else ()
        if details:
            yield from self._runs(details, _SMALL)

    def _width(self, run: Run) -> float:
        return self._typeface.width(run.text, run.style.size, run.style.weight)

    def _pill(self, verdict: str, y: int) -> Pill:
        room = _INNER - _PILL_SIDES
        lines = self._typeface.lines(verdict, _PILL.size, _PILL.weight, room)
        longest = self._typeface.longest(lines, _PILL.size, _PILL.weight)
        height = _PILL.height * len(lines) + 6
        written = ((words, y + 18 + _PILL.height * index) for index, words in enumerate(lines))
        return Pill(y, round(longest * ROOM_OF_STATUS) + _PILL_SIDES, height, tuple(written))
