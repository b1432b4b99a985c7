"""The workbooks, read back as a spreadsheet program reads them."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bilan.contract.accounts import table_address
from bilan.contract.files import RESULTS_CSV, RESULTS_XLSX, files, sheets
from bilan.contract.indicators import FORMS, indicator_address
from bilan.contract.workbook.forms import Forms
from bilan.contract.workbook.pieces import Book as Pieces
from bilan.contract.workbook.pieces import Column, Day, Line, Number, Tab, tab_names
from bilan.contract.workbook.report import report_workbook
from bilan.contract.workbook.writing import written
from bilan.languages import LANGUAGES, Language
from bilan.model.indicators import Unit, UnitKind
from bilan.project import Project
from bilan.report import Report

Made = Mapping[str, str | bytes]
Book = Any

TABS: Mapping[Language, str] = {"en": "Results", "fr": "Résultats"}
COLUMNS: Mapping[str, int] = {
    "target": 5,
    "target_high": 6,
    "date_to_achieve": 8,
    "baseline": 9,
    "result": 10,
    "as_of": 12,
    "progress_percent": 15,
    "scorecard": 19,
    "indicator": 20,
}
"""Where the fields of `results.csv` stand in a sheet of results."""
PERCENT, CAD = Unit("percent", UnitKind.PERCENT, {}), Unit("CAD", UnitKind.CURRENCY, {})
BOATS = Unit("boats", UnitKind.COUNT, {})

each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module", params=["project", "harbour_project"])
def report(request: pytest.FixtureRequest) -> Report:
    project: Project = request.getfixturevalue(request.param)
    return project.report


@pytest.fixture(scope="module")
def made(report: Report) -> Made:
    return files(report)


@pytest.fixture(scope="module")
def book(made: Made) -> Book:
    return opened(made[RESULTS_XLSX])


def opened(content: str | bytes) -> Book:
    assert isinstance(content, bytes)
    return load_workbook(io.BytesIO(content))


def rows(made: Made, address: str) -> list[dict[str, str]]:
    text = made[address]
    assert isinstance(text, str)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def cells(book: Book) -> Iterator[Any]:
    return (cell for sheet in book for row in sheet.iter_rows() for cell in row)


def as_in_csv(cell: Any, is_percent: bool = False) -> str | float:
    """A number as it is, a day as in the CSV file, nothing as nothing."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return float(value) * (100 if is_percent else 1) if isinstance(value, int | float) else value


# The same figures


@each_language
def test_a_sheet_of_results_holds_the_values_of_the_csv_file(
    book: Book, made: Made, language: Language
) -> None:
    [_, *found] = book[TABS[language]].iter_rows()
    for row, record in zip(found, rows(made, RESULTS_CSV), strict=True):
        for field, column in COLUMNS.items():
            is_percent = field == "progress_percent" or (
                record["unit"] == "percent" and field in ("target", "target_high", "result")
            )
            value = as_in_csv(row[column], is_percent)
            expected = record[field]
            wanted = pytest.approx(float(expected)) if isinstance(value, float) else expected
            assert value == wanted, (record["indicator"], field)


@each_language
def test_a_sheet_of_results_speaks_one_language(
    book: Book, made: Made, report: Report, language: Language
) -> None:
    [head, *found] = book[TABS[language]].iter_rows(values_only=True)
    words = report.words[language]
    assert head[2] == words("indicator") and head[14] == words("status")
    names = {status.value: said.name[language]["one"] for status, said in report.statuses.items()}
    for row, record in zip(found, rows(made, RESULTS_CSV), strict=True):
        assert row[2] == record[f"name_{language}"]
        assert row[14] == names[record["status"]]
        assert (row[18] or "") == record[f"note_{language}"]
        said = record[f"result_statement_{language}"]
        assert not said or row[11] == said
        assert row[16] == report.sources[record["source"]].title[language]


def test_a_statement_table_holds_the_figures_of_its_csv_file(
    book: Book, made: Made, report: Report
) -> None:
    for table in report.tables.values():
        sheet = book[table.id]
        head = int(re.search(r"\d+", sheet.freeze_panes)[0]) - 1  # type: ignore[index]
        first = 4 if table.has_units_by_row else 3
        found = list(sheet.iter_rows(min_row=head + 1))
        for row, record in zip(found, rows(made, table_address(table.id)), strict=True):
            assert (row[0].value, row[1].value) == (record["label_en"], record["label_fr"])
            for place, column in enumerate(table.columns, first):
                unit = column.unit.id if column.unit else record["unit"]
                value, expected = as_in_csv(row[place], unit == "percent"), record[column.id]
                wanted = pytest.approx(float(expected)) if isinstance(value, float) else expected
                assert value == wanted, (table.id, record["id"], column.id)


def test_every_field_and_every_value_is_explained(book: Book, report: Report) -> None:
    fields = {row[:2] for row in book["Fields · Champs"].iter_rows(min_row=2, values_only=True)}
    assert fields == {
        (sheet.address, field.name) for sheet in sheets(report) for field in sheet.fields
    }
    values = {row[1] for row in book["Values · Valeurs"].iter_rows(min_row=2, values_only=True)}
    assert {*report.units, "exceeded", "between", "subtotal"} <= values


# The same bytes, of the data's own day


def test_the_same_data_make_the_same_bytes(made: Made, report: Report) -> None:
    again = files(report)
    assert {a for a, content in made.items() if again[a] != content} == set()


def test_a_workbook_is_dated_by_its_data_and_not_by_the_clock(made: Made, report: Report) -> None:
    content = made[RESULTS_XLSX]
    assert isinstance(content, bytes)
    properties = opened(content).properties
    assert properties.created.date() == properties.modified.date() == report.data_date
    assert properties.title == " / ".join(
        report.organization.site_name[language] for language in LANGUAGES
    )
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# Nothing runs


def test_text_that_looks_like_a_formula_or_a_link_stays_text(harbour: Path) -> None:
    path = harbour / "data/indicators.yml"
    text = path.read_text(encoding="utf-8")
    hostile = '=HYPERLINK("https://example.org")'
    text = text.replace("{en: Boats moored,", f"{{en: '{hostile}',")
    text = text.replace("fr: Solde de l’exercice}", "fr: https://example.org/}")
    path.write_text(text, encoding="utf-8")
    report = Project.open(harbour).report
    found = opened(report_workbook(report, sheets(report)))
    [boats] = [cell for cell in cells(found) if cell.value == hostile]
    [address] = [cell for cell in cells(found) if cell.value == "https://example.org/"]
    assert (boats.data_type, boats.quotePrefix) == ("s", True)
    assert address.data_type == "s" and address.hyperlink is None


def test_no_cell_is_a_formula_and_every_link_leads_to_a_sheet_of_the_workbook(
    book: Book,
) -> None:
    assert {cell.data_type for cell in cells(book)} <= {"s", "n", "d"}
    links = [cell.hyperlink for cell in cells(book) if cell.hyperlink]
    assert {link.target for link in links} == {None}
    led = {re.sub(r"^'|'$", "", link.location.rpartition("!")[0]) for link in links}
    assert led == set(book.sheetnames)


# Easy to read, on a screen and on paper


def test_every_list_keeps_its_head_and_can_be_filtered_and_printed(book: Book) -> None:
    for sheet in book:
        assert sheet.freeze_panes
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows
        assert sheet.oddFooter.right.text == "&P / &N"
    assert all(sheet.auto_filter.ref for sheet in book.worksheets[1:])


def test_the_cover_says_the_same_in_both_languages(book: Book, report: Report) -> None:
    [head, *lines] = book.worksheets[0].iter_rows(values_only=True)
    assert head == ("English", "Français")
    assert all(bool(en) == bool(fr) for en, fr in lines)
    organization = report.organization
    for text in (organization.site_name, organization.name, organization.description):
        assert (text.en, text.fr) in lines
    assert len(lines) >= len(book.sheetnames) + len(report.sources)


@pytest.mark.parametrize(
    ("value", "unit", "language", "shown"),
    [
        ("36", PERCENT, "en", (Decimal("0.36"), '#,##0%;"−"#,##0%')),
        ("71.50", PERCENT, "fr", (Decimal("0.7150"), '#,##0.00"\u00a0"%;"−"#,##0.00"\u00a0"%')),
        ("3334", BOATS, "en", (Decimal(3334), '#,##0;"−"#,##0')),
        ("275000000", CAD, "en", (Decimal(275000000), "[$$-1009]#,##0;([$$-1009]#,##0)")),
        (
            "-1500000.50",
            CAD,
            "fr",
            (
                Decimal("-1500000.50"),
                '#,##0.00"\u00a0"[$$-C0C];(#,##0.00"\u00a0"[$$-C0C])',
            ),
        ),
        ("10.40", CAD, None, (Decimal("10.40"), "#,##0.00;(#,##0.00)")),
    ],
)
def test_a_number_has_the_format_of_its_unit_and_its_language(
    value: str, unit: Unit, language: Language | None, shown: tuple[Decimal, str]
) -> None:
    assert Forms(language).quantity(Decimal(value), unit) == Number(*shown)


def test_a_change_shows_its_sign() -> None:
    assert Forms("en").quantity(Decimal("4.5"), None, True).form == '+#,##0.0;"−"#,##0.0;#,##0.0'
    assert Forms("en").quantity(Decimal(4), CAD, True).form.startswith("+[$$-1009]")


def test_a_day_is_written_as_the_language_writes_it() -> None:
    first, last = date(2021, 3, 1), date(2021, 3, 31)
    assert Forms("en").day(last) == Day(last, '[$-1009]mmmm"\u00a0"d",\u00a0"yyyy')
    assert Forms("fr").day(last) == Day(last, '[$-C0C]d"\u00a0"mmmm"\u00a0"yyyy')
    assert Forms("fr").day(first) == Day(first, '[$-C0C]d"er\u00a0"mmmm"\u00a0"yyyy')
    assert Forms("fr").day(date(1867, 7, 1)) == "1867-07-01"


def test_the_names_of_sheets_are_such_as_excel_takes() -> None:
    names = tab_names(["a/b:c", "A b c", "x" * 40, "x" * 40, "''", "History", "[?]*"])
    assert names == ["a b c", "A b c 2", "x" * 31, f"{'x' * 29} 2", "–", "History 2", "– 2"]


def test_an_ampersand_in_a_title_is_no_command_of_the_printed_head() -> None:
    tab = Tab("a", "R&P", (Column("x", 9),), (Line(("y",)),))
    sheet = opened(written(Pieces("Me & you", "", "", date(2024, 1, 1), (tab,)))).active
    assert sheet.oddHeader.left.text == "Me && you"


# One indicator


def test_the_files_of_an_indicator_hold_its_rows_alone(made: Made, report: Report) -> None:
    all_rows = rows(made, RESULTS_CSV)
    reported = {row["indicator"] for row in all_rows}
    addresses = {indicator_address(each, form) for each in reported for form in FORMS}
    assert addresses == {address for address in made if address.startswith("data/indicators/")}
    for indicator in reported:
        own = [row for row in all_rows if row["indicator"] == indicator]
        assert rows(made, indicator_address(indicator, "csv")) == own
    indicator = all_rows[0]["indicator"]
    found = opened(made[indicator_address(indicator, "xlsx")])
    own = [row for row in all_rows if row["indicator"] == indicator]
    for language in LANGUAGES:
        [_, *lines] = found[TABS[language]].iter_rows(values_only=True)
        assert [line[COLUMNS["scorecard"]] for line in lines] == [row["scorecard"] for row in own]
    assert found.properties.title.startswith(report.indicators[indicator].name.en)
