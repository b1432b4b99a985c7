"""The files of `/data/`, by their address on the site."""

from __future__ import annotations

from collections.abc import Mapping

from bilan.contract import VERSION
from bilan.contract.accounts import accounts, discrepancies_sheet, table_sheet
from bilan.contract.definitions import definitions
from bilan.contract.descriptions import results_sheet
from bilan.contract.encoding import json_text
from bilan.contract.glossary import glossary_sheet
from bilan.contract.indicators import indicator_addresses, indicator_files
from bilan.contract.package import datapackage
from bilan.contract.records import Records
from bilan.contract.sheets import Sheet
from bilan.contract.structure import Structure
from bilan.contract.workbook.report import report_workbook
from bilan.report import Report

RESULTS_CSV, RESULTS_JSON = "data/results.csv", "data/results.json"
RESULTS_XLSX = "data/results.xlsx"
DATAPACKAGE = "data/datapackage.json"


def sheets(report: Report) -> tuple[Sheet, ...]:
    """Every CSV file of the contract, but those of single indicators."""
    results = results_sheet(Records(report), RESULTS_CSV)
    tables = (table_sheet(table) for table in report.tables.values())
    return (results, *tables, discrepancies_sheet(report), glossary_sheet(report))


def addresses(report: Report) -> tuple[str, ...]:
    return (
        *(sheet.address for sheet in sheets(report)),
        RESULTS_JSON,
        RESULTS_XLSX,
        DATAPACKAGE,
        *indicator_addresses(report),
    )


def files(report: Report) -> Mapping[str, str | bytes]:
    """Every file of the contract."""
    made = sheets(report)
    contents: dict[str, str | bytes] = {sheet.address: sheet.text for sheet in made}
    contents[RESULTS_JSON] = results_json(report)
    contents[RESULTS_XLSX] = report_workbook(report, made)
    others = {"results-json": RESULTS_JSON, "results-xlsx": RESULTS_XLSX}
    contents[DATAPACKAGE] = datapackage(report, made, others, contents)
    return {**contents, **indicator_files(report)}


def results_json(report: Report) -> str:
    """The same results with structure, and the definitions that they refer to."""
    results = list(Structure(report))
    return json_text(
        {"version": VERSION, **definitions(report), "results": results, **accounts(report)}
    )
