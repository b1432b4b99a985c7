"""Figures, dates, quotation marks and spaces in the format of the other language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bilan.guard.prose import Prose
from bilan.guard.slip import Slip
from bilan.guard.typography import slips
from bilan.languages import Bilingual
from bilan.problems import LONGEST_QUOTE, Correction, Problem, quotation

_SPACES = re.compile(r"[\u0020\u00a0\u2000-\u200a\u202f\u205f]")
_ODD_SPACES = re.compile(r"[\u2000-\u200a\u202f\u205f]")
_WITH_SPACE = Bilingual(" (with a no-break space)", " (avec une espace insécable)")
_SHORTEST = 4
"""A slip of fewer characters is shown with the words around it."""


def check_format(text: Prose) -> Iterator[Problem]:
    for slip in _quotations(slips(text.masked, text.language), text.masked):
        before, after = _around(text.raw, slip)
        found, write = before + slip.found + after, before + slip.write + after
        yield Problem.of(
            slip.rule,
            text.place(slip.start),
            Correction(slip.found, slip.write, slip.is_safe),
            found=_shown(found),
            write=_written(found, write),
        )


def _quotations(found: Iterable[Slip], text: str) -> Iterator[Slip]:
    """Both marks of a quotation are one slip."""
    opened: Slip | None = None
    for slip in found:
        if opened and slip.rule == opened.rule and slip.write.strip("\u00a0 ")[:1] in ("»", "”"):
            between = text[opened.end : slip.start]
            yield replace(
                opened,
                end=slip.end,
                found=opened.found + between + slip.found,
                write=opened.write + between + slip.write,
                is_safe=opened.is_safe and slip.is_safe,
            )
            opened = None
            continue
        if opened:
            yield opened
        opened = slip if slip.rule in ("BIL828", "BIL829") else None
        if not opened:
            yield slip
    if opened:
        yield opened


def _around(raw: str, slip: Slip) -> tuple[str, str]:
    """The words that a short slip touches."""
    if slip.end - slip.start >= _SHORTEST:
        return "", ""
    start = max(raw.rfind(space, 0, slip.start) for space in " \n") + 1
    ends = [end for end in (raw.find(space, slip.end) for space in " \n") if end >= 0]
    return raw[start : slip.start], raw[slip.end : min(ends, default=len(raw))]


def _shown(text: str) -> Bilingual:
    """Spaces that look like others are named."""
    named = _ODD_SPACES.sub(lambda space: f"⟨U+{ord(space[0]):04X}⟩", _short(text))
    return quotation(named)


def _written(found: str, write: str) -> Bilingual:
    """What to write; said in words where only a space differs."""
    is_space_alone = _SPACES.sub("", found) == _SPACES.sub("", write) and "\u00a0" in write
    shown = quotation(_short(write))
    if not is_space_alone:
        return shown
    return Bilingual(shown.en + _WITH_SPACE.en, shown.fr + _WITH_SPACE.fr)


def _short(text: str) -> str:
    """On one line, without the middle of a long quotation."""
    line = text.replace("\n", " ")
    return line if len(line) <= LONGEST_QUOTE else f"{line[:28]} … {line[-28:]}"
