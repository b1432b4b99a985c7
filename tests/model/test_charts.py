"""Which rows of a table can stand side by side as bars."""

from __future__ import annotations

from bilan.languages import Bilingual
from bilan.model.charts import charted
from bilan.model.tables import Row, RowKind, Table
from samples import CITATION

_TEXT = Bilingual("text", "texte")


def row(row_id: str, kind: str = "row", part_of: str = "") -> Row:
    return Row(row_id, _TEXT, RowKind(kind), part_of, None, {}, CITATION, ())


def table(*rows: Row) -> Table:
    return Table("t", _TEXT, None, CITATION, None, "", False, _TEXT, (), rows, ())


def drawn(*rows: Row, of: str = "") -> list[str]:
    found = table(*rows)
    return [each.id for each in charted(found, found.row(of))]


def test_totals_headings_and_notes_are_not_drawn() -> None:
    rows = (row("a"), row("b"), row("all", "total"), row("head", "heading"), row("n", "note"))
    assert drawn(*rows) == ["a", "b"]


def test_a_part_is_not_drawn_beside_its_whole() -> None:
    assert drawn(row("a"), row("half", part_of="a"), row("b")) == ["a", "b"]


def test_a_subtotal_is_drawn_in_place_of_the_rows_that_are_part_of_it() -> None:
    assert drawn(row("a", "subtotal"), row("half", part_of="a"), row("b")) == ["a", "b"]


def test_a_subtotal_that_no_row_is_part_of_leaves_its_place_to_the_rows_above_it() -> None:
    assert drawn(row("a"), row("b"), row("both", "subtotal"), row("c")) == ["a", "b", "c"]


def test_parts_of_a_heading_or_of_a_total_are_drawn_since_their_whole_is_not() -> None:
    rows = (row("head", "heading"), row("a", part_of="head"), row("b", part_of="head"))
    assert drawn(*rows) == ["a", "b"]
    assert drawn(row("all", "total"), row("a", part_of="all")) == ["a"]


def test_the_parts_of_one_row_are_drawn_without_their_own_parts() -> None:
    rows = (row("a"), row("b", part_of="a"), row("c", part_of="b"), row("d", part_of="a"))
    assert drawn(*rows, of="a") == ["b", "d"]
    assert drawn(*rows, of="b") == ["c"]
    assert drawn(*rows, of="d") == []
