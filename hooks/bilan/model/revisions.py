"""Figures that were published, and changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bilan.languages import Bilingual
from bilan.model.absences import NotAvailable
from bilan.model.indicators import Outcome
from bilan.model.promises import Promise

Figure = Outcome | NotAvailable | Promise
"""What a target or a result says, or said at some time."""


class RevisionKind(StrEnum):
    """What a revision says of the figure that was published before."""

    CORRECTED = "corrected"
    """It was wrong."""
    RESTATED = "restated"
    """It was right then: the method, the scope or the data behind it has changed since."""
    REVISED = "revised"
    """Which of the two is not said."""


@dataclass(frozen=True)
class Revision:
    """A published figure that was changed: what it was, when it changed, and why."""

    was: Figure
    date: date
    reason: Bilingual
    kind: RevisionKind = RevisionKind.REVISED
