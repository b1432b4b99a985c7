"""The status of a result: a pure function of target, result and reporting date.

The table is that of the public methodology; it follows the practice of Canadian
departmental results reports (date to achieve, result status "met", "not met",
"to be determined", "future").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bilan.model.absences import NotAvailable
from bilan.model.bounds import Bounds
from bilan.model.indicators import Outcome, Qualifier
from bilan.model.promises import NO_TARGET, TO_BE_DETERMINED, Comparator, Comparison, Promise
from bilan.model.results import Result, Verdict


class Status(StrEnum):
    """In the order of every list of counts."""

    EXCEEDED = "exceeded"
    MET = "met"
    NOT_MET = "not_met"
    FUTURE = "future"
    TO_BE_DETERMINED = "to_be_determined"
    NO_RESULT = "no_result"
    NO_TARGET = "no_target"

    @property
    def is_verdict(self) -> bool:
        return self in (Status.EXCEEDED, Status.MET, Status.NOT_MET)

    @property
    def is_success(self) -> bool:
        return self in (Status.EXCEEDED, Status.MET)


@dataclass(frozen=True)
class Assessment:
    status: Status
    ahead_of_date: bool = False
    """Met or exceeded before the date to achieve."""


def assess(
    promise: Promise, date_to_achieve: date, result: Result, reporting_date: date
) -> Assessment:
    """The status of `result` as seen on `reporting_date`.

    A date to achieve that lies after the reporting date leaves the target open:
    it can be met early, never missed early.
    """
    open_still = date_to_achieve > reporting_date
    if promise is TO_BE_DETERMINED:
        return Assessment(Status.TO_BE_DETERMINED)
    if promise is NO_TARGET:
        return Assessment(Status.NO_TARGET)
    if not result.is_available:
        return Assessment(Status.FUTURE if open_still else Status.NO_RESULT)
    verdict = _verdict(promise, result)
    if not open_still:
        return Assessment(Status(verdict))
    if verdict is Verdict.NOT_MET or not _can_be_reached_early(promise):
        return Assessment(Status.FUTURE)
    return Assessment(Status(verdict), ahead_of_date=True)


def compared(
    promise: Promise, outcome: Outcome | NotAvailable, qualifier: Qualifier | None
) -> Verdict | None:
    """What holds for every value that the result can stand for.

    None where figures do not decide, and a person judges: words are compared, or some of
    these values meet the target and others do not.
    """
    if not isinstance(promise, Comparison) or not isinstance(outcome, Decimal):
        return None
    possible = Bounds.of(qualifier or Comparator.EXACTLY, outcome)
    if possible.lie_outside(promise.bounds):
        return Verdict.NOT_MET
    if not possible.lie_within(promise.bounds):
        return None
    above = promise.comparator is Comparator.AT_LEAST and possible.low > promise.bounds.low
    return Verdict.EXCEEDED if above else Verdict.MET


def _verdict(promise: Promise, result: Result) -> Verdict:
    verdict = compared(promise, result.outcome, result.qualifier)
    if verdict is not None:
        assert result.judgement is None, "figures are compared, not judged"
        return verdict
    assert result.judgement is not None, "what figures do not decide is judged by a person"
    return result.judgement.verdict


def _can_be_reached_early(promise: Promise) -> bool:
    """Words are judged by a person, who may find them fulfilled before the date."""
    return not isinstance(promise, Comparison) or promise.can_be_reached_early
