"""Every figure that a text mentions, normalised so that two languages can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from bilan.guard.amounts import Amount, amounts
from bilan.guard.bounds_in_words import with_bound
from bilan.guard.calendar_words import calendar_words, names
from bilan.guard.mention import Mention, first_free
from bilan.guard.moments import lone_units, moments
from bilan.guard.numerals import (
    any_of,
    below_hundred,
    beside,
    collectives,
    fractions,
    multiples,
    ordinals,
    roman,
)
from bilan.guard.shares import shares
from bilan.languages import Language

_CODE = re.compile(
    r"(?<![\w.,$€£-])(?!FY)(?=[A-Za-z]*-?\d)(?=\d*[A-Za-z])"
    r"(?:[A-Z][A-Za-z]{0,11}-?\d[\w-]*|\d+[A-Z][\w-]*)(?![\w$€£]|[ \u00a0][$€£])"
)
_IN_A_LANGUAGE = re.compile(r"(?<=\d)[EF](?=-|$)")
"""The letter that catalogue numbers have for their language: "Iu4-123E-PDF"."""
_ISBN = re.compile(r"\b97[89][- ]\d{1,5}[- ]\d{1,7}[- ]\d{1,7}[- ]\d\b")
"""Each language has its own."""
_QUARTER = re.compile(r"\b[QT]([1-4])\b")
_VERSION = re.compile(r"(?<![\w.])\d+(?:\.\d+){2,}(?!\w)")
_PHONE = re.compile(r"(?<![\d-])(?:1[-. ])?\(?\d{3}\)?[-. \u00a0]\d{3}[-. ]\d{4}(?!\d)")
_LONE_SCALE = re.compile(r"\b(?P<scale>million|milliard|billion)(?P<many>s?)\b", re.IGNORECASE)
_LONE_DOLLAR = re.compile(r"\bdollar\b", re.IGNORECASE)
_SCALES = {"million": 6, "milliard": 9, "billion": 9}
_ORDINAL = re.compile(
    r"(?<![\w.,])(\d+)(?:st|nd|rd|th|ers?|ères?|res?|èmes?|emes?|ièmes?|es?|nde?|ds?)\b"
)
_ROMAN = re.compile(r"(?<!\w)([IVXLC]{2,7}|(?<=[Pp]hase )[IVX])(e|es|ième|er|re)?(?!\w)")
_SHORT_FISCAL_YEAR = re.compile(r"\bFY ?(\d\d)(?:[/–-](\d\d))?(?!\d)")
_DECADE = re.compile(r"\b(1[89]|20)(\d)0s\b")
_ALWAYS = re.compile(
    r"\b(?:24/7|24 (?:h|heures) sur 24(?:,? (?:et )?(?:7|sept) jours sur (?:7|sept))?"
    r"|(?:24|twenty-four) hours a day(?:,? (?:seven|7) days a week)?|around the clock)\b",
    re.IGNORECASE,
)
_IDIOMS = re.compile(r"\b(?:quinze|huit) jours\b", re.IGNORECASE)
_LOOSE: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\bthe two\b(?! (?:of|out))|\bof two minds\b|\b(?:one or two|two or three)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:les|des|aux|ces|nos|vos|leurs|ses|tous|toutes|entre|de) deux\b"
        r"|\bdeux choses l’une\b|\bquatre coins\b|\b(?:une? ou deux|deux ou trois)\b",
        re.IGNORECASE,
    ),
}
"""Twos that count little: "both", « tous les deux », "two or three"."""
_SURELY_COUNTED = ("dizaine", "vingtaine", "trentaine", "cinquantaine")
_CHAIN = re.compile(r"\s*[,;]?\s*(?:(?:and|or|to|et|ou|à|through|[-–])\s*)?(?:(?:de|of|à)\s*|d’)?")


@lru_cache(maxsize=10_000)
def mentions(text: str, language: Language) -> tuple[Mention, ...]:
    """In the order of the text; no two overlap, and the most specific reading wins.

    Kept for those who ask again: a text is held against its counterpart and against the data.
    """
    if not _counts(language).search(text):
        return ()
    found = (
        *_codes(text),
        *_spans_of_days(text),
        *moments(text),
        *shares(text, language),
        *_ordinals(text, language),
        *_loose(text, language),
        *_chained([*amounts(text, language)], text),
        *_romans(text),
        *_others(text, language),
        *lone_units(text),
        *calendar_words(text, language),
    )
    return tuple(with_bound(each, text, language) for each in first_free(found, len(text)))


@cache
def _counts(language: Language) -> re.Pattern[str]:
    """Whether there is anything to read closely: most labels have nothing."""
    words = (
        *below_hundred(language),
        *ordinals(language),
        *fractions(language),
        *collectives(language),
        *(f"{name}s" for name in collectives(language)),
        *beside(language),
        *multiples(language),
        *("hundred", "thousand", "cent", "cents", "mille", "noon", "midi", "minuit", "midnight"),
        *("year", "month", "week", "day", "hour", "quarter", "decade", "an", "année", "mois"),
        *("semaine", "jour", "heure", "trimestre", "exercice", "décennie", "siècle", "century"),
        *("semestre", "halved", "fifty", "parts", "clock", "dollar"),
        *("million", "milliard", "billion", "millions", "milliards", "billions"),
        *(name for each in names(language) for name in (each, f"{each}s")),
    )
    return re.compile(rf"\d|[IVX]{{2}}|[½⅓⅔¼¾]|Phase [IVX]|{any_of(words)}", re.IGNORECASE)


def _codes(text: str) -> Iterator[Mention]:
    """Codes, versions, telephone numbers: as they are."""
    for found in _QUARTER.finditer(text):
        keys = frozenset({f"q:{found[1]}", f"n:{found[1]}"})
        yield Mention(found.start(), found.end(), found[0], keys, kind="code")
    for found in _ALWAYS.finditer(text):
        yield Mention(found.start(), found.end(), found[0], frozenset({"c:24/7"}), kind="code")
    for found in _SHORT_FISCAL_YEAR.finditer(text):
        years = [f"20{year}" for year in found.groups() if year]
        keys = frozenset({f"y:{'-'.join(years)}" if len(years) > 1 else f"n:{years[0]}"})
        yield Mention(found.start(), found.end(), found[0], keys, kind="years")
    for found in _DECADE.finditer(text):
        century, decade = int(found[1]), int(found[2]) * 10
        keys = frozenset({f"n:{century}{found[2]}0", f"n:{decade or century + 1}"})
        yield Mention(found.start(), found.end(), found[0], keys, kind="years")
    for found in _ISBN.finditer(text):
        yield Mention(found.start(), found.end(), found[0], frozenset(), False, kind="code")
    for pattern in (_PHONE, _VERSION):
        for found in pattern.finditer(text):
            digits = re.sub(r"\D", "", found[0])
            keys = frozenset({f"c:{digits[-10:]}", f"n:{int(digits)}"})
            yield Mention(found.start(), found.end(), found[0], keys, kind="code")
    for found in _CODE.finditer(text):
        if not _ORDINAL.fullmatch(found[0]):
            keys = frozenset({f"c:{_IN_A_LANGUAGE.sub('', found[0].upper())}"})
            is_certain = not found[0].upper().startswith("COVID")
            yield Mention(found.start(), found.end(), found[0], keys, is_certain, kind="code")


_SPANS_OF_DAYS = {"quinze jours": (14, 15), "huit jours": (7, 8)}


def _spans_of_days(text: str) -> Iterator[Mention]:
    """« quinze jours » are a fortnight, and « huit jours » a week."""
    for found in _IDIOMS.finditer(text):
        days = _SPANS_OF_DAYS[found[0].casefold()]
        keys = frozenset(key for day in days for key in (f"n:{day}", f"min:{day * 1440}"))
        yield Mention(found.start(), found.end(), found[0], keys)


def _ordinals(text: str, language: Language) -> Iterator[Mention]:
    for found in _ORDINAL.finditer(text):
        keys = frozenset({f"n:{int(found[1])}"})
        yield Mention(found.start(), found.end(), found[0], keys, kind="ordinal")
    words = ordinals(language)
    for found in _any(tuple(words)).finditer(text):
        value = words[found[0].casefold()]
        keys = frozenset({f"n:{value}", f"q:{value}", f"r:1/{value}"})
        is_certain = value > 3
        yield Mention(found.start(), found.end(), found[0], keys, is_certain, kind="ordinal")


def _loose(text: str, language: Language) -> Iterator[Mention]:
    for found in _LOOSE[language].finditer(text):
        keys = frozenset({"n:2", "n:3"} if found[0].endswith(("three", "trois")) else {"n:2"})
        yield Mention(found.start(), found.end(), found[0], keys, is_certain=False)


def _romans(text: str) -> Iterator[Mention]:
    for found in _ROMAN.finditer(text):
        keys = frozenset({f"n:{roman(found[1])}"})
        yield Mention(found.start(), found.end(), found[0], keys, bool(found[2]), kind="ordinal")


def _others(text: str, language: Language) -> Iterator[Mention]:
    """Dozens, multiples, and words that say a number beside something else."""
    for found in _LONE_SCALE.finditer(text):
        value = 10 ** _SCALES[found["scale"].casefold()]
        keys = frozenset({f"n:{value}", f"$:{value}"})
        kind = "order" if found["many"] else "number"
        yield Mention(found.start(), found.end(), found[0], keys, is_certain=False, kind=kind)
    for found in _LONE_DOLLAR.finditer(text):
        keys = frozenset({"$:1", "n:1"})
        yield Mention(found.start(), found.end(), found[0], keys, is_certain=False)
    dozens = {**collectives(language), **{f"{w}s": n for w, n in collectives(language).items()}}
    for kind, table in (
        ("multiple", multiples(language)),
        ("number", dozens),
        ("number", beside(language)),
    ):
        for found in _any(tuple(table)).finditer(text):
            word = found[0].casefold()
            value = table[word]
            keys = frozenset(
                {f"n:{value}", f"p:{value * 100}", f"min:{value * 1440}", f"mo:{value}"}
            )
            is_certain = word in _SURELY_COUNTED
            kind_of_word = "order" if value in (100, 1000) else kind
            yield Mention(found.start(), found.end(), found[0], keys, is_certain, kind=kind_of_word)


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(words), re.IGNORECASE)


def _chained(found: list[Amount], text: str) -> list[Mention]:
    """In « de 2 à 3 millions de dollars », 2 may take what 3 has, and 3 the currency of $2."""
    chained = list(found)
    for index in range(len(found) - 2, -1, -1):
        this, following = chained[index], chained[index + 1]
        is_linked = _CHAIN.fullmatch(text, this.end, following.start)
        if not is_linked or this.is_year or following.is_year:
            continue
        if not this.scale and not this.is_percent:
            this = replace(
                this,
                scale=following.scale,
                is_percent=following.is_percent,
                currency=this.currency or following.currency,
                unit=this.unit or following.unit,
            )
        chained[index] = this
        if this.currency and not following.currency and not following.is_percent:
            chained[index + 1] = replace(following, currency=this.currency)
    return [_either(*both) for both in zip(found, chained, strict=True)]


def _either(alone: Amount, chained: Amount) -> Mention:
    """What it is by itself, and what its neighbours may make of it."""
    mention = alone.mention()
    return (
        mention
        if alone is chained
        else replace(mention, keys=mention.keys | chained.mention().keys)
    )
