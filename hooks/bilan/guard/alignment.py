"""The blocks of a page beside those of its counterpart, also where some are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache

from bilan.guard.blocks import Block

Aligned = tuple[Block | None, Block | None]
"""English and French; None where there is no counterpart."""

MOST_COMPARISONS = 250_000
"""Past it, blocks are aligned by their kind alone: a page's check must not grow with its square."""

_GAP = -0.45
_FIGURES = re.compile(r"\d+")


def align(en: Sequence[Block], fr: Sequence[Block]) -> Iterator[Aligned]:
    """Every block once, in order."""
    signatures = [block.signature for block in en], [block.signature for block in fr]
    if signatures[0] == signatures[1]:
        yield from zip(en, fr, strict=True)
    elif len(en) * len(fr) > MOST_COMPARISONS:
        yield from _by_kind(en, fr)
    else:
        yield from _by_content(en, fr)


def _by_kind(en: Sequence[Block], fr: Sequence[Block]) -> Iterator[Aligned]:
    kinds = [block.signature for block in en], [block.signature for block in fr]
    matcher = SequenceMatcher(None, *kinds, autojunk=False)
    for operation, i, i_end, j, j_end in matcher.get_opcodes():
        if operation == "equal":
            yield from zip(en[i:i_end], fr[j:j_end], strict=True)
        else:
            yield from ((block, None) for block in en[i:i_end])
            yield from ((None, block) for block in fr[j:j_end])


def _by_content(en: Sequence[Block], fr: Sequence[Block]) -> Iterator[Aligned]:
    """The alignment of the highest likeness in all (Needleman and Wunsch, 1970)."""
    marks = [_marks(block) for block in en], [_marks(block) for block in fr]

    @cache
    def alike(i: int, j: int) -> float:
        return _likeness(en[i], fr[j], marks[0][i], marks[1][j])

    best = [[0.0] * (len(fr) + 1) for _ in range(len(en) + 1)]
    for i in range(len(en), -1, -1):
        for j in range(len(fr), -1, -1):
            ways = []
            if i < len(en) and j < len(fr):
                ways.append(alike(i, j) + best[i + 1][j + 1])
            if i < len(en):
                ways.append(_GAP + best[i + 1][j])
            if j < len(fr):
                ways.append(_GAP + best[i][j + 1])
            best[i][j] = max(ways, default=0.0)
    i = j = 0
    while i < len(en) or j < len(fr):
        if i < len(en) and j < len(fr) and best[i][j] == alike(i, j) + best[i + 1][j + 1]:
            yield en[i], fr[j]
            i, j = i + 1, j + 1
        elif i < len(en) and best[i][j] == _GAP + best[i + 1][j]:
            yield en[i], None
            i += 1
        else:
            yield None, fr[j]
            j += 1


def _marks(block: Block) -> frozenset[str]:
    """What a block and its counterpart have in common, whatever the language."""
    return frozenset(
        (
            *(f"{call.macro} {sorted(call.arguments.items())}" for call in block.calls),
            *(link.target for link in block.links),
            *_FIGURES.findall(block.prose.masked),
            *([f"#{block.id}"] if block.id else []),
        )
    )


def _likeness(en: Block, fr: Block, en_marks: frozenset[str], fr_marks: frozenset[str]) -> float:
    """From -1, cannot be counterparts, to 1."""
    if (en.kind == "heading") != (fr.kind == "heading") or (en.kind == "macro") != (
        fr.kind == "macro"
    ):
        return -1.0
    lengths = sorted((len(en.prose.masked.strip()) + 8, len(fr.prose.masked.strip()) + 8))
    of_length = round(lengths[0] / lengths[1], 1)
    every = en_marks | fr_marks
    of_marks = len(en_marks & fr_marks) / len(every) if every else 0.5
    same_kind = 0.4 if en.signature == fr.signature else -0.2
    return same_kind + 0.3 * of_length + 0.5 * (2 * of_marks - 1)
