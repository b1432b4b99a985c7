"""Sums of money: the sign on the side, and the scale in the words, of the language
(BIL823, BIL824, BIL831)."""

from __future__ import annotations

import re

from bilan.guard.style import (
    FIGURE_END,
    FIGURES,
    NBSP,
    NUMBER,
    SPACE,
    Correction,
    Style,
    after,
    before,
    is_plural_in_french,
    written,
)
from bilan.languages import Language

_PLACEHOLDER = r"\{\w{1,40}\}"
_AMOUNT = rf"(?:{_PLACEHOLDER}|{NUMBER})"

_LETTERS = {"k": "k", "m": "M", "mm": "M", "mn": "M", "g": "G", "b": "G", "bn": "G", "md": "G"}
"""What stands for thousands, millions and billions, as French writes it."""

_ENGLISH_LETTERS = {"k": "K", "M": "M", "G": "B"}
_DOLLARS = {"": "", "us": "américains", "a": "australiens"}
_COUNTRIES = {"USD": "us", "US": "us", "U.S.": "us", "CAD": "", "C": "", "CA": "", "Can": ""}

_ENGLISH_MONEY = re.compile(
    rf"(?<![\w.{{])(?<!\d[ {NBSP}\u202f\u2009])(?:(?:(?P<land>US|U\.S\.|CAD|CA|C|Can|USD){SPACE}?)?"
    rf"(?P<sign>[$€£]){SPACE}?|(?P<code>CAD|USD|EUR|GBP){SPACE}\$?)"
    rf"(?P<low>{_AMOUNT}(?:[-–]\$?))?(?P<number>{_AMOUNT})"
    rf"(?:(?:{SPACE}|-)?(?P<word>million|billion|milliard)s?\b(?:{SPACE}de{SPACE}dollars\b)?"
    rf"|{SPACE}?(?P<letter>MM|bn|Md|[KkMBG])(?![\w$]))?(?![\w$])"
)
_FRENCH_MONEY = re.compile(
    rf"(?<![\w.,])(?P<number>{_AMOUNT}){SPACE}?"
    rf"(?:(?P<word>million|billion|milliard)s?{SPACE}|(?P<letter>MM|Md|[KkMBG]){SPACE}?)?"
    rf"(?P<sign>[$€£])(?:{SPACE}?(?P<land>US|CA|CAN)\b)?(?!{SPACE}?\d|[\w{{])"
)
_FRENCH_WORDS = re.compile(
    rf"(?<![\w.,$])(?P<number>{_AMOUNT}){SPACE}(?P<word>million|billion|milliard)s?"
    rf"{SPACE}de{SPACE}dollars\b"
)


def _in_french(number: str) -> str:
    return number if number.startswith("{") else written(number, "fr")


def _in_english(number: str) -> str:
    return number if number.startswith("{") else written(number, "en")


def _is_part_of_a_range(match: re.Match[str]) -> bool:
    """ "$10 to $15 million": the first amount takes its scale from the second."""
    return re.match(rf"{SPACE}?(?:to|à|and|et|or|ou|-|–){SPACE}?\$?\d", after(match)) is not None


def _to_french(match: re.Match[str]) -> Correction:
    number, low = match["number"], match["low"] or ""
    land = _COUNTRIES.get(match["land"] or match["code"] or "", "")
    sign = match["sign"] or {"EUR": "€", "GBP": "£"}.get(match["code"], "$")
    shown = _in_french(number)
    if low:
        shown = _in_french(re.sub(r"[-–]\$?$", "", low)) + re.sub(r"[^-–]", "", low[-2:]) + shown
    is_safe = not number.startswith("{") and not _is_part_of_a_range(match)
    if match["word"]:
        scale = "million" if match["word"] == "million" else "milliard"
        is_plural = number.startswith("{") or is_plural_in_french(number)
        money = {"€": "d’euros", "£": "de livres"}.get(sign, "de dollars")
        whose = f" {_DOLLARS[land]}" if land else ""
        text = f"{shown}{NBSP}{scale}{'s' if is_plural else ''} {money}{whose}"
    else:
        letter = _LETTERS[match["letter"].casefold()] if match["letter"] else ""
        text = f"{shown}{NBSP}{letter}{sign}" + (f"{NBSP}{land.upper()}" if land else "")
    return Correction(text, is_safe)


def _to_english(match: re.Match[str]) -> Correction:
    land = "US" if match["land"] == "US" else ""
    text = f"{land}{match['sign']}{_in_english(match['number'])}"
    if match["word"]:
        text += f"{NBSP}{'million' if match['word'] == 'million' else 'billion'}"
    elif match["letter"]:
        text += _ENGLISH_LETTERS[_LETTERS[match["letter"].casefold()]]
    return Correction(text, not _is_part_of_a_range(match))


def _words_to_english(match: re.Match[str]) -> Correction:
    word = "million" if match["word"] == "million" else "billion"
    return Correction(f"${_in_english(match['number'])}{NBSP}{word}")


def _milliard(match: re.Match[str]) -> Correction:
    """A French “billion” is a thousand times an English one, so that a person decides."""
    number = re.search(rf"{NUMBER}$", before(match).rstrip(f" {NBSP}\u202f\u2009"))
    is_plural = is_plural_in_french(number[0]) if number else match["slip"].endswith("s")
    return Correction("milliards" if is_plural else "milliard", is_safe=False)


def _letters(match: re.Match[str]) -> Correction | None:
    """ "4,5 MM$", "12 K$", "4,5 M $" with a figure before them, in French."""
    letter = _LETTERS[match["letter"].casefold()]
    right = f"{letter}$"
    return None if match["unit"] == right else Correction(f"{NBSP}{right}")


def _heading_letters(match: re.Match[str], language: Language) -> Correction | None:
    letter = _LETTERS[(match["left"] or match["right"]).casefold()]
    text = f"{letter}$" if language == "fr" else f"${_ENGLISH_LETTERS[letter]}"
    return None if match.group() == text else Correction(text, match.group() not in ("B$", "$B"))


_ALONE = re.compile(
    r"(?<![\w$}.,\ufffc])(?<![\d\ufffc}][ \u00a0\u2009\u202f])"
    r"(?:(?P<left>MM|Md|[KkMBG])\$|\$(?P<right>MM|[KkMBG]))(?![\w$])"
)

MONEY: dict[Language, tuple[Style, ...]] = {
    "fr": (
        Style("BIL823", _ENGLISH_MONEY, _to_french, signs=FIGURES),
        Style(
            "BIL831",
            re.compile(
                rf"(?<={FIGURE_END}){SPACE}?(?P<unit>(?P<letter>MM|Md|[KkMBG]){SPACE}?\$)(?![\w{{])"
            ),
            _letters,
            signs="$",
        ),
        Style(
            "BIL831",
            re.compile(rf"(?<={FIGURE_END}){SPACE}(?P<slip>billions?)\b"),
            _milliard,
            quoted="untold",
            signs=FIGURES,
        ),
        Style("BIL831", _ALONE, lambda match: _heading_letters(match, "fr"), signs="$"),
    ),
    "en": (
        Style("BIL824", _FRENCH_MONEY, _to_english, signs="$€£"),
        Style("BIL831", _FRENCH_WORDS, _words_to_english, quoted="untold", signs=FIGURES),
        Style(
            "BIL831",
            re.compile(r"\bmilliards?\b"),
            lambda _: Correction("billion"),
            quoted="untold",
        ),
        Style("BIL831", _ALONE, lambda match: _heading_letters(match, "en"), signs="$"),
    ),
}
