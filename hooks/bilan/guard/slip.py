"""A slip of format and its correction; corrections on top of corrections become one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Slip:
    rule: str
    start: int
    end: int
    found: str
    """`text[start:end]`."""
    write: str
    """What replaces exactly `found`."""
    is_safe: bool
    """Whether a program may replace it without asking a person."""


def corrected(text: str, slips: Sequence[Slip]) -> str:
    """The text with slips, which are in their order, replaced."""
    parts, at = [], 0
    for slip in slips:
        parts += [text[at : slip.start], slip.write]
        at = slip.end
    return "".join([*parts, text[at:]])


def composed(text: str, first: Sequence[Slip], then: Sequence[Slip]) -> tuple[Slip, ...]:
    """Slips of `text` that do at once what `first` does to it and `then` to the result.

    Those that touch each other become one, under the rule of the first of them.
    """
    groups: list[tuple[int, int, list[Slip], list[Slip]]] = []
    for start, end, is_first, slip in _by_place(first, then):
        if groups and (start < groups[-1][1] or start == end == groups[-1][1]):
            low, high, one, other = groups.pop()
        else:
            low, high, one, other = start, end, [], []
        (one if is_first else other).append(slip)
        groups.append((low, max(high, end), one, other))
    between = corrected(text, first)
    whole, shift = [], 0
    for low, high, one, other in groups:
        begin = low + shift
        shift -= sum(len(slip.write) - len(slip.found) for slip in one)
        found = text[begin : high + shift]
        moved = [_moved(slip, -low) for slip in other]
        write = corrected(between[low:high], moved)
        is_safe = all(slip.is_safe for slip in [*one, *other])
        if write != found:
            rule = (one or other)[0].rule
            whole.append(Slip(rule, begin, begin + len(found), found, write, is_safe))
    return tuple(whole)


def _by_place(first: Sequence[Slip], then: Sequence[Slip]) -> list[tuple[int, int, bool, Slip]]:
    """All slips by where they stand in the text between the two corrections."""
    places, shift = [], 0
    for slip in first:
        start = slip.start + shift
        places.append((start, start + len(slip.write), True, slip))
        shift += len(slip.write) - len(slip.found)
    places += [(slip.start, slip.end, False, slip) for slip in then]
    return sorted(places, key=lambda place: place[:2])


def _moved(slip: Slip, by: int) -> Slip:
    return Slip(slip.rule, slip.start + by, slip.end + by, slip.found, slip.write, slip.is_safe)
