"""The figures to be published held against those that were: nothing is revised in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bilan.contract.published import Key, PublishedFigure
from bilan.contract.published_form import Published, PublishedRevision

FIGURE = (
    "comparator",
    "value",
    "high",
    "qualifier",
    "not_available",
    "verdict",
    "printed",
    "unit",
    "unit_kind",
    "date_to_achieve",
    "date",
)
"""The fields whose change is a change of the figure."""
DATES = ("as_of", "interim")
"""Those that an interim result may change without a word."""
WORDS = ("statement", "name", "of")
_DIGITS = re.compile(r"\d+")


class DifferenceKind(StrEnum):
    NEW = "new"
    """Nothing was published of it, or that there is no figure yet."""
    UPDATED = "updated"
    """An interim result that still holds on a later day, or is now final."""
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
    """A cell of a statement table, which repeats a document, is now another one."""
    REMOVED = "removed"
    """A cell of a statement table is no longer there."""


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
        figure = now.get(key)
        kind = _of_cell(was, figure) if was.column else _kind(was, figure)
        if kind is DifferenceKind.WITHDRAWN and _goes_with_its_target(was, before, now):
            kind = DifferenceKind.REVISED
        if kind:
            yield Difference(kind, was, figure)
    for key, figure in now.items():
        if key not in before and not (figure.said.is_open or figure.column or figure.is_inherited):
            yield Difference(DifferenceKind.NEW, None, figure)


def _of_cell(was: PublishedFigure, now: PublishedFigure | None) -> DifferenceKind | None:
    if now is None:
        return DifferenceKind.REMOVED
    return DifferenceKind.TRANSCRIBED if _differs(was.said, now.said) else None


def _kind(was: PublishedFigure, now: PublishedFigure | None) -> DifferenceKind | None:
    if now is None:
        is_nothing = was.said.is_open or was.is_inherited
        return None if is_nothing else DifferenceKind.WITHDRAWN
    if was.is_inherited and now.is_inherited:
        return None
    if was.is_inherited and _is_later(was.said, now.said):
        return DifferenceKind.NEW
    return _of_figure(was.said, now.said)


def _goes_with_its_target(was: PublishedFigure, before: Figures, now: Figures) -> bool:
    """Whether it is a milestone or a baseline of a target that has a new revision."""
    key = (was.document, was.entry, "target")
    if not was.part.startswith(("milestone", "baseline")) or key not in now:
        return False
    return len(now[key].said.revisions) > len(before[key].said.revisions)


def _is_later(was: Published, now: Published) -> bool:
    return was.as_of is not None and now.as_of is not None and now.as_of > was.as_of


def _of_figure(was: Published, now: Published) -> DifferenceKind | None:
    added = len(now.revisions) - len(was.revisions)
    kept = [revision.identity for revision in now.revisions[max(added, 0) :]]
    if kept != [revision.identity for revision in was.revisions]:
        return DifferenceKind.UNRECORDED
    if added:
        first, last = now.revisions[added - 1], now.revisions[0]
        return DifferenceKind(last.kind) if _quotes(first, was, now) else DifferenceKind.MISQUOTED
    if _differs(was, now):
        is_first = was.is_open and not was.revisions
        return DifferenceKind.NEW if is_first else DifferenceKind.UNEXPLAINED
    if any(getattr(was, name) != getattr(now, name) for name in DATES):
        return DifferenceKind.UPDATED if _follows(was, now) else DifferenceKind.UNEXPLAINED
    is_said_so = all(getattr(was, name) == getattr(now, name) for name in WORDS)
    return None if is_said_so else DifferenceKind.REWORDED


def _differs(was: Published, now: Published) -> bool:
    """In figures, or in words; of words with figures of the data in them, in these and in all
    other digits."""
    judged = [name for name in FIGURE if name != "verdict" or was.verdict]  # or not judged yet
    return any(getattr(was, name) != getattr(now, name) for name in judged) or (
        _essence(was) != _essence(now)
    )


def _essence(said: Published) -> object:
    if not said.statement or not said.figures:
        return said.statement
    figures = sorted((each.value, each.unit) for each in said.figures.values())
    return figures, [sorted(_DIGITS.findall(text)) for text in said.statement.values()]


def _quotes(revision: PublishedRevision, was: Published, now: Published) -> bool:
    """Whether a revision gives the figure that was published; a value alone has the comparator
    and the bound of today."""
    if revision.comparator is None and revision.value is not None:
        today = (now.comparator, now.high)
        return revision.value == was.value and (was.comparator, was.high) == today
    comparator = None if was.statement else was.comparator
    return revision.quotable == was.model_copy(update={"comparator": comparator}).quotable


def _follows(was: Published, now: Published) -> bool:
    """Whether an interim result was looked at again on a later day, or for the last time."""
    is_final = now.as_of == was.as_of and not now.interim
    return was.interim and (is_final or _is_later(was, now))
