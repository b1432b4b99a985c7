"""Each fault that an editor can make in one language is told once, at its place, in both."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilan.draft import Draft
from bilan.guard.examination import Examination
from bilan.languages import LANGUAGES
from bilan.problems import Problem, rules
from guard.plants import PLANTS, Plant
from guard.story import EN, FR, write_story


@pytest.fixture
def told_harbour(harbour: Path) -> Path:
    """The invented organization, with a page that shows everything the guard looks at."""
    write_story(harbour)
    return harbour


def found(root: Path) -> list[Problem]:
    return list(Examination(Draft.read(root)).problems())


def test_the_story_has_no_fault(told_harbour: Path) -> None:
    assert [problem.message() for problem in found(told_harbour)] == []


@pytest.mark.parametrize("plant", PLANTS, ids=str)
def test_a_planted_fault_is_told_once_at_its_line_with_the_remedy(
    told_harbour: Path, plant: Plant
) -> None:
    plant.plant(told_harbour)
    problems = found(told_harbour)
    assert [problem.rule for problem in problems] == [plant.rule], [p.message() for p in problems]
    for language in LANGUAGES:
        assert problems[0].message(language).startswith(plant.line(told_harbour))
    assert plant.says in problems[0].message()


def test_a_figure_of_the_data_typed_by_hand_is_told_with_the_call_to_use(
    told_harbour: Path,
) -> None:
    for name, old, new in (
        (EN, "before the summer", "before the summer for the 2,880 boats"),
        (FR, "avant l’été", "avant l’été pour les 2\u00a0880 bateaux"),
    ):
        path = told_harbour / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    problems = found(told_harbour)
    assert [(problem.rule, problem.location.file) for problem in problems] == [
        ("BIL817", EN),
        ("BIL817", FR),
    ]
    assert all('{{ figure("2024-2025", "boats", "result") }}' in p.message() for p in problems)


def test_every_rule_of_the_guard_is_planted() -> None:
    assert len(PLANTS) > 80
    elsewhere = {
        "BIL837": "tests/guard/test_files.py, as it takes bytes",
        "BIL838": "tests/guard/test_files.py, as it takes bytes",
        "BIL840": "tests/guard/test_files.py, as it takes a long text",
        **dict.fromkeys(("BIL861", "BIL862", "BIL863", "BIL864"), "tests/guard/test_reviews.py"),
        "BIL817": "above, as it takes both languages",
    }
    ours = {code for code in rules() if code.startswith("BIL8")}
    assert {plant.rule for plant in PLANTS if plant.rule[3] == "8"} | elsewhere.keys() == ours


def test_a_name_that_both_languages_share_is_no_text_left_untranslated(told_harbour: Path) -> None:
    path = told_harbour / "data/indicators.yml"
    text = path.read_text(encoding="utf-8")
    name = "name: {en: Clean Water Grants Program, fr: Clean Water Grants Program}"
    path.write_text(text.replace("name: {en: Visitors, fr: Visiteurs}", name), encoding="utf-8")
    assert [problem.rule for problem in found(told_harbour)] == ["BIL841"]
    terms = "alike: [Clean Water Grants Program]\n"
    (told_harbour / "data/terminology.yml").write_text(terms, encoding="utf-8")
    assert found(told_harbour) == []
