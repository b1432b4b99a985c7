"""Statement tables and flat tables in both languages, as tabs of a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from bilan.contract.descriptions import RESULTS_FIELDS
from bilan.contract.sheets import DASH, Sheet
from bilan.contract.values import Statements
from bilan.contract.vocabulary import ROW_KINDS, UNITS, labelled, vocabularies
from bilan.contract.workbook.forms import Forms
from bilan.contract.workbook.pieces import Cell, Column, Line, Link, Tab, both
from bilan.formats import Formats, plain
from bilan.labels import Words
from bilan.languages import LANGUAGES
from bilan.model.indicators import UnitKind
from bilan.model.tables import Amount, Empty, Row, RowKind, Table
from bilan.model.tables import Column as TableColumn
from bilan.report import Report

_FORMS = Forms()
_HEADINGS = ("kind_of_row", "unit_of_measure")
_NOTES = [both(field.description) for field in RESULTS_FIELDS if field.name.startswith("note_")]
_STRONG = (RowKind.HEADING, RowKind.SUBTOTAL, RowKind.TOTAL)
_NUMBER_WIDTH, _WORD_WIDTH, _TEXT_WIDTH = 18, 24, 44


class AccountTabs:
    def __init__(self, report: Report) -> None:
        lists = vocabularies(report)
        self._lists: Mapping[str, Mapping[str, str]] = {
            name: {value.id: both(value.meaning) for value in values}
            for name, values in lists.items()
        }
        self._report, self._statements = report, Statements(report.words)

    def table(self, table: Table, name: str, back: Link) -> Tab:
        """`back` leads to the list of sheets."""
        kind, unit = (labelled(key, self._report) for key in _HEADINGS)
        units = (Column(both(unit), _WORD_WIDTH),) if table.has_units_by_row else ()
        return Tab(
            name=name,
            title=both(table.name),
            columns=(
                Column(table.row_heading.en, _TEXT_WIDTH),
                Column(table.row_heading.fr, _TEXT_WIDTH),
                Column(both(kind), _WORD_WIDTH),
                *units,
                *(Column(self._heading(column), _NUMBER_WIDTH) for column in table.columns),
                *(Column(heading, _TEXT_WIDTH) for heading in _NOTES),
            ),
            lines=tuple(self._line(table, row) for row in table.rows),
            lead=tuple(self._lead(table, back)),
        )

    def _heading(self, column: TableColumn) -> str:
        """With its unit, unless the cells show it."""
        unit = column.unit
        if unit is None or unit.kind is UnitKind.PERCENT:
            return both(column.name)
        shown = unit.id if unit.kind is UnitKind.CURRENCY else self._lists[UNITS][unit.id]
        return f"{both(column.name)} ({shown})"

    def _line(self, table: Table, row: Row) -> Line:
        unit = (self._lists[UNITS][row.unit.id] if row.unit else None,)
        return Line(
            cells=(
                row.name.en,
                row.name.fr,
                self._lists[ROW_KINDS][row.kind.value],
                *(unit if table.has_units_by_row else ()),
                *(_amount(row, column) for column in table.columns),
                *self._notes(table, row),
            ),
            is_strong=row.kind in _STRONG,
            depth=table.depth(row),
        )

    def _notes(self, table: Table, row: Row) -> tuple[str | None, str | None]:
        inexact = (
            self._statements.qualified(cell.quantity, cell.qualifier)
            for cell in row.cells.values()
            if isinstance(cell, Amount) and cell.qualifier
        )
        place = [row.citation.locator] if row.citation != table.citation else []
        notes = (*inexact, *row.notes, *place)
        en, fr = (" ".join(note[language] for note in notes) or None for language in LANGUAGES)
        return en, fr

    def _lead(self, table: Table, back: Link) -> Iterator[Line]:
        """What it is, of when and from where; English in the first column, French in the second."""
        yield Line((table.name.en, table.name.fr), is_strong=True)
        if table.about:
            yield Line((table.about.en, table.about.fr))
        yield Line(tuple(self._origin(table, words) for words in self._report.words.values()))
        for note in table.notes:
            yield Line((note.en, note.fr))
        yield Line((back,))
        yield Line(())

    def _origin(self, table: Table, words: Words) -> str:
        source, locator = table.citation.source, table.citation.locator
        formats = Formats(words)
        facts = {"source": f"{words.of(source.title)}, {words.of(locator)}"}
        if table.as_of:
            facts["as_of"] = plain(formats.date(table.as_of))
        if table.period:
            facts["period"] = formats.period(table.period)
        said = (words("reported_as", name=words(key), figure=fact) for key, fact in facts.items())
        return " · ".join(said)

    def sheet(self, sheet: Sheet, name: str) -> Tab:
        """A flat table with headings in both languages; ids of closed lists are written out."""
        closed = [self._lists.get(field.values, {}) for field in sheet.fields]
        return Tab(
            name=name,
            title=both(sheet.title),
            columns=tuple(
                Column(both(field.description), _width([row[index] for row in sheet.rows]))
                for index, field in enumerate(sheet.fields)
            ),
            lines=tuple(
                Line(tuple(_value(*each) for each in zip(row, closed, strict=True)))
                for row in sheet.rows
            ),
        )


def _amount(row: Row, column: TableColumn) -> Cell:
    cell = row.cells.get(column.id)
    if isinstance(cell, Amount):
        quantity = cell.quantity
        return _FORMS.quantity(quantity.value, quantity.unit, column.shows_change)
    return DASH if cell is Empty.DASH else None


def _width(values: Iterable[object]) -> int:
    """Of a column: as wide as its longest value, within bounds."""
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return min(_TEXT_WIDTH, max(_NUMBER_WIDTH, longest + 2))


def _value(value: object, words: Mapping[str, str]) -> Cell:
    if value is None:
        return None
    if isinstance(value, Decimal):
        return _FORMS.quantity(value, None)
    if isinstance(value, date):
        return _FORMS.day(value)
    return words.get(str(value), str(value))
