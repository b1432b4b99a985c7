"""Flat tables as programs read them: fields with their meaning, and rows of plain values."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bilan.contract.values import plain_date, plain_number, safe_text
from bilan.languages import Bilingual

DASH = "\u2013"
"""Stands where a document prints a dash: nil, and not a zero that was measured."""


@dataclass(frozen=True)
class Field:
    name: str
    description: Bilingual
    type: str = "string"
    """As Frictionless Table Schema names it: string, number, date, boolean."""
    values: str = ""
    """Which vocabulary its values are from, if they are from one."""


@dataclass(frozen=True)
class Sheet:
    """One CSV file of the contract."""

    name: str
    address: str
    title: Bilingual
    fields: tuple[Field, ...]
    rows: Sequence[Sequence[object]]
    """Values in the order of the fields; None where there is nothing to say."""
    primary_key: tuple[str, ...] = ("id",)
    missing_values: tuple[str, ...] = ("",)

    @property
    def text(self) -> str:
        """RFC 4180: CRLF lines, quotes doubled; UTF-8 when written."""
        table = io.StringIO(newline="")
        writer = csv.writer(table, lineterminator="\r\n")
        writer.writerow(field.name for field in self.fields)
        writer.writerows([_cell(value) for value in row] for row in self.rows)
        return table.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return plain_number(value)
    return plain_date(value) if isinstance(value, date) else safe_text(str(value))
