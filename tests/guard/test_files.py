"""What a page or a data file is made of is told once, and hides nothing else."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from bilan.draft import Draft
from bilan.guard.examination import Examination
from bilan.guard.mending import mend
from guard.story import EN, FR, FRENCH, write_story

CLOSED = "### La suite\n"


@pytest.fixture
def told_harbour(harbour: Path) -> Path:
    write_story(harbour)
    return harbour


def found(root: Path) -> list[str]:
    problems = Examination(Draft.read(root)).problems()
    return [f"{p.location.file} {p.rule}" for p in problems]


def plant_elsewhere(root: Path) -> None:
    """A fault of another page, which has to be told whatever else is wrong."""
    path = root / "docs/fr/goals.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Tous les objectifs du havre.", "Le havre ; tout."), "utf-8")


@pytest.mark.parametrize(
    ("rule", "raw"),
    [
        ("BIL102", FRENCH.encode("latin-1", "replace")),
        ("BIL502", FRENCH.replace("---\n# L", "# L").encode()),
        ("BIL105", FRENCH.replace("title: ", "title: [").encode()),
        ("BIL202", FRENCH.replace("title: L’année au havre\n", "").encode()),
        ("BIL508", FRENCH.replace('"boats", "result") }}', '"boats", "result"').encode()),
        ("BIL518", FRENCH.replace(CLOSED, f"```\n{CLOSED}").encode()),
        ("BIL519", FRENCH.replace(CLOSED, f"<!-- {CLOSED}").encode()),
        ("BIL837", unicodedata.normalize("NFD", FRENCH).encode()),
        ("BIL838", FRENCH.replace("\n", "\r\n").encode()),
        ("BIL838", FRENCH.replace("\n", "\r").encode()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_page_that_is_broken_is_told_once_and_the_rest_is_checked(
    told_harbour: Path, rule: str, raw: bytes
) -> None:
    plant_elsewhere(told_harbour)
    (told_harbour / FR).write_bytes(raw)
    assert found(told_harbour) == ["docs/fr/goals.md BIL827", f"{FR} {rule}"]


def test_a_page_without_counterpart_is_told_once_and_read_all_the_same(harbour: Path) -> None:
    write_story(harbour)
    (harbour / EN).unlink()
    (harbour / FR).write_text(FRENCH.replace("Rien d’autre", "Rien d'autre"), encoding="utf-8")
    assert found(harbour) == [f"{FR} BIL501", f"{FR} BIL830"]


def test_half_a_page_is_told_once(told_harbour: Path) -> None:
    (told_harbour / FR).write_text(FRENCH.partition("## Les mots")[0], encoding="utf-8")
    assert found(told_harbour) == [f"{EN} BIL801"]


def test_accents_and_line_ends_are_mended(told_harbour: Path) -> None:
    windows = unicodedata.normalize("NFD", FRENCH).replace("\n", "\r\n")
    (told_harbour / FR).write_bytes(windows.encode())
    mend(told_harbour, Examination(Draft.read(told_harbour)).problems())
    assert (told_harbour / FR).read_bytes() == FRENCH.encode()
    assert found(told_harbour) == []


@pytest.mark.parametrize("piece", ["word ", "1", "1 ", "12:", '" ', "[", "« ", "un demi "])
def test_a_passage_without_end_is_told_once_and_not_compared(
    told_harbour: Path, piece: str
) -> None:
    text = f"{piece * (100_000 // len(piece))}-->\n"
    (told_harbour / FR).write_text(FRENCH + "\n" + text, encoding="utf-8")
    assert [each.split()[1] for each in found(told_harbour) if "807" not in each] == ["BIL840"]


@pytest.mark.parametrize("figures", ["12,345,6", "1,234,56", "9" * 400, "9" * 5000 + " millions"])
def test_a_number_of_no_form_is_no_accident(told_harbour: Path, figures: str) -> None:
    for name in (EN, FR):
        path = told_harbour / name
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\n{figures} 2024.\n", encoding="utf-8")
    assert all("BIL8" in each for each in found(told_harbour))
