"""Cards: what stands for a page where its address is shared. Titles shrink, and are never cut."""

from __future__ import annotations

from dataclasses import dataclass

from bilan.site.pictures.canvas import HEIGHT, LINE, WIDTH, Canvas, Pens, Type
from bilan.view.embeds import EmbedView
from bilan.view.pieces import FigureView, ScorecardView, StatusView

MARGIN, TOP, BOTTOM = 72, 138, 574
_INNER = WIDTH - 2 * MARGIN
_GAP = 0.22
"""Between two marks, as a share of their side."""
_HEIGHT_OF_DIGITS = 0.67
"""A share of the size of bold letters."""
_SMALLEST_UNIT = 34
"""Words that would be smaller beside a number stand below it."""


@dataclass(frozen=True)
class Names:
    """Of the site."""

    site: str
    tagline: str


def page_card(pens: Pens, names: Names, title: str, description: str) -> bytes:
    """The title of a page, and what it is about."""
    canvas = _begun(pens, names)
    y = _title(canvas, title, 96, 250)
    size = pens.typeface.fitting(description, 400, 44, _INNER, BOTTOM - y - 28)
    canvas.paragraph(MARGIN, y + 28, description, _INNER, Type(size, colour="ink-2"))
    return canvas.png()


def indicator_card(pens: Pens, names: Names, view: EmbedView) -> bytes:
    """The latest result of an indicator, with its status."""
    canvas = _begun(pens, names)
    pill_size = pens.typeface.fitting(view.verdict, 600, 34, 560, 60)
    pill_top = BOTTOM - round(pill_size * 1.75)
    end = canvas.pill(MARGIN, pill_top, view.status, view.verdict, pill_size)
    room = WIDTH - MARGIN - end - 28
    size = pens.typeface.fitting(view.date, 400, 32, room, 40)
    canvas.words(end + 28, BOTTOM - 20, view.date, Type(size, colour="ink-2"))
    bottom = pill_top - 34
    y = _title(canvas, view.name, 76, 170 if view.figure.number else 140)
    _figure(canvas, view.figure, y + 20, bottom)
    return canvas.png()


def scorecard_card(pens: Pens, names: Names, title: str, view: ScorecardView, of: str) -> bytes:
    """How many targets were met or exceeded, with one mark for each target."""
    canvas = _begun(pens, names)
    y = _title(canvas, title, 56, 130)
    marks = marks_of(view)
    top = _counts(canvas, view)
    top = _marks(canvas, marks, top - 30, 2)
    if any(status.is_verdict for status in marks):
        _headline(canvas, view, of, y, top)
    else:
        size = pens.typeface.fitting(view.sentence, 600, 52, _INNER, top - y - 56)
        canvas.paragraph(MARGIN, y + 28, view.sentence, _INNER, Type(size, 600))
    return canvas.png()


def entrance_card(pens: Pens, both: tuple[Names, ...], marks: tuple[StatusView, ...]) -> bytes:
    """The site in both languages, side by side."""
    canvas = Canvas(pens)
    canvas.box(0, 0, WIDTH, 12, "ink")
    half = (WIDTH - 3 * MARGIN) // 2
    sizes = (pens.typeface.fitting(names.site, 700, 84, half, 260) for names in both)
    size = min(sizes)
    for index, names in enumerate(both):
        x = MARGIN + index * (half + MARGIN)
        y = canvas.paragraph(x, 96, names.site, half, Type(size, 700))
        canvas.paragraph(x, y + 20, names.tagline, half, Type(34, colour="ink-2"))
    canvas.box(WIDTH // 2, 100, 2, 270, "hairline")
    if marks:
        _marks(canvas, marks, BOTTOM, 2)
    return canvas.png()


def marks_of(view: ScorecardView) -> tuple[StatusView, ...]:
    """The status of each target, in the order of the statuses."""
    order = [count.status.id for count in view.counts if count.status]
    found = [mark.status for area in view.areas for mark in area.marks]
    return tuple(sorted(found, key=lambda status: order.index(status.id)))


def _begun(pens: Pens, names: Names) -> Canvas:
    canvas = Canvas(pens)
    canvas.box(0, 0, WIDTH, 12, "ink")
    size = _in_one_line(canvas, f"{names.site}  {names.tagline}", 600, 34, _INNER)
    end = canvas.words(MARGIN, 82, names.site, Type(size, 700))
    canvas.words(end + size * 0.5, 82, names.tagline, Type(size, colour="ink-2"))
    canvas.box(0, 112, WIDTH, 2, "hairline")
    return canvas


def _title(canvas: Canvas, title: str, largest: int, height: int) -> int:
    size = canvas.pens.typeface.fitting(title, 700, largest, _INNER, height)
    return canvas.paragraph(MARGIN, TOP, title, _INNER, Type(size, 700))


def _figure(canvas: Canvas, figure: FigureView, top: int, bottom: int) -> None:
    """The number as large as it can be, its words beside it or below; or a result in words."""
    typeface = canvas.pens.typeface
    if not figure.number:
        size = typeface.fitting(figure.words, 400, 56, _INNER, bottom - top)
        height = round(size * LINE * len(typeface.lines(figure.words, size, 400, _INNER)))
        colour = "ink-2" if figure.is_missing else "ink"
        canvas.paragraph(MARGIN, bottom - height, figure.words, _INNER, Type(size, colour=colour))
        return
    after = ", ".join(words for words in (figure.unit, *figure.details) if words)
    small, before = Type(48), figure.comparator
    large = _in_one_line(canvas, figure.number, 700, 150, _INNER)
    room = _INNER - typeface.width(figure.number, large, 700) - 20
    room -= typeface.width(before, *small[:2]) + 20 if before else 0
    size = _in_one_line(canvas, after, 400, small.size, room)
    is_beside, baseline = size >= _SMALLEST_UNIT, bottom - 8
    if not is_beside:
        size = _in_one_line(canvas, after, 400, small.size, _INNER)
        canvas.words(MARGIN, baseline, after, Type(size))
        baseline -= round(size * LINE) + 8
        large = min(large, round((baseline - top) / _HEIGHT_OF_DIGITS))
    x = canvas.words(MARGIN, baseline, before, small) + 20 if before else MARGIN
    end = canvas.words(x, baseline, figure.number, Type(large, 700))
    if is_beside:
        canvas.words(end + 20, baseline, after, Type(size))


def _in_one_line(canvas: Canvas, text: str, weight: int, largest: int, room: float) -> int:
    """The largest size at which a text has room without a break."""
    whole = text.replace(" ", "\u00a0")
    return canvas.pens.typeface.fitting(whole, weight, largest, round(room), 2 * largest)


def _headline(canvas: Canvas, view: ScorecardView, of: str, top: int, bottom: int) -> None:
    """ "21 of 25 targets met or exceeded.", the first number large."""
    typeface = canvas.pens.typeface
    large = min(170, round((bottom - top - 40) / 0.8))
    words = f"{of} {view.total} {view.met_words}"
    baseline = bottom - 40
    end = canvas.words(MARGIN - 4, baseline, view.met, Type(large, 700)) + 24
    room = round(WIDTH - MARGIN - end)
    size = typeface.fitting(words, 400, 52, room, round(large * 0.75))
    lines = typeface.lines(words, size, 400, room)
    for index, line in enumerate(reversed(lines)):
        canvas.words(end, baseline - index * size * LINE, line, Type(size))


def _counts(canvas: Canvas, view: ScorecardView) -> int:
    """The counts by status in one line at the bottom; returns the y above it."""
    typeface = canvas.pens.typeface
    told = [(c.status, f"{c.number} {c.status.short}") for c in view.counts if c.status]
    size = 30
    while size > 16:
        lengths = [typeface.width(words, size, 600) + size * 1.35 for _, words in told]
        if sum(lengths) + (len(told) - 1) * size <= _INNER:
            break
        size -= 1
    x: float = MARGIN
    for status, words in told:
        canvas.shape(x, BOTTOM - size * 0.85, status, size)
        colour = canvas.pens.palette.status(status.id)
        x = canvas.words(x + size * 1.35, BOTTOM, words, Type(size, 600, colour)) + size
    return BOTTOM - size


def _marks(canvas: Canvas, marks: tuple[StatusView, ...], bottom: int, most: int) -> int:
    """One mark for each target, in at most so many rows; returns the y above them."""
    side = 56
    while -(-len(marks) // _in_a_row(side)) > most:
        side -= 2
    rows = -(-len(marks) // _in_a_row(side))
    columns = -(-len(marks) // rows)
    step = round(side * (1 + _GAP))
    top = min(bottom, HEIGHT) - rows * step + round(side * _GAP)
    for index, status in enumerate(marks):
        row, column = divmod(index, columns)
        canvas.mark(MARGIN + column * step, top + row * step, status, side)
    return top


def _in_a_row(side: int) -> int:
    step = round(side * (1 + _GAP))
    return (_INNER + step - side) // step
