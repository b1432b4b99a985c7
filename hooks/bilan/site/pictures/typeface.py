"""The font of the site, to measure words and to draw them."""

from __future__ import annotations

from functools import cache
from itertools import count
from pathlib import Path

from PIL import ImageFont

FONT = "overrides/assets/fonts/source-sans-3-latin.woff2"
FAMILY = "'Source Sans 3', -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
"""For pictures that browsers draw: they have the first font only where a reader installed it."""


class Typeface:
    """One font file at every size (pixels) and weight (200 to 900)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.font, self._advance = cache(self._font), cache(self._advances)

    def _font(self, size: int, weight: int) -> ImageFont.FreeTypeFont:
        # The other layout engine depends on a library that machines have or lack.
        font = ImageFont.truetype(self._path, size, layout_engine=ImageFont.Layout.BASIC)
        font.set_variation_by_axes([weight])
        return font

    def width(self, text: str, size: int, weight: int) -> float:
        return sum(self._advance(character, size, weight) for character in text)

    def _advances(self, character: str, size: int, weight: int) -> float:
        return self.font(size, weight).getlength(character)

    def lines(self, text: str, size: int, weight: int, width: float) -> list[str]:
        """The text in as few lines as `width` lets it have, and these as even as can be.

        A line breaks at spaces alone, never at a no-break space; a word that is longer than
        a line stands out.
        """
        fewest = self._filled(text, size, weight, width)
        if len(fewest) == 1:
            return fewest
        low, high = width / 2, width
        while high - low > size / 4:
            middle = (low + high) / 2
            fits = len(self._filled(text, size, weight, middle)) == len(fewest)
            low, high = (low, middle) if fits else (middle, high)
        return self._filled(text, size, weight, high)

    def _filled(self, text: str, size: int, weight: int, width: float) -> list[str]:
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".lstrip(" ")
            if lines[-1] and self.width(longer, size, weight) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def longest(self, lines: list[str], size: int, weight: int) -> float:
        return max(self.width(line, size, weight) for line in lines)

    def fitting(self, text: str, weight: int, largest: int, width: int, height: int) -> int:
        """The largest size at which a text stays within a box, with lines 1.15 times as high."""
        for size in count(largest, -2):
            lines = self.lines(text, size, weight, width)
            is_within = self.longest(lines, size, weight) <= width
            if size <= 12 or (is_within and len(lines) * size * 1.15 <= height):
                return size
        raise AssertionError("sizes come to an end")
