"""A page as the blocks that its reader sees: headings, paragraphs, items, terms, rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import pairwise
from typing import Literal, cast

from bilan.guard.prose import Prose, masked_page
from bilan.languages import Language
from bilan.macros.call import Call
from bilan.pages.calls import Passage
from bilan.problems import Location

Kind = Literal["heading", "paragraph", "item", "term", "definition", "row", "macro", "code"]

_START = re.compile(
    r"""(?P<heading>\#{1,6})(?!\#)\s*(?=\S)
    | [ ]*(?P<item>[-*+]|\d{1,9}[.)])[ \t]+(?=\S)
    | [ ]{0,3}(?P<definition>:)[ \t]+(?=\S)
    | [ ]{0,3}(?P<row>\|)""",
    re.VERBOSE,
)
_RULE_OF_TABLE = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-*:?[ ]*)*")
_NOTHING_TO_READ = re.compile(
    r"[ \t]*(?:\{[:#.][^{}\n]*\}|</?[a-zA-Z][^<>\n]*>|<!--.*?-->|\[[^\]\n]+\]:.*)[ \t]*"
)
_BAR = re.compile(r"(?<!\\)\|")
_ID = re.compile(r"\{:?[^{}\n]*#([\w-]+)[^{}\n]*\}[ \t]*$", re.MULTILINE)
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]\n]|\n(?!\n))*)\]\((?P<target>[^()\s]*)[^()\n]*\)"
)


@dataclass(frozen=True)
class Link:
    """A link, or an image when `is_image`; `text` is what stands between its brackets."""

    text: str
    target: str
    is_image: bool
    start: int


@dataclass(frozen=True)
class Block:
    kind: Kind
    level: int
    """That of a heading; 0 otherwise."""
    prose: Prose
    calls: tuple[Call, ...] = field(default=())

    @property
    def signature(self) -> tuple[Kind, int]:
        return self.kind, self.level

    @cached_property
    def id(self) -> str:
        """The explicit id of a heading, or nothing."""
        found = _ID.search(self.prose.raw) if self.kind == "heading" else None
        return found[1] if found else ""

    @cached_property
    def cells(self) -> tuple[Prose, ...]:
        """What stands between the bars of a row."""
        if self.kind != "row":
            return ()
        bars = [bar.start() for bar in _BAR.finditer(self.prose.masked.rstrip())]
        return tuple(self.prose.part(start + 1, end) for start, end in pairwise(bars))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        if self.kind == "code":
            return ()
        found = _LINK.finditer(self.prose.raw)
        return tuple(Link(f["text"], f["target"], bool(f["image"]), f.start()) for f in found)


def blocks(passage: Passage, language: Language) -> list[Block]:
    """The blocks of a page's Markdown, in order."""
    text, masked = passage.markdown, masked_page(passage)
    found, calls, next_call = [], passage.calls, 0
    for kind, start, end in _spans(text, masked):
        while next_call < len(calls) and calls[next_call].start < start:
            next_call += 1
        first_call = next_call
        while next_call < len(calls) and calls[next_call].start < end:
            next_call += 1
        prose = Prose(language, text[start:end], masked[start:end], partial(_place, passage, start))
        found.append(_block(kind, prose, calls[first_call:next_call]))
    return found


def _place(passage: Passage, start: int, offset: int) -> Location:
    return passage.text.locate(start + offset)


def _block(kind: Kind, prose: Prose, calls: tuple[Call, ...]) -> Block:
    if kind == "paragraph" and prose.is_empty and not _LINK.search(prose.raw):
        kind = "macro" if calls else "code"
    level = len(prose.raw) - len(prose.raw.lstrip("#")) if kind == "heading" else 0
    return Block(kind, level, prose, calls)


def _spans(text: str, masked: str) -> Iterator[tuple[Kind, int, int]]:
    """Kind, start and end of each block; what a line does not begin goes on with the one before."""
    kind: Kind | None = None
    start = offset = 0
    for line in masked.splitlines(keepends=True):
        begins = _kind(text[offset : offset + len(line)], line)
        if kind and (begins != "paragraph" or kind in ("heading", "row")):
            yield from _ended(kind, start, text[start:offset], begins)
            kind = None
        if begins and kind is None:
            kind, start = begins, offset
        offset += len(line)
    if kind:
        yield from _ended(kind, start, text[start:], None)


def _kind(raw: str, masked: str) -> Kind | None:
    """What a line begins; `paragraph` for one that may go on with the block before it."""
    raw = raw.rstrip("\n")
    if not masked.strip() or _NOTHING_TO_READ.fullmatch(raw):
        return None
    if "-" in raw and _RULE_OF_TABLE.fullmatch(raw):
        return None
    match = _START.match(masked)
    return cast(Kind, match.lastgroup) if match else "paragraph"


def _ended(
    kind: Kind, start: int, text: str, begins: Kind | None
) -> Iterator[tuple[Kind, int, int]]:
    """The block itself, or the terms that the lines before a definition are."""
    if kind != "paragraph" or begins != "definition":
        yield kind, start, start + len(text)
        return
    for line in text.splitlines(keepends=True):
        yield "term", start, start + len(line)
        start += len(line)
