"""The list of all indicators as it is built, which is all that a reader without script has."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from bilan.languages import LANGUAGES, Language
from bilan.project import Project
from site_reading import html_of

LISTS: dict[Language, str] = {"en": "en/indicators/", "fr": "fr/indicateurs/"}


def page(site: Path, address: str) -> BeautifulSoup:
    return html_of(site / address / "index.html")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("organization", ["", "harbour_"], ids=["own", "harbour"])
def test_every_indicator_is_there_and_leads_to_its_page_and_to_its_rows(
    organization: str, language: Language, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(f"{organization or 'own_'}site")
    project: Project = request.getfixturevalue(f"{organization}project")
    soup = page(site, LISTS[language])
    heads = soup.select("tbody th[scope=rowgroup]")
    names = {each.name[language] for each in project.report.reported_indicators}
    assert {head.a.get_text() for head in heads if head.a} == names
    assert len(heads) == len(names)
    entries = sum(len(list(each.indicators)) for each in project.report.scorecards.values())
    assert len(soup.select("tbody tr.result")) == entries


def test_without_script_no_form_shows_and_every_row_does(own_site: Path) -> None:
    soup = page(own_site, LISTS["en"])
    assert soup.select_one("form.filters[hidden]")
    assert not soup.select("tbody[hidden], tr[hidden], table[hidden]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_an_indicator_says_that_it_is_below_the_list(
    own_site: Path, project: Project, language: Language
) -> None:
    profile = next(each for each in project.profiles if each.language == language)
    soup = page(own_site, profile.url)
    title = project.text(project.pages.get(language, "indicators.md"), "title")
    crumbs = [item.get_text(strip=True) for item in soup.select(".breadcrumbs li")]
    assert crumbs[1:] == [title, project.text(profile, "title")]
    current = soup.select(".site-nav [aria-current]")
    assert [(item.get_text(), item["aria-current"]) for item in current] == [(title, "true")]
    assert [item["href"] for item in current] == ["../"]


def test_only_the_list_loads_its_script(own_site: Path) -> None:
    loading = {
        path.relative_to(own_site).as_posix()
        for path in own_site.rglob("*.html")
        if "assets/indicators.js" in path.read_text("utf-8")
    }
    assert loading == {f"{address}index.html" for address in LISTS.values()}
