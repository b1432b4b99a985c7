"""The data as search engines for data sets read them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bilan.contract.files import addresses
from bilan.languages import LANGUAGES, Bilingual, Language
from bilan.project import Project
from bilan.site.datasets import Datasets, script_text
from site_reading import html_of

SITE = "https://results.example/reports/"
PAGES: Mapping[Language, str] = {"en": "en/data/", "fr": "fr/donnees/"}

each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def dataset(project: Project) -> Datasets:
    return Datasets(project.report, SITE, "fr")


@each_language
def test_the_page_of_downloads_describes_the_data_in_its_language(
    own_site: Path, project: Project, language: Language
) -> None:
    page = html_of(own_site / PAGES[language] / "index.html")
    [script] = page.select("head script[type='application/ld+json']")
    found = json.loads(script.get_text())
    organization = project.report.organization
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Dataset")
    assert found["inLanguage"] == f"{language}-CA"
    assert found["url"].endswith(PAGES[language])
    assert found["publisher"]["name"] == found["creator"]["name"] == organization.name[language]
    assert found["isAccessibleForFree"] is True
    assert "license" not in found
    for download in found["distribution"]:
        assert (own_site / download["contentUrl"].removeprefix("https://example.org/")).is_file()


def test_pages_of_indicators_describe_their_own_and_no_other_page_does(
    own_site: Path, project: Project
) -> None:
    indicators = {page.url: page for page in project.profiles}
    for path in own_site.rglob("index.html"):
        url = f"{path.parent.relative_to(own_site).as_posix()}/"
        html = html_of(path)
        found = html.select("script[type='application/ld+json']")
        assert len(found) == (url in indicators or url in PAGES.values()), url
        if url in indicators:
            data, page = json.loads(found[0].get_text()), indicators[url]
            indicator = project.report.indicators[page.body.calls[0].subject]
            assert data["variableMeasured"]["propertyID"] == indicator.id
            assert (data["name"], data["url"].endswith(url)) == (
                indicator.name[page.language],
                True,
            )


@each_language
def test_a_description_of_everything_names_every_indicator_and_source(
    either_project: Project, language: Language
) -> None:
    report = either_project.report
    found = Datasets(report, SITE, language).whole(f"{SITE}x/", "All of it.")
    reported = {
        entry.indicator.name[language]
        for scorecard in report.scorecards.values()
        for entry in scorecard.indicators
    }
    assert {each["name"] for each in found["variableMeasured"]} == reported
    assert len(found["citation"]) == len(report.sources)
    urls = {each["contentUrl"] for each in found["distribution"]}
    assert urls == {
        SITE + address
        for address in addresses(report)
        if not address.startswith("data/indicators/")
    }
    assert found["description"] == "All of it."


def test_the_time_covered_goes_from_the_first_year_to_the_last(dataset: Datasets) -> None:
    assert dataset.whole("", "")["temporalCoverage"] == "2018/2033"
    assert dataset.indicator("members", "")["temporalCoverage"] == "2020/2025"


def test_the_data_are_dated_by_themselves(dataset: Datasets) -> None:
    assert dataset.whole("", "")["dateModified"] == "2024-12-31"


def test_one_indicator_is_described_with_its_own_files(project: Project) -> None:
    indicator = project.report.indicators["members"]
    found = Datasets(project.report, SITE, "fr").indicator("members", f"{SITE}fr/membres/")
    assert (found["name"], found["description"]) == (indicator.name.fr, indicator.definition.fr)
    assert found["variableMeasured"]["unitText"] == "membres"
    assert found["url"] == f"{SITE}fr/membres/"
    assert [(each["contentUrl"], each["encodingFormat"]) for each in found["distribution"]] == [
        (f"{SITE}data/indicators/members.csv", "text/csv"),
        (f"{SITE}data/indicators/members.json", "application/json"),
        (
            f"{SITE}data/indicators/members.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ]


def test_no_text_of_the_data_can_end_the_script(harbour_project: Project) -> None:
    hostile = "</script><script>a()</script><!-- & \u2028\u2029"
    organization = replace(harbour_project.report.organization, name=Bilingual(hostile, hostile))
    report = replace(harbour_project.report, organization=organization)
    data: Any = Datasets(report, SITE, "en").whole("", hostile)
    text = script_text(data)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == data
