"""The search index: what is in it, and that it is the same for the same pages."""

from __future__ import annotations

import base64
import gzip
import json
import stat
from pathlib import Path

import pytest

from bilan.languages import LANGUAGES
from bilan.problems import InputRefused
from bilan.project import Project
from bilan.site import indexing
from bilan.site.searching import add_search, search_files, word_by_word
from conftest import HARBOUR, add_search_page, build, settle
from site_reading import html_of

SEARCH = {"en": "en/search/", "fr": "fr/recherche/"}
NAMES = {"en": "Search this site", "fr": "Rechercher dans le site"}
PAGE = '<html lang="{}"><article data-pagefind-body><h1>{}</h1><p>Text.</p></article></html>'


def repository(folder: Path) -> Path:
    settle(HARBOUR, folder)
    add_search_page(folder)
    return folder


@pytest.fixture(scope="module")
def searchable(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project.open(repository(tmp_path_factory.mktemp("searchable")))


@pytest.fixture(scope="module")
def site(searchable: Project) -> Path:
    return build(searchable.root, "bilan")


def bundle(site: Path) -> dict[str, bytes]:
    files = (path for path in sorted((site / "pagefind").rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def indexed(site: Path, language: str) -> dict[str, str]:
    """The words of each page of a language, by its address."""
    found = {}
    for path in (site / "pagefind/fragment").glob(f"{language}_*"):
        page = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[page["url"].lstrip("/")] = page["content"]
    return found


def small_site(folder: Path, *languages: str) -> Path:
    for language in languages:
        for name in ("b", "a"):
            path = folder / f"{language}/{name}/index.html"
            path.parent.mkdir(parents=True)
            path.write_text(PAGE.format(language, name), encoding="utf-8")
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_language_is_found_but_the_search_page(
    language: str, site: Path, searchable: Project
) -> None:
    pages = {page.url for page in searchable.pages if page.language == language}
    assert set(indexed(site, language)) == pages - {SEARCH[language]}


def test_only_what_a_page_says_is_indexed(site: Path) -> None:
    words = indexed(site, "fr")["fr/objectifs/"]
    assert "71,50" in words
    page = (site / "fr/objectifs/index.html").read_text(encoding="utf-8")
    for around in ("Passer au contenu", "Comment l’état du résultat est établi"):
        assert around in page
        assert around not in words


def test_the_site_holds_nothing_of_the_indexer_but_what_is_used(site: Path) -> None:
    kinds = {Path(name).suffix for name in bundle(site)}
    assert kinds == {".js", ".json", ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment"}
    assert [name for name in bundle(site) if name.endswith(".js")] == ["pagefind/pagefind.js"]
    programs = {name for name in bundle(site) if name.endswith(".pagefind")}
    assert programs == {f"pagefind/wasm.{language}.pagefind" for language in LANGUAGES}


def test_the_same_pages_give_the_same_bytes_in_any_folder(site: Path, tmp_path: Path) -> None:
    other = build(repository(tmp_path / "another folder é"), "bilan")
    assert bundle(other) == bundle(site)


def test_the_order_in_which_pages_were_written_does_not_matter(
    searchable: Project, tmp_path: Path
) -> None:
    bundles = []
    for number, languages in enumerate([("en", "fr"), ("fr", "en")] * 3):
        folder = small_site(tmp_path / str(number), *languages)
        add_search(folder, searchable)
        bundles.append(bundle(folder))
    assert all(each == bundles[0] for each in bundles)


def test_every_page_leads_to_the_search_page_of_its_language(
    site: Path, searchable: Project
) -> None:
    for page in searchable.pages:
        [form] = html_of(site / page.url / "index.html").select("form[role=search]")
        target = (site / page.url / str(form["action"])).resolve().relative_to(site.resolve())
        assert f"{target.as_posix()}/" == SEARCH[page.language]
        [field], [label] = form.select("input[type=search][name=q]"), form.select("label")
        assert label["for"] == field["id"]
        assert label.get_text() == NAMES[page.language]


def test_a_site_without_a_search_page_has_no_search(
    harbour_site: Path, harbour_project: Project
) -> None:
    assert search_files(harbour_project) == ()
    assert not (harbour_site / "pagefind").exists()
    assert "<form" not in (harbour_site / "en/goals/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("html", "indexed"),
    [
        ("<p>de l’industrie</p>", "<p>de l’ industrie</p>"),
        ("<p>Qu’on, jusqu’à, d’Ottawa</p>", "<p>Qu’ on, jusqu’ à, d’ Ottawa</p>"),
        ("<p>aujourd’hui, NGen’s, don’t</p>", "<p>aujourd’hui, NGen’s, don’t</p>"),
        ("11\u00a0485\u00a0000 membres", "11\u2060485\u2060000 membres"),
        ("36\u00a0%, 3\u00a0000 000, 12\u00a03456", "36\u00a0%, 3\u2060000 000, 12\u00a03456"),
        ("<td>3</td><td>4</td>", "<td>3</td> <td>4</td>"),
        ("<b>3</b><span>members</span>.", "<b>3</b> <span>members</span>."),
    ],
)
def test_a_page_is_indexed_word_by_word(html: str, indexed: str) -> None:
    assert word_by_word(html) == indexed


def refused(site: Path, project: Project) -> str:
    with pytest.raises(InputRefused) as caught:
        add_search(site, project)
    [problem] = caught.value.problems
    return problem.message()


def test_a_language_without_pages_is_a_problem(searchable: Project, tmp_path: Path) -> None:
    message = refused(small_site(tmp_path, "en"), searchable)
    assert "BIL612: the search index could not be made (fr)" in message


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("", "pagefind"),
        ("neither answer nor error", "pagefind"),
        ({"payload": {"type": "Error", "message": "no disk"}}, "no disk"),
    ],
)
def test_an_indexer_that_fails_is_a_problem(
    answer: object,
    reason: str,
    searchable: Project,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    script, said = tmp_path / "indexer", tmp_path / "said"
    text = base64.b64encode(json.dumps(answer).encode()).decode() + "," if answer else ""
    said.write_text(text, encoding="utf-8")
    script.write_text(f"#!/bin/sh\ncat '{said}'\n", encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(indexing, "get_executable", lambda: script)
    message = refused(small_site(tmp_path / "site", "en", "fr"), searchable)
    assert f"BIL612: the search index could not be made ({reason})" in message


def test_an_indexer_that_may_not_run_is_a_problem(
    searchable: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "get_executable", lambda: tmp_path)
    message = refused(small_site(tmp_path, "en", "fr"), searchable)
    assert "BIL612: the search index could not be made (pagefind: Permission denied)" in message


def test_a_missing_indexer_is_a_problem(
    searchable: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "get_executable", lambda: None)
    message = refused(small_site(tmp_path, "en", "fr"), searchable)
    assert "BIL612: the search index could not be made (pagefind-bin)" in message
