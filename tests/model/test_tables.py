"""Statement tables: rows with figures and without, and which row is a part of which."""

from __future__ import annotations

from decimal import Decimal

from bilan.languages import Bilingual
from bilan.model.indicators import Quantity, Unit, UnitKind
from bilan.model.tables import Amount, Cell, Column, Empty, Row, RowKind, Table
from samples import CITATION

TEXT, MONEY = Bilingual("text", "texte"), Unit("CAD", UnitKind.CURRENCY, {})


def amount(value: str) -> Amount:
    return Amount(Quantity(Decimal(value), MONEY))


def row(row_id: str, part_of: str = "", *, by_row: bool = False, **cells: Cell) -> Row:
    kind = RowKind.ROW if cells else RowKind.HEADING
    unit = MONEY if by_row else None
    return Row(row_id, TEXT, kind, part_of, unit, cells, CITATION, ())


def table(*rows: Row) -> Table:
    unit = None if rows[-1].unit else MONEY
    columns = tuple(Column(name, TEXT, unit, False) for name in rows[-1].cells)
    return Table("t", TEXT, None, CITATION, None, "", False, TEXT, columns, rows, ())


def test_headings_and_notes_have_no_cells_and_all_others_have() -> None:
    without = {kind.value for kind in RowKind if not kind.has_cells}
    assert without == {"heading", "note"}


def test_a_part_of_a_part_stands_deeper() -> None:
    rows = [row("a", x=amount("1")), row("b", "a", x=amount("1")), row("c", "b", x=amount("1"))]
    of = table(*rows)
    assert [of.depth(each) for each in rows] == [0, 1, 2]


def test_the_figures_stand_in_reading_order_without_dashes_blanks_and_headings() -> None:
    of = table(
        row("head"),
        row("a", x=amount("1"), y=Empty.DASH),
        row("b", x=Empty.BLANK, y=amount("2")),
    )
    assert [(r.id, c.id, str(a.quantity.value)) for r, c, a in of.amounts] == [
        ("a", "x", "1"),
        ("b", "y", "2"),
    ]


def test_units_stand_with_the_columns_or_with_the_rows() -> None:
    assert not table(row("a", x=amount("1"))).has_units_by_row
    assert table(row("a", by_row=True, x=amount("1"))).has_units_by_row


def test_a_row_and_a_column_are_found_by_their_ids() -> None:
    of = table(row("a", x=amount("1")))
    assert (of.row("a"), of.column("x")) == (of.rows[0], of.columns[0])
    assert (of.row("x"), of.column("a"), of.row("")) == (None, None, None)
