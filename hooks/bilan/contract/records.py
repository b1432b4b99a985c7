"""One record for each indicator of each scorecard, as `results.csv` shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from bilan.contract.entries import Entry, entries
from bilan.contract.values import Statements, progress_percent
from bilan.languages import Bilingual, Language
from bilan.model.absences import NotAvailable
from bilan.model.indicators import Quantity, Statement
from bilan.model.promises import Absent, Comparison
from bilan.model.scorecards import ReportedIndicator
from bilan.report import Report


@dataclass(frozen=True)
class Record:
    """The fields of `results.csv`, in their order; None where there is nothing to say."""

    scorecard: str
    area: str
    indicator: str
    name_en: str
    name_fr: str
    unit: str
    comparator: str | None
    target: Decimal | None
    target_high: Decimal | None
    target_statement_en: str | None
    target_statement_fr: str | None
    date_to_achieve: date | None
    baseline: Decimal | None
    result: Decimal | None
    result_statement_en: str | None
    result_statement_fr: str | None
    as_of: date | None
    interim: bool
    status: str
    progress_percent: Decimal | None
    source: str
    locator: str
    note_en: str | None
    note_fr: str | None


FIELDS = tuple(field.name for field in fields(Record))


class Records:
    """Builds the records of a report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._statements = Statements(report.words)

    def __iter__(self) -> Iterator[Record]:
        return (self.record(entry) for entry in entries(self._report))

    def record(self, found: Entry) -> Record:
        entry, citation = found.reported, found.citation
        indicator, target, result = entry.indicator, entry.target, entry.result
        promise, outcome = target.promise, result.outcome
        comparison = promise if isinstance(promise, Comparison) else None
        share = entry.progress
        return Record(
            scorecard=found.scorecard.id,
            area=found.area.id,
            indicator=indicator.id,
            name_en=indicator.name.en,
            name_fr=indicator.name.fr,
            unit=indicator.unit.id,
            comparator=_comparator(entry),
            target=comparison.value if comparison else None,
            target_high=comparison.high if comparison else None,
            target_statement_en=self._statement(promise, "en"),
            target_statement_fr=self._statement(promise, "fr"),
            date_to_achieve=target.date_to_achieve if entry.has_target else None,
            baseline=target.baseline.value if target.baseline else None,
            result=outcome if isinstance(outcome, Decimal) else None,
            result_statement_en=self._statement(outcome, "en"),
            result_statement_fr=self._statement(outcome, "fr"),
            as_of=result.as_of if result.is_available else None,
            interim=result.interim,
            status=entry.status.value,
            progress_percent=None if share is None else progress_percent(share),
            source=citation.source.id,
            locator=citation.locator[citation.source.language],
            note_en=self._notes(entry, "en"),
            note_fr=self._notes(entry, "fr"),
        )

    def _statement(self, said: object, language: Language) -> str | None:
        return self._statements.filled(said)[language] if isinstance(said, Statement) else None

    def _notes(self, entry: ReportedIndicator, language: Language) -> str | None:
        """Everything a reader of the page is told about the figure, in reading order."""
        result = entry.result
        missing = result.outcome.reason if isinstance(result.outcome, NotAvailable) else None
        texts = (
            self._qualified(entry),
            result.explanation,
            result.judgement.reason if result.judgement else None,
            missing,
            *entry.target.notes,
            *result.notes,
        )
        return " ".join(text[language] for text in texts if text) or None

    def _qualified(self, entry: ReportedIndicator) -> Bilingual | None:
        outcome, qualifier = entry.result.outcome, entry.result.qualifier
        if qualifier is None or not isinstance(outcome, Decimal):
            return None
        return self._statements.qualified(Quantity(outcome, entry.indicator.unit), qualifier)


def _comparator(entry: ReportedIndicator) -> str | None:
    promise = entry.target.promise
    if isinstance(promise, Comparison):
        return promise.comparator.value
    if isinstance(promise, Statement):
        return "statement"
    return promise.value if promise is Absent.TO_BE_DETERMINED else None
