"""The words of a text without their inflections, so that « accords » is found for « accord »."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from bilan.languages import Language

_WORD = re.compile(r"[^\W_]+")
_ENDINGS: dict[Language, tuple[tuple[str, str], ...]] = {
    "en": (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("ss", "ss"), ("s", "")),
    "fr": (
        ("eaux", "eau"),
        ("aux", "al"),
        ("trices", "teur"),
        ("trice", "teur"),
        ("elles", "el"),
        ("elle", "el"),
        ("ennes", "en"),
        ("enne", "en"),
        ("euses", "eur"),
        ("euse", "eur"),
        ("eux", "eur"),
        ("eurs", "eur"),
        ("ives", "if"),
        ("ive", "if"),
        ("ees", "e"),
        ("ee", "e"),
        ("es", ""),
        ("e", ""),
        ("s", ""),
        ("x", ""),
    ),
}
"""Plurals of both languages, feminines of French: written without accents."""


class Word(NamedTuple):
    stem: str
    start: int
    end: int


def words(text: str, language: Language) -> list[Word]:
    """Every word; what stands on either side of an apostrophe or a hyphen is one."""
    return [Word(stem(w[0], language), w.start(), w.end()) for w in _WORD.finditer(text)]


@lru_cache(maxsize=50_000)
def stem(word: str, language: Language) -> str:
    """The word in small letters, without accents and inflection; short words stay whole."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    for ending, base in _ENDINGS[language]:
        if bare.endswith(ending) and len(bare) - len(ending) + len(base) >= 3:
            bare = bare[: len(bare) - len(ending)] + base
            break
    return bare[:-1] if language == "fr" and bare.endswith("e") and len(bare) > 3 else bare
