"""The results as `results.json` shows them: the model, entry by entry, as plain objects.

Every object has all of its keys; null says that there is nothing. Figures stay `Decimal`
and days `date`, which `files` writes with the digits of the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from bilan.contract.entries import Entry, entries
from bilan.contract.values import Statements, progress_percent
from bilan.languages import Bilingual
from bilan.model.absences import NotAvailable
from bilan.model.indicators import Quantity, Statement
from bilan.model.promises import Absent, Comparison, Promise
from bilan.model.results import Result
from bilan.model.revisions import Figure, Revision
from bilan.model.scorecards import ReportedIndicator
from bilan.model.sources import Citation
from bilan.model.status import Assessment
from bilan.model.targets import Baseline, Milestone
from bilan.report import Report

Json = dict[str, Any]


class Structure:
    """Builds the objects of a report's results."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._statements = Statements(report.words)

    def __iter__(self) -> Iterator[Json]:
        return (self.entry(entry) for entry in entries(self._report))

    def entry(self, found: Entry) -> Json:
        entry = found.reported
        share = entry.progress
        return {
            "scorecard": found.scorecard.id,
            "area": found.area.id,
            "indicator": entry.indicator.id,
            **_assessment(entry.assessment),
            "progress_percent": None if share is None else progress_percent(share),
            "target": self._target(entry) if entry.has_target else None,
            "result": self._result(entry.result),
        }

    def _target(self, entry: ReportedIndicator) -> Json:
        target = entry.target
        return {
            **_promise(target.promise),
            **self._words(target.promise),
            "date_to_achieve": target.date_to_achieve,
            "baseline": self._baseline(target.baseline) if target.baseline else None,
            "milestones": [self._milestone(*milestone) for milestone in entry.milestones],
            "notes": texts(target.notes),
            "published": target.published,
            "revisions": self._revisions(target.revisions),
            **citation(target.citation),
        }

    def _milestone(self, milestone: Milestone, assessment: Assessment) -> Json:
        return {
            **_promise(milestone.promise),
            "date_to_achieve": milestone.date_to_achieve,
            **_assessment(assessment),
            "result": {
                **_outcome(milestone.result),
                "revisions": self._revisions(milestone.result.revisions),
            },
            "revisions": self._revisions(milestone.revisions),
        }

    def _baseline(self, baseline: Baseline) -> Json:
        return {
            "value": baseline.value,
            "date": baseline.date,
            "revisions": self._revisions(baseline.revisions),
        }

    def _result(self, result: Result) -> Json:
        return {
            **_outcome(result),
            **self._words(result.outcome),
            "interim": result.interim,
            "verdict": result.judgement.verdict.value if result.judgement else None,
            "notes": texts(result.notes),
            "published": result.published,
            "revisions": self._revisions(result.revisions),
            **citation(result.citation),
        }

    def _revisions(self, revisions: Iterable[Revision]) -> list[Json]:
        return [
            {
                "kind": revision.kind.value,
                "date": revision.date,
                **self._earlier(revision.was),
                "reason": text(revision.reason),
            }
            for revision in revisions
        ]

    def _earlier(self, was: Figure) -> Json:
        """Without a comparator, a value is one of today's comparator, or of none."""
        said = {"comparator": None, "value": _figure(was), "high": None}
        return {
            **(_promise(was) if isinstance(was, Comparison | Absent) else said),
            "not_available": was.why.value if isinstance(was, NotAvailable) else None,
            "statement": self._words(was)["statement"],
        }

    def _words(self, said: object) -> Json:
        """The words with the figures in them, and each of these figures by its name."""
        if not isinstance(said, Statement):
            return {"statement": None, "figures": {}}
        return {
            "statement": text(self._statements.filled(said)),
            "figures": {name: _quantity(quantity) for name, quantity in said.figures.items()},
        }


def text(said: Bilingual | None) -> dict[str, str] | None:
    return asdict(said) if said else None


def texts(said: Iterable[Bilingual]) -> list[dict[str, str]]:
    return [asdict(each) for each in said]


def _assessment(assessment: Assessment) -> Json:
    return {"status": assessment.status.value, "ahead_of_date": assessment.ahead_of_date}


def _promise(promise: Promise) -> Json:
    if isinstance(promise, Comparison):
        comparator = promise.comparator.value
        return {"comparator": comparator, "value": promise.value, "high": promise.high}
    named = promise.value if isinstance(promise, Absent) else "statement"
    return {"comparator": named, "value": None, "high": None}


def _outcome(result: Result) -> Json:
    """What came of a target or a milestone, and the words that explain it."""
    missing = result.outcome if isinstance(result.outcome, NotAvailable) else None
    explained = missing or result.judgement
    return {
        "value": _figure(result.outcome),
        "qualifier": result.qualifier.value if result.qualifier else None,
        "not_available": missing.why.value if missing else None,
        "reason": text(explained.reason) if explained else None,
        "as_of": None if missing else result.as_of,
        "explanation": text(result.explanation),
    }


def _figure(outcome: object) -> Decimal | None:
    return outcome if isinstance(outcome, Decimal) else None


def _quantity(quantity: Quantity) -> Json:
    return {"value": quantity.value, "unit": quantity.unit.id, "of": text(quantity.of)}


def citation(citation: Citation) -> Json:
    return {"source": citation.source.id, "locator": asdict(citation.locator)}
