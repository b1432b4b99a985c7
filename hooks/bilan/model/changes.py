"""What changed on the site: scorecards published, figures added later, figures revised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bilan.model.indicators import Outcome, Revision
from bilan.model.results import NotAvailable, Result
from bilan.model.scorecards import ReportedIndicator, Scorecard
from bilan.model.targets import Promise, Target

Figure = Outcome | NotAvailable | Promise
"""What a target or a result said at some time."""


class ChangeKind(StrEnum):
    PUBLISHED = "published"
    """A scorecard, with all that stood on it from the start."""
    NEW_TARGET = "new_target"
    NEW_RESULT = "new_result"
    REVISED_TARGET = "revised_target"
    REVISED_RESULT = "revised_result"

    @property
    def is_revision(self) -> bool:
        return self in (ChangeKind.REVISED_TARGET, ChangeKind.REVISED_RESULT)


@dataclass(frozen=True)
class Publication:
    """A scorecard that came to stand on the site."""

    scorecard: Scorecard

    @property
    def kind(self) -> ChangeKind:
        return ChangeKind.PUBLISHED

    @property
    def date(self) -> date:
        return self.scorecard.shown_since

    @property
    def id(self) -> str:
        return self.scorecard.id

    @property
    def targets(self) -> int:
        """How many targets it had from the start."""
        targets = (entry.target for entry in self.scorecard.indicators if entry.has_target)
        return sum(not _came_later(target, self.scorecard) for target in targets)


@dataclass(frozen=True)
class FigureChange:
    """A target or a result that was added after its scorecard, or that was revised."""

    scorecard: Scorecard
    entry: ReportedIndicator
    part: Target | Result
    date: date
    became: Figure
    """What it said from then on, which may have been revised since."""
    is_current: bool
    """Whether it says so today."""
    revision: Revision | None
    """What it said before, and why that changed; None where the figure is new."""

    @property
    def kind(self) -> ChangeKind:
        if isinstance(self.part, Target):
            return ChangeKind.REVISED_TARGET if self.revision else ChangeKind.NEW_TARGET
        return ChangeKind.REVISED_RESULT if self.revision else ChangeKind.NEW_RESULT

    @property
    def id(self) -> str:
        """ "2024-2025/boats/result", and for a revision its date after that."""
        part = "target" if isinstance(self.part, Target) else "result"
        steps = [self.scorecard.id, self.entry.indicator.id, part]
        return "/".join([*steps, self.revision.date.isoformat()] if self.revision else steps)


Change = Publication | FigureChange


def changes(scorecards: Iterable[Scorecard]) -> tuple[Change, ...]:
    """Every change, the newest first; those of one day in the order of the scorecards."""
    found = (change for scorecard in scorecards for change in _changes_of(scorecard))
    return tuple(sorted(found, key=lambda change: change.date, reverse=True))


def _changes_of(scorecard: Scorecard) -> Iterator[Change]:
    yield Publication(scorecard)
    for entry in scorecard.indicators:
        if entry.has_target:
            yield from _changes_in(scorecard, entry, entry.target, entry.target.promise)
        yield from _changes_in(scorecard, entry, entry.result, entry.result.outcome)


def _changes_in(
    scorecard: Scorecard, entry: ReportedIndicator, part: Target | Result, today: Figure
) -> Iterator[FigureChange]:
    """The revisions of a figure, the newest first; then its coming, where that was later."""
    said: list[Figure] = [today, *(revision.was for revision in part.revisions)]
    steps = [(revision.date, revision) for revision in part.revisions]
    came = [(part.published, None)] if part.published and _came_later(part, scorecard) else []
    for index, (day, revision) in enumerate((*steps, *came)):
        yield FigureChange(scorecard, entry, part, day, said[index], index == 0, revision)


def _came_later(part: Target | Result, scorecard: Scorecard) -> bool:
    return part.published is not None and part.published > scorecard.shown_since
