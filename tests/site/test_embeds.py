"""Badges, charts, fragments and citations, as other sites receive them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader

from bilan.languages import LANGUAGES, Bilingual, Language
from bilan.pages.page import Page
from bilan.project import Project
from bilan.site.embeds import (
    BADGE,
    CHART,
    FRAGMENT,
    CitationView,
    SiteEmbeds,
    addresses,
    fragments,
    indicator_of,
)
from bilan.site.pictures.badges import MARGIN, WIDTH
from bilan.view.embeds import EmbedView

SITE = "https://results.example/reports/"
SVG, XML = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/XML/1998/namespace}"
HOSTILE = '<b>&"'
SHAPES = {"svg", "title", "desc", "style", "rect", "text", "tspan", "g", "path", "circle", "line"}
LICENCE = Bilingual("Free to use <with> its source", "Libre d’emploi <avec> sa source")
TERMS = "https://terms.example/?a=1&b=2"

each_language = pytest.mark.parametrize("language", LANGUAGES)


def rendered(project: Project, template: str, context: dict[str, Any]) -> str:
    """With templates set up as the site engine sets them up."""
    loader = FileSystemLoader([project.root / "overrides", project.root / "macros"])
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template(template).render(context)


def files(project: Project) -> Mapping[str, str]:
    return dict(SiteEmbeds(project, SITE).files(partial(rendered, project)))


@pytest.fixture(scope="module")
def made(project: Project, harbour_project: Project) -> Mapping[Path, Mapping[str, str]]:
    return {each.root: files(each) for each in (project, harbour_project)}


def page_of(project: Project, indicator: str, language: Language) -> Page:
    [page] = (
        each
        for each in project.profiles
        if each.language == language and each.body.calls[0].subject == indicator
    )
    return page


def views(project: Project, language: Language) -> Iterator[tuple[Page, EmbedView]]:
    embeds = SiteEmbeds(project, SITE)
    for page in project.profiles:
        if page.language == language:
            yield page, embeds.view(page)


def citation(project: Project, indicator: str, language: Language) -> CitationView:
    found = SiteEmbeds(project, SITE).citation(page_of(project, indicator, language))
    assert found
    return found


def citation_panel(project: Project, shown: CitationView, language: Language) -> BeautifulSoup:
    context = {"citation": shown, "label": project.report.words[language]}
    return BeautifulSoup(rendered(project, "partials/citation.html", context), "html.parser")


def with_name(root: Path, named: str) -> Project:
    """The harbour, where the repair fund has another name in both languages."""
    path = root / "data/indicators.yml"
    text, old = path.read_text(encoding="utf-8"), "{en: Repair fund, fr: Fonds de réparation}"
    assert text.count(old) == 1
    path.write_text(text.replace(old, f"{{en: '{named}', fr: '{named}'}}"), encoding="utf-8")
    return Project.open(root)


def with_licence(project: Project, licence: Bilingual, url: str) -> Project:
    organization = replace(project.report.organization, licence=licence, licence_url=url)
    return replace(project, report=replace(project.report, organization=organization))


def read(svg: str, language: Language) -> ElementTree.Element:
    """A picture, once it is one that says what it is and loads nothing."""
    root = ElementTree.fromstring(svg)
    assert (root.tag, root.get("role")) == (f"{SVG}svg", "img")
    assert root.get(f"{XML}lang") == root.get("lang") == language
    named = [root.find(f"{SVG}{name}") for name in ("title", "desc")]
    assert [each.get("id") for each in named if each is not None] == ["title", "desc"]
    assert root.get("aria-labelledby") == "title desc"
    assert [root.get("width"), root.get("height")] == root.attrib["viewBox"].split()[2:]
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= SHAPES
    attributes = {name for each in root.iter() for name in each.attrib}
    assert not [name for name in attributes if re.search(r"href|src|style|^on", name)]
    assert not re.search(r"url\(|@import|<\?|<!|https?:(?!//www\.w3\.org/2000/svg\")", svg)
    return root


def part(root: ElementTree.Element, name: str) -> str:
    return "".join(root.findtext(f"{SVG}{name}") or "")


def drawn(root: ElementTree.Element) -> str:
    """The words that are seen, line after line."""
    return " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


@each_language
def test_a_badge_holds_what_the_page_of_its_indicator_says(
    either_project: Project,
    made: Mapping[Path, Mapping[str, str]],
    language: Language,
) -> None:
    site_name = either_project.report.organization.site_name[language]
    for page, view in views(either_project, language):
        root = read(made[either_project.root][page.url + BADGE[language]], language)
        assert part(root, "title") == view.name
        assert part(root, "desc") == f"{view.sentence} {site_name}"
        figure, words = view.figure, drawn(root)
        shown = " ".join(filter(None, (figure.comparator, figure.number, figure.unit)))
        for text in (view.name, shown or figure.words, view.verdict, view.target, view.date):
            assert text in words
        assert all(detail in words for detail in figure.details)
        assert words.endswith(view.verdict) and site_name in words


@each_language
def test_no_words_of_a_badge_stand_out_of_it(
    project: Project, made: Mapping[Path, Mapping[str, str]], language: Language
) -> None:
    typeface = SiteEmbeds(project, SITE).typeface
    for page in project.profiles:
        if page.language == language:
            root = read(made[project.root][page.url + BADGE[language]], language)
            for text in root.iter(f"{SVG}text"):
                runs = [each for each in text.iter() if each.get("font-size")]
                widths = [
                    typeface.width(
                        each.text or "",
                        int(each.attrib["font-size"]),
                        int(each.get("font-weight", "400")),
                    )
                    for each in runs
                ]
                gaps = 6 * (len(runs) - 1)
                assert float(text.attrib["x"]) + sum(widths) + gaps <= WIDTH - MARGIN
                assert float(text.attrib["y"]) < float(root.attrib["height"])


@each_language
def test_a_chart_says_each_of_its_results_in_one_sentence(
    either_project: Project,
    made: Mapping[Path, Mapping[str, str]],
    language: Language,
) -> None:
    charts = 0
    for page, view in views(either_project, language):
        svg = made[either_project.root].get(page.url + CHART[language])
        assert (svg is None) == (view.trend is None)
        if svg and view.trend:
            root, charts = read(svg, language), charts + 1
            assert part(root, "title") == view.trend.name
            assert part(root, "desc") == view.trend.sentence
            assert len(list(root.iter(f"{SVG}circle"))) == len(view.trend.plot.points)
            for point in view.trend.plot.points:
                assert point.label is None or point.label.text in drawn(root)
            assert view.name in drawn(root)
            assert drawn(root).endswith(either_project.report.organization.site_name[language])
    assert charts


def test_the_sentence_of_a_chart_is_whole_in_both_languages(
    harbour_project: Project, made: Mapping[Path, Mapping[str, str]]
) -> None:
    said = {
        language: part(
            read(
                made[harbour_project.root][
                    page_of(harbour_project, "fund", language).url + CHART[language]
                ],
                language,
            ),
            "desc",
        )
        for language in LANGUAGES
    }
    assert said == {
        "en": "Repair fund: $1.2\u00a0million on December\u00a031,\u00a02023; "
        "$5.0\u00a0million on March\u00a031,\u00a02025.",
        "fr": "Fonds de réparation\u00a0: 1,2\u00a0million de dollars au "
        "31\u00a0décembre\u00a02023; 5,0\u00a0millions de dollars au 31\u00a0mars\u00a02025.",
    }


@each_language
def test_a_fragment_stands_alone_in_its_language(
    either_project: Project,
    made: Mapping[Path, Mapping[str, str]],
    language: Language,
) -> None:
    organization = either_project.report.organization
    for page, view in views(either_project, language):
        html = BeautifulSoup(
            made[either_project.root][page.url + FRAGMENT[language]], "html.parser"
        )
        [root] = html.find_all(recursive=False)
        assert (root.name, root["lang"]) == ("figure", language)
        names = {tag.name for tag in html.find_all()}
        assert names == {"figure", "p", "b", "br", "figcaption", "a"}
        attributes = {name for tag in html.find_all() for name in tag.attrs}
        assert attributes == {"class", "lang", "href", "hreflang"}
        [link] = html.select("a")
        assert (link["href"], link["hreflang"]) == (SITE + page.url, language)
        assert link.get_text() == organization.site_name[language]
        result, verdict = (each.get_text("\n") for each in html.select("p"))
        assert result == f"{view.name}\n{view.result}"
        assert verdict == " ".join(filter(None, (f"{view.verdict}.", view.target))) + (
            f"\n{view.date}"
        )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", f"Source: Harbour results. Published by Harbour Trust at {SITE}en/indicators/fund/"),
        (
            "fr",
            "Source\u00a0: Résultats du havre. Publié par Fiducie du havre à l’adresse "
            f"{SITE}fr/indicateurs/fonds-de-reparation/",
        ),
    ],
)
def test_without_a_licence_the_line_names_who_published_and_where(
    harbour_project: Project,
    made: Mapping[Path, Mapping[str, str]],
    language: Language,
    line: str,
) -> None:
    address = page_of(harbour_project, "fund", language).url + FRAGMENT[language]
    html = BeautifulSoup(made[harbour_project.root][address], "html.parser")
    assert html.select("figcaption")[0].get_text() == line
    shown = citation(harbour_project, "fund", language)
    assert shown.licence.url == ""
    assert line.endswith(shown.licence.text)


@each_language
@pytest.mark.parametrize("url", ["", TERMS])
def test_a_licence_stands_in_the_fragment_and_on_the_page_with_its_terms(
    harbour_project: Project, language: Language, url: str
) -> None:
    licensed = with_licence(harbour_project, LICENCE, url)
    address = page_of(licensed, "fund", language).url + FRAGMENT[language]
    fragment = BeautifulSoup(files(licensed)[address], "html.parser")
    assert fragment.select("figcaption")[0].get_text().endswith(LICENCE[language])
    panel = citation_panel(licensed, citation(licensed, "fund", language), language)
    assert LICENCE[language] in [each.get_text() for each in panel.select("dd")]
    for html in (fragment, panel):
        links = [link["href"] for link in html.select("a") if link.get_text() == LICENCE[language]]
        assert links == ([url] if url else [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Harbour results, “Boats moored”, indicator, as of March\u00a031,\u00a02025."),
        (
            "fr",
            "Résultats du havre, «\u00a0Bateaux amarrés\u00a0», indicateur, "
            "en date du 31\u00a0mars\u00a02025.",
        ),
    ],
)
def test_a_citation_is_ready_to_copy(
    harbour_project: Project, language: Language, text: str
) -> None:
    shown = citation(harbour_project, "boats", language)
    assert shown.text == text
    panel = citation_panel(harbour_project, shown, language)
    [copied] = panel.select(".citation-text")
    assert copied.get_text() == f"{text} {shown.address}"
    assert shown.address == SITE + page_of(harbour_project, "boats", language).url


@each_language
def test_the_files_beside_a_citation_are_files_of_the_site(
    harbour_project: Project, language: Language
) -> None:
    own = [BADGE[language], CHART[language]]
    data = [f"../../../data/indicators/{{}}.{form}" for form in ("csv", "json", "xlsx")]
    for indicator, drawn_files in (("fund", own), ("boats", own[:1])):
        shown = citation(harbour_project, indicator, language)
        found = [each.href for each in shown.files]
        assert found == [each.format(indicator) for each in data] + drawn_files
        assert shown.fragment == shown.address + FRAGMENT[language]


@each_language
def test_the_code_shows_the_badge_with_its_size_and_its_words(
    harbour_project: Project, language: Language
) -> None:
    for page, view in views(harbour_project, language):
        shown = citation(harbour_project, page.body.calls[0].subject, language)
        panel = citation_panel(harbour_project, shown, language)
        [area] = panel.select("textarea[readonly]")
        assert area.get_text() == shown.code
        code = BeautifulSoup(shown.code, "html.parser")
        [link], [picture] = code.select("a"), code.select("a > img")
        assert (link["href"], link["lang"]) == (SITE + page.url, language)
        size = (str(shown.drawing.width), str(shown.drawing.height))
        assert (picture["width"], picture["height"]) == size
        assert picture["src"] == f"{SITE}{page.url}{BADGE[language]}"
        assert picture["alt"] == view.sentence
        [preview] = panel.select("img")
        assert (preview["width"], preview["height"], preview["alt"]) == (*size, view.sentence)


@each_language
def test_a_hostile_name_stays_text_everywhere(harbour: Path, language: Language) -> None:
    hostile = with_name(harbour, HOSTILE)
    url, found = page_of(hostile, "fund", language).url, files(hostile)
    badge = read(found[url + BADGE[language]], language)
    chart = read(found[url + CHART[language]], language)
    assert part(badge, "title") == HOSTILE
    assert part(badge, "desc").startswith(HOSTILE) and part(chart, "desc").startswith(HOSTILE)
    assert HOSTILE in drawn(badge) and HOSTILE in drawn(chart)
    fragment = BeautifulSoup(found[url + FRAGMENT[language]], "html.parser")
    assert [each.get_text() for each in fragment.select("b")] == [HOSTILE]
    shown = citation(hostile, "fund", language)
    assert HOSTILE not in shown.code
    [picture] = BeautifulSoup(shown.code, "html.parser").select("img")
    assert str(picture["alt"]).startswith(HOSTILE)
    panel = citation_panel(hostile, shown, language)
    assert panel.select("b") == []
    assert panel.select("textarea")[0].get_text() == shown.code
    assert HOSTILE in panel.select(".citation-text")[0].get_text()


def test_exactly_the_files_that_are_made_are_announced(
    either_project: Project, made: Mapping[Path, Mapping[str, str]]
) -> None:
    announced = addresses(either_project)
    assert set(announced) == set(made[either_project.root])
    assert all(address.startswith(f"{language}/") for address, language in announced.items())
    html = {each: language for each, language in announced.items() if each.endswith(".html")}
    assert fragments(either_project) == html


def test_only_the_page_of_an_indicator_offers_a_citation(harbour_project: Project) -> None:
    embeds = SiteEmbeds(harbour_project, SITE)
    offering = {page.url for page in harbour_project.pages if embeds.citation(page)}
    assert offering == {page.url for page in harbour_project.profiles}
    assert indicator_of(harbour_project, harbour_project.pages.get("en", "goals.md")) is None
