"""How each status was decided, in a sentence of both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bilan.formats import plain
from bilan.languages import Language
from bilan.model.promises import NO_TARGET, TO_BE_DETERMINED, Promise
from bilan.model.results import Result, Verdict
from bilan.model.scorecards import ReportedIndicator
from bilan.project import Project
from bilan.view.decisions import Decisions
from samples import AFTER, BEFORE, DUE, IN_WORDS, NO_FIGURE, comparison, result, target

ON_TIME = "The date to achieve the target was March\u00a031,\u00a02025."
MINIMUM = comparison("at_least", "30")


def decision(
    project: Project,
    promise: Promise,
    reported: Result,
    on: date = DUE,
    language: Language = "en",
) -> str:
    report = project.report
    entry = ReportedIndicator(report.indicators["boats"], target(promise), reported, on)
    return plain(Decisions(report.words[language]).decision(entry))


@pytest.mark.parametrize(
    ("comparator", "bounds", "outcome", "said"),
    [
        ("at_least", ["30"], "40", "is above the minimum of 30 boats"),
        ("at_least", ["30"], "30", "reaches the minimum of 30 boats"),
        ("at_least", ["30"], "29", "is below the minimum of 30 boats"),
        ("more_than", ["30"], "31", "is more than 30 boats"),
        ("more_than", ["30"], "30", "is not more than 30 boats"),
        ("at_most", ["30"], "30", "stays within the maximum of 30 boats"),
        ("at_most", ["30"], "31", "is above the maximum of 30 boats"),
        ("less_than", ["30"], "29", "is less than 30 boats"),
        ("less_than", ["30"], "30", "is not less than 30 boats"),
        ("exactly", ["30"], "30", "is exactly the target"),
        ("exactly", ["30"], "31", "is not the target of exactly 30 boats"),
        ("between", ["30", "40"], "40", "lies within the range: 30 to 40 boats"),
        ("between", ["30", "40"], "41", "lies outside the range: 30 to 40 boats"),
    ],
)
def test_a_verdict_names_the_figures_that_were_compared(
    harbour_project: Project, comparator: str, bounds: list[str], outcome: str, said: str
) -> None:
    sentence = decision(harbour_project, comparison(comparator, *bounds), result(outcome))
    assert sentence == f"The result, {outcome} boats, {said}. {ON_TIME}"


def test_the_sentence_is_written_in_french_too(harbour_project: Project) -> None:
    said = decision(harbour_project, comparison("at_least", "3000"), result("3334"), language="fr")
    assert said == (
        "Le résultat, 3\u00a0334 bateaux, dépasse le minimum de 3\u00a0000 bateaux."
        " La date d’atteinte de la cible était le 31\u00a0mars\u00a02025."
    )


def test_a_target_reached_early_says_that_its_date_was_to_come(harbour_project: Project) -> None:
    early = replace(result("40"), as_of=BEFORE)
    said = decision(harbour_project, MINIMUM, early, BEFORE)
    assert said.endswith("March\u00a031,\u00a02025, was still to come.")


def test_an_open_target_says_what_is_missing_and_by_when(harbour_project: Project) -> None:
    early = replace(result("20"), as_of=BEFORE)
    said = decision(harbour_project, MINIMUM, early, BEFORE)
    assert said == (
        "As of March\u00a031,\u00a02024, the result, 20 boats, does not reach the target,"
        " at least 30 boats. The date to achieve it is March\u00a031,\u00a02025."
    )


def test_a_maximum_is_not_judged_before_its_date(harbour_project: Project) -> None:
    early = replace(result("20"), as_of=BEFORE)
    said = decision(harbour_project, comparison("at_most", "30"), early, BEFORE)
    assert "at most 30 boats, can be judged only at its date" in said


@pytest.mark.parametrize("on", [BEFORE, DUE])
def test_a_judgement_says_that_it_is_one(harbour_project: Project, on: date) -> None:
    judged = replace(result(IN_WORDS, Verdict.NOT_MET), as_of=on)
    said = decision(harbour_project, IN_WORDS, judged, on)
    assert said.startswith("Figures alone do not decide here")
    assert ("not yet reached" in said) == (on == BEFORE)


@pytest.mark.parametrize(
    ("promise", "reported", "on", "said"),
    [
        (NO_TARGET, result("3"), DUE, "no target was set"),
        (TO_BE_DETERMINED, result("3"), DUE, "still to be determined"),
        (MINIMUM, result(NO_FIGURE), AFTER, "has passed, and no result"),
        (MINIMUM, result(NO_FIGURE), BEFORE, "is to be achieved by"),
    ],
)
def test_a_status_without_a_verdict_says_why(
    harbour_project: Project, promise: Promise, reported: Result, on: date, said: str
) -> None:
    assert said in decision(harbour_project, promise, reported, on)


def test_a_figure_that_is_not_exact_keeps_its_qualifier(harbour_project: Project) -> None:
    said = decision(harbour_project, MINIMUM, result("40", qualifier="more_than"))
    assert said.startswith("The result, more than 40 boats, is above")
