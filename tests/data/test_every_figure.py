"""No figure that takes part in a sum changes unseen: not one cell of not one table."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bilan.data import files
from bilan.data.fields import is_number, number
from bilan.data.loading import Data, read
from bilan.data.nodes import MappingNode, Node, ScalarNode
from bilan.data.reading import read_nodes
from bilan.languages import LANGUAGES, Bilingual
from bilan.model.addresses import Address
from bilan.model.reconciliations import Check
from bilan.problems import Problem, Problems, whole
from bilan.report import Report
from conftest import HARBOUR, ROOT, settle

EXACT = ("sum", "difference", "equal", "shares")
"""Kinds that hold for one figure only; a quotient has a tolerance, and parts may be less."""


class Desk:
    """A data folder where one figure at a time is typed in another way."""

    def __init__(self, root: Path) -> None:
        self.root, self._nodes = root, dict[tuple[str, bytes], Node | None]()
        report = self._data(Problems()).report
        assert report
        self.report: Report = report

    def checks(self, address: Address) -> list[Check]:
        """Those that a figure takes part in, and that hold for no other figure."""
        checks = (c for c in self.report.checks if c.reconciliation.kind.value in EXACT)
        named = ((c, (*c.reconciliation.of, c.reconciliation.equals)) for c in checks)
        return [check for check, addresses in named if address in addresses]

    def cells(self, table: str) -> list[Address]:
        """The addresses of the figures and dashes of a table that take part in a sum."""
        found = self.report.tables[table]
        every = (Address(table, r.id, column) for r in found.rows for column in r.cells)
        return [address for address in every if self.checks(address)]

    def cell(self, address: Address) -> ScalarNode:
        path = self.root / f"data/tables/{address.document}.yml"
        node: Any = self._read(path, f"data/tables/{path.name}", Problems())
        index = [row.id for row in self.report.tables[address.document].rows].index(address.entry)
        cell = node.values["rows"].items[index].values["cells"].values[address.part]
        found = cell.values["value"] if isinstance(cell, MappingNode) else cell
        assert isinstance(found, ScalarNode)
        return found

    def told(self, cell: ScalarNode, typed: str) -> list[Problem]:
        """The problems when something else is typed in a cell."""
        path = self.root / cell.where.file
        kept = path.read_text(encoding="utf-8")
        lines = kept.split("\n")
        line, start = lines[cell.where.line - 1], cell.where.column - 1
        assert line[start:].startswith(cell.text)
        lines[cell.where.line - 1] = line[:start] + typed + line[start + len(cell.text) :]
        path.write_text("\n".join(lines), encoding="utf-8")
        problems = Problems()
        self._data(problems)
        path.write_text(kept, encoding="utf-8")
        return list(problems)

    def _data(self, problems: Problems) -> Data:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(files, "read_nodes", self._read)
            return read(self.root / "data", problems)

    def _read(self, path: Path, shown: str, problems: Problems) -> Node | None:
        """Parses a file once, as the others stay what they are."""
        key = shown, path.read_bytes()
        if key not in self._nodes:
            self._nodes[key] = read_nodes(path, shown, problems)
        return self._nodes[key]


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Desk]:
    harbour = settle(HARBOUR, tmp_path_factory.mktemp("harbour"))
    own = tmp_path_factory.mktemp("own")
    shutil.copytree(ROOT / "data", own / "data")
    return {"harbour": Desk(harbour), "own": Desk(own)}


@pytest.fixture(scope="module")
def harbour_desk(desks: dict[str, Desk]) -> Desk:
    return desks["harbour"]


def one_digit_more(typed: str) -> str:
    """The figure with one more in its last digit; a dash becomes a figure."""
    if not is_number(typed):
        return "1"
    digits, _, scale = typed.partition(" ")
    figure = Decimal(digits) + Decimal(1).scaleb(int(Decimal(digits).as_tuple().exponent))
    return f"{figure:f} {scale}".strip()


TABLES = [
    (site, path.stem)
    for site, data in (("harbour", HARBOUR / "data"), ("own", ROOT / "data"))
    for path in sorted((data / "tables").glob("*.yml"))
]


@pytest.mark.parametrize(("site", "table"), TABLES)
def test_every_cell_of_every_table_that_takes_part_in_a_sum_is_seen_to_change(
    desks: dict[str, Desk], site: str, table: str
) -> None:
    desk, unseen = desks[site], list[str]()
    for address in desk.cells(table):
        cell = desk.cell(address)
        problems = desk.told(cell, one_digit_more(cell.text))
        rules = {problem.rule for problem in problems}
        if not rules or not rules <= {"BIL705", "BIL708", "BIL709"}:
            unseen.append(f"{address}: {sorted(rules)}")
    assert unseen == []


def test_the_tables_of_the_harbour_have_figures_to_change(harbour_desk: Desk) -> None:
    found = {table: len(harbour_desk.cells(table)) for site, table in TABLES if site == "harbour"}
    assert found == {"berths": 0, "facts": 3, "fees": 12}


@given(data=st.data())
def test_any_other_figure_in_a_cell_of_the_fees_is_told_with_its_place_and_both_figures(
    harbour_desk: Desk, data: st.DataObject
) -> None:
    address = data.draw(st.sampled_from(harbour_desk.cells("fees")))
    figures = st.decimals(-(10**12), 10**12, places=data.draw(st.integers(0, 4)))
    cell, typed = harbour_desk.cell(address), f"{data.draw(figures):f}"
    assume(number(typed) != (number(cell.text) if is_number(cell.text) else 0))
    told = {dict(p.values)["id"]: p for p in harbour_desk.told(cell, typed)}
    for check in harbour_desk.checks(address):
        problem = told[whole(check.reconciliation.id)]
        values = dict(problem.values)
        if problem.rule == "BIL708":  # a recorded discrepancy that holds now
            assert problem.location.file == "data/discrepancies.yml"
            continue
        assert problem.rule in ("BIL705", "BIL709")
        assert problem.location.file == "data/tables/fees.yml"
        assert values["printed"] != values["computed"]
        for language in LANGUAGES:
            for figure in (values["printed"], values["computed"]):
                assert isinstance(figure, Bilingual)
                assert f" {figure[language]} " in problem.message(language).replace("; ", " ")
