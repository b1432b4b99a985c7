"""A picture in pixels, drawn with the font, the colours and the shapes of the site.

Each pixel is paper with so much of one colour, in a few steps: then a small file of few
colours needs no search for those that matter, and is the same each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageColor, ImageDraw

from bilan.site.pictures.palette import Palette
from bilan.site.pictures.stamps import Stamps
from bilan.site.pictures.typeface import Typeface
from bilan.view.pieces import StatusView

WIDTH, HEIGHT = 1200, 630
LINE = 1.15
"""The height of a line, as a share of the size of its letters."""
_STEPS = 12


@dataclass(frozen=True)
class Pens:
    """What every picture is drawn with."""

    typeface: Typeface
    palette: Palette
    stamps: Stamps


class Type(NamedTuple):
    """How words are written: pixels, 200 to 900, and a colour or its name in the palette."""

    size: int
    weight: int = 400
    colour: str = "ink"


class Canvas:
    """One picture. Lengths are pixels, and the y of words is that of their baseline."""

    def __init__(self, pens: Pens) -> None:
        self.pens = pens
        self._image = Image.new("L", (WIDTH, HEIGHT))
        self._draw = ImageDraw.Draw(self._image)
        self._colours: list[str] = []

    def box(self, x: int, y: int, width: int, height: int, colour: str) -> None:
        self._draw.rectangle((x, y, x + width - 1, y + height - 1), self._full(colour))

    def words(self, x: float, y: float, text: str, form: Type) -> float:
        """Returns the x at which they end."""
        font = self.pens.typeface.font(form.size, form.weight)
        left, top, right, bottom = (round(edge) for edge in font.getbbox(text, anchor="ls"))
        stamp = Image.new("L", (max(1, right - left), max(1, bottom - top)))
        ImageDraw.Draw(stamp).text((-left, -top), text, font=font, fill=255, anchor="ls")
        self._stamp(round(x) + left, round(y) + top, stamp, form.colour)
        return x + self.pens.typeface.width(text, form.size, form.weight)

    def paragraph(self, x: int, top: int, text: str, width: int, form: Type) -> int:
        """Even lines from `top` on; returns the y below them."""
        lines = self.pens.typeface.lines(text, form.size, form.weight, width)
        for index, line in enumerate(lines):
            self.words(x, top + form.size * (0.86 + LINE * index), line, form)
        return round(top + form.size * LINE * len(lines))

    def shape(self, x: float, y: float, status: StatusView, side: int) -> None:
        stamp = self.pens.stamps.shape(status.id, side)
        self._stamp(round(x), round(y), stamp, self.pens.palette.status(status.id))

    def mark(self, x: int, y: int, status: StatusView, side: int) -> None:
        stamp = self.pens.stamps.mark(status.id, status.is_verdict, side)
        self._stamp(x, y, stamp, self.pens.palette.status(status.id))

    def pill(self, x: int, y: int, status: StatusView, words: str, size: int) -> int:
        """The status with its border; returns the x at which it ends."""
        colour, side = self.pens.palette.status(status.id), round(size * 16 / 15)
        height, inner = round(size * 1.75), round(size * 0.45)
        start = x + inner + side + inner
        end = round(start + self.pens.typeface.width(words, size, 600) + size * 0.6)
        if status.id == "to_be_determined":
            for dash in _dashes(x, y, end, y + height):
                self._draw.rectangle(dash, self._full(colour))
        else:
            edges = (x, y, end, y + height)
            self._draw.rounded_rectangle(edges, 4, outline=self._full(colour), width=3)
        self.shape(x + inner, y + (height - side) / 2, status, side)
        self.words(start, y + height / 2 + size * 0.33, words, Type(size, 600, colour))
        return end

    def png(self) -> bytes:
        """Nothing in it tells when it was made."""
        image = Image.frombytes("P", self._image.size, self._image.tobytes())
        image.putpalette(bytes(self._shades()))
        file = BytesIO()
        image.save(file, "PNG", compress_level=7)
        return file.getvalue()

    def _stamp(self, x: int, y: int, stamp: Image.Image, colour: str) -> None:
        self._image.paste(stamp.point(_table(self._number(colour))), (x, y), stamp.point(_COVERED))

    def _full(self, colour: str) -> int:
        return self._number(colour) * _STEPS + _STEPS - 1

    def _number(self, colour: str) -> int:
        shown = self.pens.palette.tokens.get(colour, colour)
        if shown not in self._colours:
            self._colours.append(shown)
        return self._colours.index(shown)

    def _shades(self) -> Iterator[int]:
        """Red, green and blue of each step from paper to each colour."""
        paper = ImageColor.getrgb(self.pens.palette["paper"])[:3]
        for colour in self._colours:
            full = ImageColor.getrgb(colour)[:3]
            for step in range(_STEPS):
                share = step / (_STEPS - 1)
                yield from (round(p + (f - p) * share) for p, f in zip(paper, full, strict=True))


_COVERED = [0 if covered * _STEPS < 256 else 255 for covered in range(256)]


@cache
def _table(number: int) -> list[int]:
    """From how much of a pixel is covered to its step in the colour of a number."""
    return [number * _STEPS + covered * _STEPS // 256 for covered in range(256)]


def _dashes(left: int, top: int, right: int, bottom: int) -> Iterator[tuple[int, int, int, int]]:
    """The dashes of a border 3 pixels wide."""
    for x in range(left, right, 14):
        for y in (top, bottom - 2):
            yield x, y, min(x + 8, right), y + 2
    for y in range(top, bottom, 14):
        for x in (left, right - 2):
            yield x, y, x + 2, min(y + 8, bottom)
