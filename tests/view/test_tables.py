"""Statement tables as readers see them: figures, dashes and blanks, notes, discrepancies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.languages import LANGUAGES, Language
from bilan.project import Project
from bilan.view.discrepancies import DiscrepancyView, DiscrepancyViews
from bilan.view.tables import CellView, TableRowView, TableView, TableViews

FEES, FACTS = "data/tables/fees.yml", "data/tables/facts.yml"
Changed = Callable[..., TableView]


def view(project: Project, table: str, language: Language = "en", prefix: str = "") -> TableView:
    report = project.report
    return TableViews(report, report.words[language]).table(report.tables[table], prefix)


def discrepancies(
    project: Project, language: Language = "en", document: str = ""
) -> dict[str, DiscrepancyView]:
    report = project.report
    views = DiscrepancyViews(report, report.words[language]).all(document)
    return {each.id: each for each in views}


@pytest.fixture
def changed(harbour: Path) -> Changed:
    """A table of the harbour after replacements in its file."""

    def change(file: str, *replacements: tuple[str, str], language: Language = "en") -> TableView:
        path = harbour / file
        text = path.read_text(encoding="utf-8")
        for old, new in replacements:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        return view(Project.open(harbour), path.stem, language)

    return change


def row(table: TableView, row_id: str) -> TableRowView:
    return next(row for row in table.rows if row.anchor.endswith(f"-{row_id}"))


def cells(table: TableView, row_id: str) -> list[str]:
    return [shown(cell) for cell in row(table, row_id).cells]


def shown(cell: CellView) -> str:
    figure = cell.figure
    parts = (figure.comparator, figure.number, figure.unit, figure.words)
    return " ".join(str(part) for part in parts if part).replace("\u00a0", " ")


def test_amounts_to_the_dollar_are_written_in_full(harbour_project: Project) -> None:
    assert cells(view(harbour_project, "fees"), "passage") == [
        "$1,500",
        "$30,000",
        "$31,500",
        "−2%",
    ]
    french = view(harbour_project, "fees", "fr")
    assert cells(french, "passage") == ["1 500 $", "30 000 $", "31 500 $", "−2 %"]


def test_amounts_in_millions_are_written_short(changed: Changed) -> None:
    assert cells(changed(FACTS), "fund") == ["$2.5M"]
    assert cells(changed(FACTS, language="fr"), "fund") == ["2,5 M$"]
    full = changed(FACTS, ("row_heading:", "money: full\nrow_heading:"))
    assert cells(full, "fund") == ["$2,500,000"]


def test_a_difference_is_written_with_its_sign(changed: Changed) -> None:
    fees = changed(FEES)
    assert [cells(fees, name)[-1] for name in ("mooring", "passage", "refunds")] == [
        "+4.5%",
        "−2%",
        "0%",
    ]


def test_a_negative_amount_stands_in_brackets_as_everywhere(harbour_project: Project) -> None:
    assert cells(view(harbour_project, "fees"), "refunds")[0].endswith("($500)")
    assert cells(view(harbour_project, "fees", "fr"), "refunds")[0].endswith("(500 $)")


def test_a_dash_is_a_dash_and_a_blank_is_empty_and_both_are_said(harbour_project: Project) -> None:
    for language in LANGUAGES:
        table, words = (
            view(harbour_project, "fees", language),
            harbour_project.report.words[language],
        )
        nil, blank = words("cell_dash"), words("cell_blank")
        dash, empty = row(table, "mooring").cells[1], row(table, "night-passage").cells[0]
        assert (shown(dash), dash.word) == ("–", nil)
        assert (shown(empty), empty.word) == ("", blank)
    assert row(table, "mooring").cells[0].word == ""


def test_a_figure_that_is_not_exact_stands_with_its_words(harbour_project: Project) -> None:
    assert cells(view(harbour_project, "fees"), "night-passage")[1] == "about $9,000"
    assert cells(view(harbour_project, "fees", "fr"), "night-passage")[1] == "environ 9 000 $"
    assert cells(view(harbour_project, "facts", "fr"), "berths") == ["plus de 80 bateaux"]


def test_a_noun_stands_in_the_cell_where_each_row_has_its_own_unit(changed: Changed) -> None:
    assert cells(changed(FACTS), "boats-counted") == ["2,890 boats"]
    assert cells(changed(FACTS), "sail") == ["33.3% of boats"]


def test_rows_carry_their_kind_their_depth_and_their_own_place(harbour_project: Project) -> None:
    table = view(harbour_project, "fees")
    assert [(each.kind, each.depth) for each in table.rows] == [
        ("heading", 0),
        ("row", 0),
        ("row", 0),
        ("row", 1),
        ("row", 0),
        ("total", 0),
        ("note", 0),
    ]
    assert row(table, "night-passage").source == "p. 8"
    assert row(table, "passage").source == ""
    assert row(table, "collected").cells == ()


def test_a_row_of_another_document_names_it(changed: Changed) -> None:
    table = changed(FEES, ("    locator: {en: p. 8", "    source: plan\n    locator: {en: p. 8"))
    assert row(table, "night-passage").source == "Harbour plan, p. 8"


def test_the_head_of_a_table_says_what_when_and_where(harbour_project: Project) -> None:
    table = view(harbour_project, "fees", "fr")
    assert (table.name, table.about) == ("Droits", "Ce que le havre perçoit.")
    assert (table.as_of, table.period) == ("31\u00a0mars\u00a02025", "2024-2025")
    assert (table.source.title, table.source.place) == ("Rapport du havre", "p. 7")
    assert table.columns == ("Quai", "Chenal", "Total", "Variation")
    assert (table.row_heading, table.remarks) == ("Droit", ("Avant taxes.",))
    facts = view(harbour_project, "facts")
    assert (facts.as_of, facts.period, facts.about) == ("", "", "")


def test_a_note_is_numbered_at_its_row(harbour_project: Project) -> None:
    table = view(harbour_project, "fees")
    [note] = table.notes
    assert row(table, "mooring").notes == (note,)
    assert (note.number, note.text) == ("1", "By the night.")


def test_a_known_discrepancy_has_a_letter_at_its_figure_and_above_the_table(
    harbour_project: Project,
) -> None:
    table = view(harbour_project, "fees")
    [dispute] = table.disputes
    assert (dispute.letter, dispute.text) == ("a", "The channel fees add up to another total.")
    marked = [
        (each.anchor, cell.column) for each in table.rows for cell in each.cells if cell.disputes
    ]
    assert marked == [("fees-all", "Channel")]
    assert dispute.entry == "discrepancy-channel-total"


def test_discrepancies_have_letters_in_the_order_of_their_figures(harbour: Path) -> None:
    path = harbour / "data/discrepancies.yml"
    text = path.read_text(encoding="utf-8")
    marked = "where: [fees/mooring/quay, fees/all/channel]"
    path.write_text(text.replace("kind: period", f"kind: period\n  {marked}"), encoding="utf-8")
    table = view(Project.open(harbour), "fees")
    assert [(d.letter, d.entry) for d in table.disputes] == [
        ("a", "discrepancy-year"),
        ("b", "discrepancy-channel-total"),
    ]
    assert [d.letter for d in row(table, "all").cells[1].disputes] == ["b", "a"]


def test_ids_on_one_page_are_kept_apart(harbour_project: Project) -> None:
    plain, prefixed = view(harbour_project, "fees"), view(harbour_project, "fees", prefix="part-2-")
    assert (plain.anchor, prefixed.anchor) == ("fees", "part-2-fees")
    assert row(prefixed, "all").anchor == "part-2-fees-all"
    assert prefixed.disputes[0].anchor == f"part-2-{plain.disputes[0].anchor}"
    assert prefixed.notes[0].anchor == f"part-2-{plain.notes[0].anchor}"


# The register


def test_the_register_gives_both_figures_as_the_table_writes_them(
    harbour_project: Project,
) -> None:
    french = discrepancies(harbour_project, "fr")
    total = french["channel-total"]
    assert (total.printed, total.computed) == ("31\u00a0000\u00a0$", "30\u00a0000\u00a0$")
    assert total.kind == "Une somme qui ne concorde pas"
    assert total.language == ""


def test_the_register_quotes_a_document_in_its_language(harbour_project: Project) -> None:
    english, french = discrepancies(harbour_project), discrepancies(harbour_project, "fr")
    assert (english["year"].printed, english["year"].language) == ("“2024-2024”", "fr")
    assert (french["year"].printed, french["year"].language) == (
        "«\u00a02024-2024\u00a0»",
        "",
    )


def test_the_register_leads_to_every_figure_concerned(harbour_project: Project) -> None:
    places = discrepancies(harbour_project)["boats-twice"].places
    assert [(p.name, p.macro, p.document, p.anchor) for p in places] == [
        ("Loose figures, Boats counted", "table", "facts", "facts-boats-counted"),
        ("2024–25 scorecard, Boats moored", "scorecard", "2024-2025", "boats"),
    ]
    [total] = discrepancies(harbour_project)["channel-total"].places
    assert total.name == "Fees, All fees, Channel"


def test_the_register_of_one_document_holds_its_figures_alone(harbour_project: Project) -> None:
    def of(document: str) -> list[str]:
        return list(discrepancies(harbour_project, document=document))

    assert of("fees") == ["channel-total"]
    assert of("facts") == of("2024-2025") == ["boats-twice"]
    assert of("long-term") == []
    assert of("") == ["channel-total", "boats-twice", "year"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_discrepancy_of_a_figure_in_words_or_a_milestone_leads_to_its_row(
    harbour: Path, language: Language
) -> None:
    path = harbour / "data/discrepancies.yml"
    text = path.read_text(encoding="utf-8")
    where = "where: [2024-2025/charter/result.share, long-term/jobs/milestone.2028-03-31]"
    path.write_text(text.replace("kind: period", f"kind: period\n  {where}"), encoding="utf-8")
    places = discrepancies(Project.open(harbour), language)["year"].places
    assert [place.anchor for place in places] == ["charter", "jobs"]
