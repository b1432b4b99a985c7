"""Where a Markdown text is code, in which braces are shown and not called.

Each kind of code is found in one walk over the text: what is opened and never closed
must not send the reader through the rest of the text again and again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

Part = tuple[int, int]

_FENCE = re.compile(r"^ *(`{3,}|~{3,})(.*)$", re.MULTILINE)
_END_OF_FENCE = re.compile(r"[`~]* *")
_RAW = re.compile(r"<(pre|code|script|style)\b|</(pre|code|script|style)>", re.IGNORECASE)
_TICKS = re.compile(r"`+")
_EMPTY_LINE = re.compile(r"\n(?=[ \t]*\n)")
_INDENTED = re.compile(r"(?: {4}|\t)")
_LIST_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+[.)])[ \t]")


class Code:
    """The parts of a Markdown text that are code: fences, indented blocks, spans, raw HTML."""

    def __init__(self, markdown: str) -> None:
        blocks = (*_fences(markdown), *_raw(markdown), *_indented_blocks(markdown))
        self._parts = _merged([*blocks])
        spans = [span for span in _spans(markdown) if span[0] not in self]
        self._parts = _merged([*self._parts, *spans])

    @property
    def parts(self) -> tuple[Part, ...]:
        """Start and end of each, in order, without overlap."""
        return tuple(self._parts)

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self._parts, (offset, float("inf"))) - 1
        return index >= 0 and offset < self._parts[index][1]


def open_fence(markdown: str) -> int | None:
    """Where the first fence begins that nothing closes."""
    code = Code(markdown)
    fences = (line for line in _FENCE.finditer(markdown) if "`" not in line[2])
    return next((line.start() for line in fences if line.start() not in code), None)


def _merged(parts: list[Part]) -> list[Part]:
    merged: list[Part] = []
    for start, end in sorted(parts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _fences(markdown: str) -> Iterator[Part]:
    """From a line of three or more ` or ~ to the next of as many, or else to the longest."""
    lines = list(_FENCE.finditer(markdown))
    ends: dict[int, int] = {}
    below: dict[str, list[re.Match[str]]] = {"`": [], "~": []}
    """The lines that can end a fence, the nearest last, without those behind a longer one."""
    for line in reversed(lines):
        closing, length = below[line[1][0]], len(line[1])
        if closing:
            index = bisect_right(closing, -length, key=lambda end: -len(end[1])) - 1
            ends[line.start()] = closing[max(index, 0)].end()
        if _END_OF_FENCE.fullmatch(line[2]):
            while closing and len(closing[-1][1]) <= length:
                closing.pop()
            closing.append(line)
    past = 0
    for start in (line.start() for line in lines):
        if start >= past and start in ends:
            past = ends[start]
            yield start, past


def _raw(markdown: str) -> Iterator[Part]:
    """From `<pre` and the like to the next `</pre>`."""
    tags = list(_RAW.finditer(markdown))
    ends: dict[str, list[int]] = defaultdict(list)
    for tag in tags:
        if tag[2]:
            ends[tag[2].lower()].append(tag.end())
    past = 0
    for tag in tags:
        if tag[1] and tag.start() >= past:
            end = _next(ends[tag[1].lower()], tag.end())
            if end is not None:
                past = end
                yield tag.start(), past


def _spans(markdown: str) -> Iterator[Part]:
    """From some backticks to the next as many, in one paragraph."""
    runs = list(_TICKS.finditer(markdown))
    empty_lines = [line.start() for line in _EMPTY_LINE.finditer(markdown)]
    starts: dict[int, list[int]] = defaultdict(list)
    for run in runs:
        starts[len(run[0])].append(run.start())
    past = 0
    for run in runs:
        if run.start() < past or _is_escaped(markdown, run.start()):
            continue
        close = _next(starts[len(run[0])], run.end())
        paragraph_end = _next(empty_lines, run.end())
        if close is not None and (paragraph_end is None or close < paragraph_end):
            past = close + len(run[0])
            yield run.start(), past


def _next(places: list[int], offset: int) -> int | None:
    index = bisect_left(places, offset)
    return places[index] if index < len(places) else None


def _is_escaped(markdown: str, offset: int) -> bool:
    before = markdown[max(0, offset - 3) : offset]
    return before.endswith("\\") and (not before.endswith("\\\\") or before == "\\\\\\")


def _indented_blocks(markdown: str) -> Iterator[Part]:
    """Lines indented by four spaces after a blank line, outside lists."""
    offset, after_blank, in_list = 0, True, False
    for line in markdown.splitlines(keepends=True):
        is_blank, is_indented = not line.strip(), bool(_INDENTED.match(line))
        if is_indented and not is_blank and after_blank and not in_list:
            yield offset, offset + len(line)
        elif not is_blank:
            after_blank = False
            if not is_indented:
                in_list = bool(_LIST_ITEM.match(line)) or (in_list and line[0] == " ")
        after_blank = after_blank or is_blank
        offset += len(line)
