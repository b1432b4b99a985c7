"""What came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bilan.languages import Bilingual
from bilan.model.absences import NotAvailable
from bilan.model.indicators import Outcome, Qualifier, Statement
from bilan.model.revisions import Revision
from bilan.model.sources import Citation


class Verdict(StrEnum):
    """A judgement that no comparison of figures can make."""

    EXCEEDED = "exceeded"
    MET = "met"
    NOT_MET = "not_met"


@dataclass(frozen=True)
class Judgement:
    verdict: Verdict
    reason: Bilingual


@dataclass(frozen=True)
class Result:
    outcome: Outcome | NotAvailable
    as_of: date
    citation: Citation
    interim: bool = False
    judgement: Judgement | None = None
    """Present exactly when no comparison of figures decides about the target."""
    explanation: Bilingual | None = None
    """Given with every target not met."""
    notes: tuple[Bilingual, ...] = ()
    revisions: tuple[Revision, ...] = ()
    qualifier: Qualifier | None = None
    """With a figure that the source does not give as exact: "more than 620,000"."""
    published: date | None = None
    """When it first stood on the site; None where it came with its scorecard."""

    @property
    def is_available(self) -> bool:
        return not isinstance(self.outcome, NotAvailable)

    @property
    def is_judged(self) -> bool:
        """Whether the outcome is words, or a person judged it."""
        return isinstance(self.outcome, Statement) or self.judgement is not None
