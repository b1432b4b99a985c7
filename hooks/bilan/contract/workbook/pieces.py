"""What a workbook is made of: tabs, their columns, their lines and their cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bilan.languages import Bilingual

LONGEST_NAME = 31
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


@dataclass(frozen=True)
class Number:
    value: Decimal
    """As the cell holds it: 0.36 for 36%."""
    form: str
    """The number format: "0%"."""


@dataclass(frozen=True)
class Day:
    value: date
    form: str


@dataclass(frozen=True)
class Link:
    """Leads to another tab."""

    text: str
    tab: str


Cell = str | Number | Day | Link | None


@dataclass(frozen=True)
class Line:
    cells: tuple[Cell, ...]
    is_strong: bool = False
    depth: int = 0
    """How far the first texts are moved to the right."""


@dataclass(frozen=True)
class Column:
    heading: str
    width: int
    """In characters."""


@dataclass(frozen=True)
class Tab:
    """One sheet of a workbook."""

    name: str
    title: str
    """What paper says at its top."""
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    lead: tuple[Line, ...] = ()
    """Above the headings."""
    is_list: bool = True
    """Whether its lines can be filtered."""


@dataclass(frozen=True)
class Book:
    title: str
    subject: str
    author: str
    date: date
    tabs: tuple[Tab, ...]


def both(text: Bilingual) -> str:
    """ "Discrepancies / Écarts"; once where both languages say the same."""
    return text.en if text.en == text.fr else f"{text.en} / {text.fr}"


def tab_names(wanted: Iterable[str]) -> list[str]:
    """Names that Excel takes: of at most 31 characters, without its signs, none twice."""
    names: list[str] = []
    taken = {"history"}  # Excel's own
    for each in wanted:
        clean = " ".join(_FORBIDDEN_IN_NAMES.sub(" ", each).split()).strip("'") or "–"
        name, number = clean[:LONGEST_NAME].rstrip(" '"), 1
        while name.casefold() in taken:
            number += 1
            end = f" {number}"
            name = clean[: LONGEST_NAME - len(end)].rstrip(" '") + end
        taken.add(name.casefold())
        names.append(name)
    return names
