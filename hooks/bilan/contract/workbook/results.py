"""Results in one language, as a tab of a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from bilan.contract.descriptions import RESULTS_FIELDS
from bilan.contract.entries import Entry
from bilan.contract.records import Record, Records
from bilan.contract.vocabulary import COMPARATORS, unit_of, vocabularies
from bilan.contract.workbook.forms import Forms
from bilan.contract.workbook.pieces import Cell, Column, Line, Tab
from bilan.languages import Language
from bilan.model.absences import NotAvailable
from bilan.model.indicators import Indicator
from bilan.report import Report

_WIDTHS: Mapping[str, int] = {
    "scorecard": 24,
    "area": 24,
    "indicator": 40,
    "unit_of_measure": 16,
    "comparison": 14,
    "target": 16,
    "upper_bound": 16,
    "target_in_words": 36,
    "date_to_achieve": 20,
    "baseline": 16,
    "actual_result": 16,
    "result_in_words": 36,
    "as_of": 20,
    "is_interim": 12,
    "status": 20,
    "progress_to_target": 14,
    "source": 36,
    "place_in_source": 24,
    "notes": 60,
}
"""By the label of the heading."""
_IDS = ("scorecard", "indicator")
"""The fields of `results.csv` that name a row."""
_DESCRIBED = {field.name: field.description for field in RESULTS_FIELDS}


class ResultTabs:
    """Builds the tab of one language."""

    def __init__(self, report: Report, language: Language) -> None:
        self._report, self._words = report, report.words[language]
        self._records, self._forms = Records(report), Forms(language)
        lists = vocabularies(report)
        self.title = self._words("sheet_results")
        self._comparators = {each.id: each.meaning[language] for each in lists[COMPARATORS]}

    def tab(self, entries: Iterable[Entry], name: str) -> Tab:
        words = self._words
        ids = (Column(words.of(_DESCRIBED[name]), 24) for name in _IDS)
        return Tab(
            name=name,
            title=self.title,
            columns=(*(Column(words(key), width) for key, width in _WIDTHS.items()), *ids),
            lines=tuple(Line(self._cells(entry, self._records.record(entry))) for entry in entries),
        )

    def _cells(self, entry: Entry, record: Record) -> tuple[Cell, ...]:
        words, indicator = self._words, entry.reported.indicator
        cells: dict[str, Cell] = {
            "scorecard": words.of(entry.scorecard.name),
            "area": words.of(entry.area.name),
            "indicator": words.of(indicator.name),
            "unit_of_measure": unit_of(indicator, words),
            "comparison": self._comparators.get(record.comparator or "", words("no_target_set")),
            "target": self._number(record.target, indicator),
            "upper_bound": self._number(record.target_high, indicator),
            "target_in_words": self._own(record, "target_statement"),
            "date_to_achieve": self._day(record.date_to_achieve),
            "baseline": self._number(record.baseline, indicator),
            "actual_result": self._number(record.result, indicator),
            "result_in_words": self._own(record, "result_statement") or self._missing(entry),
            "as_of": self._day(record.as_of),
            "is_interim": words("yes") if record.interim else words("no"),
            "status": self._report.statuses[entry.reported.status].name[words.language]["one"],
            "progress_to_target": self._share(record.progress_percent),
            "source": words.of(entry.citation.source.title),
            "place_in_source": words.of(entry.citation.locator),
            "notes": self._own(record, "note"),
        }
        return (*(cells[key] for key in _WIDTHS), record.scorecard, record.indicator)

    def _number(self, value: Decimal | None, indicator: Indicator) -> Cell:
        return None if value is None else self._forms.quantity(value, indicator.unit)

    def _day(self, day: date | None) -> Cell:
        return None if day is None else self._forms.day(day)

    def _share(self, percent: Decimal | None) -> Cell:
        return None if percent is None else self._forms.percent(percent)

    def _own(self, record: Record, field: str) -> str | None:
        """This language's half of a text."""
        said: str | None = getattr(record, f"{field}_{self._words.language}")
        return said

    def _missing(self, entry: Entry) -> str | None:
        """Why there is no result, in a word."""
        outcome = entry.reported.result.outcome
        if not isinstance(outcome, NotAvailable):
            return None
        return self._words(f"{outcome.why.value}_word")
