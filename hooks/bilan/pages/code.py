"""Where a Markdown text is code, in which braces are shown and not called."""

from __future__ import annotations

import re
from bisect import bisect_right

_FENCE = re.compile(r"^ *(`{3,}|~{3,})[^\n]*\n(?:.*?\n)?? *\1[`~]* *$", re.MULTILINE | re.DOTALL)
_RAW = re.compile(r"<(pre|code|script|style)\b.*?</\1>", re.IGNORECASE | re.DOTALL)
_UNESCAPED = r"(?:(?<!\\)|(?<=(?<!\\)\\\\))"
_SPAN = re.compile(_UNESCAPED + r"(?<!`)(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_INDENTED = re.compile(r"(?: {4}|\t)")
_LIST_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+[.)])[ \t]")


class Code:
    """The parts of a Markdown text that are code: fences, indented blocks, spans, raw HTML."""

    def __init__(self, markdown: str) -> None:
        blocks = [match.span() for match in _FENCE.finditer(markdown)]
        blocks += [match.span() for match in _RAW.finditer(markdown)]
        blocks += _indented_blocks(markdown)
        self._parts = _merged(blocks)
        spans = (match.span() for match in _SPAN.finditer(markdown))
        self._parts = _merged([*self._parts, *(s for s in spans if s[0] not in self)])

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self._parts, (offset, float("inf"))) - 1
        return index >= 0 and offset < self._parts[index][1]


def _merged(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _indented_blocks(markdown: str) -> list[tuple[int, int]]:
    """Lines indented by four spaces after a blank line, outside lists."""
    blocks, offset, after_blank, in_list = [], 0, True, False
    for line in markdown.splitlines(keepends=True):
        is_blank, is_indented = not line.strip(), bool(_INDENTED.match(line))
        if is_indented and not is_blank and after_blank and not in_list:
            blocks.append((offset, offset + len(line)))
        elif not is_blank:
            after_blank = False
            if not is_indented:
                in_list = bool(_LIST_ITEM.match(line)) or (in_list and line[0] == " ")
        after_blank = after_blank or is_blank
        offset += len(line)
    return blocks
