"""`results.xlsx`: everything that is reported, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from bilan.contract.accounts import DISCREPANCIES_CSV
from bilan.contract.entries import entries
from bilan.contract.glossary import GLOSSARY_CSV
from bilan.contract.sheets import Sheet
from bilan.contract.vocabulary import labelled
from bilan.contract.workbook.about import Cover, fields_sheet, sources_sheet, values_sheet
from bilan.contract.workbook.accounts import AccountTabs
from bilan.contract.workbook.book import book, cover_name, tab_name
from bilan.contract.workbook.pieces import Book, Link, Tab, both, tab_names
from bilan.contract.workbook.results import ResultTabs
from bilan.contract.workbook.writing import written
from bilan.languages import LANGUAGES
from bilan.report import Report

_FLAT = ("sheet_discrepancies", "sheet_sources", "sheet_terms", "sheet_fields", "sheet_values")
"""The labels of what follows the tables."""


def report_workbook(report: Report, sheets: Sequence[Sheet]) -> bytes:
    """`sheets` are the CSV files, whose fields it explains."""
    return written(report_book(report, sheets))


def report_book(report: Report, sheets: Sequence[Sheet]) -> Book:
    results = [report.words[language]("sheet_results") for language in LANGUAGES]
    flat = [labelled(key, report) for key in _FLAT]
    cover, *names = tab_names((cover_name(report), *results, *report.tables, *map(tab_name, flat)))
    titles = (
        *(labelled(f"sheet_results_{language}", report) for language in LANGUAGES),
        *(table.name for table in report.tables.values()),
        *flat,
    )
    tabs = _tabs(report, sheets, names, cover)
    about = (report.organization.site_name, report.organization.tagline)
    what = labelled("results_xlsx_about", report)
    first = Cover(report).tab(
        cover, (*about, what), zip(tabs, titles, strict=True), report.sources.values()
    )
    return book(report, both(about[0]), both(about[1]), (first, *tabs))


def _tabs(report: Report, sheets: Sequence[Sheet], names: Sequence[str], cover: str) -> list[Tab]:
    found, accounts = tuple(entries(report)), AccountTabs(report)
    back = Link(both(labelled("workbook_sheets", report)), cover)
    by_address = {sheet.address: sheet for sheet in sheets}
    flat = (
        by_address[DISCREPANCIES_CSV],
        sources_sheet(report),
        by_address[GLOSSARY_CSV],
        fields_sheet(report, sheets),
        values_sheet(report),
    )
    results, tables, rest = names[:2], names[2 : -len(flat)], names[-len(flat) :]
    return [
        *(
            ResultTabs(report, language).tab(found, name)
            for language, name in zip(LANGUAGES, results, strict=True)
        ),
        *(
            accounts.table(table, name, back)
            for table, name in zip(report.tables.values(), tables, strict=True)
        ),
        *(accounts.sheet(sheet, name) for sheet, name in zip(flat, rest, strict=True)),
    ]
