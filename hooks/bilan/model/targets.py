"""What was promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bilan.languages import Bilingual
from bilan.model.promises import Comparison, Promise
from bilan.model.results import Result
from bilan.model.revisions import Revision
from bilan.model.sources import Citation


@dataclass(frozen=True)
class Baseline:
    """The value a target is measured from."""

    value: Decimal
    date: date
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True)
class Milestone:
    """A promise on the way to the target, with its own date and, where reported, result."""

    promise: Comparison
    date_to_achieve: date
    result: Result
    revisions: tuple[Revision, ...] = ()

    @property
    def part(self) -> str:
        """What it is called in an address: "milestone.2028-03-31"."""
        return f"milestone.{self.date_to_achieve.isoformat()}"


@dataclass(frozen=True)
class Target:
    promise: Promise
    date_to_achieve: date
    citation: Citation
    baseline: Baseline | None = None
    milestones: tuple[Milestone, ...] = ()
    notes: tuple[Bilingual, ...] = ()
    revisions: tuple[Revision, ...] = ()
    published: date | None = None
    """When it first stood on the site; None where it came with its scorecard."""
