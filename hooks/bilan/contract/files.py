"""The files of `/data/` as texts, by their address on the site."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple
from datetime import date
from decimal import Decimal
from typing import Any

from bilan.contract import VERSION
from bilan.contract.accounts import accounts, discrepancies_sheet, table_sheet
from bilan.contract.definitions import definitions
from bilan.contract.descriptions import RESULTS_FIELDS
from bilan.contract.glossary import glossary_sheet
from bilan.contract.records import Records
from bilan.contract.sheets import Field, Sheet
from bilan.contract.structure import Structure
from bilan.contract.values import plain_date, plain_number
from bilan.languages import Bilingual
from bilan.report import Report

RESULTS_CSV, RESULTS_JSON = "data/results.csv", "data/results.json"
DATAPACKAGE = "data/datapackage.json"


def sheets(report: Report) -> tuple[Sheet, ...]:
    """Every CSV file of the contract."""
    results = Sheet(
        name="results",
        address=RESULTS_CSV,
        title=Bilingual("Targets and results", "Cibles et résultats"),
        fields=RESULTS_FIELDS,
        rows=[astuple(record) for record in Records(report)],
        primary_key=("scorecard", "indicator"),
    )
    tables = (table_sheet(table) for table in report.tables.values())
    return (results, *tables, discrepancies_sheet(report), glossary_sheet(report))


def addresses(report: Report) -> tuple[str, ...]:
    return (*(sheet.address for sheet in sheets(report)), RESULTS_JSON, DATAPACKAGE)


def files(report: Report) -> Mapping[str, str]:
    """Every file of the contract."""
    made = sheets(report)
    texts = {sheet.address: sheet.text for sheet in made}
    texts[RESULTS_JSON] = results_json(report)
    return {**texts, DATAPACKAGE: datapackage(report, made, texts)}


def results_json(report: Report) -> str:
    """The same results with structure, and the definitions that they refer to."""
    results = list(Structure(report))
    return _json(
        {"version": VERSION, **definitions(report), "results": results, **accounts(report)}
    )


def datapackage(report: Report, made: Iterable[Sheet], texts: Mapping[str, str]) -> str:
    """A Frictionless Data Package (version 1) that describes the other files."""
    name: Bilingual = report.organization.site_name
    results_json = {
        "profile": "data-resource",
        "name": "results-json",
        **_file(RESULTS_JSON, texts),
        "format": "json",
        "mediatype": "application/json",
    }
    return _json(
        {
            "profile": "data-package",
            "name": "results",
            "title": f"{name.en} / {name.fr}",
            "version": VERSION,
            "resources": [*(_resource(sheet, texts) for sheet in made), results_json],
        }
    )


def _resource(sheet: Sheet, texts: Mapping[str, str]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": sheet.name,
        "title": f"{sheet.title.en} / {sheet.title.fr}",
        **_file(sheet.address, texts),
        "format": "csv",
        "mediatype": "text/csv",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {
            "fields": [_field(field) for field in sheet.fields],
            "primaryKey": list(sheet.primary_key),
            "missingValues": list(sheet.missing_values),
        },
    }


def _field(field: Field) -> dict[str, str]:
    return {
        "name": field.name,
        "type": field.type,
        "description": field.description.en,
        "description_fr": field.description.fr,
    }


def _file(address: str, texts: Mapping[str, str]) -> dict[str, Any]:
    content = texts[address].encode("utf-8")
    return {
        "path": address.removeprefix("data/"),
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _json(content: object) -> str:
    """JSON whose numbers have the digits of the data: no binary float comes in between.

    A control character marks a number on its way through the encoder; texts hold none,
    as the reader of the data files refuses them.
    """
    text = json.dumps(content, ensure_ascii=False, indent=1, default=_marked) + "\n"
    return re.sub(r'"\\u0000([^"]+)"', r"\1", text)


def _marked(value: object) -> str:
    if isinstance(value, Decimal):
        return f"\0{plain_number(value)}"
    assert isinstance(value, date)
    return plain_date(value)
