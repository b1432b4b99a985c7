"""Each report is printed in each language, the same on every run, or nothing is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from bilan.languages import LANGUAGES, Language
from bilan.problems import InputRefused
from bilan.project import Project
from bilan.site.printing import print_reports
from bilan.site.publishing import publish
from conftest import HARBOUR, settle

TITLES: dict[Language, dict[str, str]] = {
    "en": {"en/goals.pdf": "Goals", "en/reports/harbour.pdf": "Harbour report"},
    "fr": {"fr/objectifs.pdf": "Objectifs", "fr/rapports/havre.pdf": "Rapport du havre"},
}
EVERY = [(language, address) for language in LANGUAGES for address in TITLES[language]]
each_pdf = pytest.mark.parametrize(("language", "address"), EVERY)
each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented organization's site, with its PDF files."""
    root = settle(HARBOUR, tmp_path_factory.mktemp("printed"))
    publish(root, Path("site"))
    return root / "site"


def pdf(site: Path, address: str) -> PdfReader:
    return PdfReader(site / address, strict=True)


def catalog(site: Path, address: str) -> Any:
    return pdf(site, address).trailer["/Root"]


def text(site: Path, address: str) -> str:
    pages = "\n".join(page.extract_text() for page in pdf(site, address).pages)
    return pages.replace("\u00a0", " ")


def bookmarks(outline: list[Any]) -> Iterator[str]:
    for each in outline:
        if isinstance(each, Destination):
            yield str(each.title)
        else:
            yield from bookmarks(each)


def elements(kids: Any) -> Iterator[str]:
    """The kinds of the structure's elements."""
    for each in kids if isinstance(kids, list) else [kids]:
        element = each.get_object()
        if isinstance(element, dict) and "/S" in element:
            yield str(element["/S"])
            yield from elements(element.get("/K", []))


@each_pdf
def test_a_report_says_its_title_its_language_and_who_reports(
    site: Path, language: Language, address: str
) -> None:
    about, root = pdf(site, address).metadata, catalog(site, address)
    assert about is not None
    author = {"en": "Harbour Trust", "fr": "Fiducie du havre"}[language]
    assert (about.title, about.author) == (TITLES[language][address], author)
    assert root["/Lang"] == f"{language}-CA"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


@each_pdf
def test_a_report_is_tagged(site: Path, language: Language, address: str) -> None:
    root = catalog(site, address)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    kinds = set(elements(root["/StructTreeRoot"]["/K"]))
    assert {"/H1", "/Table", "/TR", "/TH", "/TD"} <= kinds, language


@each_pdf
def test_every_page_has_its_number_on_letter_paper(
    site: Path, language: Language, address: str
) -> None:
    pages = pdf(site, address).pages
    cover = 1 if "ports/" in address else 0
    for number, page in enumerate(pages, 1):
        assert (page.mediabox.width, page.mediabox.height) == (612, 792)
        assert (f"{number} / {len(pages)}" in page.extract_text()) == (number > cover), language


@each_language
def test_a_report_of_several_pages_has_a_cover_contents_and_chapters(
    site: Path, language: Language
) -> None:
    address = list(TITLES[language])[1]
    titles = {
        "en": ["Harbour report", "Contents", "Harbour", "Plan", "Money", "Words"],
        "fr": [
            "Rapport du havre",
            "Table des matières",
            "Le havre",
            "Plan",
            "Argent",
            "Vocabulaire",
        ],
    }
    reader = pdf(site, address)
    chapters = [each for each in reader.outline if isinstance(each, Destination)]
    assert [each.title for each in chapters] == titles[language]
    numbers = [(reader.get_destination_page_number(each) or 0) + 1 for each in chapters[2:]]
    listed = reader.pages[1].extract_text()
    assert re.findall(r"^.* (\d+)$", listed, re.MULTILINE) == [str(number) for number in numbers]
    assert "https://example.org/" in reader.pages[0].extract_text()


@each_language
def test_links_stay_in_a_report_or_lead_to_the_public_site(site: Path, language: Language) -> None:
    for address in TITLES[language]:
        links = [
            annotation.get_object()
            for page in pdf(site, address).pages
            for annotation in page.get("/Annots", ())
        ]
        led_to = [link["/A"]["/URI"] for link in links if "/A" in link]
        assert led_to and all(uri.startswith("https://") for uri in led_to)
        known = catalog(site, address)["/Dests"]
        within = [link["/Dest"] for link in links if "/Dest" in link]
        assert within and all(name in known for name in within)


def test_figures_are_written_as_in_the_pages(site: Path) -> None:
    assert "2,880 boats" in " ".join(text(site, "en/goals.pdf").split())
    assert "2 880 bateaux" in " ".join(text(site, "fr/objectifs.pdf").split())


def test_bookmarks_are_the_headings_word_for_word(site: Path) -> None:
    found = list(bookmarks(pdf(site, "en/goals.pdf").outline))
    page = (site / "en/goals/index.html").read_text(encoding="utf-8")
    assert found[0] == "Goals" and len(found) > 3
    assert all(title in page for title in found)


def test_the_pages_of_a_report_link_to_its_files(site: Path) -> None:
    page = (site / "fr/objectifs/index.html").read_text(encoding="utf-8")
    assert '<a href="../objectifs.pdf">Télécharger cette page (PDF)</a>' in page
    page = (site / "en/plan/index.html").read_text(encoding="utf-8")
    assert '<a href="../reports/harbour.pdf">Whole report: Harbour report (PDF)</a>' in page


def test_the_same_pages_make_the_same_bytes(site: Path, tmp_path: Path) -> None:
    project = Project.open(site.parent, has_pdfs=True)
    before = {address: (site / address).read_bytes() for _, address in EVERY}
    print_reports(site, project, tmp_path)
    assert {address: (site / address).read_bytes() for _, address in EVERY} == before


def test_a_packager_can_date_the_files(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    undated = pdf(site, "en/goals.pdf").metadata
    assert undated is not None and undated.get("/CreationDate") == "D:20250331000000Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    print_reports(site, Project.open(site.parent, has_pdfs=True), tmp_path)
    dated = pdf(site, "en/goals.pdf").metadata
    assert dated is not None and dated.get("/CreationDate") == "D:20231114000000Z"


@pytest.mark.parametrize("script", ["exit 0", r"printf 'hello\0' >&4", r"printf '[]\0' >&4"])
def test_a_program_that_is_no_browser_is_a_problem(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    browser = tmp_path / "browser.sh"
    browser.write_text(f"#!/bin/sh\nhead -c 10 <&3 >/dev/null; {script}\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(browser))
    with pytest.raises(InputRefused) as refused:
        print_reports(site, Project.open(site.parent, has_pdfs=True), tmp_path)
    [problem] = refused.value.problems
    assert (problem.rule, problem.location.file) == ("BIL621", "data/reports.yml")


@pytest.mark.parametrize(("browser", "rule"), [("/no/such/browser", "BIL620"), ("true", "BIL621")])
def test_without_a_browser_that_prints_nothing_is_published(
    harbour: Path, monkeypatch: pytest.MonkeyPatch, browser: str, rule: str
) -> None:
    monkeypatch.setenv("CHROMIUM", browser)
    with pytest.raises(InputRefused) as refused:
        publish(harbour, Path("site"))
    [problem] = refused.value.problems
    assert (problem.rule, problem.location.file) == (rule, "data/reports.yml")
    assert all("make site PDF=no" in problem.message(language) for language in LANGUAGES)
    assert not (harbour / "site").exists()


def test_an_organization_without_reports_needs_no_browser(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (harbour / "data/reports.yml").unlink()
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    publish(harbour, Path("site"))
    assert not list((harbour / "site").rglob("*.pdf"))
