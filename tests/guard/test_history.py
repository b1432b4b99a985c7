"""A figure that was published changes only with a revision entry."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from bilan.contract.comparison import Difference, DifferenceKind
from bilan.contract.files import results_json
from bilan.contract.published import Key, NotResults, PublishedFigure, published_figures
from bilan.draft import Draft
from bilan.guard.history import differences, refuse_silent_revisions
from bilan.languages import LANGUAGES
from bilan.problems import Problem
from bilan.project import Project
from bilan.view.comparison import comparison_table

GOALS, FACTS = "data/scorecards/2024-2025.yml", "data/tables/facts.yml"
REASON = "reason: {en: Counted twice., fr: Comptés deux fois.}"
WHY = f"date: 2025-07-01, {REASON}"
VISITS = "result: {value: 71.50}"
BOATS = """          revisions:
            - value: 2900
              date: 2025-06-01
              reason: {en: Boats counted twice were removed., fr: """
BOATS += "Des bateaux comptés deux fois ont été retirés.}\n"


@dataclass(frozen=True)
class Change:
    """`old`, which the file holds once, becomes `new`; then the figure is of this kind."""

    kind: DifferenceKind
    old: str
    new: str
    rule: str = ""
    place: str = ""
    """What the line that is told begins with."""

    def make(self, root: Path) -> None:
        path = root / GOALS
        text = path.read_text(encoding="utf-8")
        assert text.count(self.old) == 1, self.old
        path.write_text(text.replace(self.old, self.new), encoding="utf-8")


def revised(value: str, *, kind: str = "", was: str = "71.50") -> str:
    kind = f", kind: {kind}" if kind else ""
    return f"result: {{value: {value}, revisions: [{{value: {was}, {WHY}{kind}}}]}}"


EXPLAINED = (
    Change(DifferenceKind.CORRECTED, VISITS, revised("72", kind="corrected")),
    Change(DifferenceKind.RESTATED, VISITS, revised("72", kind="restated")),
    Change(DifferenceKind.REVISED, VISITS, revised("72")),
    Change(
        DifferenceKind.NEW,
        "target: {to_be_determined: true}",
        "target: {at_least: 30, published: 2025-07-01}",
    ),
    Change(
        DifferenceKind.REVISED,
        "{at_least: 1300000000, date_to_achieve: 2028-03-31}",
        "{at_least: 1400000000, date_to_achieve: 2028-03-31, "
        f"revisions: [{{value: 1300000000, {WHY}}}]}}",
    ),
    Change(
        DifferenceKind.REVISED,
        "baseline: {value: 100 million, date: 2018-04-01}",
        "baseline: {value: 90 million, date: 2018-04-01, "
        f"revisions: [{{value: 100 million, {WHY}}}]}}",
    ),
    Change(
        DifferenceKind.REVISED,
        VISITS,
        f"result: {{not_available: suppressed, {REASON}, revisions: [{{value: 71.50, {WHY}}}]}}",
    ),
)
SILENT = (
    Change(DifferenceKind.UNEXPLAINED, VISITS, "result: {value: 72}", "BIL461", "result:"),
    Change(
        DifferenceKind.UNEXPLAINED,
        VISITS,
        f"result: {{not_available: suppressed, {REASON}}}",
        "BIL461",
        "result:",
    ),
    Change(
        DifferenceKind.UNEXPLAINED,
        "target: {more_than: 70.5}",
        "target: {at_least: 70.5}",
        "BIL461",
        "target:",
    ),
    Change(
        DifferenceKind.UNEXPLAINED,
        "- {at_least: 1300000000,",
        "- {at_least: 1300000001,",
        "BIL461",
        "- {at_least: 1300000001",
    ),
    Change(
        DifferenceKind.UNEXPLAINED,
        "baseline: {value: 100 million",
        "baseline: {value: 101 million",
        "BIL461",
        "baseline:",
    ),
    Change(DifferenceKind.MISQUOTED, VISITS, revised("72", was="71"), "BIL462", "result:"),
    Change(DifferenceKind.UNRECORDED, BOATS, "", "BIL463", "result:"),
    Change(
        DifferenceKind.UNRECORDED,
        "date: 2025-06-01\n              reason: {en: Boats",
        "date: 2025-06-02\n              reason: {en: Boats",
        "BIL463",
        "revisions:",
    ),
    Change(
        DifferenceKind.WITHDRAWN,
        "      - indicator: waiting\n        target: {at_most: 5}\n        result: {value: 5}\n",
        "",
        "BIL464",
        "name:",
    ),
    Change(
        DifferenceKind.WITHDRAWN, "target: {less_than: 2}\n        ", "", "BIL464", "indicator:"
    ),
)


@pytest.fixture
def before(harbour_project: Project) -> dict[Key, PublishedFigure]:
    return published_figures(results_json(harbour_project.report))


def refusals(root: Path, before: dict[Key, PublishedFigure]) -> list[Problem]:
    return list(refuse_silent_revisions(Draft.read(root), before))


def test_what_has_not_changed_does_not_differ(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    assert differences(before, Project.open(harbour).report) == []


@pytest.mark.parametrize("change", [*EXPLAINED, *SILENT], ids=lambda change: change.new[:60])
def test_a_change_is_of_its_kind_and_of_no_other(
    change: Change, harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    change.make(harbour)
    found = differences(before, Project.open(harbour).report)
    assert {difference.kind for difference in found} == {change.kind}


@pytest.mark.parametrize("change", EXPLAINED, ids=lambda change: change.new[:60])
def test_a_change_with_its_revision_is_taken(
    change: Change, harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    change.make(harbour)
    assert refusals(harbour, before) == []


@pytest.mark.parametrize("change", SILENT, ids=lambda change: change.new[:60])
def test_a_silent_change_is_refused_at_its_place_with_what_to_write(
    change: Change, harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    change.make(harbour)
    lines = (harbour / GOALS).read_text(encoding="utf-8").splitlines()
    for problem in refusals(harbour, before):
        assert problem.rule == change.rule
        assert problem.location.file == GOALS
        line = lines[problem.location.line - 1].strip()
        assert line.removeprefix("- ").startswith(change.place.removeprefix("- ")), line
        assert all(problem.message(language) for language in LANGUAGES)


def test_the_message_gives_both_figures_in_words_and_the_entry_to_write(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    SILENT[0].make(harbour)
    [problem] = refusals(harbour, before)
    assert problem.sentence("en") == (
        "the result of “Berths in use” (2024-2025) was published as 71.50% of berths, and is "
        "72% of berths here, without a revision; bring 71.50% of berths back, or write beside "
        "the new figure: revisions: [{value: 71.50, date: …, kind: corrected or restated, "
        "reason: {en: …, fr: …}}]"
    )
    assert "71,50\u00a0% des places" in problem.sentence("fr")


def test_the_same_figures_in_other_words_or_digits_are_no_change(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    Change(DifferenceKind.REWORDED, VISITS, "result: {value: 71.5}").make(harbour)
    assert differences(before, Project.open(harbour).report) == []


def test_a_cell_that_is_copied_anew_is_a_warning_at_its_place(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    path = harbour / FACTS
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("qualifier: more_than", "qualifier: at_least"), encoding="utf-8")
    [problem] = refusals(harbour, before)
    assert (problem.rule, problem.severity) == ("BIL466", "warning")
    assert (problem.location.file, problem.location.line) == (FACTS, 13)
    assert "“Boats that the quay can hold”, “Value” (facts)" in problem.message()


def test_a_scorecard_that_is_gone_is_told_once_for_each_of_its_figures(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    last = next(key for key in before if key[0] != "2024-2025")
    before = {key: figure for key, figure in before.items() if key == last}
    before = {("gone", *key[1:]): _moved(figure) for key, figure in before.items()}
    [problem] = refusals(harbour, before)
    assert (problem.rule, problem.location.file) == ("BIL464", "data/scorecards/gone.yml")


def _moved(figure: PublishedFigure) -> PublishedFigure:
    return PublishedFigure("gone", figure.entry, figure.part, figure.said)


def test_the_table_says_each_change_in_both_languages(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    EXPLAINED[0].make(harbour)
    report = Project.open(harbour).report
    english, french = comparison_table(report, differences(before, report)).split("\n\n## ")
    assert (
        "| the result of “Berths in use” (2024-2025) | 71.50% of berths | 72% of berths "
        "| corrected |" in english
    )
    assert "| 71,50\u00a0% des places | 72\u00a0% des places | corrigé |" in french


def test_text_of_the_data_is_no_markdown_in_the_table(harbour_project: Project) -> None:
    said = {"value": None, "statement": {"en": "<b>|@x_y", "fr": "[a](b)"}}
    figure = PublishedFigure("x|y", "*z*", "result", said)
    gone = Difference(DifferenceKind.WITHDRAWN, figure, None)
    table = comparison_table(harbour_project.report, [gone])
    assert r"“\*z\*” (x\|y) | “&lt;b&gt;\|\@x\_y” |" in table
    assert r"\[a\](b)" in table


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"results": 3}', '{"results": [{"target": 1}]}', "<html>", "[" * 9999]
)
def test_a_text_that_is_no_results_file_is_told(text: str) -> None:
    with pytest.raises(NotResults):
        published_figures(text)
