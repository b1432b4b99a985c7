"""Pages come in pairs, with a head, an address of their own language, and calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilan.pages.page import Pages, read_pages
from bilan.problems import Problems

HEAD = "---\ntitle: A title\ndescription: What it is.\n---\n"


def head(address: str = "", extra: str = "") -> str:
    address = f"address: {address}\n" if address else ""
    return f"---\ntitle: A title\ndescription: What it is.\n{address}{extra}---\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Two home pages and a pair of pages."""
    folder = tmp_path / "docs"
    write(folder, "en/index.md", head())
    write(folder, "fr/index.md", head())
    write(folder, "en/results.md", head() + "# Results\n")
    write(folder, "fr/results.md", head("resultats") + "# Résultats\n")
    return folder


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def read(docs: Path) -> Pages:
    problems = Problems()
    pages = read_pages(docs, problems)
    assert not problems, problems.messages()
    return pages


def refused(docs: Path) -> list[str]:
    problems = Problems()
    read_pages(docs, problems)
    return [f"{p.location} {p.rule}" for p in problems]


def test_each_page_has_the_address_of_its_language(docs: Path) -> None:
    urls = {(page.language, page.name): page.url for page in read(docs)}
    assert urls == {
        ("en", "index.md"): "en/",
        ("fr", "index.md"): "fr/",
        ("en", "results.md"): "en/results/",
        ("fr", "results.md"): "fr/resultats/",
    }


def test_a_page_in_a_folder_has_its_folder_in_its_address(docs: Path) -> None:
    write(docs, "en/years/2024.md", head())
    write(docs, "fr/years/2024.md", head("annees/2024"))
    write(docs, "en/years/index.md", head())
    write(docs, "fr/years/index.md", head("annees"))
    urls = {page.url for page in read(docs)}
    assert {"en/years/2024/", "fr/annees/2024/", "en/years/", "fr/annees/"} <= urls


def test_links_are_relative_to_the_page(docs: Path) -> None:
    page = read(docs).get("fr", "results.md")
    assert page.relative("en/results/") == "../../en/results/"
    assert page.relative("fr/") == "../"
    assert page.relative("") == "../../"
    assert page.relative("data/results.csv") == "../../data/results.csv"


def test_the_head_of_a_page_is_no_part_of_its_text(docs: Path) -> None:
    assert read(docs).get("en", "results.md").body.markdown == "# Results\n"
    write(docs, "en/results.md", f"{HEAD}# Results\n\n{{{{ x")
    assert refused(docs) == ["docs/en/results.md:7:1 BIL508"]
    write(docs, "en/results.md", "# Results\n\n{{ x")
    assert refused(docs) == ["docs/en/results.md:1:1 BIL502", "docs/en/results.md:3:1 BIL508"]
    write(docs, "en/results.md", HEAD.rstrip())
    assert read(docs).get("en", "results.md").body.markdown == ""


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_another_system_change_nothing(docs: Path, end: str) -> None:
    write(docs, "en/results.md", (head() + "\n{{ x }}\n").replace("\n", end))
    assert refused(docs) == ["docs/en/results.md:6:1 BIL508"]


def test_calls_are_found_in_the_head_and_below_it(docs: Path) -> None:
    figure = '{{ figure("2024", "boats") }}'
    text = f"---\ntitle: A title\ndescription: What, {figure}.\n---\n\n{figure}\n"
    write(docs, "en/results.md", text)
    places = [str(call.where) for call in read(docs).get("en", "results.md").calls]
    assert places == ["docs/en/results.md:6:1", "docs/en/results.md:3:20"]


def test_the_page_of_a_scorecard_is_the_one_that_shows_it_whole(docs: Path) -> None:
    write(docs, "en/results.md", head() + '\n{{ scorecard("2024") }}\n')
    pages = read(docs)
    assert pages.showing("en", "scorecard", "2024") == pages.get("en", "results.md")
    assert pages.showing("en", "scorecard", "2023") is None
    assert pages.showing("fr", "scorecard", "2024") is None


def test_the_page_of_the_glossary_is_the_one_that_calls_it(docs: Path) -> None:
    write(docs, "fr/results.md", head("resultats") + "\n{{ glossary() }}\n")
    pages = read(docs)
    assert pages.showing("fr", "glossary") == pages.get("fr", "results.md")
    assert pages.showing("en", "glossary") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1 BIL502"),
        ("# Heading\n", "1:1 BIL502"),
        ("---\ntitle: a\n", "1:1 BIL502"),
        ("\n" + HEAD, "1:1 BIL502"),
        ("---\ntitle: a\n---\n", "2:1 BIL202"),
        ("---\ntitle: a\ndescription:\n---\n", "3:13 BIL209"),
        ("---\ntitle: a\ndescription: b\nadress: c\n---\n", "4:1 BIL201"),
        ("---\ntitle: [a]\ndescription: b\n---\n", "2:1 BIL204"),
        ("---\ntitle: a\ntitle: b\ndescription: c\n---\n", "3:1 BIL108"),
        ("---\ntitle: a: b\ndescription: c\n---\n", "2:9 BIL105"),
        ("---\ntitle: a\ndescription: see page #4\n---\n", "3:14 BIL112"),
        ("---\n- title\n---\n", "2:1 BIL214"),
        ("---\n# nothing\n---\n", "2:1 BIL106"),
        (head("/results"), "4:10 BIL208"),
        (head("results/"), "4:10 BIL208"),
        (head("../results"), "4:10 BIL208"),
        (head("Results"), "4:10 BIL208"),
        (head("https://a.example"), "4:10 BIL208"),
        (head("''"), "4:10 BIL209"),
        (head("[]"), "4:1 BIL204"),
    ],
)
def test_a_fault_of_the_head_is_told_once_at_its_place(docs: Path, text: str, told: str) -> None:
    write(docs, "en/results.md", text)
    assert refused(docs) == [f"docs/en/results.md:{told}"]


def test_a_french_page_has_a_french_address(docs: Path) -> None:
    write(docs, "fr/results.md", head())
    assert refused(docs) == ["docs/fr/results.md:1:1 BIL202"]


def test_a_file_name_that_makes_no_address_is_refused(docs: Path) -> None:
    write(docs, "en/My Page.md", head())
    write(docs, "fr/My Page.md", head("ma-page"))
    assert refused(docs) == ["docs/en/My Page.md:1:1 BIL208"]
    write(docs, "en/My Page.md", head("my-page"))
    assert refused(docs) == []


def test_a_page_in_one_language_is_told_in_that_language_s_folder(docs: Path) -> None:
    write(docs, "en/news.md", head())
    (docs / "en/results.md").unlink()
    assert refused(docs) == ["docs/en/news.md:1:1 BIL501", "docs/fr/results.md:1:1 BIL501"]


def test_two_pages_cannot_share_an_address_in_one_language(docs: Path) -> None:
    write(docs, "en/resultats.md", head())
    write(docs, "fr/resultats.md", head("resultats"))
    assert refused(docs) == ["docs/fr/results.md:1:1 BIL503"]


def test_a_block_cannot_stand_in_a_title(docs: Path) -> None:
    write(docs, "en/results.md", HEAD.replace("A title", "'{{ legend() }}'"))
    assert refused(docs) == ["docs/en/results.md:2:8 BIL511"]


@pytest.mark.parametrize("name", ["notes.md", "de/index.md", "en/notes.markdown", "fr/a/b.MD"])
def test_markdown_that_nobody_would_see_is_refused(docs: Path, name: str) -> None:
    write(docs, name, head())
    assert refused(docs) == [f"docs/{name}:1:1 BIL113"]


def test_hidden_files_and_other_files_are_left_alone(docs: Path) -> None:
    for name in ("en/.draft.md", ".obsidian/a.svg", "en/map.png", "notes.txt"):
        write(docs, name, "{{ x }}")
    assert refused(docs) == []


def test_a_folder_with_the_name_of_a_page_is_no_page(docs: Path) -> None:
    (docs / "en/plans.md").mkdir()
    assert refused(docs) == []


def test_docs_without_homes_lack_both(tmp_path: Path) -> None:
    missing = ["docs/en/index.md:1:1 BIL114", "docs/fr/index.md:1:1 BIL114"]
    assert refused(tmp_path / "docs") == missing
