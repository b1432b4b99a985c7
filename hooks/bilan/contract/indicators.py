"""The files of single indicators: those that a scorecard reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Literal, get_args

from bilan.contract import VERSION
from bilan.contract.accounts import discrepancy_object
from bilan.contract.definitions import indicator_object, source_object, unit_object
from bilan.contract.descriptions import results_sheet
from bilan.contract.encoding import json_text
from bilan.contract.entries import Entry, by_indicator, cited_sources
from bilan.contract.records import Records
from bilan.contract.structure import Structure
from bilan.contract.workbook.indicator import IndicatorBooks
from bilan.model.discrepancies import Discrepancy
from bilan.report import Report

Form = Literal["csv", "json", "xlsx"]
FORMS: tuple[Form, ...] = get_args(Form)


def indicator_address(indicator_id: str, form: Form) -> str:
    """Below the site's root: "data/indicators/members.csv"."""
    return f"data/indicators/{indicator_id}.{form}"


def indicator_addresses(report: Report) -> tuple[str, ...]:
    return tuple(indicator_address(each, form) for each in by_indicator(report) for form in FORMS)


def indicator_files(report: Report) -> Mapping[str, str | bytes]:
    """The same rows, entries and sheets as in the files on everything."""
    records, structure, books = Records(report), Structure(report), IndicatorBooks(report)
    made: dict[str, str | bytes] = {}
    for indicator_id, own in by_indicator(report).items():
        csv, json, xlsx = (indicator_address(indicator_id, form) for form in FORMS)
        made[csv] = results_sheet(map(records.record, own), csv).text
        made[json] = _json(report, structure, own)
        made[xlsx] = books.workbook(own)
    return made


def _json(report: Report, structure: Structure, own: tuple[Entry, ...]) -> str:
    indicator = own[0].reported.indicator
    disputes = _discrepancies(report, own)
    sources = dict.fromkeys((*cited_sources(own), *(each.citation.source for each in disputes)))
    return json_text(
        {
            "version": VERSION,
            "organization": asdict(report.organization.name),
            "indicator": indicator_object(indicator),
            "unit": unit_object(indicator.unit),
            "sources": [source_object(source) for source in sources],
            "results": [structure.entry(entry) for entry in own],
            "discrepancies": [discrepancy_object(each) for each in disputes],
        }
    )


def _discrepancies(report: Report, own: Iterable[Entry]) -> tuple[Discrepancy, ...]:
    found = (
        each
        for entry in own
        for each in report.discrepancies_in(entry.scorecard.id, entry.reported.indicator.id)
    )
    return tuple({each.id: each for each in found}.values())
