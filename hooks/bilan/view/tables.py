"""Statement tables as finished strings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from bilan.formats import Formats, Style, Written
from bilan.labels import Words
from bilan.model.addresses import Address
from bilan.model.discrepancies import Discrepancy
from bilan.model.sources import Citation
from bilan.model.tables import Amount, Cell, Column, Empty, Row, Table
from bilan.report import Report
from bilan.view.discrepancies import anchor
from bilan.view.notes import Notes
from bilan.view.pieces import FigureView, NoteView, SourceView

DASH = "\u2013"


@dataclass(frozen=True)
class DisputeView:
    """A known discrepancy beside the table that shows one of its figures."""

    letter: str
    anchor: str
    """id of the note above the table."""
    entry: str
    """id of the entry on the register."""
    text: str


@dataclass(frozen=True)
class CellView:
    column: str
    """Name of the column, repeated on a card."""
    figure: FigureView
    word: str
    """What a screen reader says of a dash or a blank: "nil"; empty for a figure."""
    disputes: tuple[DisputeView, ...]


@dataclass(frozen=True)
class TableRowView:
    anchor: str
    kind: str
    depth: int
    name: str
    cells: tuple[CellView, ...]
    notes: tuple[NoteView, ...]
    source: str
    """Where the row stands, when it is not the place of the table."""


@dataclass(frozen=True)
class TableView:
    id: str
    anchor: str
    name: str
    about: str
    as_of: str
    period: str
    source: SourceView
    row_heading: str
    columns: tuple[str, ...]
    rows: tuple[TableRowView, ...]
    disputes: tuple[DisputeView, ...]
    notes: tuple[NoteView, ...]
    remarks: tuple[str, ...]
    """Notes on the table as a whole."""


class TableViews:
    def __init__(self, report: Report, words: Words) -> None:
        self._report, self._words, self._formats = report, words, Formats(words)

    def table(self, table: Table, prefix: str = "") -> TableView:
        name, disputes = self._words.of(table.name), self._disputes(table, prefix)
        notes = Notes(prefix + table.id + "-", name)
        return TableView(
            id=table.id,
            anchor=prefix + table.id,
            name=name,
            about=self._words.of(table.about),
            as_of=self._formats.date(table.as_of) if table.as_of else "",
            period=self._formats.period(table.period) if table.period else "",
            source=self.source(table.citation),
            row_heading=self._words.of(table.row_heading),
            columns=tuple(self._words.of(column.name) for column in table.columns),
            rows=tuple(self._row(table, row, disputes, notes) for row in table.rows),
            disputes=tuple(disputes.values()),
            notes=tuple(notes.views),
            remarks=tuple(self._words.of(note) for note in table.notes),
        )

    def name(self, table: Table, row: Row) -> str:
        """ "Passage, Fees"."""
        return f"{self._words.of(row.name)}, {self._words.of(table.name)}"

    def figure(
        self,
        table: Table,
        row: Row,
        column: Column,
        *,
        in_sentence: bool,
        names_unit: bool = False,
    ) -> FigureView:
        """One figure; in a cell without the noun of its column's unit, unless it is asked for."""
        cell = row.cells[column.id]
        if isinstance(cell, Empty):
            return FigureView("", "", "", DASH if cell is Empty.DASH else "", True)
        style: Style = "sentence" if in_sentence else "table"
        written = self._written(cell, column, "full" if table.in_full else style)
        before = self._words(f"{cell.qualifier.value}_words") if cell.qualifier else ""
        unit = written.unit if in_sentence or names_unit or column.unit is None else ""
        return FigureView(before, written.number, unit, "", False)

    def _disputes(self, table: Table, prefix: str) -> dict[str, DisputeView]:
        """The discrepancies of its figures by id, each with its letter, in reading order."""
        found: dict[str, Discrepancy] = {}
        for row in table.rows:
            for column_id in row.cells:
                for each in self._report.discrepancies_of(Address(table.id, row.id, column_id)):
                    found.setdefault(each.id, each)
        return {
            each.id: DisputeView(
                letter=letter,
                anchor=f"{prefix}{table.id}-{anchor(each)}",
                entry=anchor(each),
                text=self._words.of(each.note),
            )
            for each, letter in zip(found.values(), _letters(), strict=False)
        }

    def _row(
        self, table: Table, row: Row, disputes: dict[str, DisputeView], notes: Notes
    ) -> TableRowView:
        return TableRowView(
            anchor=f"{notes.prefix}{row.id}",
            kind=row.kind.value,
            depth=min(table.depth(row), 2),
            name=self._words.of(row.name),
            cells=tuple(
                CellView(
                    column=self._words.of(column.name),
                    figure=self.figure(table, row, column, in_sentence=False),
                    word=self.word(row.cells[column.id]),
                    disputes=tuple(
                        disputes[each.id]
                        for each in self._report.discrepancies_of(
                            Address(table.id, row.id, column.id)
                        )
                    ),
                )
                for column in table.columns
                if row.cells
            ),
            notes=tuple(notes.add(self._words.of(note)) for note in row.notes),
            source=self.place(row, table.citation),
        )

    def source(self, citation: Citation) -> SourceView:
        return SourceView(
            title=self._words.of(citation.source.title),
            url=citation.source.url,
            anchor=f"source-{citation.source.id}",
            place=self._words.of(citation.locator),
        )

    def place(self, row: Row, around: Citation) -> str:
        """Where a row stands, when it is not the place of the table."""
        place, source = self._words.of(row.citation.locator), row.citation.source
        if row.citation == around:
            return ""
        return place if source == around.source else f"{self._words.of(source.title)}, {place}"

    def word(self, cell: Cell) -> str:
        """What is said of a dash or a blank; empty for a figure."""
        return self._words(f"cell_{cell.value}") if isinstance(cell, Empty) else ""

    def _written(self, amount: Amount, column: Column, style: Style) -> Written:
        quantity = amount.quantity
        written = self._formats.quantity(quantity, style)
        if column.shows_change and quantity.value > 0:
            return Written(f"+{written.number}", written.unit)
        return written


def _letters() -> Iterator[str]:
    """a … z, aa … zz."""
    yield from ascii_lowercase
    for first in ascii_lowercase:
        for second in ascii_lowercase:
            yield first + second
