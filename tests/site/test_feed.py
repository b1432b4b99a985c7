"""The Atom feeds (RFC 4287) of both organizations, read back from their built sites."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from bilan.contract.feeds import feeds
from bilan.languages import LANGUAGES, Bilingual, Language
from bilan.macros.rendering import Renderer
from bilan.macros.templates import environment
from bilan.model.changes import changes
from bilan.pages.page import Page
from bilan.project import Project
from bilan.site.feed import feed_files
from conftest import ROOT
from site_reading import html_of

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XHTML = "{http://www.w3.org/1999/xhtml}"
DATE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
FILES: dict[Language, str] = {"en": "en/feed.xml", "fr": "fr/fil.xml"}
ROOT_OF_SITE = "https://example.org/"

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_site = pytest.mark.parametrize("organization", ["own", "harbour"])


@pytest.fixture
def site(request: pytest.FixtureRequest, organization: str) -> Path:
    path: Path = request.getfixturevalue(f"{organization}_site")
    return path


@pytest.fixture
def made_from(request: pytest.FixtureRequest, organization: str) -> Project:
    fixture = "project" if organization == "own" else "harbour_project"
    project: Project = request.getfixturevalue(fixture)
    return project


def parsed(site: Path, language: Language) -> ElementTree.Element:
    return ElementTree.fromstring((site / FILES[language]).read_bytes())


def one(parent: ElementTree.Element, name: str) -> ElementTree.Element:
    """The element that the format wants exactly once."""
    [found] = parent.findall(f"{ATOM}{name}")
    return found


def text(parent: ElementTree.Element, name: str) -> str:
    said = one(parent, name).text or ""
    assert said.strip() == said != "", name
    return said


def link(parent: ElementTree.Element, rel: str) -> str:
    [found] = [each for each in parent.findall(f"{ATOM}link") if each.get("rel") == rel]
    return str(found.get("href"))


def built(site: Path, page: Page) -> BeautifulSoup:
    return html_of(site / page.url / "index.html")


def leads_somewhere(site: Path, href: str) -> bool:
    """Whether an address of the site is that of a page, and of an id on it."""
    assert href.startswith(ROOT_OF_SITE), href
    path, fragment = urlsplit(href).path, unquote(urlsplit(href).fragment)
    file = site / path.lstrip("/") / "index.html"
    soup = html_of(file)
    return not fragment or soup.find(id=fragment) is not None


@each_language
@each_site
def test_a_feed_has_what_the_format_demands(site: Path, language: Language) -> None:
    feed = parsed(site, language)
    assert (feed.tag, feed.get(LANG)) == (f"{ATOM}feed", language)
    assert text(one(feed, "author"), "name")
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        assert urlsplit(text(element, "id")).scheme and text(element, "title")
        assert DATE.fullmatch(text(element, "updated"))
    for entry in entries:
        content = one(entry, "content")
        assert content.get("type") == "xhtml" and [each.tag for each in content] == [f"{XHTML}div"]
    ids = [text(element, "id") for element in (feed, *entries)]
    assert len(ids) == len(set(ids)) > 1


@each_language
@each_site
def test_a_feed_is_as_new_as_its_newest_entry(site: Path, language: Language) -> None:
    feed = parsed(site, language)
    dates = [text(entry, "updated") for entry in feed.findall(f"{ATOM}entry")]
    assert dates == sorted(dates, reverse=True)
    assert text(feed, "updated") == dates[0]


@each_language
@each_site
def test_a_feed_names_its_own_address_and_its_page(site: Path, language: Language) -> None:
    feed = parsed(site, language)
    assert link(feed, "self") == ROOT_OF_SITE + FILES[language]
    assert leads_somewhere(site, link(feed, "alternate"))


@each_language
@each_site
def test_each_entry_leads_to_a_place_of_the_site_in_the_language_of_the_feed(
    site: Path, language: Language
) -> None:
    for entry in parsed(site, language).findall(f"{ATOM}entry"):
        href = link(entry, "alternate")
        assert href.startswith(f"{ROOT_OF_SITE}{language}/") and leads_somewhere(site, href), href


@each_site
def test_every_change_has_its_entry_in_both_languages(site: Path, made_from: Project) -> None:
    expected = [change.id for change in changes(made_from.report.scorecards.values())]
    for language in LANGUAGES:
        entries = parsed(site, language).findall(f"{ATOM}entry")
        assert [urlsplit(text(entry, "id")).fragment for entry in entries] == expected


@each_site
def test_every_page_names_the_feed_of_its_language(site: Path, made_from: Project) -> None:
    for page in made_from.pages:
        soup = built(site, page)
        [found] = soup.select('head link[rel=alternate][type="application/atom+xml"]')
        assert found["href"] == page.relative(FILES[page.language])
        assert found["title"]


def test_a_revision_is_told_with_its_reason(harbour_site: Path) -> None:
    boats = {
        language: next(
            entry
            for entry in parsed(harbour_site, language).findall(f"{ATOM}entry")
            if text(entry, "id").endswith("#2024-2025/boats/result/2025-06-01")
        )
        for language in LANGUAGES
    }
    said = {language: "".join(one(boats[language], "content").itertext()) for language in boats}
    assert "from 2,900 to 2,880 boats." in said["en"]
    assert "Boats counted twice were removed." in said["en"]
    assert "de 2\u00a0900 à 2\u00a0880 bateaux." in said["fr"]
    assert "Des bateaux comptés deux fois ont été retirés." in said["fr"]
    assert link(boats["fr"], "alternate") == "https://example.org/fr/objectifs/#boats"


def test_a_change_of_a_scorecard_that_no_page_shows_leads_to_the_list_of_changes(
    harbour_site: Path,
) -> None:
    oldest = parsed(harbour_site, "en").findall(f"{ATOM}entry")[-1]
    assert link(oldest, "alternate") == "https://example.org/en/goals/#change.2023"


@each_language
def test_what_stands_in_the_data_cannot_break_the_feed(
    harbour_project: Project, language: Language
) -> None:
    hostile = "<script>&]]>\"'</script>"
    report = harbour_project.report
    named = replace(report.organization, name=Bilingual(hostile, hostile))
    renamed = replace(report, organization=named)
    folder = ROOT / "macros"
    renderers = {each: Renderer(renamed, renamed.words[each], folder) for each in LANGUAGES}
    project = replace(harbour_project, report=renamed, renderers=renderers)

    def render(template: str, context: dict[str, object]) -> str:
        return environment(folder).get_template(template).render(context)

    feed = ElementTree.fromstring(feed_files(project, ROOT_OF_SITE, render)[FILES[language]])
    assert text(one(feed, "author"), "name") == hostile


def test_an_organization_that_has_published_nothing_has_no_feed(harbour_project: Project) -> None:
    """A feed must say when it changed, and no date says it."""
    assert feeds(replace(harbour_project.report, scorecards={})) == {}


@each_language
def test_the_page_of_changes_lists_them_and_leads_to_the_feed(
    own_site: Path, project: Project, language: Language
) -> None:
    page = project.pages.get(language, "changes.md")
    soup = built(own_site, page)
    listed = [str(item["id"]) for item in soup.select(".changes li[id]")]
    found = changes(project.report.scorecards.values())
    assert listed == [f"change.{change.id.replace('/', '.')}" for change in found]
    [feed] = soup.select('.changes a[type="application/atom+xml"]')
    assert urljoin(page.url, str(feed["href"])) == FILES[language]


@each_language
def test_the_home_page_shows_the_latest_changes_and_leads_to_the_others(
    own_site: Path, project: Project, language: Language
) -> None:
    home, page = (project.pages.get(language, name) for name in ("index.md", "changes.md"))
    soup = built(own_site, home)
    assert 0 < len(soup.select(".changes .days ul > li")) <= 5
    assert soup.select_one(f'.changes a[href="{home.relative(page.url)}"]')
