"""Whether a figure is said to be a minimum or a maximum: "at least 30" is not « au plus 30 »."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bilan.guard.mention import Mention
from bilan.languages import Language

_REACH = 24
"""Characters before a figure in which its bound is looked for."""
_WORDS: Mapping[Language, str] = {
    "en": r"(?P<max>at most|less than|fewer than|not? more than|under|up to|below|maximum of)"
    r"|(?P<min>at least|more than|not? fewer than|not? less than|over|above|minimum of)",
    "fr": r"(?P<max>au plus|moins de|pas plus de|au maximum|maximum de|jusqu’à)"
    r"|(?P<min>au moins|plus de|au minimum|minimum de|pas moins de)",
}
_BOUNDS = {
    language: re.compile(rf"(?:\b|(?<=\())(?:{words})[ \u00a0]$", re.IGNORECASE)
    for language, words in _WORDS.items()
}
_NOT = re.compile(r"\b(?:not?|pas)[ \u00a0]$", re.IGNORECASE)


def with_bound(mention: Mention, text: str, language: Language) -> Mention:
    """The mention with its bound, and with the words that say it."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    found = _BOUNDS[language].search(before)
    if not found or not mention.is_certain:
        return mention
    kind = found.lastgroup or ""
    if kind == "min" and _NOT.search(before[: found.start()]):
        kind = "max"
    start = mention.start - len(before) + found.start()
    return replace(mention, bound=kind, text=text[start : mention.end])
