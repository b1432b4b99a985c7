"""Everything the report says of one indicator, on its own page."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilan.languages import LANGUAGES, Language
from bilan.model.framework import LatestReport
from bilan.project import Project
from bilan.view.profiles import Profiles, ProfileView
from bilan.view.related import Links
from bilan.view.scorecards import Views
from faults import Fault

NAME = "name: {en: Boats moored, fr: Bateaux amarrés}"


def profile(project: Project, indicator: str, language: Language = "en") -> ProfileView:
    report = project.report
    words = report.words[language]
    links = Links(
        row=lambda scorecard, indicator: f"{scorecard}#{indicator}",
        profile=lambda indicator: f"../{indicator}/",
        framework="framework/#",
    )
    return Profiles(report, words, Views(report, words)).profile(indicator, links, "")


def test_every_reported_indicator_has_a_page_in_both_languages_and_no_other(
    project: Project,
) -> None:
    reported = project.report.reported_indicators
    assert {page.url for page in project.profiles} == {
        f"{language}/{folder}/{indicator.address[language]}/"
        for language, folder in zip(LANGUAGES, ("indicators", "indicateurs"), strict=True)
        for indicator in reported
    }


def test_it_begins_with_the_latest_result_and_what_was_promised_for_it(
    project: Project,
) -> None:
    latest = profile(project, "members").latest
    assert latest.kicker == "Latest result, as of December\u00a031,\u00a02024"
    assert (latest.figure.number, latest.figure.unit) == ("11,485", "members")
    assert (latest.target.comparator, latest.target.number) == ("more than", "9,000")
    assert latest.target.details == ("by March\u00a031,\u00a02025",)
    assert latest.earlier == "Before that: 3,334 members, as of March\u00a031,\u00a02021."
    assert latest.badge.status.id == "met"


def test_it_has_a_row_for_each_scorecard_the_earliest_first(project: Project) -> None:
    rows = profile(project, "members", "fr").rows
    assert [row.name for row in rows] == [
        "Tableau de bord des résultats 2020-2021",
        "Tableau de bord des résultats 2024-2025",
    ]
    assert [row.href for row in rows] == ["2020-2021#members", "2024-2025#members"]
    assert all(row.decision and row.sources for row in rows)


def test_an_indicator_without_two_figures_has_no_drawing(harbour_project: Project) -> None:
    assert profile(harbour_project, "charter").trend is None
    assert profile(harbour_project, "fund").trend is not None


def test_an_indicator_without_any_result_says_so(project: Project) -> None:
    scorecards = project.report.scorecards.values()
    latest_of = {
        each.id: LatestReport.of(each, scorecards) for each in project.report.reported_indicators
    }
    missing = next(name for name, latest in latest_of.items() if latest and not latest.is_available)
    words: dict[Language, str] = {"en": "No result reported", "fr": "Aucun résultat communiqué"}
    for language in LANGUAGES:
        latest = profile(project, missing, language).latest
        assert latest.kicker == words[language]
        assert latest.figure.is_missing and latest.figure.words


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_revisions_stand_together(harbour_project: Project, language: Language) -> None:
    for indicator in harbour_project.report.reported_indicators:
        view = profile(harbour_project, indicator.id, language)
        assert list(view.revisions) == [
            text for row in view.rows for text in (*row.target_revisions, *row.result_revisions)
        ]


def test_related_measures_are_those_of_its_area_and_of_its_objective(project: Project) -> None:
    groups = profile(project, "members").related
    links = {link.name: link.href for group in groups for link in group.links}
    assert links["Members outside Ontario"] == "../members-outside-ontario/"
    assert "Members" not in links
    measures = profile(project, "jobs").related[-1]
    assert measures.heading.startswith("In the measurement framework: ")
    assert measures.links[0].href.startswith("framework/#framework-")


def test_an_area_of_one_indicator_has_no_heading_above_an_empty_list(
    project: Project, harbour_project: Project
) -> None:
    for each in (project, harbour_project):
        for indicator in each.report.reported_indicators:
            assert all(group.links for group in profile(each, indicator.id).related)


def test_a_name_that_markdown_could_misread_stands_as_it_is_written(harbour: Path) -> None:
    odd = "name: {en: 1_000 *boats* <moored> & `tied`, fr: Bateaux amarrés}"
    Fault("", "data/indicators.yml", NAME, odd).plant(harbour)
    page = Project.open(harbour).pages.get("en", "indicators/boats.md")
    assert page.body.markdown.splitlines()[0] == (
        "# 1&#95;000 &#42;boats&#42; &#60;moored&#62; &#38; &#96;tied&#96;"
    )
