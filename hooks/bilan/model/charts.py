"""Which rows of a table a chart sets side by side: none of them holds another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilan.model.tables import Amount, Column, Row, RowKind, Table

FEWEST_BARS = 2
"""Bars are drawn of figures above zero; a comparison takes two of them."""

_CAN_BE_CHARTED = (RowKind.ROW, RowKind.SUBTOTAL)


def charted(table: Table, of: Row | None = None) -> tuple[Row, ...]:
    """The parts of one row; or, where none is given, the rows that are no part of another.

    Totals are left out, and subtotals that no row names as its whole: what these add up
    stands among the rows itself.
    """
    rows = [row for row in table.rows if row.kind in _CAN_BE_CHARTED]
    if of is not None:
        return tuple(row for row in rows if row.part_of == of.id)
    ids, wholes = {row.id for row in rows}, {row.part_of for row in rows}
    return tuple(
        row
        for row in rows
        if row.part_of not in ids and (row.kind is RowKind.ROW or row.id in wholes)
    )


def amounts(rows: Iterable[Row], column: Column) -> Iterator[Amount]:
    """The figures of these rows in one column, without what is empty."""
    for row in rows:
        cell = row.cells[column.id]
        if isinstance(cell, Amount):
            yield cell
