"""The shapes of statuses in pixels, drawn large and made smaller for smooth edges.

A stamp says of each pixel how much of it is covered, from 0 to 255; it has no colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import degrees

from PIL import Image, ImageChops, ImageDraw

from bilan.site.pictures.icons import BOX, Icon, Stroke

_LARGER = 4
_BORDER = _CORNER = 2 / 28
_SHAPE_IN_MARK = 18 / 28
"""Shares of the side of a mark, as on the pages."""


class Stamps:
    """Shapes and marks of any size; each is drawn once."""

    def __init__(self, icons: Mapping[str, Icon]) -> None:
        self._icons = icons
        self.shape, self.mark = cache(self._shape), cache(self._mark)

    def _shape(self, status_id: str, side: int) -> Image.Image:
        """The icon of a status, `side` pixels wide and high."""
        image = Image.new("L", (side * _LARGER, side * _LARGER))
        for stroke in self._icons[status_id].strokes:
            _draw(ImageDraw.Draw(image), stroke, side * _LARGER / BOX)
        return image.reduce(_LARGER)

    def _mark(self, status_id: str, is_filled: bool, side: int) -> Image.Image:
        """One target as a square: filled with a verdict, outlined without one."""
        large = side * _LARGER
        square = Image.new("L", (large, large))
        ImageDraw.Draw(square).rounded_rectangle(
            (0, 0, large - 1, large - 1),
            radius=large * _CORNER,
            fill=255 if is_filled else 0,
            outline=255,
            width=round(large * _BORDER),
        )
        inner = round(side * _SHAPE_IN_MARK)
        shape = Image.new("L", (side, side))
        shape.paste(self.shape(status_id, inner), ((side - inner) // 2,) * 2)
        join = ImageChops.subtract if is_filled else ImageChops.add
        return join(square.reduce(_LARGER), shape)


def _draw(draw: ImageDraw.ImageDraw, stroke: Stroke, scale: float) -> None:
    width = round(stroke.width * scale)
    if not stroke.circle:
        points = [(x * scale, y * scale) for x, y in stroke.points]
        draw.line(points, fill=255, width=width, joint="curve")
        return
    ((x, y),) = stroke.points
    outer = stroke.circle + stroke.width / 2
    box = ((x - outer) * scale, (y - outer) * scale, (x + outer) * scale, (y + outer) * scale)
    if not stroke.dashes:
        draw.ellipse(box, outline=255, width=width)
        return
    dash, gap = (degrees(length / stroke.circle) for length in stroke.dashes)
    start = 0.0
    while start < 360 - gap:
        draw.arc(box, start, start + dash, fill=255, width=width)
        start += dash + gap
