"""Which spellings two terms may share, and which one term may have."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilan.model.glossary import Term
from bilan.problems import InputRefused
from bilan.project import Project

MEANING = "meaning: {en: It floats., fr: Cela flotte.}"


def term(harbour: Path, entry: str) -> Term:
    """One more entry of the harbour's glossary."""
    with (harbour / "data/glossary.yml").open("a", encoding="utf-8") as file:
        file.write(f"buoy: {{{entry}, {MEANING}}}\n")
    return Project.open(harbour).report.glossary["buoy"]


def rules_broken(harbour: Path, entry: str) -> list[str]:
    with pytest.raises(InputRefused) as refused:
        term(harbour, entry)
    return [problem.rule for problem in refused.value.problems]


def test_a_variant_may_differ_from_the_name_by_capitals_alone(harbour: Path) -> None:
    found = term(harbour, "name: {en: SeaMark, fr: bouée}, variants: {en: [SeaMARK]}")
    assert found.variants == {"en": ("SeaMARK",), "fr": ()}


def test_one_spelling_may_stand_in_both_languages(harbour: Path) -> None:
    found = term(harbour, "name: {en: ORION, fr: ORION}, variants: {en: [O.], fr: [O.]}")
    assert found.head("en") == found.head("fr") == found.full("fr") == "ORION"


def test_a_spelling_of_one_term_in_one_language_may_be_that_of_another_in_the_other(
    harbour: Path,
) -> None:
    assert term(harbour, "name: {en: poste à quai, fr: berth}").name.en == "poste à quai"


@pytest.mark.parametrize(
    ("entry", "broken"),
    [
        ("name: {en: berth, fr: bouée}", ["BIL420"]),
        ("name: {en: BERTH, fr: bouée}", ["BIL420"]),
        ("name: {en: berth, fr: poste à quai}", ["BIL420", "BIL420"]),
        ("name: {en: buoy, fr: bouée}, acronym: {en: S2, fr: B}", ["BIL420"]),
        ("name: {en: buoy, fr: bouée}, variants: {fr: [place à quai]}", ["BIL420"]),
        ("name: {en: buoy, fr: bouée}, variants: {fr: [bouée]}", ["BIL319"]),
        ("name: {en: buoy, fr: bouée}, variants: {fr: [balise, balise]}", ["BIL319"]),
        ("name: {en: buoy, fr: bouée}, acronym: {en: buoy, fr: B}", ["BIL319"]),
    ],
)
def test_no_spelling_leads_to_two_entries_or_stands_in_one_twice(
    harbour: Path, entry: str, broken: list[str]
) -> None:
    assert rules_broken(harbour, entry) == broken


def test_an_acronym_stands_after_the_name_in_full(harbour: Path) -> None:
    found = term(harbour, "name: {en: buoy, fr: bouée}, acronym: {en: BY, fr: BE}")
    assert (found.head("fr"), found.full("fr")) == ("BE", "bouée (BE)")
