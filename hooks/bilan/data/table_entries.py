"""The keys of a table's file. The editors' guide describes every one of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from bilan.data.fields import (
    BothLanguages,
    Day,
    Entry,
    Id,
    Number,
    Period,
    UnitId,
    exactly_one,
    number,
    refusal,
)
from bilan.data.reconciliation_entries import Computed
from bilan.data.schema import Cited
from bilan.languages import Bilingual
from bilan.model.indicators import Qualifier
from bilan.model.tables import Empty, RowKind

_WORDS = Bilingual(
    "dash where the document prints a dash, or blank where it leaves the cell empty, or a number",
    "dash où le document imprime un tiret, ou blank où il laisse la cellule vide, ou un nombre",
)


def _figure(value: object) -> object:
    """A number, or the word for what the document prints instead."""
    text = value.strip() if isinstance(value, str) else ""
    if text in tuple(Empty):
        return Empty(text)
    if text and not any(letter.isdigit() for letter in text):
        raise refusal("BIL205", found=text, write=_WORDS)
    return number(value)


class CellEntry(Entry):
    value: Annotated[Decimal | Empty, BeforeValidator(_figure)]
    qualifier: Literal[tuple(each.value for each in Qualifier)] | None = None  # type: ignore[valid-type]

    @model_validator(mode="after")
    def _only_a_figure_is_qualified(self) -> CellEntry:
        if self.qualifier is not None and isinstance(self.value, Empty):
            raise refusal("BIL335", qualifier=str(self.qualifier))
        return self


def _short_form(value: object) -> object:
    return {"value": value} if isinstance(value, str) else value


CellValue = Annotated[CellEntry, BeforeValidator(_short_form)]


class ColumnEntry(Entry):
    id: Id
    name: BothLanguages
    unit: UnitId | None = None
    written: Literal["change"] | None = None


class RowEntry(Cited):
    id: Id
    name: BothLanguages
    kind: Literal[tuple(kind.value for kind in RowKind)] = RowKind.ROW.value  # type: ignore[valid-type]
    part_of: Id | None = None
    unit: UnitId | None = None
    of: BothLanguages | None = None
    cells: dict[Id, CellValue] = Field(default_factory=dict)
    notes: list[BothLanguages] = Field(default_factory=list)

    @model_validator(mode="after")
    def _only_figures_fill_cells(self) -> RowEntry:
        if bool(self.cells) != RowKind(self.kind).has_cells:
            raise refusal("BIL320" if self.cells else "BIL321", kind=str(self.kind))
        return self


def _lines(value: object) -> object:
    return [] if value == "all" else value


Lines = Annotated[list[Id], BeforeValidator(_lines)]
"""Ids; an empty list for `all`."""


class TableReconciliationEntry(Computed):
    """Checked once for each column of `in_columns` (between rows) or row of `in_rows`."""

    id: Id
    of: Annotated[list[Id], Field(min_length=1)]
    equals: Id | None = None
    in_columns: Lines | None = None
    in_rows: Lines | None = None
    rounding: dict[Id, Number] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _runs_one_way(self) -> TableReconciliationEntry:
        self.refuse_wrong_keys()
        exactly_one(self, ("in_columns", "in_rows"))
        return self


class TableEntry(Entry):
    """`data/tables/<id>.yml`."""

    name: BothLanguages
    about: BothLanguages | None = None
    source: Id
    locator: BothLanguages
    as_of: Day | None = None
    period: Period | None = None
    money: Literal["full", "short"] = "short"
    row_heading: BothLanguages
    columns: Annotated[list[ColumnEntry], Field(min_length=1)]
    rows: Annotated[list[RowEntry], Field(min_length=1)]
    notes: list[BothLanguages] = Field(default_factory=list)
    reconciliations: list[TableReconciliationEntry] = Field(default_factory=list)
