"""Months, days and seasons that a text names without a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from bilan.guard.mention import Mention
from bilan.languages import Language

_MONTHS: Mapping[Language, str] = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_DAYS: Mapping[Language, str] = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}
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
    kinds = (_MONTHS, _DAYS, _SEASONS)
    found = {name: n for kind in kinds for n, name in enumerate(kind[language].split())}
    return {**found, "autumn": 2, "automne": 2}


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    def any_of(names: str) -> str:
        return "|".join(names.split())

    return re.compile(
        rf"\b{_BEFORE[language]}(?:(?P<month>{any_of(_MONTHS[language])})"
        rf"|(?P<season>{any_of(_SEASONS[language])}))\b"
        rf"|\b(?P<weekday>(?:{any_of(_DAYS[language])})s?)\b",
        re.IGNORECASE,
    )
