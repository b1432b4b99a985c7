"""Where what was published is read from."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bilan.contract.files import results_json
from bilan.problems import InputRefused
from bilan.project import Project
from bilan.site.published import published_before
from browser.serving import served
from site_reading import committed

GOALS = "data/scorecards/2024-2025.yml"
VISITS = ("2024-2025", "visits", "result")


@pytest.fixture
def published(harbour: Path, harbour_project: Project) -> Path:
    """A repository whose visits have changed since its `results.json` was written."""
    (harbour / "site/data").mkdir(parents=True)
    (harbour / "site/data/results.json").write_text(
        results_json(harbour_project.report), encoding="utf-8"
    )
    return harbour


def figure(root: Path, where: str | None) -> str:
    return str(published_before(root, where).figures[VISITS].said.value)


def change_visits(root: Path, value: str) -> None:
    path = root / GOALS
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("71.50", value), encoding="utf-8")


@pytest.mark.parametrize("where", ["site/data/results.json", "site"])
def test_a_file_or_the_folder_of_a_site(published: Path, where: str) -> None:
    assert figure(published, where) == "71.50"


def test_an_address_of_the_file_or_of_the_site_with_and_without_its_last_slash(
    published: Path,
) -> None:
    with served(published / "site") as address:
        for where in (f"{address}data/results.json", address, address.rstrip("/")):
            assert figure(published, where) == "71.50"


def test_an_address_where_nothing_was_published_yet(published: Path) -> None:
    (published / "site/404.html").write_text("", encoding="utf-8")
    with served(published / "site") as address:
        found = published_before(published, f"{address}nowhere.json")
    assert found.figures == {}
    [problem] = found.problems()
    assert (problem.rule, problem.severity) == ("BIL469", "warning")
    assert "nowhere.json" in problem.message("fr")


def test_a_version_of_the_repository_and_without_a_word_its_last_commit(harbour: Path) -> None:
    committed(harbour)
    change_visits(harbour, "72")
    committed(harbour)
    change_visits(harbour, "73")
    assert figure(harbour, "HEAD~1") == "71.50"
    assert figure(harbour, None) == "72"
    assert published_before(harbour, "no").figures == {}


def test_without_a_word_a_clone_compares_with_the_main_branch_it_was_cloned_from(
    harbour: Path, tmp_path: Path
) -> None:
    committed(harbour)
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(harbour), str(clone)], check=True)
    change_visits(clone, "72")
    committed(clone)
    found = published_before(clone, None)
    assert (str(found.figures[VISITS].said.value), found.where) == ("71.50", "origin/HEAD")


def test_a_folder_without_git_has_nothing_published(harbour: Path) -> None:
    found = published_before(harbour, None)
    assert (found.figures, found.where, [*found.problems()]) == ({}, "", [])


@pytest.mark.parametrize(
    "where",
    [
        "nothing-of-this-name",
        "mkdocs.yml",
        "data",
        "http://127.0.0.1:9/results.json",
        "https://",
        "https://:x/results.json",
        "https://a b/results.json",
        "-h",
        "a" * 300,
        "empty.json",
    ],
)
def test_what_cannot_be_read_is_a_problem(harbour: Path, where: str) -> None:
    (harbour / "empty.json").touch()
    with pytest.raises(InputRefused) as refused:
        published_before(harbour, where)
    [problem] = refused.value.problems
    assert problem.rule == "BIL465"
    assert where in problem.message()


def test_a_version_whose_data_is_wrong_is_a_problem(harbour: Path) -> None:
    change_visits(harbour, "seventy")
    committed(harbour)
    change_visits(harbour, "71")
    with pytest.raises(InputRefused) as refused:
        published_before(harbour, "HEAD")
    assert "BIL205" in next(iter(refused.value.problems)).message()
    assert published_before(harbour, None).figures == {}
