"""Months, days and seasons that a text names without a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from bilan.guard.calendar_names import months, weekdays
from bilan.guard.mention import Mention
from bilan.languages import Language

_SEASONS: Mapping[Language, str] = {
    "en": "spring summer fall winter autumn",
    "fr": "printemps été automne hiver automne",
}
_BEFORE: Mapping[Language, str] = {
    "en": r"(?:in|since|by|until|from|to|during|of|early|late|mid|and|last|this|next)[ -](?:the )?",
    "fr": r"(?:(?:en|depuis|de|à|mi|fin|début|et|au|le|cet|ce|dernier)[ -]|[dl]’)(?:le |la |l’)?",
}
"""What must stand before the name: "may" and "march", « été » are other words too."""


def calendar_words(text: str, language: Language) -> Iterator[Mention]:
    """They say little by themselves, and something wrong when the other text names another."""
    for found in _pattern(language).finditer(text):
        kind = found.lastgroup or ""
        name = found[kind].casefold()
        number = names(language)[name.removesuffix("s") if kind == "weekday" else name]
        keys = frozenset({f"{kind}:{number}"})
        start, end = found.span(kind)
        yield Mention(start, end, found[kind], keys, is_certain=False, kind=kind)


@cache
def names(language: Language) -> Mapping[str, int]:
    """The place of each name among its kind; fall and autumn have one."""
    kinds = months(language), weekdays(language), _SEASONS[language].split()
    found = {name.casefold(): n for kind in kinds for n, name in enumerate(kind)}
    return {**found, "autumn": 2, "automne": 2}


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"\b{_BEFORE[language]}(?:(?P<month>{'|'.join(months(language))})"
        rf"|(?P<season>{'|'.join(_SEASONS[language].split())}))\b"
        rf"|\b(?P<weekday>(?:{'|'.join(weekdays(language))})s?)\b",
        re.IGNORECASE,
    )
