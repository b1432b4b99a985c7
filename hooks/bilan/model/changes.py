"""What changed on the site: scorecards published, figures added later, figures revised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from bilan.model.indicators import Qualifier
from bilan.model.revisions import Figure, Revision
from bilan.model.scorecards import ReportedIndicator, Scorecard
from bilan.model.targets import Milestone


class ChangeKind(StrEnum):
    PUBLISHED = "published"
    """A scorecard, with all that stood on it from the start."""
    NEW_TARGET = "new_target"
    NEW_RESULT = "new_result"
    REVISION = "revision"


@dataclass(frozen=True)
class Part:
    """A figure of a reported indicator that has a history of its own."""

    name: str
    """As in addresses: "target", "result", "baseline", "milestone.2028-03-31.result"."""
    noun: Literal["target", "result", "baseline"]
    says: Figure
    """Today."""
    revisions: tuple[Revision, ...]
    """Newest first."""
    published: date | None = None
    """The day it came, where that was not with its scorecard."""
    milestone: Milestone | None = None
    """The one that it is of."""
    due: date | None = None
    """The day a result is of, or a target is for."""
    qualifier: Qualifier | None = None


def parts(entry: ReportedIndicator) -> Iterator[Part]:
    """Every figure of an entry, in the order in which a page shows them."""
    target, result = entry.target, entry.result
    if entry.has_target:
        yield Part(
            "target",
            "target",
            target.promise,
            target.revisions,
            target.published,
            due=target.date_to_achieve,
        )
        if target.baseline:
            yield Part("baseline", "baseline", target.baseline.value, target.baseline.revisions)
        for milestone in target.milestones:
            yield Part(
                milestone.part,
                "target",
                milestone.promise,
                milestone.revisions,
                milestone=milestone,
            )
            if milestone.result != result:
                own, name = milestone.result, f"{milestone.part}.result"
                yield Part(name, "result", own.outcome, own.revisions, milestone=milestone)
    yield Part(
        "result",
        "result",
        result.outcome,
        result.revisions,
        result.published,
        due=result.as_of,
        qualifier=result.qualifier,
    )


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
        return sum(not _came_later(target.published, self.scorecard) for target in targets)


@dataclass(frozen=True)
class FigureChange:
    """A target or a result that was added after its scorecard, or that was revised."""

    scorecard: Scorecard
    entry: ReportedIndicator
    part: Part
    date: date
    became: Figure
    """What it said from then on, which may have been revised since."""
    is_current: bool
    """Whether it says so today."""
    revision: Revision | None
    """What it said before, and why that changed; None where the figure is new."""

    @property
    def kind(self) -> ChangeKind:
        if self.revision:
            return ChangeKind.REVISION
        return ChangeKind.NEW_TARGET if self.part.noun == "target" else ChangeKind.NEW_RESULT

    @property
    def id(self) -> str:
        """ "2024-2025/boats/result", and for a revision its date after that."""
        steps = [self.scorecard.id, self.entry.indicator.id, self.part.name]
        return "/".join([*steps, self.revision.date.isoformat()] if self.revision else steps)


Change = Publication | FigureChange


def changes(scorecards: Iterable[Scorecard]) -> tuple[Change, ...]:
    """Every change, the newest first; those of one day in the order of the scorecards."""
    found = (change for scorecard in scorecards for change in _changes_of(scorecard))
    return tuple(sorted(found, key=lambda change: change.date, reverse=True))


def _changes_of(scorecard: Scorecard) -> Iterator[Change]:
    yield Publication(scorecard)
    for entry in scorecard.indicators:
        for part in parts(entry):
            yield from _changes_in(scorecard, entry, part)


def _changes_in(
    scorecard: Scorecard, entry: ReportedIndicator, part: Part
) -> Iterator[FigureChange]:
    """The revisions of a figure, the newest first; then its coming, where that was later."""
    said: list[Figure] = [part.says, *(revision.was for revision in part.revisions)]
    steps = [(revision.date, revision) for revision in part.revisions]
    published = part.published
    came = [(published, None)] if published and _came_later(published, scorecard) else []
    for index, (day, revision) in enumerate((*steps, *came)):
        yield FigureChange(scorecard, entry, part, day, said[index], index == 0, revision)


def _came_later(published: date | None, scorecard: Scorecard) -> bool:
    return published is not None and published > scorecard.shown_since
