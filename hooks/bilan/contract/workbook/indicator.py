"""The workbook of one indicator: its definition and its results, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from bilan.contract.entries import Entry, cited_sources
from bilan.contract.vocabulary import labelled
from bilan.contract.workbook.about import Cover
from bilan.contract.workbook.book import book, cover_name
from bilan.contract.workbook.pieces import both, tab_names
from bilan.contract.workbook.results import ResultTabs
from bilan.contract.workbook.writing import written
from bilan.languages import LANGUAGES
from bilan.report import Report


class IndicatorBooks:
    def __init__(self, report: Report) -> None:
        self._report, self._cover = report, Cover(report)
        self._results = [ResultTabs(report, language) for language in LANGUAGES]
        wanted = (tabs.title for tabs in self._results)
        self._first, *self._names = tab_names((cover_name(report), *wanted))

    def workbook(self, own: Sequence[Entry]) -> bytes:
        """`own` are the entries of one indicator."""
        report, indicator = self._report, own[0].reported.indicator
        tabs = [made.tab(own, name) for made, name in zip(self._results, self._names, strict=True)]
        about = (indicator.name, indicator.definition, labelled("indicator_xlsx_about", report))
        titles = [labelled(f"sheet_results_{language}", report) for language in LANGUAGES]
        others = zip(tabs, titles, strict=True)
        first = self._cover.tab(self._first, about, others, cited_sources(own))
        subject = both(report.organization.site_name)
        return written(book(report, both(indicator.name), subject, (first, *tabs)))
