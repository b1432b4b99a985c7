"""Slips in pages: their heads, macro calls, and Markdown that opens what nothing closes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from torture.page_snippets import AROUND, BLOCKS, CALLS, HEADS
from torture.slips import Slip, insert, one_of, replaced


def _head(rng: Random, text: str) -> str:
    end = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
    return rng.choice(HEADS) + (text[end.end() :] if end else text)


def _line_of_head(rng: Random, text: str) -> str:
    found = one_of(rng, r"(?m)^(?:title|description|address|---)(.*)$", text)
    odd = (
        "",
        ":",
        ": [",
        ": '",
        ": {{ x }}",
        ": {{ legend() }}",
        ": a: b",
        ": # x",
        ": |",
        ": \x01",
    )
    key = found[0].partition(":")[0] if found else ""
    return replaced(text, found, rng.choice((*odd, key + rng.choice(odd)))) if found else text


def _call(rng: Random, text: str) -> str:
    found = one_of(rng, r"\{\{.*?\}\}", text)
    return replaced(text, found, rng.choice(CALLS)) if found else text


def _within_call(rng: Random, text: str) -> str:
    found = one_of(rng, r"\{\{.*?\}\}", text)
    if not found:
        return text
    call = found[0]
    at = rng.randrange(len(call))
    odd = "\"'()[]{},=*.:;\\\n\t\0é#“’\u00a0\u200b0"
    return replaced(text, found, call[:at] + rng.choice((*odd, "")) + call[at + 1 :])


def _around_call(rng: Random, text: str) -> str:
    found = one_of(rng, r"\{\{.*?\}\}", text)
    return replaced(text, found, rng.choice(AROUND).replace("{}", found[0])) if found else text


def _another_call(rng: Random, text: str) -> str:
    return _on_a_line(rng, text, rng.choice(CALLS))


def _block(rng: Random, text: str) -> str:
    return _on_a_line(rng, text, rng.choice(BLOCKS))


def _in_a_line(rng: Random, text: str) -> str:
    return insert(rng, text, rng.choice((*BLOCKS, *CALLS)))


def _on_a_line(rng: Random, text: str, found: str) -> str:
    line = one_of(rng, r"(?m)^", text)
    assert line
    return replaced(text, line, found + rng.choice(("\n", "\n\n")))


OF_PAGES: Sequence[Slip] = (
    *(_head, _line_of_head, _call, _within_call, _within_call, _around_call, _another_call),
    *(_block, _block, _in_a_line),
)
