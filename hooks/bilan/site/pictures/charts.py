"""The trend of an indicator as a picture of its own, with a fixed width."""

from __future__ import annotations

from dataclasses import dataclass

from bilan.labels import Words
from bilan.site.pictures.badges import ROOM
from bilan.site.pictures.typeface import Typeface
from bilan.view.embeds import EmbedView
from bilan.view.plots import PlotView

WIDTH, MARGIN = 640, 24
_NAME_SIZE, _NAME_LINE, _KEY_SIZE, _KEY_LINE = 20, 26, 14, 19


@dataclass(frozen=True)
class ChartDrawing:
    """Lengths are pixels; each line of words has the height of its baseline."""

    width: int
    height: int
    name: tuple[tuple[str, int], ...]
    key: tuple[tuple[str, int], ...]
    plot: PlotView
    plot_y: int
    plot_width: int


class ChartPictures:
    def __init__(self, typeface: Typeface, words: Words) -> None:
        self._typeface, self._words = typeface, words

    def drawing(self, view: EmbedView, site_name: str) -> ChartDrawing | None:
        """None where the indicator has no trend."""
        if not view.trend:
            return None
        plot, words = view.trend.plot, self._words
        keys = [words("trend_key"), *([words("trend_key_targets")] if plot.targets else [])]
        name = self._written(view.name, _NAME_SIZE, 600, _NAME_LINE, 16)
        plot_y = name[-1][1] + 14
        below = plot_y + plot.height + 14
        key = self._written(" ".join(keys), _KEY_SIZE, 400, _KEY_LINE, below)
        source = f"{words('embed_source')} {site_name}"
        key = (*key, *self._written(source, _KEY_SIZE, 400, _KEY_LINE, key[-1][1]))
        width = WIDTH - 2 * MARGIN - plot.values_width - 16
        return ChartDrawing(WIDTH, key[-1][1] + 20, name, key, plot, plot_y, width)

    def _written(
        self, text: str, size: int, weight: int, line: int, y: int
    ) -> tuple[tuple[str, int], ...]:
        lines = self._typeface.lines(text, size, weight, (WIDTH - 2 * MARGIN) / ROOM)
        return tuple((words, y + line * (index + 1)) for index, words in enumerate(lines))
