"""`make fix` makes the corrections that need nobody's judgement, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilan.draft import Draft
from bilan.guard.examination import Examination
from bilan.guard.mending import mend
from bilan.problems import Problem
from guard.story import EN, ENGLISH, FR, FRENCH, write_story

INDICATORS = "data/indicators.yml"
NBSP = "\u00a0"


def mended(root: Path) -> list[Problem]:
    return mend(root, Examination(Draft.read(root)).problems())


def left(root: Path) -> list[str]:
    return [problem.rule for problem in Examination(Draft.read(root)).problems()]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (f"17,5{NBSP}%", "17.5%"),
        (f"4,5{NBSP}millions de dollars", "$4.5 million"),
        (f"«{NBSP}prêts à naviguer{NBSP}»{NBSP}:", "“prêts à naviguer” :"),
        ("Rien d’autre", "Rien d'autre"),
        ("En 2023-2024", "En 2023–24"),
        ("le 1er avril", "le 1 avril"),
        (f"14{NBSP}h{NBSP}30", "14h30"),
    ],
)
def test_a_slip_in_a_french_page_is_mended(harbour: Path, right: str, wrong: str) -> None:
    write_story(harbour)
    assert FRENCH.count(right) == 1
    (harbour / FR).write_text(FRENCH.replace(right, wrong), encoding="utf-8")
    assert mended(harbour)
    assert (harbour / FR).read_text(encoding="utf-8") == FRENCH
    assert left(harbour) == []


def test_all_slips_of_a_line_are_mended_at_once(harbour: Path) -> None:
    write_story(harbour)
    wrong = ENGLISH.replace("17.5%", "17.5 %").replace("$4.5 million", "4.5 M$")
    (harbour / EN).write_text(wrong.replace("2023–24, the", "2023-2024, the"), encoding="utf-8")
    assert len(mended(harbour)) == 3
    assert "2023–24, the harbour welcomed 3,450 passengers, 17.5% more" in (
        (harbour / EN).read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("before", ['"«\\_{}\\_»"', "«\u00a0{}\u00a0»", '"« {} »"'])
def test_a_slip_in_a_text_of_the_data_is_mended_whatever_its_quotes(
    harbour: Path, before: str
) -> None:
    path = harbour / INDICATORS
    text = path.read_text(encoding="utf-8")
    old = "fr: Emplois créés au bord de l’eau."
    assert old in text
    new = before.format("Emplois créés au bord de l'eau")
    path.write_text(text.replace(old, f"fr: {new}"), encoding="utf-8")
    mended(harbour)
    assert left(harbour) == []
    assert "l’eau" in path.read_text(encoding="utf-8")


def test_what_needs_judgement_is_left_to_people(harbour: Path) -> None:
    write_story(harbour)
    wrong = FRENCH.replace(f"3{NBSP}450", "3,450")
    (harbour / FR).write_text(wrong, encoding="utf-8")
    assert mended(harbour) == []
    assert (harbour / FR).read_text(encoding="utf-8") == wrong


def test_what_is_sound_is_not_touched(harbour: Path) -> None:
    write_story(harbour)
    before = {path: path.stat().st_mtime_ns for path in harbour.rglob("*.*")}
    assert mended(harbour) == []
    assert {path: path.stat().st_mtime_ns for path in harbour.rglob("*.*")} == before


@pytest.mark.parametrize(
    "written",
    [r"Un \"mot\" échappé.", r"Un deux-points échappé \: voilà.", "- a\n\n        l'un: 12%"],
)
def test_what_a_page_escapes_or_shows_as_code_is_left_as_it_is(harbour: Path, written: str) -> None:
    write_story(harbour)
    (harbour / FR).write_text(f"{FRENCH}\n{written}\n", encoding="utf-8")
    mended(harbour)
    assert (harbour / FR).read_text(encoding="utf-8") == f"{FRENCH}\n{written}\n"


def test_a_quote_that_yaml_doubles_is_left_as_it_is(harbour: Path) -> None:
    path = harbour / INDICATORS
    text = path.read_text(encoding="utf-8")
    quoted = text.replace("fr: Emplois créés au bord de l’eau.", "fr: 'L''essor de l''emploi.'")
    path.write_text(quoted, encoding="utf-8")
    mended(harbour)
    assert path.read_text(encoding="utf-8") == quoted
