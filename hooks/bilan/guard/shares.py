"""Parts of a whole in words and in digits: halves, thirds, one in three."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache

from bilan.guard.amounts import DIGITS
from bilan.guard.mention import Mention, duration_keys, money_keys, number_keys, plain, ratio_keys
from bilan.guard.moments import unit_after
from bilan.guard.numerals import any_of, below_hundred, fractions, scale_of
from bilan.languages import Language

_SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4)}
_SAYS_HALF = re.compile(
    r"half|halv|quarter|demi|douz|doz|dizaine|50/50|fifty|moitié-|parts égales", re.IGNORECASE
)
_HALVED = re.compile(
    r"\bhalv(?:e|ed|es|ing)\b|\b50/50\b|\bfifty-fifty\b|\bmoitié-moitié\b|\bà parts égales\b",
    re.IGNORECASE,
)
_DOZENS = r"(?P<each>dozen|douzaine|dizaine)s?\b"
_HALVED_DOZEN = re.compile(
    r"\b(?:[Aa] dozen and a half|half(?:-| a )dozen|(?:une )?demi-douzaine|une douzaine et demie)\b"
)
_HALF_A_SCALE = re.compile(
    r"\b(?:half an? |(?:un )?demi[- ])(?P<scale>million|milliard|billion)\b", re.IGNORECASE
)
_PART_OF_A_SCALE = re.compile(
    r"\b(?:a )?(?P<part>half|quarter|three[- ]quarters) of a (?P<scale>million|billion)\b"
    r"(?: dollars)?",
    re.IGNORECASE,
)
_A_SPAN_AND_A_HALF = re.compile(
    r"\ban? (?P<span>hour|day|week|month|year) and a half\b", re.IGNORECASE
)
_OF_A_SPAN = re.compile(r"(?: of)?(?: an?)?(?=[ -])|[ \u00a0]d(?=’heure)")
_HALF_AS = re.compile(r" (?:as|the)\b")
_OF = re.compile(r"[ \u00a0](?:(?:of|des?|du)\b|[dl]’)")
_CERTAIN = ("half", "moitié")
_NEVER_CERTAIN = ("quarter", "quarters", "quart", "quarts", "demi", "demie", "demis", "demies")
_QUARTERS = ("quarter", "quarters")
"""Those of a year are « trimestres »."""
_ONE = ("un", "une", "one")
_AN_AND_A_HALF = re.compile(r"[- ](?:and a half\b|(?:[a-zé]+ )?et demie?\b)", re.IGNORECASE)
_SCALE = r"(?:thousand|mille|millions?|milliards?|billions?)\b"
_LARGEST_WHOLE = 1900
"""From here on, a number after "in" is a year."""


def shares(text: str, language: Language) -> Iterator[Mention]:
    if _SAYS_HALF.search(text):
        yield from _halves_more(text, language)
    yield from _ratios(text, language)
    yield from _parts(text, language)


@cache
def _small_number(language: Language) -> str:
    return rf"(?:(?<![\w.,]){DIGITS}|{any_of(below_hundred(language))})"


def _halves_more(text: str, language: Language) -> Iterator[Mention]:
    """ "one and a half", « un jour et demi », "half a million"."""
    for found in _HALVED.finditer(text):
        keys = ratio_keys(Fraction(1, 2)) | number_keys(2)
        yield Mention(found.start(), found.end(), found[0], keys, is_certain=False)
    dozens = rf"(?P<count>{_small_number(language)})[ -]{_DOZENS}"
    for found in re.finditer(dozens, text, re.IGNORECASE):
        count = _small(found["count"], language)
        if count is not None:
            keys = number_keys(count * (12 if found["each"].startswith("do") else 10))
            yield Mention(found.start(), found.end(), found[0], keys)
    for found in _HALVED_DOZEN.finditer(text):
        is_six = "demi-" in found[0] or found[0].startswith("half")
        yield Mention(found.start(), found.end(), found[0], number_keys(6 if is_six else 18))
    for found in _HALF_A_SCALE.finditer(text):
        value = Decimal(5).scaleb(scale_of(found["scale"], language) - 1)
        yield Mention(found.start(), found.end(), found[0], number_keys(value))
    for found in _PART_OF_A_SCALE.finditer(text):
        quarters = {"half": 2, "quarter": 1}.get(found["part"].casefold(), 3)
        value = Decimal(25 * quarters).scaleb(scale_of(found["scale"], "en") - 2)
        yield Mention(
            found.start(), found.end(), found[0], number_keys(value) | money_keys(value, 1)
        )
    for found in _A_SPAN_AND_A_HALF.finditer(text):
        unit = unit_after(text, found.start("span") - 1)
        keys = duration_keys(Decimal("1.5"), unit)
        yield Mention(found.start(), found.end(), found[0], keys)
    for found in re.finditer(_small_number(language), text, re.IGNORECASE):
        half, count = _AN_AND_A_HALF.match(text, found.end()), _small(found[0], language)
        if half and count is not None:
            value = count + Decimal("0.5")
            unit = unit_after(text, half.end()) or unit_after(text, found.end())
            keys = number_keys(value) | duration_keys(value, unit)
            yield Mention(found.start(), half.end(), text[found.start() : half.end()], keys)


@cache
def _ratio_pattern(language: Language) -> re.Pattern[str]:
    number = _small_number(language)
    link = {"en": r"(?:out of(?: every)?|in every|in|of(?: the)?)", "fr": r"(?:sur|des)"}[language]
    far_link = {"en": r"(?:out of(?: every)?|in every|in)", "fr": "sur"}[language]
    counted = rf"(?:(?![ \u00a0]{_SCALE})[ \u00a0][^\W\d_]{{3,}}){{1,2}}"
    return re.compile(
        rf"(?P<part>{number})(?:[ \u00a0]{link}|{counted}[ \u00a0]{far_link})[ \u00a0]"
        rf"(?P<whole>{number})(?![\d%.,]*\d|[ \u00a0]?[%$])",
        re.IGNORECASE,
    )


def _ratios(text: str, language: Language) -> Iterator[Mention]:
    """ "one in three", « trois sur quatre », "18 of 25"."""
    for found in _ratio_pattern(language).finditer(text):
        part, whole = (_small(found[name], language) for name in ("part", "whole"))
        if part is None or whole is None or not part <= whole < _LARGEST_WHOLE or not whole:
            continue
        keys = ratio_keys(Fraction(part) / Fraction(whole))
        parts = number_keys(part) | number_keys(whole)
        yield Mention(found.start(), found.end(), found[0], keys, parts=parts, kind="ratio")


def _small(written: str, language: Language) -> Decimal | None:
    """A whole number, in digits or in words."""
    if not written[:1].isdigit():
        return Decimal(below_hundred(language)[written.casefold()])
    bare = re.sub(r"[ \u00a0\u202f\u2009]", "", written)
    if language == "en":
        bare = re.sub(r",(?=\d{3}\b)", "", bare)
    return Decimal(bare) if bare.isdigit() else None


@cache
def _part_pattern(language: Language) -> re.Pattern[str]:
    count = any_of(word for word, value in below_hundred(language).items() if 0 < value < 12)
    return re.compile(
        rf"(?:(?P<count>{count}|\d{{1,2}})[ -])?(?P<part>{any_of(fractions(language))})"
        r"|(?P<whole>\d{1,3})[ \u00a0]?(?P<rest>[½⅓⅔¼¾])"
        r"|(?<![\d/.,])(?P<top>\d)/(?P<bottom>[1-9]\d?)(?![\d/])|(?P<sign>[½⅓⅔¼¾])",
        re.IGNORECASE,
    )


def _parts(text: str, language: Language) -> Iterator[Mention]:
    """ "half", « le tiers des », "three-quarters", "2/3"."""
    for found in _part_pattern(language).finditer(text):
        if found["whole"]:
            value = int(found["whole"]) + Fraction(*_SIGNS[found["rest"]])
            keys = frozenset({f"n:{plain(value)}", f"p:{plain(value)}"})
            yield Mention(found.start(), found.end(), found[0], keys)
            continue
        if found["part"]:
            yield _part_in_words(found, text, language)
            continue
        sign = _SIGNS[found["sign"]] if found["sign"] else (int(found["top"]), int(found["bottom"]))
        keys = ratio_keys(Fraction(*sign))
        yield Mention(found.start(), found.end(), found[0], keys, kind="ratio")


def _part_in_words(found: re.Match[str], text: str, language: Language) -> Mention:
    word, count = found["part"].casefold(), (found["count"] or "").casefold()
    share = fractions(language)[word] * Fraction(_small(count, language) or 1 if count else 1)
    keys, parts = ratio_keys(share), frozenset[str]()
    if count:
        parts = number_keys(share.numerator) | number_keys(share.denominator)
        keys |= number_keys(_small(count, language) or 1) if word in _QUARTERS else frozenset()
    elif share.denominator > 2 or _HALF_AS.match(text, found.end()):
        keys |= number_keys(share.denominator)
    span = _OF_A_SPAN.match(text, found.end())
    unit = unit_after(text, span.end()) if span else ""
    if word == "half":
        keys |= duration_keys(1, "semester")
    if unit:
        keys |= duration_keys(share, unit)
    is_certain = (bool(count) and count not in _ONE) or _is_meant(word, found, text)
    return Mention(found.start(), found.end(), found[0], keys, is_certain, parts, kind="ratio")


def _is_meant(word: str, found: re.Match[str], text: str) -> bool:
    """« le tiers des répondants », "a third of", and not "third party" or "first quarter"."""
    if word in _NEVER_CERTAIN:
        return False
    before = text[max(0, found.start() - 4) : found.start()].casefold()
    is_one = bool(found["count"]) or before.endswith((" a ", "le ", "un ", "du ", "au "))
    if _HALF_AS.match(text, found.end()) or text.casefold().count(word) > 1:
        return False
    return word in _CERTAIN or (is_one and bool(_OF.match(text, found.end())))
