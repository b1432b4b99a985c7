"""The files of the public contract, as a list for readers."""

from __future__ import annotations

from collections.abc import Mapping

from bilan.contract.accounts import DISCREPANCIES_CSV, table_address
from bilan.contract.files import DATAPACKAGE, RESULTS_CSV, RESULTS_JSON, RESULTS_XLSX
from bilan.contract.glossary import GLOSSARY_CSV
from bilan.contract.indicators import Form
from bilan.labels import Words
from bilan.model.tables import Table
from bilan.report import Report
from bilan.view.pieces import DownloadView

_FILES = (
    (RESULTS_XLSX, "results_xlsx", "XLSX"),
    (RESULTS_CSV, "results_csv", "CSV"),
    (RESULTS_JSON, "results_json", "JSON"),
    (DISCREPANCIES_CSV, "discrepancies_csv", "CSV"),
    (GLOSSARY_CSV, "glossary_csv", "CSV"),
    (DATAPACKAGE, "datapackage", "JSON"),
)

INDICATOR_LABELS: Mapping[Form, str] = {
    "csv": "indicator_csv",
    "json": "indicator_json",
    "xlsx": "indicator_xlsx",
}
"""The names of the files of one indicator; what they hold stands in `…_about`."""


def downloads(report: Report, words: Words) -> tuple[DownloadView, ...]:
    """The files on everything first; then each table."""
    files = (
        DownloadView(address, words(key), form, words(f"{key}_about"))
        for address, key, form in _FILES
    )
    return (*files, *(_table(table, words) for table in report.tables.values()))


def _table(table: Table, words: Words) -> DownloadView:
    address = table_address(table.id)
    return DownloadView(address, words.of(table.name), "CSV", words.of(table.about))
