"""What an entry of a scorecard takes from those around it, and what it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilan.model.absences import Missing, NotAvailable
from bilan.model.indicators import Qualifier, Statement
from bilan.model.results import Result
from bilan.model.scorecards import ReportedIndicator
from bilan.model.status import Assessment, Status
from bilan.model.targets import Milestone
from bilan.problems import InputRefused
from bilan.project import Project

WORDS = "statement: {en: In service, fr: En service}"
JUDGED = "reason: {en: The cranes work., fr: Les grues fonctionnent.}"
NEAR, PASSED = "2028-03-31", "2024-03-31"


def report(harbour: Path, target: str, milestone: str, result: str) -> ReportedIndicator:
    """The indicator "investment" with one milestone, as a scorecard of 2025-03-31 gives it."""
    path = harbour / "data/scorecards/2024-2025.yml"
    before, _, rest = path.read_text(encoding="utf-8").partition("- indicator: investment\n")
    entry = f"""\
- indicator: investment
        target:
          {target}
          date_to_achieve: 2033-04-01
          milestones: [{{{milestone}}}]
        result: {{{result}}}
      """
    after = rest[rest.index("- indicator: ratio") :]
    path.write_text(before + entry + after, encoding="utf-8")
    found = Project.open(harbour).report.scorecards["2024-2025"].reported("investment")
    assert found
    return found


def judged(harbour: Path, *entry: str) -> tuple[Milestone, Assessment]:
    [milestone] = report(harbour, *entry).milestones
    return milestone


def due(date: str) -> str:
    return f"at_least: 200, date_to_achieve: {date}"


def test_a_milestone_is_judged_by_the_latest_figure(harbour: Path) -> None:
    milestone, assessment = judged(harbour, "at_least: 300", due(NEAR), "value: 230")
    assert assessment == Assessment(Status.EXCEEDED, ahead_of_date=True)
    assert milestone.result == report(harbour, "at_least: 300", due(NEAR), "value: 230").result


@pytest.mark.parametrize(
    ("target", "outcome"),
    [("at_least: 300", WORDS), (WORDS, "value: 5"), (WORDS, WORDS)],
)
@pytest.mark.parametrize("verdict", ["met", "not_met"])
def test_a_verdict_on_the_final_target_says_nothing_of_a_milestone(
    harbour: Path, target: str, outcome: str, verdict: str
) -> None:
    result = f"{outcome}, verdict: {verdict}, {JUDGED}"
    for date, why, status in (
        (NEAR, Missing.NOT_YET_DUE, Status.FUTURE),
        ("2025-03-31", Missing.NOT_REPORTED, Status.NO_RESULT),
    ):
        milestone, assessment = judged(harbour, target, due(date), result)
        assert assessment == Assessment(status)
        assert milestone.result.outcome == NotAvailable(why, None)
        assert milestone.result.judgement is None


def test_words_reported_before_the_target_is_determined_judge_no_milestone(harbour: Path) -> None:
    entry = report(harbour, "to_be_determined: true", due(NEAR), WORDS)
    [(milestone, assessment)] = entry.milestones
    assert isinstance(entry.result.outcome, Statement)
    assert not milestone.result.is_available
    assert assessment == Assessment(Status.FUTURE)


def test_a_figure_later_than_the_milestone_does_not_judge_it(harbour: Path) -> None:
    milestone, assessment = judged(harbour, "at_least: 300", due(PASSED), "value: 230")
    assert assessment == Assessment(Status.NO_RESULT)
    assert milestone.result.outcome == NotAvailable(Missing.NOT_REPORTED, None)


def test_a_milestone_passed_when_the_latest_result_came_is_not_still_to_come(
    harbour: Path,
) -> None:
    late = "value: 230, as_of: 2025-09-30, published: 2025-10-15"
    milestone, assessment = judged(harbour, "at_least: 300", due("2025-06-30"), late)
    assert assessment == Assessment(Status.NO_RESULT)
    assert milestone.result.outcome == NotAvailable(Missing.NOT_REPORTED, None)


def test_the_reason_that_a_result_is_missing_holds_for_the_milestones_ahead(harbour: Path) -> None:
    missing = "not_available: suppressed, reason: {en: a, fr: b}"
    entry = report(harbour, "at_least: 300", due(NEAR), missing)
    [(milestone, assessment)] = entry.milestones
    assert milestone.result == entry.result
    assert assessment == Assessment(Status.FUTURE)


def test_a_result_of_its_own_judges_a_milestone(harbour: Path) -> None:
    own = "result: {value: 150, as_of: 2024-03-01, explanation: {en: Rain., fr: La pluie.}}"
    milestone, assessment = judged(harbour, "at_least: 300", f"{due(PASSED)}, {own}", "value: 230")
    assert assessment == Assessment(Status.NOT_MET)
    result: Result = milestone.result
    assert (str(result.outcome), str(result.as_of)) == ("150", "2024-03-01")
    assert result.explanation and result.explanation.fr == "La pluie."


def test_a_qualified_figure_judges_a_milestone_that_it_decides(harbour: Path) -> None:
    result = "value: 400, qualifier: more_than"
    milestone, assessment = judged(harbour, "at_least: 300", due(NEAR), result)
    assert assessment == Assessment(Status.EXCEEDED, ahead_of_date=True)
    assert milestone.result.qualifier is Qualifier.MORE_THAN


def test_a_qualified_figure_that_leaves_a_milestone_open_does_not_judge_it(harbour: Path) -> None:
    result = "value: 150, qualifier: more_than"
    milestone, assessment = judged(harbour, "to_be_determined: true", due(NEAR), result)
    assert assessment == Assessment(Status.FUTURE)
    assert milestone.result.outcome == NotAvailable(Missing.NOT_YET_DUE, None)


@pytest.mark.parametrize(
    ("target", "result", "rules"),
    [
        ("at_least: 621", "value: 620, qualifier: more_than", ["BIL450"]),
        ("at_least: 620", "value: 620, qualifier: more_than", []),
        ("at_least: 620", "value: 620, qualifier: about", ["BIL450"]),
        ("to_be_determined: true", "value: 620, qualifier: about", []),
        (WORDS, "value: 620, qualifier: more_than", ["BIL406"]),
        (WORDS, f"value: 620, qualifier: about, verdict: met, {JUDGED}", []),
        ("at_least: 621", f"value: 620, qualifier: more_than, verdict: met, {JUDGED}", []),
        ("at_least: 620", f"value: 620, qualifier: more_than, verdict: met, {JUDGED}", ["BIL407"]),
        ("at_most: 9", f"value: 8, qualifier: about, verdict: exceeded, {JUDGED}", ["BIL417"]),
    ],
)
def test_a_verdict_is_asked_for_where_a_qualified_figure_does_not_decide(
    harbour: Path, target: str, result: str, rules: list[str]
) -> None:
    milestone = f"exactly: 1, date_to_achieve: {NEAR}"
    try:
        report(harbour, target, milestone, result)
        found = []
    except InputRefused as refused:
        found = [problem.rule for problem in refused.problems]
    assert found == rules


@pytest.mark.parametrize("target", ["more_than: 3", "at_most: 3", "between: [3, 4]", "exactly: 3"])
def test_only_words_and_a_minimum_are_exceeded_by_a_verdict(harbour: Path, target: str) -> None:
    verdict = f"{WORDS}, verdict: exceeded, {JUDGED}"
    with pytest.raises(InputRefused) as refused:
        report(harbour, target, f"exactly: 1, date_to_achieve: {NEAR}", verdict)
    assert [problem.rule for problem in refused.value.problems] == ["BIL417"]


@pytest.mark.parametrize("target", ["at_least: 300", WORDS])
def test_words_and_a_minimum_can_be_exceeded_by_a_verdict(harbour: Path, target: str) -> None:
    entry = report(harbour, target, due(NEAR), f"{WORDS}, verdict: exceeded, {JUDGED}")
    assert entry.assessment == Assessment(Status.EXCEEDED, ahead_of_date=True)
