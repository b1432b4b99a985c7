"""Table entries to model: references resolved, units filled in, every cell accounted for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from bilan.data.figures import Steps, texts
from bilan.data.library import UNKNOWN_SOURCE, Library, optional
from bilan.data.nodes import Node, locate
from bilan.data.table_entries import CellEntry, RowEntry, TableEntry
from bilan.model.indicators import Qualifier, Quantity, Unit, UnitKind
from bilan.model.sources import Citation, Source
from bilan.model.tables import RESERVED_COLUMNS, Amount, Cell, Column, Empty, Row, RowKind, Table
from bilan.problems import Location, Problems, Suggestion


class TableResolver:
    """Builds one table; problems are added, and faulty cells left out."""

    def __init__(self, node: Node, library: Library, problems: Problems) -> None:
        self._node, self._library, self.problems = node, library, problems

    def at(self, *steps: str | int, of_key: bool = False) -> Location:
        return locate(self._node, steps, of_key=of_key)

    def table(self, entry: TableEntry, table_id: str) -> Table:
        self._refuse_repetitions(entry)
        self._refuse_strange_units(entry)
        citation = Citation(
            self._source(entry.source, ("source",)) or UNKNOWN_SOURCE, entry.locator.bilingual
        )
        columns = tuple(
            Column(
                column.id,
                column.name.bilingual,
                self._unit(column.unit, ("columns", i, "unit")),
                column.written == "change",
            )
            for i, column in enumerate(entry.columns)
        )
        rows = tuple(
            self._row(row, entry, columns, citation, i) for i, row in enumerate(entry.rows)
        )
        return Table(
            id=table_id,
            name=entry.name.bilingual,
            about=optional(entry.about),
            citation=citation,
            as_of=entry.as_of,
            period=entry.period or "",
            in_full=entry.money == "full",
            row_heading=entry.row_heading.bilingual,
            columns=columns,
            rows=rows,
            notes=texts(entry.notes),
        )

    def _row(
        self,
        entry: RowEntry,
        table: TableEntry,
        columns: tuple[Column, ...],
        around: Citation,
        index: int,
    ) -> Row:
        at: Steps = ("rows", index)
        if entry.part_of is not None:
            above = [row.id for row in table.rows[:index]]
            self._refuse_unknown(entry.part_of, above, (*at, "part_of"))
        unit = self._unit(entry.unit, (*at, "unit"))
        if entry.of and unit and unit.kind is not UnitKind.PERCENT:
            self.problems.add("BIL404", self.at(*at, "of"), unit=unit.id)
        if RowKind(entry.kind).has_cells:
            self._refuse_strange_cells(entry, table, at)
        return Row(
            id=entry.id,
            name=entry.name.bilingual,
            kind=RowKind(entry.kind),
            part_of=entry.part_of or "",
            unit=unit,
            cells=dict(self._cells(entry, unit, columns, at)),
            citation=self._citation(entry, around, at),
            notes=texts(entry.notes),
        )

    def _citation(self, entry: RowEntry, around: Citation, at: Steps) -> Citation:
        source = around.source
        if entry.source is not None:
            source = self._source(entry.source, (*at, "source")) or source
        return Citation(source, entry.locator.bilingual if entry.locator else around.locator)

    def _refuse_strange_cells(self, entry: RowEntry, table: TableEntry, at: Steps) -> None:
        columns = [column.id for column in table.columns]
        for name in entry.cells:
            self._refuse_unknown(name, columns, (*at, "cells", name), of_key=True)
        misspelt = {
            Suggestion.among(name, columns).nearest for name in entry.cells.keys() - columns
        }
        for name in columns:
            if name not in entry.cells and name not in misspelt:
                where = self.at(*at, "cells", name)
                self.problems.add("BIL431", where, row=entry.id, column=name)

    def _refuse_strange_units(self, entry: TableEntry) -> None:
        """Either the column of a cell has a unit, or its row: told once, where most is mended."""
        rows = {i: row for i, row in enumerate(entry.rows) if RowKind(row.kind).has_cells}
        told = set[int]()
        for index, column in enumerate(entry.columns):
            wrong = {i: row for i, row in rows.items() if bool(column.unit) == bool(row.unit)}
            if rows and wrong == rows:
                where, row = self.at("columns", index, "unit"), next(iter(rows.values()))
                self.problems.add("BIL432", where, row=row.id, column=column.id)
                continue
            for i in wrong.keys() - told:
                where = self.at("rows", i, "unit")
                self.problems.add("BIL432", where, row=wrong[i].id, column=column.id)
            told |= wrong.keys()

    def _cells(
        self, entry: RowEntry, row_unit: Unit | None, columns: Iterable[Column], at: Steps
    ) -> Iterator[tuple[str, Cell]]:
        for column in columns:
            cell, unit = entry.cells.get(column.id), column.unit or row_unit
            if cell is None or unit is None:
                continue
            if unit.kind is UnitKind.WORDS:
                where = self.at(*at, "cells", column.id)
                self.problems.add("BIL415", where, name=entry.id)
            yield column.id, _content(cell, unit, entry)

    def _unit(self, unit_id: str | None, at: Steps) -> Unit | None:
        if unit_id is None:
            return None
        return self._library.units.find(unit_id, self.at(*at), self.problems)

    def _source(self, source_id: str, at: Steps) -> Source | None:
        return self._library.sources.find(source_id, self.at(*at), self.problems)

    def _refuse_unknown(
        self, found: str, known: Collection[str], at: Steps, *, of_key: bool = False
    ) -> None:
        if found not in known:
            where, suggestion = self.at(*at, of_key=of_key), Suggestion.among(found, known)
            self.problems.add("BIL430", where, found=found, known=suggestion)

    def _refuse_repetitions(self, entry: TableEntry) -> None:
        for key, ids in (
            ("columns", [column.id for column in entry.columns]),
            ("rows", [row.id for row in entry.rows]),
            ("reconciliations", [each.id for each in entry.reconciliations]),
        ):
            first: dict[str, int] = {}
            for index, found in enumerate(ids):
                if found in first:
                    line = str(self.at(key, first[found], "id").line)
                    where = self.at(key, index, "id")
                    self.problems.add("BIL433", where, found=found, first=line)
                first.setdefault(found, index)
        for index, column in enumerate(entry.columns):
            if column.id in RESERVED_COLUMNS:
                self.problems.add("BIL435", self.at("columns", index, "id"), found=column.id)


def _content(cell: CellEntry, unit: Unit, row: RowEntry) -> Cell:
    if isinstance(cell.value, Empty):
        return cell.value
    of = optional(row.of) if unit.kind is UnitKind.PERCENT else None
    qualifier = Qualifier(cell.qualifier) if cell.qualifier else None
    return Amount(Quantity(cell.value, unit, of), qualifier)
