"""The repository's own site, built for publication and read back."""

from __future__ import annotations

import csv
import json
import re
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from bilan.languages import LANGUAGES, Language, other_language
from bilan.model.indicators import Statement
from bilan.model.promises import Comparison
from bilan.model.scorecards import ReportedIndicator
from bilan.project import Project
from bilan.site.embeds import FRAGMENT
from site_reading import figure, html_of

SEARCH = ("en/search/index.html", "fr/recherche/index.html")
SCORECARDS: dict[Language, str] = {
    "en": "en/scorecards/2020-2021/index.html",
    "fr": "fr/tableaux-de-bord/2020-2021/index.html",
}


def page(site: Path, address: str) -> BeautifulSoup:
    return html_of(site / address)


def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Without the fragments for other sites, which are no pages."""
    paths = [path for path in site.rglob("*.html") if path.name not in FRAGMENT.values()]
    found = sorted(path.relative_to(site).as_posix() for path in paths)
    return {address: page(site, address) for address in found}


def the(found: Tag | None) -> Tag:
    assert found is not None
    return found


def row(soup: BeautifulSoup, entry: ReportedIndicator) -> Tag:
    return the(soup.find(id=entry.indicator.id))


def test_every_page_stands_in_both_languages(own_site: Path, project: Project) -> None:
    for language in LANGUAGES:
        found = (own_site / language).rglob("index.html")
        built = {path.relative_to(own_site).as_posix() for path in found}
        meant = {f"{p.url}index.html" for p in project.pages if p.language == language}
        assert built == meant
    english, french = (
        {p.name for p in project.pages if p.language == language} for language in LANGUAGES
    )
    assert english == french


def test_french_addresses_are_french(own_site: Path) -> None:
    english = {p.name for p in (own_site / "en").rglob("*") if p.is_dir()}
    french = {p.name for p in (own_site / "fr").rglob("*") if p.is_dir()}
    assert english & french <= {"2020-2021", "2024-2025", "2025-2026", "sources", "promotion"}


def test_every_page_says_its_language(own_site: Path) -> None:
    for address, soup in pages(own_site).items():
        language = address.partition("/")[0]
        expected = language if language in LANGUAGES else "en"
        assert the(soup.html)["lang"] == expected, address


def test_no_macro_call_is_left_in_a_page(own_site: Path) -> None:
    for address, soup in pages(own_site).items():
        written = (own_site / address).read_text(encoding="utf-8")
        shown_as_code = [code.decode() for code in soup.find_all(["code", "pre"])]
        assert written.count("{{") <= "".join(shown_as_code).count("{{"), address
        assert "data-bilan" not in written, address


def test_the_toggle_leads_to_the_same_page_and_back(own_site: Path, project: Project) -> None:
    for own in project.pages:
        soup = page(own_site, f"{own.url}index.html")
        other = other_language(own.language)
        toggle = the(soup.select_one("header a[hreflang]"))
        counterpart = project.pages.get(other, own.name)
        assert (toggle["hreflang"], toggle["lang"]) == (other, other)
        assert toggle["href"] == own.relative(counterpart.url)


def test_alternates_name_both_languages_and_a_default(own_site: Path, project: Project) -> None:
    for own in project.pages:
        soup = page(own_site, f"{own.url}index.html")
        links = {
            link["hreflang"]: urlsplit(str(link["href"])).path.lstrip("/")
            for link in soup.select("head link[rel=alternate]:not([type])")
        }
        assert links.keys() == {"en", "fr", "x-default"}
        for language in LANGUAGES:
            assert links[language] == project.pages.get(language, own.name).url
        canonical = the(soup.select_one("link[rel=canonical]"))
        assert urlsplit(str(canonical["href"])).path.lstrip("/") == own.url


def test_the_sitemap_lists_every_page_with_its_alternates(own_site: Path, project: Project) -> None:
    sitemap = (own_site / "sitemap.xml").read_text(encoding="utf-8")
    listed = {urlsplit(url).path.lstrip("/") for url in re.findall(r"<loc>(.*?)</loc>", sitemap)}
    assert listed == {"", *(p.url for p in project.pages)}
    assert sitemap.count("<xhtml:link ") == 3 * len(listed)


def test_pages_ask_nothing_of_another_site(own_site: Path) -> None:
    for address, soup in pages(own_site).items():
        for tag in soup.select("script, iframe, object, embed, img, link[rel=stylesheet]"):
            source = str(tag.get("src") or tag.get("href") or "")
            assert not urlsplit(source).netloc, address
        assert not soup.select("style, [style]"), address
        scripts = [tag for tag in soup.select("script") if tag.get("type") != "application/ld+json"]
        own = {"../../assets/search.js", "../assets/indicators.js", "../../assets/indicators.js"}
        assert {str(tag.get("src")) for tag in scripts} <= own
    css = (own_site / "assets/bilan.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(\s*[\"']?(https?:)?//", css)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_the_data_is_on_the_scorecard_page_in_the_format_of_its_language(
    language: Language, own_site: Path, project: Project
) -> None:
    soup = page(own_site, SCORECARDS[language])
    for entry in project.report.scorecards["2020-2021"].indicators:
        shown = row(soup, entry)
        cells = {
            "target": the(shown.select_one(".target")).get_text(),
            "result": the(shown.select_one(".actual")).get_text(),
        }
        for said, cell in (
            (entry.target.promise, cells["target"]),
            (entry.result.outcome, cells["result"]),
        ):
            if isinstance(said, Comparison):
                assert figure(cell, language) == said.value
            elif isinstance(said, Decimal):
                assert figure(cell, language) == said
            elif isinstance(said, Statement):
                words = re.split(r"\{[^}]*\}", said.words[language])
                assert all(part in cell for part in words)
                for quantity in said.figures.values():
                    assert str(quantity.value) in cell


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_names_its_indicator_and_its_status(
    language: Language, own_site: Path, project: Project
) -> None:
    soup = page(own_site, SCORECARDS[language])
    for entry in project.report.scorecards["2020-2021"].indicators:
        shown = row(soup, entry)
        assert the(shown.th).get_text(strip=True) == entry.indicator.name[language]
        words = project.report.statuses[entry.status].name[language]["one"]
        assert the(shown.select_one(".badge")).get_text(strip=True) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_area_states_its_aim_and_its_source(
    language: Language, own_site: Path, project: Project
) -> None:
    text = page(own_site, SCORECARDS[language]).get_text()
    for area in project.report.scorecards["2020-2021"].areas:
        assert area.aim[language] in text
        assert area.citation.locator[language] in text


def test_no_english_label_stands_on_a_french_page(own_site: Path, project: Project) -> None:
    """Labels that read alike in both languages (Notes, Source) are left out."""
    english, french = project.report.words["en"].forms, project.report.words["fr"].forms
    shared = {form for forms in french.values() for form in forms.values()}
    foreign = {
        form
        for forms in english.values()
        for form in forms.values()
        if form not in shared and "{" not in form and len(form.split()) > 1
    }
    for address, soup in pages(own_site / "fr").items():
        text = soup.get_text(" ")
        found = {form for form in foreign if re.search(rf"\b{re.escape(form)}\b", text)}
        assert not found, address


def test_the_public_files_hold_the_same_figures_as_the_pages(
    own_site: Path, project: Project
) -> None:
    with (own_site / "data/results.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    structured = json.loads((own_site / "data/results.json").read_text(encoding="utf-8"))
    assert len(rows) == len(structured["results"])
    for scorecard in project.report.scorecards:
        shows = project.pages.showing("en", "scorecard", scorecard)
        assert shows
        soup = page(own_site, f"{shows.url}index.html")
        own = [record for record in rows if record["scorecard"] == scorecard]
        assert len(own) == len(soup.select("tr.result"))
        for record in own:
            shown = the(soup.find(id=record["indicator"]))
            assert shown["data-status"] == record["status"]


def test_the_entrance_gives_both_languages_equal_halves(own_site: Path) -> None:
    for address in ("index.html", "404.html"):
        halves = page(own_site, address).select("section[lang]")
        assert [half["lang"] for half in halves] == ["en", "fr"]
        shapes = [[tag.name for tag in half.find_all(True)] for half in halves]
        assert shapes[0] == shapes[1]


def test_pages_in_both_languages_have_the_same_shape(own_site: Path, project: Project) -> None:
    for own in project.pages:
        other = project.pages.get("fr", own.name)
        english, french = (page(own_site, f"{p.url}index.html") for p in (own, other))
        outline = [tag.name for tag in english.select("h1, h2, h3, table, ul, ol, dl, details")]
        assert outline == [
            tag.name for tag in french.select("h1, h2, h3, table, ul, ol, dl, details")
        ], own.name


def test_titles_and_descriptions_are_finished_text(own_site: Path) -> None:
    titles = set()
    for address, soup in pages(own_site).items():
        title, description = the(soup.title).get_text(), soup.select_one("meta[name=description]")
        assert "{{" not in title and title not in titles, address
        titles.add(title)
        assert address == "404.html" or len(str(the(description)["content"])) > 40, address
