"""The table that a long campaign ends with: what was tried, what was found, what was aimed at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the table."""

    what: str
    tried: int
    found: str
    target: str
    is_met: bool


def print_table(rows: Sequence[Row], tried: str) -> None:
    """`tried` heads the column of how many things were tried."""
    cells = [("check", tried, "found", "target", "")]
    cells += [
        (row.what, str(row.tried), row.found, row.target, "met" if row.is_met else "MISSED")
        for row in rows
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line in cells:
        shown = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        print("  ".join(shown).rstrip())
