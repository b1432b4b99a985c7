"""The list of all indicators, in both languages and for both organizations."""

from __future__ import annotations

import pytest

from bilan.languages import LANGUAGES, Language
from bilan.model.status import Status
from bilan.project import Project
from bilan.view.glossary import alphabetical
from bilan.view.indicators import IndicatorLists, ListedView, ListView
from bilan.view.scorecards import Views


@pytest.fixture(params=["project", "harbour_project"])
def either(request: pytest.FixtureRequest) -> Project:
    """Each of the two organizations."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Project)
    return found


def listed(project: Project, language: Language, prefix: str = "") -> ListView:
    words = project.report.words[language]
    lists = IndicatorLists(project.report, words, Views(project.report, words))
    return lists.all(lambda card, each: f"{card}/#{each}", lambda each: f"{each}/", prefix)


def the(view: ListView, name: str) -> ListedView:
    [found] = [each for each in view.indicators if each.name == name]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_stands_once_in_the_order_of_the_alphabet(
    either: Project, language: Language
) -> None:
    names = [each.name for each in listed(either, language).indicators]
    reported = either.report.reported_indicators
    assert sorted(names) == sorted(each.name[language] for each in reported)
    assert names == sorted(names, key=alphabetical)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_indicator_has_a_line_for_each_scorecard_that_reports_it(
    either: Project, language: Language
) -> None:
    lines = [line for each in listed(either, language).indicators for line in each.lines]
    found = sorted((line.scorecard_id, line.area_id, line.badge.status.id) for line in lines)
    assert found == sorted(
        (scorecard.id, area.id, entry.status.value)
        for scorecard in either.report.scorecards.values()
        for area in scorecard.areas
        for entry in area.indicators
    )


def test_the_latest_result_comes_first_and_what_waits_for_one_last(project: Project) -> None:
    lines = the(listed(project, "en"), "Audit of financial statements").lines
    assert [line.date for line in lines] == ["2021-03-31", "", ""]
    lines = the(listed(project, "en"), "Members").lines
    assert [line.scorecard for line in lines] == ["2024–25", "2020–21"]


def test_a_line_says_where_and_when_in_the_readers_language(harbour_project: Project) -> None:
    [line] = the(listed(harbour_project, "fr"), "Investissements dans le quai").lines
    assert (line.scorecard, line.area) == ("2024-2025", "Finances")
    assert line.href == "2024-2025/#investment"
    assert line.target.details == ("d’ici le 1<sup>er</sup>\u00a0avril\u00a02033",)
    assert line.result.details == ("en date du 31\u00a0décembre\u00a02024, provisoire",)


def test_what_is_not_reported_has_no_date(harbour_project: Project) -> None:
    [line] = the(listed(harbour_project, "en"), "Lights replaced").lines
    assert (line.date, line.result.details) == ("", ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_letter_leads_to_the_first_name_that_begins_with_it(
    either: Project, language: Language
) -> None:
    view = listed(either, language, "part-2-")
    starts = {each.anchor: each.name for each in view.indicators if each.anchor}
    assert list(starts) == [letter.value for letter in view.letters]
    for letter in view.letters:
        assert letter.value == f"part-2-letter-{letter.name.lower()}"
        assert alphabetical(starts[letter.value])[0].startswith(letter.name.lower())


def test_accents_make_no_letter_of_their_own(project: Project) -> None:
    assert "É" not in {letter.name for letter in listed(project, "fr").letters}


def test_only_statuses_that_occur_can_be_chosen_in_their_order(either: Project) -> None:
    view = listed(either, "en")
    occurring = {line.badge.status.id for each in view.indicators for line in each.lines}
    assert [each.id for each in view.statuses] == [
        status.value for status in Status if status.value in occurring
    ]


def test_areas_that_share_an_id_share_a_choice_with_both_names(project: Project) -> None:
    areas = {area.value: area.name for area in listed(project, "en").areas}
    assert areas["financial-sustainability"] == (
        "Financial sustainability and business excellence · Financial sustainability"
    )


def test_a_scorecard_is_chosen_by_its_years_and_its_name(harbour_project: Project) -> None:
    names = [each.name for each in listed(harbour_project, "fr").scorecards]
    assert names[0] == "2024-2025\u00a0: Objectifs du havre"


def test_an_indicator_is_found_by_the_acronym_it_uses_and_by_what_that_means(
    project: Project,
) -> None:
    assert (
        "small and medium-sized enterprises (SMEs)"
        in the(listed(project, "en"), "Members that are SMEs").words
    )
    assert the(listed(project, "en"), "Members outside Ontario").words == ""


def test_the_count_is_said_in_each_number(harbour_project: Project) -> None:
    view = listed(harbour_project, "fr")
    assert view.one == "{n} indicateur sur 18"
    assert view.other == "{n} indicateurs sur 18"
    assert view.zero.startswith("Aucun indicateur ne correspond")
