"""A review knows which versions it has seen; either language may be the original."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilan.draft import Draft
from bilan.guard.examination import Examination
from bilan.guard.recording import record
from bilan.guard.reviews import FILE
from bilan.guard.versions import version
from bilan.languages import LANGUAGES

INDICATORS = "data/indicators.yml"


def found(root: Path) -> list[str]:
    problems = Examination(Draft.read(root)).problems()
    return [f"{p.location.file}:{p.location.line} {p.rule}" for p in problems]


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def reviewed(harbour: Path) -> Path:
    """The invented organization, with everything read side by side."""
    record(Draft.read(harbour), ["all"])
    return harbour


def test_where_no_review_was_ever_recorded_nothing_is_to_be_reviewed(harbour: Path) -> None:
    assert found(harbour) == []


def test_what_was_read_side_by_side_is_not_to_be_reviewed(reviewed: Path) -> None:
    assert found(reviewed) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("docs/en/goals.md", "Every goal", "Each goal", "docs/fr/goals.md:1 BIL861"),
        ("docs/fr/goals.md", "Tous les objectifs", "Les objectifs", "docs/en/goals.md:1 BIL861"),
        (INDICATORS, "en: Boats moored,", "en: Boats at rest,", f"{INDICATORS}:2 BIL861"),
        (INDICATORS, "fr: Bateaux amarrés}", "fr: Bateaux au repos}", f"{INDICATORS}:2 BIL861"),
    ],
)
def test_a_change_of_one_language_marks_the_other(
    reviewed: Path, file: str, old: str, new: str, told: str
) -> None:
    edit(reviewed, file, old, new)
    assert found(reviewed) == [told]


def test_a_change_of_both_languages_marks_the_pair_once(reviewed: Path) -> None:
    edit(reviewed, "docs/en/goals.md", "Every goal", "Each goal")
    edit(reviewed, "docs/fr/goals.md", "Tous les objectifs", "Les objectifs")
    assert found(reviewed) == ["docs/en/goals.md:1 BIL862"]


def test_a_new_page_is_to_be_reviewed(reviewed: Path) -> None:
    head = "---\ntitle: {}\ndescription: {}\naddress: tides\n---\n# {}\n"
    for language, words in (("en", "The tides"), ("fr", "Les marées")):
        text = head.format(words, f"{words} 2024.", words)
        (reviewed / f"docs/{language}/tides.md").write_text(text, encoding="utf-8")
    assert found(reviewed) == ["docs/en/tides.md:1 BIL863"]


def test_a_recorded_review_clears_the_mark_of_that_page_alone(reviewed: Path) -> None:
    edit(reviewed, "docs/en/goals.md", "Every goal", "Each goal")
    edit(reviewed, "docs/en/money.md", "Money of the harbour", "The harbour’s money")
    assert record(Draft.read(reviewed), ["goals.md"]) == (1, [])
    assert found(reviewed) == ["docs/fr/money.md:1 BIL861"]


@pytest.mark.parametrize(
    "name", ["goals.md", "docs/goals.md", "docs/en/goals.md", "docs/fr/goals.md", "all"]
)
def test_a_page_is_recorded_by_any_of_its_names(reviewed: Path, name: str) -> None:
    edit(reviewed, "docs/fr/goals.md", "Tous les objectifs", "Les objectifs")
    record(Draft.read(reviewed), [name])
    assert found(reviewed) == []


@pytest.mark.parametrize("name", [f"{INDICATORS}#boats/name", INDICATORS])
def test_a_text_of_the_data_is_recorded_by_its_path_or_with_its_file(
    reviewed: Path, name: str
) -> None:
    edit(reviewed, INDICATORS, "en: Boats moored,", "en: Boats at rest,")
    record(Draft.read(reviewed), [name])
    assert found(reviewed) == []


def test_an_unknown_name_records_nothing(reviewed: Path) -> None:
    edit(reviewed, "docs/en/goals.md", "Every goal", "Each goal")
    before = (reviewed / FILE).read_text(encoding="utf-8")
    assert record(Draft.read(reviewed), ["goals.md", "gaols.md"]) == (
        1,
        ["docs/gaols.md (docs/goals.md?)"],
    )
    assert (reviewed / FILE).read_text(encoding="utf-8") == before


def test_recording_all_again_changes_nothing(reviewed: Path) -> None:
    before = (reviewed / FILE).read_text(encoding="utf-8")
    record(Draft.read(reviewed), ["all"])
    assert (reviewed / FILE).read_text(encoding="utf-8") == before


def test_the_move_of_a_text_within_its_file_asks_for_no_review(reviewed: Path) -> None:
    path = reviewed / INDICATORS
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[7:], *lines[:7]]), encoding="utf-8")
    assert found(reviewed) == []


def test_a_record_of_another_form_is_told_at_its_line(reviewed: Path) -> None:
    edit(reviewed, FILE, '  "boats/name": ', '  "boats/name": new ')
    [told] = [each for each in found(reviewed) if "BIL864" in each]
    assert told.startswith(f"{FILE}:")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The  harbour\nopens.", "The harbour opens."),
        ("See [goals](goals.md).", "See [goals](plan.md#top)."),
        ("“Open”, it’s said: 5%", '"Open", it\'s said : 5 %'),
        ("**Open** to all", "Open to all"),
        ("## Traffic", "## Traffic {#traffic}"),
        ("- One\n- Two", "* One\n* Two"),
        ("« Ouvert » : 5 %", "«\u00a0Ouvert\u00a0»\u00a0: 5\u00a0%"),
        ("2020–21", "2020-21"),
        ("cafe\u0301", "café"),
    ],
)
def test_a_cosmetic_edit_is_no_new_version(before: str, after: str) -> None:
    assert version(before) == version(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The harbour opens.", "The harbour closes."),
        ("12.5%", "12.6%"),
        ("May", "may"),
        ('{{ figure("a", "b") }}', '{{ figure("a", "c") }}'),
        ("It opens.", "It opens?"),
        ("ou", "où"),
    ],
)
def test_a_change_of_words_is_a_new_version(before: str, after: str) -> None:
    assert version(before) != version(after)


def test_versions_of_both_languages_are_recorded_in_their_order(reviewed: Path) -> None:
    [line] = [
        line
        for line in (reviewed / FILE).read_text(encoding="utf-8").splitlines()
        if line.startswith('  "boats/name"')
    ]
    assert line.split()[1:] == [version("Boats moored"), version("Bateaux amarrés")]
    assert len(LANGUAGES) == 2
