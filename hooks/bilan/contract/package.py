"""`datapackage.json`: a Frictionless Data Package (version 1) that describes the other files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from bilan.contract import VERSION
from bilan.contract.encoding import json_text
from bilan.contract.sheets import Field, Sheet
from bilan.contract.vocabulary import UNITS, Value, vocabularies
from bilan.report import Report

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json", "xlsx": XLSX}
"""By the ending of a file's name."""

Contents = Mapping[str, str | bytes]
"""What the files hold, by address."""


def datapackage(
    report: Report, sheets: Iterable[Sheet], others: Mapping[str, str], contents: Contents
) -> str:
    """`others` are the addresses of the files that are no sheets, by the resource's name."""
    name, lists = report.organization.site_name, vocabularies(report)
    return json_text(
        {
            "profile": "data-package",
            "name": "results",
            "title": f"{name.en} / {name.fr}",
            "version": VERSION,
            "resources": [
                *(_resource(sheet, lists, contents) for sheet in sheets),
                *(_other(name, address, contents) for name, address in others.items()),
            ],
        }
    )


def _other(name: str, address: str, contents: Contents) -> dict[str, Any]:
    ending = address.rpartition(".")[2]
    return {
        "profile": "data-resource",
        "name": name,
        **_file(address, contents),
        "format": ending,
        "mediatype": MEDIA_TYPES[ending],
        **({"type": "file"} if ending == "xlsx" else {}),  # no program is to read it as a table
    }


def _resource(
    sheet: Sheet, lists: Mapping[str, tuple[Value, ...]], contents: Contents
) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": sheet.name,
        "title": f"{sheet.title.en} / {sheet.title.fr}",
        **_file(sheet.address, contents),
        "format": "csv",
        "mediatype": MEDIA_TYPES["csv"],
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {
            "fields": [_field(field, lists.get(field.values, ())) for field in sheet.fields],
            "primaryKey": list(sheet.primary_key),
            "missingValues": list(sheet.missing_values),
        },
    }


def _field(field: Field, values: tuple[Value, ...]) -> dict[str, Any]:
    is_closed = bool(values) and field.values != UNITS  # an organization adds units of its own
    constraints = {"constraints": {"enum": [value.id for value in values]}} if is_closed else {}
    return {
        "name": field.name,
        "type": field.type,
        "description": field.description.en,
        "description_fr": field.description.fr,
        **constraints,
    }


def _file(address: str, contents: Contents) -> dict[str, Any]:
    content = contents[address]
    is_text = isinstance(content, str)
    written = content.encode("utf-8") if isinstance(content, str) else content
    return {
        "path": address.removeprefix("data/"),
        **({"encoding": "utf-8"} if is_text else {}),
        "bytes": len(written),
        "hash": f"sha256:{hashlib.sha256(written).hexdigest()}",
    }
