"""Calls of a page are rendered in their places, with ids that are told apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.languages import Language
from bilan.project import Project
from conftest import HARBOUR, settle
from samples import rendering

BLOCKS = {
    "scorecard": '{{ scorecard("2024-2025") }}',
    "area": '{{ area("2024-2025", "quay") }}',
    "indicator": '{{ indicator("2024-2025", "boats") }}',
    "summary": '{{ summary("2024-2025") }}',
    "sources": "{{ sources() }}",
    "areas": '{{ areas("2024-2025") }}',
    "framework": "{{ framework() }}",
    "glossary": "{{ glossary() }}",
    "term": 'A {{ term("berth") }}.',
}


def ids(project: Project, *macros: str) -> list[str]:
    page = rendering(project, "en", "\n\n".join(BLOCKS[macro] for macro in macros))
    return re.findall(r' id="([^"]*)"', page.into(page.markdown))


def test_a_block_alone_on_a_page_has_plain_ids(harbour_project: Project) -> None:
    assert "boats" in ids(harbour_project, "indicator")
    assert {"quay", "boats"} <= set(ids(harbour_project, "area"))
    assert "summary-2024-2025" in ids(harbour_project, "summary")
    assert "source-report" in ids(harbour_project, "sources")


@pytest.mark.parametrize("before", [[], ["area"], ["indicator", "area"], ["summary", "sources"]])
def test_the_first_whole_scorecard_has_plain_ids_whatever_stands_before_it(
    harbour_project: Project, before: list[str]
) -> None:
    alone = ids(harbour_project, "scorecard")
    together = ids(harbour_project, *before, "scorecard", "scorecard")
    assert [name for name in together if name in alone] == alone


@pytest.mark.parametrize(
    "macros",
    [
        ["area", "indicator", "scorecard", "area", "scorecard"],
        ["area", "area", "indicator", "indicator"],
        ["sources", "sources", "sources"],
        ["glossary", "term", "glossary", "term", "term"],
        ["summary", "summary", "scorecard"],
        ["framework", "framework", "scorecard"],
        [*BLOCKS, *BLOCKS],
    ],
)
def test_no_id_stands_twice_on_a_page(harbour_project: Project, macros: list[str]) -> None:
    found = ids(harbour_project, *macros)
    assert len(found) == len(set(found))


def test_the_glossary_and_the_first_term_of_a_page_have_plain_ids(harbour_project: Project) -> None:
    assert "term-berth" in ids(harbour_project, "scorecard", "glossary")
    assert ids(harbour_project, "term", "term") == ["meaning-berth", "part-2-meaning-berth"]


def links(project: Project, macro: str) -> list[str]:
    page = rendering(project, "fr", BLOCKS[macro])
    return re.findall(r'href="([^"#]*)(?=#[^"]*"|")', page.into(page.markdown))


def test_what_is_shown_of_a_scorecard_elsewhere_links_to_its_page(harbour_project: Project) -> None:
    for macro in ("areas", "summary", "framework"):
        assert "objectifs/" in links(harbour_project, macro)


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str], Project]:
    """The harbour with another text on its page of goals."""

    def change(markdown: str) -> Project:
        root = settle(HARBOUR, tmp_path / "harbour")
        for language in ("en", "fr"):
            page = root / f"docs/{language}/goals.md"
            text = page.read_text(encoding="utf-8").replace(BLOCKS["scorecard"], markdown)
            page.write_text(text, encoding="utf-8")
        return Project.open(root)

    return change


@pytest.mark.parametrize("macro", ["areas", "summary", "framework"])
def test_without_a_page_of_the_scorecard_nothing_links_to_it(
    changed: Callable[[str], Project], macro: str
) -> None:
    project = changed(BLOCKS["area"])
    assert [link for link in links(project, macro) if not link.startswith("#") and link] == []
    shown = rendering(project, "fr", BLOCKS[macro])
    assert "<a " not in shown.into(shown.markdown)


def test_areas_lead_to_the_ids_that_a_second_scorecard_has_on_its_page(tmp_path: Path) -> None:
    root = settle(HARBOUR, tmp_path / "harbour")
    text = (root / "data/scorecards/2024-2025.yml").read_text(encoding="utf-8")
    (root / "data/scorecards/2023-2024.yml").write_text(text, encoding="utf-8")
    page = root / "docs/en/goals.md"
    second = BLOCKS["scorecard"].replace("2024-2025", "2023-2024")
    with page.open("a", encoding="utf-8") as file:
        file.write(f"\n{second}\n")
    project = Project.open(root)
    shown = rendering(project, "en", BLOCKS["areas"].replace("2024-2025", "2023-2024"))
    assert 'href="goals/#part-2-quay"' in shown.into(shown.markdown)


# Terms

TERM = '{{ term("annual-harbour-dues") }}'


def shown(project: Project, markdown: str, language: Language = "en") -> str:
    page = rendering(project, language, markdown)
    return page.into(page.markdown)


@pytest.fixture
def without_glossary(harbour: Path) -> Project:
    for language in ("en", "fr"):
        page = harbour / f"docs/{language}/words.md"
        page.write_text(
            page.read_text(encoding="utf-8").replace(BLOCKS["glossary"], ""), encoding="utf-8"
        )
    return Project.open(harbour)


def test_a_term_leads_to_its_entry_on_the_page_of_the_glossary(harbour_project: Project) -> None:
    assert 'href="words/#term-annual-harbour-dues"' in shown(harbour_project, TERM)
    assert 'href="vocabulaire/#term-annual-harbour-dues"' in shown(harbour_project, TERM, "fr")


def test_a_term_on_the_page_of_the_glossary_leads_to_its_entry_there(harbour: Path) -> None:
    page = harbour / "docs/en/words.md"
    with page.open("a", encoding="utf-8") as file:
        file.write(f"\n{TERM}\n")
    project = Project.open(harbour)
    own = project.pages.get("en", "words.md")
    calls = {call.macro: project.call(own, call, "") for call in own.calls}
    assert 'href="#term-annual-harbour-dues"' in calls["term"]
    assert 'id="term-annual-harbour-dues"' in calls["glossary"]


def test_without_a_page_of_the_glossary_a_term_is_written_out(without_glossary: Project) -> None:
    assert shown(without_glossary, f"Pay {TERM}.") == "Pay annual harbour dues (AHD)."
    assert shown(without_glossary, '{{ term("berth") }}') == "berth"


def test_in_the_head_of_a_page_a_term_is_written_out(harbour: Path) -> None:
    page = harbour / "docs/fr/goals.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("title: Objectifs", f"title: '{TERM}'"), encoding="utf-8")
    project = Project.open(harbour)
    title = project.text(project.pages.get("fr", "goals.md"), "title")
    assert title == "droits annuels de havre (DAH)"
