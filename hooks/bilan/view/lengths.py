"""Lengths and places in a drawing."""

from __future__ import annotations

from fractions import Fraction


def svg_length(share: Fraction) -> str:
    """A share of a drawing's width, to a hundredth of a percent: "55.57%"."""
    return f"{round(float(share) * 100, 2):g}%"


def svg_place(pixels: Fraction | int) -> str:
    """A height, to a tenth of a pixel: "83.2"."""
    return f"{round(float(pixels), 1):g}"


_NARROW, _WIDE = " \u00a0.,:;’'ijlrtf()|", "mwMW%"
_EMS = ((_NARROW, 0.3), (_WIDE, 0.88))
_USUAL, _BOLDER = 0.56, 1.06


def text_width(text: str, size: int, is_bold: bool = False) -> float:
    """Pixels that a text takes up at most, in the font of the site and in those like it."""
    ems = sum(
        next((em for characters, em in _EMS if character in characters), _USUAL)
        for character in text
    )
    return ems * size * (_BOLDER if is_bold else 1)
