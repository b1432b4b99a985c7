"""Statement tables: columns with units, rows that add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bilan.languages import Bilingual
from bilan.model.indicators import Qualifier, Quantity, Unit
from bilan.model.sources import Citation

RESERVED_COLUMNS = ("id", "kind", "unit")
"""Ids that no column can have: the table's file for programs has them already."""


class RowKind(StrEnum):
    ROW = "row"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    HEADING = "heading"
    """Names the rows below it; it has no cells."""
    NOTE = "note"
    """A remark that stands among the rows; it has no cells."""

    @property
    def has_cells(self) -> bool:
        return self not in (RowKind.HEADING, RowKind.NOTE)


class Empty(StrEnum):
    """A cell without a figure, as the document prints it."""

    DASH = "dash"
    """The document prints a dash: nil. It counts as zero in a sum, and is never shown as 0."""
    BLANK = "blank"
    """The document leaves the cell empty: nothing is known, and nothing can be added up."""


@dataclass(frozen=True)
class Amount:
    """A figure in a cell."""

    quantity: Quantity
    qualifier: Qualifier | None = None


Cell = Amount | Empty


@dataclass(frozen=True)
class Column:
    id: str
    name: Bilingual
    unit: Unit | None
    """None where each row has its own unit."""
    shows_change: bool
    """The figures are differences, written with their sign."""


@dataclass(frozen=True)
class Row:
    id: str
    name: Bilingual
    kind: RowKind
    part_of: str
    """The row that it is a part of, or empty."""
    unit: Unit | None
    """None where the columns have units."""
    cells: Mapping[str, Cell]
    """By column; empty for a heading and a note."""
    citation: Citation
    notes: tuple[Bilingual, ...]


@dataclass(frozen=True)
class Table:
    """A table as a document prints it."""

    id: str
    name: Bilingual
    about: Bilingual | None
    citation: Citation
    as_of: date | None
    period: str
    """A fiscal year, or empty."""
    in_full: bool
    """Whether amounts are written to the dollar."""
    row_heading: Bilingual
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Bilingual, ...]

    @property
    def has_units_by_row(self) -> bool:
        return any(column.unit is None for column in self.columns)

    def row(self, row_id: str) -> Row | None:
        return next((row for row in self.rows if row.id == row_id), None)

    def column(self, column_id: str) -> Column | None:
        return next((column for column in self.columns if column.id == column_id), None)

    def depth(self, row: Row) -> int:
        """How many rows it is a part of, one in another."""
        whole = self.row(row.part_of)
        return 0 if whole is None else 1 + self.depth(whole)

    @property
    def amounts(self) -> Iterator[tuple[Row, Column, Amount]]:
        for row in self.rows:
            for column in self.columns:
                cell = row.cells.get(column.id)
                if isinstance(cell, Amount):
                    yield row, column, cell
