"""Every figure of the tables and scorecards by its address, with its place in the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from bilan.data.nodes import Node, locate
from bilan.model.addresses import Address
from bilan.model.indicators import Quantity, Statement
from bilan.model.promises import Comparison
from bilan.model.scorecards import ReportedIndicator, Scorecard
from bilan.model.sources import Citation
from bilan.model.tables import Amount, Column, Empty, Row, Table
from bilan.problems import Location, Problems, Suggestion

Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class Figure:
    """`quantity` is None for a blank cell: an address, and nothing to add up."""

    quantity: Quantity | None
    where: Location
    citation: Citation


class Read(NamedTuple):
    """A scorecard or a table as read; the first is None where there is a problem."""

    document: Scorecard | Table | None
    node: Node | None


class Ledger:
    def __init__(self, documents: Mapping[str, Read]) -> None:
        self.figures: dict[Address, Figure] = {}
        self._documents = documents
        for document, node in documents.values():
            if isinstance(document, Table) and node:
                self._add_table(document, node)
            elif isinstance(document, Scorecard) and node:
                self._add_scorecard(document, node)

    def _add_table(self, table: Table, node: Node) -> None:
        for index, row in enumerate(table.rows):
            for column in table.columns if row.cells else ():
                where = locate(node, ("rows", index, "cells", column.id))
                figure = Figure(_in_cell(row, column), where, row.citation)
                self.figures[Address(table.id, row.id, column.id)] = figure

    def _add_scorecard(self, scorecard: Scorecard, node: Node) -> None:
        for i, area in enumerate(scorecard.areas):
            for j, entry in enumerate(area.indicators):
                at = ("areas", i, "indicators", j)
                for part, steps, quantity, citation in _in_entry(entry):
                    address = Address(scorecard.id, entry.indicator.id, part)
                    where = locate(node, (*at, *steps))
                    self.figures[address] = Figure(quantity, where, citation)

    def find(self, address: Address, where: Location, problems: Problems) -> Figure | None:
        """The figure, or None; a problem is added where there cannot be one."""
        read = self._documents.get(address.document)
        if address not in self.figures and (read is None or read.document):
            known = Suggestion.among(str(address), [str(each) for each in self._near(address)])
            problems.add("BIL701", where, found=str(address), known=known)
        return self.figures.get(address)

    def _near(self, address: Address) -> Sequence[Address]:
        """The addresses an editor may have meant: of the same entry, or the same document."""
        for steps in (2, 1, 0):
            near = [each for each in self.figures if each[:steps] == address[:steps]]
            if near:
                return near
        return []

    @property
    def quantities(self) -> Mapping[Address, Quantity]:
        return {a: figure.quantity for a, figure in self.figures.items() if figure.quantity}


def _in_cell(row: Row, column: Column) -> Quantity | None:
    cell, unit = row.cells[column.id], column.unit or row.unit
    if isinstance(cell, Amount):
        return cell.quantity
    return Quantity(Decimal(0), unit) if cell is Empty.DASH and unit else None


def _in_entry(entry: ReportedIndicator) -> Iterator[tuple[str, Steps, Quantity, Citation]]:
    """Each figure of an indicator: its part, where it is typed, the figure, its citation."""
    unit, target, result = entry.indicator.unit, entry.target, entry.result
    if isinstance(target.promise, Comparison):
        promise = target.promise
        yield (
            "target",
            ("target", promise.comparator.value),
            Quantity(promise.value, unit),
            target.citation,
        )
    if target.baseline:
        baseline = Quantity(target.baseline.value, unit)
        yield "baseline", ("target", "baseline", "value"), baseline, target.citation
    for index, milestone in enumerate(target.milestones):
        at: Steps = ("target", "milestones", index, milestone.promise.comparator.value)
        yield milestone.part, at, Quantity(milestone.promise.value, unit), target.citation
    if isinstance(result.outcome, Decimal):
        yield "result", ("result", "value"), Quantity(result.outcome, unit), result.citation
    yield from _in_words(target.promise, "target", target.citation)
    yield from _in_words(result.outcome, "result", result.citation)


def _in_words(
    said: object, part: str, citation: Citation
) -> Iterator[tuple[str, Steps, Quantity, Citation]]:
    if isinstance(said, Statement):
        for name, quantity in said.figures.items():
            yield f"{part}.{name}", (part, "figures", name, "value"), quantity, citation
