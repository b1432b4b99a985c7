"""The files of `/data/` as texts, by their address on the site."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple
from datetime import date
from decimal import Decimal
from typing import Any

from bilan.contract import VERSION
from bilan.contract.definitions import definitions
from bilan.contract.descriptions import FIELD_DESCRIPTIONS, FIELD_TYPES
from bilan.contract.glossary import (
    TERM_DESCRIPTIONS,
    TERM_FIELDS,
    TermRecord,
    term_records,
)
from bilan.contract.records import FIELDS, Record, Records
from bilan.contract.structure import Structure
from bilan.contract.values import plain_date, plain_number, safe_text
from bilan.languages import Bilingual
from bilan.report import Report

RESULTS_CSV, RESULTS_JSON = "data/results.csv", "data/results.json"
GLOSSARY_CSV, DATAPACKAGE = "data/glossary.csv", "data/datapackage.json"
ADDRESSES = (RESULTS_CSV, RESULTS_JSON, GLOSSARY_CSV, DATAPACKAGE)


def files(report: Report) -> Mapping[str, str]:
    """Every file of the contract."""
    described = {
        RESULTS_CSV: table(FIELDS, Records(report)),
        RESULTS_JSON: results_json(report),
        GLOSSARY_CSV: table(TERM_FIELDS, term_records(report.glossary.values())),
    }
    return {**described, DATAPACKAGE: datapackage(report, described)}


def table(fields: Iterable[str], records: Iterable[Record | TermRecord]) -> str:
    """RFC 4180: CRLF lines, quotes doubled; UTF-8 when written."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(fields)
    writer.writerows([_cell(value) for value in astuple(record)] for record in records)
    return text.getvalue()


def results_json(report: Report) -> str:
    """The same results with structure, and the definitions that they refer to."""
    results = list(Structure(report))
    return _json({"version": VERSION, **definitions(report), "results": results})


def datapackage(report: Report, described: Mapping[str, str]) -> str:
    """A Frictionless Data Package (version 1) that describes the other files."""
    name: Bilingual = report.organization.site_name
    return _json(
        {
            "profile": "data-package",
            "name": "results",
            "title": f"{name.en} / {name.fr}",
            "version": VERSION,
            "resources": [
                {
                    **_table("results", FIELD_DESCRIPTIONS, ["scorecard", "indicator"]),
                    **_file(RESULTS_CSV, described),
                },
                {
                    "profile": "data-resource",
                    "name": "results-json",
                    **_file(RESULTS_JSON, described),
                    "format": "json",
                    "mediatype": "application/json",
                },
                {
                    **_table("glossary", TERM_DESCRIPTIONS, ["id"]),
                    **_file(GLOSSARY_CSV, described),
                },
            ],
        }
    )


def _table(name: str, fields: Mapping[str, Bilingual], key: list[str]) -> dict[str, Any]:
    """A table whose `key` no two rows share."""
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "format": "csv",
        "mediatype": "text/csv",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {
            "fields": [_field(*field) for field in fields.items()],
            "primaryKey": key,
            "missingValues": [""],
        },
    }


def _field(name: str, description: Bilingual) -> dict[str, str]:
    return {
        "name": name,
        "type": FIELD_TYPES.get(name, "string"),
        "description": description.en,
        "description_fr": description.fr,
    }


def _file(address: str, texts: Mapping[str, str]) -> dict[str, Any]:
    content = texts[address].encode("utf-8")
    return {
        "path": address.removeprefix("data/"),
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return plain_number(value)
    return plain_date(value) if isinstance(value, date) else safe_text(str(value))


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
