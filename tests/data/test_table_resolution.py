"""What a table's file becomes: units, cells, places; and where it is refused."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.languages import Bilingual
from bilan.model.indicators import Qualifier
from bilan.model.tables import Amount, Empty, RowKind, Table
from bilan.problems import InputRefused
from bilan.project import Project

FEES, FACTS = "data/tables/fees.yml", "data/tables/facts.yml"


@pytest.fixture(scope="module")
def fees(harbour_project: Project) -> Table:
    return harbour_project.report.tables["fees"]


@pytest.fixture(scope="module")
def facts(harbour_project: Project) -> Table:
    return harbour_project.report.tables["facts"]


def amount(table: Table, row: str, column: str) -> Amount:
    found = table.row(row)
    assert found
    cell = found.cells[column]
    assert isinstance(cell, Amount)
    return cell


def refused(harbour: Path, *changes: tuple[str, str, str]) -> list[str]:
    """The place and the rule of each problem after changes in files of the harbour."""
    for file, old, new in changes:
        path = harbour / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InputRefused) as found:
        Project.open(harbour)
    return [f"{p.location} {p.rule}" for p in found.value.problems]


def test_a_figure_takes_the_unit_of_its_column(fees: Table) -> None:
    assert amount(fees, "mooring", "quay").quantity.unit.id == "CAD"
    assert amount(fees, "mooring", "change").quantity.unit.id == "percent"
    assert not fees.has_units_by_row


def test_a_figure_takes_the_unit_of_its_row_where_the_column_has_none(facts: Table) -> None:
    assert amount(facts, "berths", "value").quantity.unit.id == "boats"
    assert amount(facts, "fund", "value").quantity.unit.id == "CAD"
    assert facts.has_units_by_row


def test_a_percentage_says_what_it_is_a_share_of(facts: Table) -> None:
    assert amount(facts, "sail", "value").quantity.of == Bilingual("of boats", "des bateaux")
    assert amount(facts, "berths", "value").quantity.of is None


def test_of_belongs_to_the_percentages_of_a_row_and_not_to_its_amounts(harbour: Path) -> None:
    path = harbour / FEES
    text = path.read_text(encoding="utf-8")
    name = "name: {en: Mooring, fr: Amarrage}"
    text = text.replace(name, f"{name}\n    of: {{en: of last year, fr: de l’an dernier}}")
    path.write_text(text, encoding="utf-8")
    fees = Project.open(harbour).report.tables["fees"]
    assert amount(fees, "mooring", "change").quantity.of == Bilingual(
        "of last year", "de l’an dernier"
    )
    assert amount(fees, "mooring", "quay").quantity.of is None


def test_a_dash_and_a_blank_stay_apart_and_are_no_figures(fees: Table) -> None:
    mooring, night = fees.row("mooring"), fees.row("night-passage")
    assert mooring and night
    assert mooring.cells["channel"] is Empty.DASH
    assert night.cells["quay"] is Empty.BLANK


def test_a_figure_keeps_its_digits_and_its_qualifier(fees: Table, facts: Table) -> None:
    assert str(amount(facts, "fund", "value").quantity.value) == "2.5E+6"
    night = amount(fees, "night-passage", "channel")
    assert night == Amount(replace(night.quantity, value=Decimal(9000)), Qualifier.ABOUT)
    assert amount(fees, "mooring", "quay").qualifier is None


def test_a_row_stands_where_its_table_does_unless_it_says_otherwise(fees: Table) -> None:
    passage, night = fees.row("passage"), fees.row("night-passage")
    assert passage and night
    assert passage.citation == fees.citation
    assert (night.citation.source.id, night.citation.locator.en) == ("report", "p. 8")


def test_a_row_can_come_from_another_document(harbour: Path) -> None:
    path = harbour / FEES
    text = path.read_text(encoding="utf-8")
    place = "locator: {en: p. 8, fr: p. 8}"
    path.write_text(text.replace(place, f"source: plan\n    {place}"), encoding="utf-8")
    night = Project.open(harbour).report.tables["fees"].row("night-passage")
    assert night and night.citation.source.id == "plan"


def test_a_table_is_what_its_file_says(fees: Table, facts: Table) -> None:
    assert (fees.id, fees.name.fr, fees.period, str(fees.as_of)) == (
        "fees",
        "Droits",
        "2024-2025",
        "2025-03-31",
    )
    assert (fees.in_full, facts.in_full) == (True, False)
    assert (facts.period, facts.as_of, facts.about) == ("", None, None)
    assert [column.shows_change for column in fees.columns] == [False, False, False, True]
    assert [row.kind for row in fees.rows][-2:] == [RowKind.TOTAL, RowKind.NOTE]
    assert [row.id for row in fees.rows if not row.cells] == ["collected", "rates"]


# Slips that would be told again elsewhere


@pytest.mark.parametrize(
    "change",
    [
        ("data/units.yml", "CAD: {kind: currency}", "CAD: {kind: curency}"),
        ("data/units.yml", "percent: {kind: percent}", "percent: {}"),
        ("data/sources.yml", "report:\n", "Report:\n"),
        ("data/indicators.yml", "boats:\n  name", "boats:\n  nom: a\n  name"),
        (FEES, "quay: 12000", "quay: 12,000"),
        (FEES, "source: report", "source: raport"),
        (FACTS, "value: 2890", "value: two thousand"),
        (FACTS, "id: boats-counted", "id: Boats-counted"),
        ("data/scorecards/2024-2025.yml", "value: 2880", "value: 2,880"),
        ("data/reconciliations.yml", "kind: share\n", "kind: shrae\n"),
        ("data/reconciliations.yml", "kind: share\n", "kind: [share\n"),
        ("data/discrepancies.yml", "kind: period", "kind: [period"),
        ("data/discrepancies.yml", "note: {en: The report", "nte: {en: The report"),
    ],
    ids=lambda change: f"{change[0]} {change[2][:20]!r}",
)
def test_a_slip_does_not_make_what_depends_on_it_look_wrong(
    harbour: Path, change: tuple[str, str, str]
) -> None:
    problems = refused(harbour, change)
    assert {place.partition(":")[0] for place in problems} == {change[0]}


def test_a_figure_that_does_not_add_up_is_told_beside_slips_in_other_files(harbour: Path) -> None:
    problems = refused(
        harbour,
        (FEES, "total: 43000", "total: 34000"),
        (FACTS, "value: 33.3", "value: 33,3"),
        ("data/sources.yml", "language: fr", "language: french"),
    )
    assert [place.partition(" ")[2] for place in problems] == ["BIL216", "BIL205", "BIL705"]


def test_every_slip_of_a_table_is_told(harbour: Path) -> None:
    problems = refused(
        harbour,
        (FEES, "part_of: passage", "part_of: pasage"),
        (FEES, "in_rows: [mooring, passage, refunds]", "in_rows: [mooring, pasage, refunds]"),
        (FEES, "channel: dash, total: 12000,", "channel: dash,"),
        (FEES, "    locator: {en: p. 8", "    source: plans\n    locator: {en: p. 8"),
    )
    rules = [place.partition(" ")[2] for place in problems]
    assert rules == ["BIL431", "BIL430", "BIL402", "BIL430"]
