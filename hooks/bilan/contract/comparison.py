"""The figures to be published held against those that were: nothing is revised in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bilan.contract.published import Json, Key, PublishedFigure


class DifferenceKind(StrEnum):
    NEW = "new"
    """Nothing was published of it, or that there is no figure yet."""
    CORRECTED = "corrected"
    RESTATED = "restated"
    REVISED = "revised"
    """With a revision entry, which says that it is the one or the other, or neither."""
    REWORDED = "reworded"
    """The same figures in other words."""
    UNEXPLAINED = "unexplained"
    """Without a revision entry."""
    MISQUOTED = "misquoted"
    """With a revision entry that gives another figure as the one that was published."""
    UNRECORDED = "unrecorded"
    """A revision that was published is no longer there, or says something else."""
    WITHDRAWN = "withdrawn"
    """What was published is no longer there."""
    TRANSCRIBED = "transcribed"
    """A cell of a statement table, which repeats a document, is now another one, or gone."""


@dataclass(frozen=True)
class Difference:
    kind: DifferenceKind
    was: PublishedFigure | None
    now: PublishedFigure | None

    @property
    def figure(self) -> PublishedFigure:
        found = self.now or self.was
        assert found
        return found


Figures = Mapping[Key, PublishedFigure]


def compare(before: Figures, now: Figures) -> Iterator[Difference]:
    """Everything that differs: first in the order of what was published, then what is new."""
    for key, was in before.items():
        yield from (
            _compared_cells(was, now.get(key)) if was.column else _compared(was, now.get(key))
        )
    for key, figure in now.items():
        if key not in before and not (figure.is_open or figure.column):
            yield Difference(DifferenceKind.NEW, None, figure)


def _compared_cells(was: PublishedFigure, now: PublishedFigure | None) -> Iterator[Difference]:
    if now is None or was.figures != now.figures:
        yield Difference(DifferenceKind.TRANSCRIBED, was, now)


def _compared(was: PublishedFigure, now: PublishedFigure | None) -> Iterator[Difference]:
    if now is None:
        if not was.is_open:
            yield Difference(DifferenceKind.WITHDRAWN, was, None)
        return
    added = len(now.revisions) - len(was.revisions)
    if now.revisions[max(added, 0) :] != was.revisions:
        yield Difference(DifferenceKind.UNRECORDED, was, now)
    elif was.figures != now.figures:
        yield Difference(_kind(was, now, now.revisions[:added]), was, now)
    elif was.statement != now.statement:
        yield Difference(DifferenceKind.REWORDED, was, now)


def _kind(was: PublishedFigure, now: PublishedFigure, added: list[Json]) -> DifferenceKind:
    if was.is_open:
        return DifferenceKind.NEW
    if not added:
        return DifferenceKind.UNEXPLAINED
    first = added[-1]
    if (first["value"], first["statement"]) != (was.value, was.statement):
        return DifferenceKind.MISQUOTED
    return DifferenceKind(added[0].get("kind", DifferenceKind.REVISED))
