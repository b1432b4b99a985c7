"""A sample of the campaign `injection`, and what its payloads led to."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bilan.languages import LANGUAGES
from bilan.problems import InputRefused
from bilan.project import Project
from torture.hostile import payloads
from torture.injection import attack, rows
from torture.planting import Planting

SAMPLE = random.Random(20261125).sample([each for each in payloads() if "{" not in each.text], 6)
SPOTS = ("paragraph", "link-text", "title", "description")


def test_nothing_of_a_payload_runs(tmp_path: Path, browser: Browser) -> None:
    """Six in one build: each field holds one of them, and the pages of the texts are opened."""
    planting = Planting(tmp_path, tuple(SAMPLE), SPOTS)
    found = attack(browser, planting, _is_opened)
    missed = [row for row in rows([found]) if not row.is_met]
    assert missed == []
    assert found.published > 500


def _is_opened(address: str) -> bool:
    return address.count("/") < 3 or "fund" in address or "fonds" in address


def test_there_are_payloads_of_every_kind() -> None:
    names = [each.name for each in payloads()]
    assert len(names) >= 60
    assert len({each.text for each in payloads()}) == len(names)


def linked(path: Path, to: Path) -> None:
    if path.is_dir():
        path.rename(path.with_name(f"{path.name}-before"))
    else:
        path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(to)


@pytest.mark.parametrize(
    "name",
    [
        "data/units.yml",
        "data/scorecards/2023.yml",
        "data/tables/more.yml",
        "data/tables",
        "docs/en/goals.md",
        "docs/more.png",
        "docs/en/more",
        "docs/fr",
        "docs/.well-known/security.txt",
    ],
)
def test_a_symbolic_link_is_refused_and_nothing_of_it_is_read(
    harbour: Path, tmp_path: Path, name: str
) -> None:
    secret = tmp_path / "secret"
    if name.endswith(("tables", "more", "fr")):
        secret.mkdir()
        (secret / "a.yml").write_text("secret: [secret\n", encoding="utf-8")
        (secret / "a.md").write_text("secret {{ secret }}\n", encoding="utf-8")
    else:
        secret.write_text("secret: [secret {{ secret }}\n", encoding="utf-8")
    linked(harbour / name, secret)
    with pytest.raises(InputRefused) as refused:
        Project.open(harbour)
    problems = list(refused.value.problems)
    told = {str(each.location) for each in problems if each.rule == "BIL116"}
    assert told == {f"{name}:1:1"}
    for language in LANGUAGES:
        assert "secret" not in "".join(each.message(language) for each in problems)


def test_a_folder_that_is_a_link_is_refused(harbour: Path, tmp_path: Path) -> None:
    (harbour / "docs").rename(tmp_path / "elsewhere")
    (harbour / "docs").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InputRefused) as refused:
        Project.open(harbour)
    assert [str(each.location) for each in refused.value.problems] == ["docs:1:1"]


@pytest.mark.parametrize("escape", ["\\0", "\\x1b", "\\u2028", "\\u202E", "\\u2066", "\\uFFFE"])
def test_a_character_that_is_not_seen_is_refused_by_any_name(harbour: Path, escape: str) -> None:
    path = harbour / "data/sources.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("en: Harbour plan", f'en: "Harbour {escape} plan"'), "utf-8")
    with pytest.raises(InputRefused) as refused:
        Project.open(harbour)
    [problem] = refused.value.problems
    assert (problem.rule, str(problem.location)) == ("BIL102", "data/sources.yml:2:15")


def test_a_return_within_a_text_is_a_space(harbour: Path) -> None:
    path = harbour / "data/sources.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("en: Harbour plan", 'en: "Harbour\\r=1"'), encoding="utf-8")
    assert Project.open(harbour).report.sources["plan"].title.en == "Harbour =1"
