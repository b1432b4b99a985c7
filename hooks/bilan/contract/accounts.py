"""Statement tables and known discrepancies as programs read them."""

from __future__ import annotations

from decimal import Decimal

from bilan.contract.sheets import DASH, Field, Sheet
from bilan.contract.structure import Json, citation, text, texts
from bilan.contract.vocabulary import DISCREPANCY_KINDS, ROW_KINDS, UNITS
from bilan.languages import Bilingual
from bilan.model.discrepancies import Discrepancy
from bilan.model.reconciliations import Check
from bilan.model.tables import Amount, Cell, Column, Empty, Row, Table
from bilan.report import Report

DISCREPANCIES_CSV = "data/discrepancies.csv"

ROW_FIELDS = (
    Field("id", Bilingual("Id of the row", "Identifiant de la ligne")),
    Field(
        "kind",
        Bilingual(
            "row, subtotal, total, heading or note",
            "row (ligne), subtotal (sous-total), total, heading (intertitre) ou note",
        ),
        values=ROW_KINDS,
    ),
    Field("label_en", Bilingual("Label of the row, in English", "Libellé, en anglais")),
    Field("label_fr", Bilingual("Label of the row, in French", "Libellé, en français")),
)
_UNIT_FIELD = Field(
    "unit", Bilingual("Unit of the row’s figures", "Unité des chiffres"), values=UNITS
)

_DISCREPANCY_FIELDS = (
    Field("id", Bilingual("Id of the discrepancy", "Identifiant de l’écart")),
    Field(
        "kind",
        Bilingual("What does not fit", "Ce qui ne concorde pas"),
        values=DISCREPANCY_KINDS,
    ),
    Field(
        "where",
        Bilingual(
            "Addresses of the figures concerned, or the source and the place in it",
            "Adresses des chiffres visés, ou source et endroit dans la source",
        ),
    ),
    Field("printed", Bilingual("What the document prints", "Ce que le document imprime")),
    Field(
        "computed",
        Bilingual(
            "What the other figures, or the rest of the document, make it",
            "Ce que donnent les autres chiffres, ou le reste du document",
        ),
    ),
    Field("note_en", Bilingual("Note, in English", "Note, en anglais")),
    Field("note_fr", Bilingual("Note, in French", "Note, en français")),
)


def table_address(table_id: str) -> str:
    return f"data/tables/{table_id}.csv"


def table_sheet(table: Table) -> Sheet:
    """`/data/tables/<id>.csv`: a dash is an en dash, a blank cell is empty."""
    unit = (_UNIT_FIELD,) if table.has_units_by_row else ()
    columns = tuple(Field(column.id, _meaning(column), "number") for column in table.columns)
    return Sheet(
        name=f"table-{table.id}",
        address=table_address(table.id),
        title=table.name,
        fields=(*ROW_FIELDS, *unit, *columns),
        rows=[_row(table, row) for row in table.rows],
        missing_values=("", DASH),
    )


def _meaning(column: Column) -> Bilingual:
    if column.unit is None:
        return column.name
    return Bilingual(f"{column.name.en} ({column.unit.id})", f"{column.name.fr} ({column.unit.id})")


def _row(table: Table, row: Row) -> list[object]:
    label: list[object] = [row.id, row.kind.value, row.name.en, row.name.fr]
    if table.has_units_by_row:
        label.append(row.unit.id if row.unit else None)
    return [*label, *(_value(row.cells.get(column.id)) for column in table.columns)]


def _value(cell: Cell | None) -> object:
    if isinstance(cell, Amount):
        return cell.quantity.value
    return DASH if cell is Empty.DASH else None


def discrepancies_sheet(report: Report) -> Sheet:
    return Sheet(
        name="discrepancies",
        address=DISCREPANCIES_CSV,
        title=Bilingual("Known discrepancies", "Écarts connus"),
        fields=_DISCREPANCY_FIELDS,
        rows=[
            [each.id, each.kind, _where(each), each.printed, _or_none(each.computed), *_note(each)]
            for each in report.discrepancies.values()
        ],
    )


def _where(discrepancy: Discrepancy) -> str:
    if discrepancy.where:
        return "; ".join(str(address) for address in discrepancy.where)
    source = discrepancy.citation.source
    return f"{source.id}: {discrepancy.citation.locator[source.language]}"


def _or_none(computed: Decimal | str) -> Decimal | str | None:
    return None if computed == "" else computed


def _note(discrepancy: Discrepancy) -> tuple[str, str]:
    return discrepancy.note.en, discrepancy.note.fr


def accounts(report: Report) -> Json:
    """The same with structure, and every reconciliation, for `results.json`."""
    return {
        "tables": [_table(table) for table in report.tables.values()],
        "reconciliations": [_check(check) for check in report.checks],
        "discrepancies": [discrepancy_object(each) for each in report.discrepancies.values()],
    }


def _table(table: Table) -> Json:
    return {
        "id": table.id,
        "name": text(table.name),
        "about": text(table.about),
        "as_of": table.as_of,
        "period": table.period or None,
        "columns": [_column(column) for column in table.columns],
        "rows": [_json_row(row) for row in table.rows],
        "notes": texts(table.notes),
        **citation(table.citation),
    }


def _column(column: Column) -> Json:
    unit = column.unit.id if column.unit else None
    return {"id": column.id, "name": text(column.name), "unit": unit}


def _json_row(row: Row) -> Json:
    return {
        "id": row.id,
        "kind": row.kind.value,
        "name": text(row.name),
        "part_of": row.part_of or None,
        "cells": {name: _json_cell(cell) for name, cell in row.cells.items()},
        "notes": texts(row.notes),
        **citation(row.citation),
    }


def _json_cell(cell: Cell) -> Json:
    if isinstance(cell, Empty):
        return {"value": None, "printed": cell.value}
    qualifier = cell.qualifier.value if cell.qualifier else None
    unit, of = cell.quantity.unit.id, text(cell.quantity.of)
    return {"value": cell.quantity.value, "unit": unit, "of": of, "qualifier": qualifier}


def _check(check: Check) -> Json:
    reconciliation = check.reconciliation
    return {
        "id": reconciliation.id,
        "kind": reconciliation.kind.value,
        "of": [str(address) for address in reconciliation.of],
        "equals": str(reconciliation.equals) if reconciliation.equals else None,
        "printed": check.printed,
        "rounding": reconciliation.rounding,
        "tolerance": reconciliation.tolerance,
        "holds": check.holds,
    }


def discrepancy_object(discrepancy: Discrepancy) -> Json:
    return {
        "id": discrepancy.id,
        "kind": discrepancy.kind,
        "where": [str(address) for address in discrepancy.where],
        "printed": discrepancy.printed,
        "computed": _or_none(discrepancy.computed),
        "unit": discrepancy.unit.id if discrepancy.unit else None,
        "note": text(discrepancy.note),
        **citation(discrepancy.citation),
    }
