"""Interface words and the form that goes with a number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.labels import Words, plural_category
from bilan.languages import LANGUAGES, Language

FORMS = {
    "boats": {"zero": "no boat", "one": "{n} boat", "other": "{n} boats"},
    "berths": {"one": "{n} berth", "other": "{n} berths"},
    "by": {"one": "by {date}", "other": "by {date}"},
}
WORDS = {language: Words(language, FORMS, {}) for language in LANGUAGES}


@pytest.mark.parametrize(
    ("number", "en", "fr"),
    [
        ("0", "other", "one"),
        ("0.5", "other", "one"),
        ("1", "one", "one"),
        ("1.0", "other", "one"),
        ("1.5", "other", "one"),
        ("1.99", "other", "one"),
        ("2", "other", "other"),
        ("10", "other", "other"),
        ("1000000", "other", "other"),
        ("-1", "one", "one"),
    ],
)
def test_the_plural_is_that_of_the_language(number: str, en: str, fr: str) -> None:
    assert plural_category(Decimal(number), "en") == en
    assert plural_category(Decimal(number), "fr") == fr


@given(st.integers(0, 10**18))
def test_a_whole_number_has_one_of_two_forms(number: int) -> None:
    assert plural_category(number, "en") == ("one" if number == 1 else "other")
    assert plural_category(number, "fr") == ("one" if number < 2 else "other")


@pytest.mark.parametrize(
    ("language", "count", "shown"),
    [
        ("en", 0, "no boat"),
        ("en", 1, "1 boat"),
        ("en", 2, "2 boats"),
        ("fr", 0, "no boat"),
        ("fr", 1, "1 boat"),
        ("fr", 2, "2 boats"),
    ],
)
def test_nothing_is_said_in_its_own_words_where_there_are_any(
    language: Language, count: int, shown: str
) -> None:
    assert WORDS[language].counted("boats", count, n=str(count)) == shown


def test_nothing_takes_the_plural_in_english_and_the_singular_in_french() -> None:
    assert WORDS["en"].counted("berths", 0, n="0") == "0 berths"
    assert WORDS["fr"].counted("berths", 0, n="0") == "0 berth"


def test_a_value_takes_the_place_of_its_name() -> None:
    assert WORDS["en"]("by", date="March 31") == "by March 31"


def test_an_unknown_label_is_an_error_and_never_shown_as_its_key() -> None:
    with pytest.raises(KeyError):
        WORDS["en"]("boat")
