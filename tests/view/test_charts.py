"""One column of a table as bars: how long they are, and what is said where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.languages import LANGUAGES, Language
from bilan.project import Project
from bilan.view.charts import Charts, ChartView
from bilan.view.tables import TableViews

Charted = Callable[..., ChartView]


@pytest.fixture
def charted(harbour: Path) -> Charted:
    """A chart of one of the harbour's tables, after replacements in its file."""

    def chart(
        table_id: str,
        column_id: str,
        *replacements: tuple[str, str],
        of: str = "",
        language: Language = "en",
    ) -> ChartView:
        path = harbour / f"data/tables/{table_id}.yml"
        text = path.read_text(encoding="utf-8")
        for old, new in replacements:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        report = Project.open(harbour).report
        words, table = report.words[language], report.tables[table_id]
        column = table.column(column_id)
        assert column
        charts = Charts(report, words, TableViews(report, words))
        return charts.chart(table, column, table.row(of))

    return chart


def fills(view: ChartView) -> dict[str, str]:
    return {row.name: row.fill for row in view.rows}


def test_the_largest_figure_has_a_full_bar_and_one_below_zero_has_none(charted: Charted) -> None:
    view = charted("fees", "total")
    assert fills(view) == {"Mooring": "38.1%", "Passage": "100%", "Refunds": ""}
    assert "$500" in view.rows[2].figure.number


def test_zero_has_no_bar(charted: Charted) -> None:
    view = charted("berths", "boats", ("boats: 12}", "boats: 0}"))
    assert fills(view)["Buoys"] == ""
    assert view.rows[1].figure.number == "0"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dash_and_an_empty_cell_are_said_in_words(
    harbour_project: Project, charted: Charted, language: Language
) -> None:
    dash, label = ("{boats: 12}", "{boats: dash}"), harbour_project.report.words[language]
    view = charted("berths", "boats", dash, language=language)
    assert [row.word for row in view.rows] == ["", label("cell_dash"), label("cell_blank")]
    assert [row.fill for row in view.rows[1:]] == ["", ""]


def test_bars_of_shares_end_at_the_whole(charted: Charted) -> None:
    view = charted("fees", "change", ("change: -2}", "change: 9}"), ("    written: change\n", ""))
    assert fills(view) == {"Mooring": "4.5%", "Passage": "9%", "Refunds": ""}


def test_bars_of_changes_and_of_percentages_above_the_whole_end_at_the_largest(
    charted: Charted,
) -> None:
    changes = charted("fees", "change", ("change: -2}", "change: 9}"))
    assert fills(changes) == {"Mooring": "50%", "Passage": "100%", "Refunds": ""}
    assert changes.rows[0].figure.number == "+4.5%"
    beyond = charted(
        "fees", "change", ("change: 9}", "change: 150}"), ("    written: change\n", "")
    )
    assert fills(beyond) == {"Mooring": "3%", "Passage": "100%", "Refunds": ""}


def test_a_figure_has_its_unit_and_the_words_that_qualify_it(charted: Charted) -> None:
    english = charted("berths", "boats", of="quay").rows[0].figure
    assert (english.comparator, english.number, english.unit) == ("about", "50", "boats")
    french = charted("berths", "boats", of="quay", language="fr").rows[0].figure
    assert (french.comparator, french.number, french.unit) == ("environ", "50", "bateaux")


def test_the_caption_names_the_table_the_row_and_the_column(charted: Charted) -> None:
    assert charted("fees", "total").name == "Fees: Total"
    assert charted("fees", "total", language="fr").name == "Droits\u00a0: Total"


def test_the_only_column_of_a_table_is_not_named(charted: Charted) -> None:
    assert charted("berths", "boats").name == "Berths"
    assert charted("berths", "boats", of="quay").name == "Berths, Quay"


def test_a_row_from_another_document_names_it(charted: Charted) -> None:
    assert [row.source for row in charted("berths", "boats", of="quay").rows] == [
        "",
        "Harbour plan, p. 3",
    ]


def test_a_figure_that_is_part_of_a_known_discrepancy_leads_to_its_entry(
    harbour: Path, charted: Charted
) -> None:
    with (harbour / "data/discrepancies.yml").open("a", encoding="utf-8") as file:
        file.write("  where: [fees/mooring/total]\n")
    disputed = [row.disputed for row in charted("fees", "total").rows]
    assert disputed == ["discrepancy-year", None, None]
