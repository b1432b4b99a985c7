"""Quotation marks, paired within a paragraph, and those that house style writes otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bilan.languages import Language

NBSP = "\u00a0"
_MARK = re.compile('["“”«»]')
_TOKEN = re.compile(r"[\"“”«»]|\n[ \t]*(?=\n)")
_OWN: dict[Language, tuple[str, str]] = {"en": ("“", "”"), "fr": (f"«{NBSP}", f"{NBSP}»")}
_NESTED: dict[Language, tuple[str, str]] = {"en": ("‘", "’"), "fr": ("“", "”")}
_TO_WRITE: dict[tuple[Language, bool], str] = {
    ("en", False): '"«»',
    ("en", True): '"«»',
    ("fr", False): '"“”',
    ("fr", True): '"',
}
"""The marks that are not of the style, in a quotation within another (True) or not."""
_SPACES = " \u00a0\u202f\u2009"


class Mark(NamedTuple):
    """One quotation mark; `depth` counts the quotations around its own."""

    position: int
    is_opening: bool
    depth: int
    is_paired: bool


class Wrong(NamedTuple):
    """The marks of another style in `text[start:end]`, and what stands there instead."""

    start: int
    end: int
    write: str
    is_safe: bool


def marks(text: str) -> list[Mark]:
    """Every quotation mark in its order; inches and minutes are none."""
    if not _MARK.search(text):
        return []
    found: list[Mark] = []
    stack: list[int] = []
    straight = 0
    for token in _TOKEN.finditer(text):
        at = token.start()
        if token.group()[0] == "\n":
            found.extend(Mark(open_at, True, depth, False) for depth, open_at in enumerate(stack))
            stack.clear()
            straight = 0
            continue
        opened = text[stack[-1]] if stack else ""
        role = _role(text, at, opened, straight > 0)
        if role == "opening":
            stack.append(at)
            straight += token.group() == '"'
        elif role == "closing" and stack:
            straight -= opened == '"'
            found.append(Mark(stack.pop(), True, len(stack), True))
            found.append(Mark(at, False, len(stack), True))
        elif role == "closing":
            found.append(Mark(at, False, 0, False))
    found.extend(Mark(open_at, True, depth, False) for depth, open_at in enumerate(stack))
    return sorted(found, key=lambda mark: mark.position)


def quotations(found: list[Mark]) -> list[tuple[int, int]]:
    """Where what is quoted starts and ends, without its marks; not what it quotes in turn."""
    outer = [mark for mark in found if mark.is_paired and not mark.depth]
    return [
        (opening.position + 1, closing.position)
        for opening, closing in zip(outer[::2], outer[1::2], strict=True)
    ]


def wrong_marks(text: str, found: list[Mark], language: Language) -> Iterator[Wrong]:
    """Not those that the text no longer holds because nothing is to be read there."""
    for mark in found:
        if text[mark.position] not in _TO_WRITE[language, mark.depth > 0]:
            continue
        style = _NESTED if mark.depth else _OWN
        opening, closing = style[language]
        start, end = _with_spaces(text, mark)
        is_safe = mark.is_paired and not (language == "en" and mark.depth)
        yield Wrong(start, end, opening if mark.is_opening else closing, is_safe)


def _with_spaces(text: str, mark: Mark) -> tuple[int, int]:
    """The mark and the spaces on its inner side, where it has its other half."""
    start, end = mark.position, mark.position + 1
    while mark.is_paired and mark.is_opening and end < len(text) and text[end] in _SPACES:
        end += 1
    while mark.is_paired and not mark.is_opening and start > 0 and text[start - 1] in _SPACES:
        start -= 1
    return start, end


def _role(text: str, at: int, opened: str, has_straight: bool) -> str | None:
    """Whether a mark opens or closes; `opened` is the last one that is still open."""
    if text[at] in "“«":
        return "opening"
    if text[at] in "”»":
        return "closing"
    left, right = text[at - 1 : at] or "\n", text[at + 1 : at + 2] or "\n"
    may_open = (left.isspace() or left in "([{—–/’'*_«“|-") and not right.isspace()
    may_close = not left.isspace() and (right.isspace() or right in ").,;:!?…]}*_»”’—–|-")
    if not has_straight and left.isdigit():
        return "closing" if opened == "“" and may_close else None
    if may_open != may_close:
        return "opening" if may_open else "closing"
    return "closing" if has_straight else "opening"
