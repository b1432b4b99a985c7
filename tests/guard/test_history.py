"""A figure that was published changes only with a revision entry."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest

import tampering
from bilan.contract.files import results_json
from bilan.contract.published import Key, NotResults, PublishedFigure, published_figures
from bilan.contract.published_form import Published
from bilan.draft import Draft
from bilan.guard.comparison import DATES, FIGURE, Difference, DifferenceKind, compare
from bilan.guard.comparison_table import comparison_table
from bilan.guard.history import differences, refuse_silent_revisions
from bilan.languages import LANGUAGES
from bilan.problems import Problem
from bilan.project import Project

GOALS, FACTS = "data/scorecards/2024-2025.yml", "data/tables/facts.yml"
REASON = "reason: {en: Counted twice., fr: Comptés deux fois.}"
WHY = f"date: 2025-07-01, {REASON}"
LATER = "date_to_achieve: 2030-03-31"
VISITS = "result: {value: 71.50}"
PARTS = """          baseline: {value: 100 million, date: 2018-04-01}
          milestones:
            - {at_least: 1300000000, date_to_achieve: 2028-03-31}
"""
BOATS = """          revisions:
            - value: 2900
              date: 2025-06-01
              reason: {en: Boats counted twice were removed., fr: """
BOATS += "Des bateaux comptés deux fois ont été retirés.}\n"


def edit(root: Path, file: str, old: str, new: str) -> None:
    tampering.Change(file, old, new).make(root)


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
        edit(root, GOALS, self.old, self.new)


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
    Change(
        DifferenceKind.REVISED,
        "target: {between: [10, 15]}",
        f"target: {{between: [10, 20], revisions: [{{between: [10, 15], {WHY}}}]}}",
    ),
    Change(
        DifferenceKind.REVISED,
        "target: {at_most: 5}",
        f"target: {{to_be_determined: true, revisions: [{{at_most: 5, {WHY}}}]}}",
    ),
    Change(
        DifferenceKind.REVISED,
        "target: {at_least: 3.7 million}",
        f"target: {{at_least: 3.7 million, {LATER}, revisions: [{{value: 3.7 million, {WHY}}}]}}",
    ),
    Change(DifferenceKind.UPDATED, "result: {value: 1.67, interim: true}", "result: {value: 1.67}"),
    Change(DifferenceKind.UPDATED, "as_of: 2024-12-31", "as_of: 2025-01-31"),
    Change(DifferenceKind.REWORDED, "In force, signed by {share}", "{share} signed; in force"),
    Change(DifferenceKind.REWORDED, "of: {en: of owners,", "of: {en: of tourists,"),
    Change(
        DifferenceKind.REVISED,
        f"target:\n          at_least: 3000000000\n          date_to_achieve: 2033-04-01\n{PARTS}",
        "target:\n          at_least: 3000000000\n          date_to_achieve: 2033-04-01\n"
        f"          revisions: [{{value: 3000000000, {WHY}}}]\n",
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
    Change(
        DifferenceKind.UNEXPLAINED,
        "target: {at_least: 3.7 million}",
        f"target: {{at_least: 3.7 million, {LATER}}}",
        "BIL461",
        "target:",
    ),
    Change(
        DifferenceKind.UNEXPLAINED, "date: 2018-04-01", "date: 2019-04-01", "BIL461", "baseline:"
    ),
    Change(
        DifferenceKind.UNEXPLAINED,
        "result: {value: 5}",
        "result: {value: 5, as_of: 2025-02-28}",
        "BIL461",
        "result:",
    ),
    Change(
        DifferenceKind.UNEXPLAINED,
        "result: {value: 1}",
        "result: {value: 1, interim: true}",
        "BIL461",
        "result:",
    ),
    Change(
        DifferenceKind.UNEXPLAINED,
        "{en: Charter in force,",
        "{en: Charter not in force,",
        "BIL461",
        "statement:",
    ),
    Change(
        DifferenceKind.UNEXPLAINED,
        "signed by {share}",
        "signed by {share} in 12 ports",
        "BIL461",
        "statement:",
    ),
    Change(DifferenceKind.UNEXPLAINED, "verdict: exceeded", "verdict: met", "BIL461", "statement:"),
    Change(DifferenceKind.MISQUOTED, VISITS, revised("72", was="71"), "BIL462", "result:"),
    Change(DifferenceKind.MISQUOTED, VISITS, revised("71.50", was="99"), "BIL462", "result:"),
    Change(
        DifferenceKind.MISQUOTED,
        "target: {between: [10, 15]}",
        f"target: {{between: [10, 20], revisions: [{{value: 10, {WHY}}}]}}",
        "BIL462",
        "target:",
    ),
    Change(
        DifferenceKind.MISQUOTED,
        "target: {more_than: 70.5}",
        f"target: {{at_least: 70.5, revisions: [{{value: 70.5, {WHY}}}]}}",
        "BIL462",
        "target:",
    ),
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
    expected = {"BIL468"} if change.kind is DifferenceKind.REWORDED else set()
    assert {problem.rule for problem in refusals(harbour, before)} == expected


def test_other_words_around_the_same_figure_are_a_warning_that_shows_both(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    edit(harbour, GOALS, "In force, signed by {share}", "{share} signed; in force")
    [problem] = refusals(harbour, before)
    assert problem.severity == "warning"
    assert problem.location.line == 81
    told = problem.message()
    assert "published as “In force, signed by 80% of owners”, and reads “80% of owners sig" in told
    assert 'statement: {en: "In force, signed by 80% of owners", fr: "En vigueur, sig' in told


def test_another_name_of_an_indicator_is_told_of_each_of_its_figures(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    edit(harbour, "data/indicators.yml", "{en: Repair fund,", "{en: Party fund,")
    found = refusals(harbour, before)
    assert {problem.rule for problem in found} == {"BIL468"}
    assert any(
        "reads $1.2\u00a0million (name: Party fund) here" in each.message() for each in found
    )


def test_the_words_of_a_reason_and_the_kind_of_a_revision_can_be_mended(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    reason = "reason: {en: Boats counted"
    edit(harbour, GOALS, reason, f"kind: corrected\n              {reason} no more than")
    assert refusals(harbour, before) == []


def test_the_lost_revision_is_quoted_and_not_one_whose_reason_was_mended(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    newer = f"{{value: 71.50, date: 2025-09-01, {REASON}}}"
    older = f"{{value: 70, date: 2025-08-01, {REASON}}}"
    edit(harbour, GOALS, VISITS, f"result: {{value: 72, revisions: [{newer}, {older}]}}")
    published = published_figures(results_json(Project.open(harbour).report))
    edit(harbour, GOALS, f"{newer}, {older}", newer.replace("Counted", "They were counted"))
    [problem] = refusals(harbour, published)
    assert problem.rule == "BIL463"
    assert "(value: 70)" in problem.message()


def test_another_name_of_a_figure_within_a_statement_is_no_change(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    path = harbour / GOALS
    path.write_text(path.read_text(encoding="utf-8").replace("share", "part"), encoding="utf-8")
    assert differences(before, Project.open(harbour).report) == []


@pytest.mark.parametrize("change", SILENT, ids=lambda change: change.new[:60])
def test_a_silent_change_is_refused_at_its_place_with_what_to_write(
    change: Change, harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    change.make(harbour)
    lines = (harbour / GOALS).read_text(encoding="utf-8").splitlines()
    found = refusals(harbour, before)
    assert found
    for problem in found:
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
        "the new figure: revisions: [{value: 71.50, date: …, reason: {en: …, fr: …}}], with "
        "kind: corrected where the old figure was wrong, or restated where it was right then"
    )
    assert "71,50\u00a0% des places" in problem.sentence("fr")


def test_where_both_read_alike_the_message_gives_the_keys_that_differ(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    edit(harbour, GOALS, "verdict: exceeded", "verdict: met")
    [problem] = refusals(harbour, before)
    assert "signed by 80% of owners” (verdict: exceeded), and is “In force" in problem.message()
    assert "(verdict: met) here" in problem.message()


def test_the_same_figure_in_other_digits_is_no_change(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    edit(harbour, GOALS, VISITS, "result: {value: 71.5}")
    assert differences(before, Project.open(harbour).report) == []


def test_another_unit_makes_another_figure(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    edit(harbour, "data/units.yml", "boats:", "ships:")
    for path in (harbour / "data").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("unit: boats", "unit: ships"), encoding="utf-8")
    found = [each for each in refusals(harbour, before) if each.location.file == GOALS]
    assert {each.rule for each in found} == {"BIL461"}
    assert "was published as at_least: 3000, and is at least 3,000 boats here" in found[0].message()


def test_the_kind_of_a_unit_is_part_of_the_figure(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    edit(harbour, "data/units.yml", "ratio: {kind: plain}", "ratio: {kind: percent}")
    found = refusals(harbour, before)
    assert found and {problem.rule for problem in found} == {"BIL461"}
    assert "published as 1.67%" not in found[0].message()


def test_a_figure_that_was_taken_back_comes_back_with_a_revision(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    taken_back = f"{{value: 71.50, {WHY}}}"
    suppressed = f"result: {{not_available: suppressed, {REASON}, revisions: [{taken_back}]}}"
    edit(harbour, GOALS, VISITS, suppressed)
    before = published_figures(results_json(Project.open(harbour).report))
    silent = f"result: {{value: 99, revisions: [{taken_back}]}}"
    edit(harbour, GOALS, suppressed, silent)
    [problem] = refusals(harbour, before)
    assert problem.rule == "BIL461"
    assert "revisions: [{not_available: suppressed, date:" in problem.message()
    told = f"{{not_available: suppressed, date: 2025-08-01, {REASON}}}"
    edit(harbour, GOALS, silent, f"result: {{value: 99, revisions: [{taken_back}, {told}]}}")
    assert refusals(harbour, before) == []


def another(value: object) -> object:
    match value:
        case bool():
            return not value
        case Decimal():
            return value + 1
        case date():
            return value - timedelta(days=1)
        case StrEnum():
            return next(each for each in type(value) if each is not value)
    return f"{value}-not"


def test_no_part_of_any_figure_of_this_site_changes_in_silence(project: Project) -> None:
    figures = published_figures(results_json(project.report))
    silent, tried = [], Counter[str]()
    for key, figure in figures.items():
        said = figure.said
        for name in () if said.is_open or figure.is_inherited else (*FIGURE, *DATES):
            if getattr(said, name) is not None and not (name == "interim" and figure.column):
                tried[name] += 1
                other = said.model_copy(update={name: another(getattr(said, name))})
                told = list(compare({key: replace(figure, said=other)}, {key: figure}))
                silent += [] if told else [(*key, name)]
    assert silent == []
    assert {*FIGURE, *DATES} - tried.keys() == {"not_available", "date", "high"}
    assert tried["value"] > 400


MILESTONE = "- {at_least: 1300000000, date_to_achieve: 2028-03-31"


@pytest.mark.parametrize(
    ("result", "kind"),
    [
        ("{value: 1200000000, as_of: 2025-01-31}", DifferenceKind.NEW),
        ("{value: 1200000000, as_of: 2024-12-31}", DifferenceKind.UNEXPLAINED),
        ("{value: 1200000000, as_of: 2024-11-30}", DifferenceKind.UNEXPLAINED),
        (f"{{not_available: suppressed, {REASON}}}", DifferenceKind.UNEXPLAINED),
    ],
)
def test_a_milestone_gets_its_own_result_on_a_later_day_and_no_other_one_for_the_same_day(
    harbour: Path, before: dict[Key, PublishedFigure], result: str, kind: DifferenceKind
) -> None:
    edit(harbour, GOALS, MILESTONE, f"{MILESTONE}, result: {result}")
    [difference] = differences(before, Project.open(harbour).report)
    assert difference.kind is kind
    assert difference.figure.part == "milestone.2028-03-31.result"


def test_a_result_of_a_milestone_can_be_corrected_to_that_of_its_indicator(harbour: Path) -> None:
    own = "result: {value: 1200000000, as_of: 2024-12-31"
    edit(harbour, GOALS, MILESTONE, f"{MILESTONE}, {own}}}")
    before = published_figures(results_json(Project.open(harbour).report))
    revised = "result: {value: 1065600000, as_of: 2024-12-31, revisions: [{value: 1200000000, "
    edit(harbour, GOALS, f"{own}}}", f"{revised}{WHY}}}]}}")
    [difference] = differences(before, Project.open(harbour).report)
    assert difference.kind is DifferenceKind.REVISED
    assert refusals(harbour, before) == []


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


def test_a_cell_that_is_gone_is_a_warning_that_says_so(
    harbour: Path, before: dict[Key, PublishedFigure]
) -> None:
    path = harbour / FACTS
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("id: berths", "id: places"), encoding="utf-8")
    found = [each for each in refusals(harbour, before) if each.location.file == FACTS]
    assert [(each.rule, each.severity) for each in found] == [("BIL467", "warning")]
    assert found[0].message().startswith(f"{FACTS}:")
    assert "was published as more than 80 boats, and is no longer here" in found[0].message()


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
    said = Published(statement={"en": "<b>|@x_y", "fr": "[a](b)"})
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


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"version": "1.', '"version": "2.', "version 2.0.0"),
        ('"comparator": "at_least"', '"comparator": "nearly"', "comparator"),
        ('"value": 2880', '"value": "many"', "value"),
        ('"value": 2880', '"value": 1e999999', "value"),
        ('"value": 2880', '"value": NaN', "value"),
        ('"not_available": "suppressed"', '"not_available": "lost"', "not_available"),
        ('"date": "2025-06-01"', '"date": "2025-06-31"', "date"),
        ('"comparator": "at_least"', '"comparator": "between"', "a range both"),
        ('"value": 3000,', '"value": null,', "a comparison has its value"),
        ('"fr": "En vigueur"', '"de": "In Kraft"', "statement"),
        ('"fr": "En vigueur"', '"fr": "\\ud800"', "surrogates"),
        ('"indicator": "boats"', '"indicator": "ships"', "no such indicator"),
    ],
)
def test_a_results_file_that_says_what_none_does_is_told(
    harbour_project: Project, old: str, new: str, told: str
) -> None:
    text = results_json(harbour_project.report)
    assert old in text
    with pytest.raises(NotResults, match=told):
        published_figures(text.replace(old, new))


def test_a_results_file_from_before_later_keys_is_read(harbour_project: Project) -> None:
    """An earlier version had no kinds, and revisions of values and statements alone."""
    text = results_json(harbour_project.report)
    content = json.loads(text)
    for entry in content["results"]:
        for revision in entry["result"]["revisions"]:
            for key in ("kind", "comparator", "high", "not_available"):
                del revision[key]
    before = published_figures(json.dumps(content))
    assert list(compare(before, published_figures(text))) == []
