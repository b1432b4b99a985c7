"""The figures of one column of a table as bars, in a table of their own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bilan.formats import Formats
from bilan.labels import Words
from bilan.model.addresses import Address
from bilan.model.charts import amounts, charted
from bilan.model.indicators import UnitKind
from bilan.model.tables import Amount, Column, Row, Table
from bilan.report import Report
from bilan.view.discrepancies import entry_of
from bilan.view.lengths import svg_length
from bilan.view.pieces import FigureView, SourceView
from bilan.view.tables import TableViews

WHOLE = Decimal(100)


@dataclass(frozen=True)
class ChartRowView:
    name: str
    source: str
    """Where the row stands, when it is not the place of the table."""
    fill: str
    """Drawn length of the bar, or empty where none is drawn."""
    figure: FigureView
    word: str
    """What is said where there is no figure: "nil"; empty for a figure."""
    disputed: str | None
    """Entry on the register of known discrepancies."""


@dataclass(frozen=True)
class ChartView:
    table: str
    """Id of the table."""
    name: str
    row_heading: str
    column: str
    rows: tuple[ChartRowView, ...]
    as_of: str
    period: str
    source: SourceView


class Charts:
    """Builds the charts of one language."""

    def __init__(self, report: Report, words: Words, tables: TableViews) -> None:
        self._report, self._words, self._tables = report, words, tables
        self._formats = Formats(words)

    def chart(self, table: Table, column: Column, of: Row | None) -> ChartView:
        rows = charted(table, of)
        end = _end(column, list(amounts(rows, column)))
        return ChartView(
            table=table.id,
            name=self._name(table, column, of),
            row_heading=self._words.of(table.row_heading),
            column=self._words.of(column.name),
            rows=tuple(self._row(table, row, column, end) for row in rows),
            as_of=self._formats.date(table.as_of) if table.as_of else "",
            period=self._formats.period(table.period) if table.period else "",
            source=self._tables.source(table.citation),
        )

    def _name(self, table: Table, column: Column, of: Row | None) -> str:
        """ "Fees, Passage: Channel"."""
        name = self._words.of(table.name)
        if of:
            name = f"{name}, {self._words.of(of.name)}"
        if len(table.columns) == 1:
            return name
        return self._words("chart_name", table=name, column=self._words.of(column.name))

    def _row(self, table: Table, row: Row, column: Column, end: Decimal) -> ChartRowView:
        cell = row.cells[column.id]
        value = cell.quantity.value if isinstance(cell, Amount) else Decimal(0)
        figure = self._tables.figure(table, row, column, in_sentence=False, names_unit=True)
        return ChartRowView(
            name=self._words.of(row.name),
            source=self._tables.place(row, table.citation),
            fill=svg_length(Fraction(value) / Fraction(end)) if value > 0 else "",
            figure=figure,
            word=self._tables.word(cell),
            disputed=entry_of(Address(table.id, row.id, column.id), self._report),
        )


def _end(column: Column, drawn: Collection[Amount]) -> Decimal:
    """What a full bar stands for: 100%, where the figures can be shares; else the largest."""
    largest = max(amount.quantity.value for amount in drawn)
    are_shares = all(amount.quantity.unit.kind is UnitKind.PERCENT for amount in drawn)
    return WHOLE if are_shares and not column.shows_change and largest <= WHOLE else largest
