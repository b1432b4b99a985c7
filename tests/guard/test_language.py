"""A sentence or a label in the wrong language is found; names, titles and cognates are not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bilan.guard.language import Stranger, strangers
from bilan.guard.language_profile import profile, word_leaning
from bilan.languages import Language, other_language

SAMPLES: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("language_samples.yml").read_text(encoding="utf-8")
)
MASK = "\ufffc"


def samples(*names: tuple[str, Language]) -> list[tuple[str, Language]]:
    return [(text, language) for name, language in names for text in SAMPLES[name]]


PLAIN = samples(("english", "en"), ("french", "fr"))
TRAPS = samples(("right_english", "en"), ("right_french", "fr"))


def found(text: str, language: Language) -> list[str]:
    return [stranger.text for stranger in strangers(text, language)]


@pytest.mark.parametrize(("text", "language"), PLAIN)
def test_a_text_in_the_other_language_is_a_stranger(text: str, language: Language) -> None:
    assert found(text, other_language(language)) == [text]


@pytest.mark.parametrize(("text", "language"), [*PLAIN, *TRAPS])
def test_a_text_in_its_own_language_is_none(text: str, language: Language) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize("text", ["The report", "We agree.", "Results"])
def test_fewer_than_three_words_are_no_stranger(text: str) -> None:
    assert found(text, "fr") == []


def test_the_one_sentence_of_a_paragraph_is_told_with_its_place() -> None:
    text = "La cible est atteinte. The board met six times. Le comité s’est réuni."
    assert strangers(text, "fr") == (Stranger(23, 47, "The board met six times."),)


@pytest.mark.parametrize(
    "text",
    [
        "| Cible | The target was met | 12 |",
        "- La cible est atteinte\n- The target was met\n- Le comité s’est réuni",
        "Le comité s’est réuni.\n\nThe target was met",
        "Le Dr. Roy a parlé. **Une note.** The target was met",
        "Le comité s’est réuni (en mai.) The target was met",
    ],
)
def test_cells_items_and_paragraphs_are_sentences_of_their_own(text: str) -> None:
    assert found(text, "fr") == ["The target was met"]


def test_a_stranger_keeps_its_quotations_and_its_masked_figures() -> None:
    text = f"The “Cadre de mesure” counts {MASK * 12} projects that are under way."
    assert found(text, "fr") == [text]


def test_a_quoted_sentence_in_the_other_language_is_none() -> None:
    assert found("« The board met six times. The target was met. » dit le plan initial", "fr") == []


def test_a_stranger_may_hold_a_name_of_the_language_around_it() -> None:
    text = "The Fonds de recherche du Québec has supported the work of our partners."
    assert found(text, "fr") == [text]


def test_a_name_that_the_caller_knows_says_nothing() -> None:
    names = re.compile("Clean Water Grants Program")
    assert strangers("Clean Water Grants Program", "fr", names) == ()
    assert strangers("Bilan : Clean Water Grants Program", "fr", names) == ()


def test_a_word_that_no_list_holds_is_judged_by_its_letters() -> None:
    assert "wonderfully" not in profile().words
    assert word_leaning("wonderfully") < -1
    assert "émerveillement" not in profile().words
    assert word_leaning("émerveillement") > 1


def test_no_entry_of_the_profile_stands_twice_or_says_nothing() -> None:
    text = Path(__file__).parents[2] / "hooks/bilan/guard/language_profile.yml"
    tables = yaml.safe_load(text.read_text(encoding="utf-8"))
    for name in ("words", "letters"):
        groups = [group for by in tables[name].values() for group in by.values()]
        entries = [entry for group in groups for entry in group.split()]
        assert len(entries) == len(set(entries))
    assert all(profile().letters.values())


@pytest.mark.parametrize("piece", ["a_", "A, ", "“", "«a", '"', "\n ", "*a ", "_a_ ", "a.", "|"])
def test_a_hostile_page_is_read_in_one_go(piece: str) -> None:
    assert strangers(piece * 20_000, "fr") == ()
