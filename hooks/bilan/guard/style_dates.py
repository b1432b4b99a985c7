"""Dates (BIL833)."""

from __future__ import annotations

import re

from bilan.guard.calendar_names import months
from bilan.guard.style import (
    DIGITS,
    LEFT,
    NBSP,
    SPACE,
    Correction,
    Style,
    after,
    before,
    with_signs,
)
from bilan.languages import Language

ENGLISH, FRENCH = list(months("en")), list(months("fr"))
_NUMBER = {name.casefold(): at for names in (ENGLISH, FRENCH) for at, name in enumerate(names)}

_EN, _FR = "|".join(ENGLISH), "|".join(FRENCH)
_FR_CAPITAL = "|".join(name.capitalize() for name in FRENCH)
_EN_SMALL = "|".join(name.lower() for name in ENGLISH)

_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w]|[-–/,.]\d)"
_BEFORE_DAY = rf"{LEFT}(?<![-–])"
_BEFORE_MONTH = r"(?<![\w-])"
_ORDINAL = r"(?:st|nd|rd|th)"

_WORD_AFTER = re.compile(
    rf"[ {NBSP}]?(?:$|[\n.,;:!?)\]»”\"–-]|(?:to|and|or|in|at|the|for|as|with|is|was|were|are|of|by"
    r"|on|until|from)\b)"
)
_RANGE_BEFORE = re.compile(rf"\d{SPACE}(?:and|to|or|et|au){SPACE}$")


def _french(day: str, month: str, year: str | None) -> str:
    number = "1er" if int(day) == 1 else str(int(day))
    end = f"{NBSP}{year}" if year else ""
    return f"{number}{NBSP}{FRENCH[_NUMBER[month.casefold()]]}{end}"


def _english(day: str, month: str, year: str | None) -> str:
    end = f",{NBSP}{year}" if year else ""
    return f"{ENGLISH[_NUMBER[month.casefold()]]}{NBSP}{int(day)}{end}"


def _to_french(match: re.Match[str]) -> Correction:
    return Correction(_french(match["day"], match["month"], match["year"]))


def _to_english(match: re.Match[str]) -> Correction | None:
    """Without its year, "12 March" may also be twelve of something held in March."""
    parts = match.groupdict()
    year, ordinal = parts.get("year"), parts.get("ordinal")
    if not (year or ordinal) and not _WORD_AFTER.match(after(match)):
        return None
    is_safe = bool(year) and not _RANGE_BEFORE.search(before(match))
    return Correction(_english(match["day"], match["month"], year), is_safe)


def _small_month(match: re.Match[str]) -> Correction:
    return Correction(match["slip"].lower())


def _capital_month(match: re.Match[str]) -> Correction:
    return Correction(match["slip"].capitalize(), "may" not in match["slip"])


def _month_of(match: re.Match[str], names: list[str]) -> Correction:
    return Correction(f"{names[_NUMBER[match['month'].casefold()]]}{NBSP}{match['year']}")


def _ordinal_or_comma(match: re.Match[str]) -> Correction | None:
    """ "April 1st", "April 1 2028" and "April 1,2028", but not "April 1, 2028"."""
    year = match["year"]
    is_right_year = not year or re.search(rf",{SPACE}{year}$", match.group())
    if is_right_year and not match["ordinal"]:
        return None
    return Correction(_english(match["day"], match["month"], year))


_FRENCH_DATES = (
    Style(
        "BIL833",
        re.compile(
            rf"{_BEFORE_MONTH}(?P<month>{_EN}|(?i:{_FR})){SPACE}{_DAY}{_ORDINAL}?\b,?{SPACE}?{_YEAR}"
        ),
        _to_french,
        quoted="unsure",
    ),
    Style(
        "BIL833",
        re.compile(
            rf"{_BEFORE_DAY}{_DAY}(?:er)?(?:{_ORDINAL}{SPACE}(?:of{SPACE})?(?P<any>{_EN}|{_FR})"
            rf"|{SPACE}(?P<en>{_EN})|{SPACE}(?P<fr>{_FR})(?=,{SPACE}?\d{{4}}))\b"
            rf"(?:,?{SPACE}?{_YEAR})?"
        ),
        lambda match: Correction(
            _french(match["day"], match["any"] or match["en"] or match["fr"], match["year"])
        ),
        quoted="unsure",
    ),
    Style(
        "BIL833",
        re.compile(rf"{_BEFORE_MONTH}(?P<month>{_EN}){SPACE}{_DAY}{_ORDINAL}?(?![\w.,]\d|\w)"),
        lambda match: Correction(_french(match["day"], match["month"], None), is_safe=False),
        quoted="unsure",
    ),
    Style(
        "BIL833",
        re.compile(rf"{_BEFORE_MONTH}(?P<month>{_EN}),?{SPACE}{_YEAR}"),
        lambda match: _month_of(match, FRENCH),
        quoted="untold",
    ),
    Style(
        "BIL833",
        re.compile(
            rf"{_BEFORE_DAY}(?P<slip>0?1)(?=(?:{SPACE}(?:au|et){SPACE}\d{{1,2}})?{SPACE}(?i:{_FR})\b)"
        ),
        lambda _: Correction("1er"),
        quoted="unsure",
    ),
    Style(
        "BIL833",
        re.compile(rf"(?:(?<=\d)|(?<=\der)){SPACE}(?P<slip>{_FR_CAPITAL})\b"),
        _small_month,
        quoted="unsure",
    ),
    Style(
        "BIL833",
        re.compile(
            rf"\b(?:en|de|du|au|fin|début|depuis|mois){SPACE}(?P<slip>{_FR_CAPITAL})(?={SPACE}\d{{4}}\b)"
        ),
        _small_month,
        quoted="unsure",
    ),
)

_ENGLISH_DATES = (
    Style(
        "BIL833",
        re.compile(
            rf"{_BEFORE_DAY}{_DAY}(?P<ordinal>{_ORDINAL}{SPACE}(?:of{SPACE})?)?"
            rf"(?(ordinal)|{SPACE})(?P<month>{_EN})\b(?:,?{SPACE}{_YEAR})?"
        ),
        _to_english,
        quoted="unsure",
    ),
    Style(
        "BIL833",
        re.compile(
            rf"{_BEFORE_DAY}(?:le{SPACE})?{_DAY}(?P<ordinal>er)?{SPACE}(?P<month>{_FR})\b"
            rf"(?:,?{SPACE}{_YEAR})?"
        ),
        lambda match: Correction(_english(match["day"], match["month"], match["year"])),
        quoted="untold",
    ),
    Style(
        "BIL833",
        re.compile(rf"{_BEFORE_MONTH}(?P<month>{_FR}){SPACE}{_YEAR}"),
        lambda match: _month_of(match, ENGLISH),
        quoted="untold",
    ),
    Style(
        "BIL833",
        re.compile(
            rf"{_BEFORE_MONTH}(?P<month>{_EN}){SPACE}{_DAY}"
            rf"(?P<ordinal>{_ORDINAL})?(?![\w])(?:,?{SPACE}?{_YEAR})?"
        ),
        _ordinal_or_comma,
        quoted="unsure",
    ),
    Style(
        "BIL833",
        re.compile(
            rf"{_BEFORE_MONTH}(?P<slip>{_EN_SMALL})(?={SPACE}{_DAY}(?:,{SPACE}?|{SPACE}){_YEAR})"
        ),
        _capital_month,
        quoted="unsure",
    ),
    Style(
        "BIL833",
        re.compile(
            rf"\b(?:[Ii]n|[Oo]f|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Oo]n|[Bb]efore|[Aa]fter){SPACE}"
            rf"(?P<slip>{_EN_SMALL})(?={SPACE}(?:(?:19|20)\d\d|\d{{1,2}})(?![\w]|[.,]\d))"
        ),
        _capital_month,
        quoted="unsure",
    ),
)

DATES: dict[Language, tuple[Style, ...]] = {
    "fr": with_signs(DIGITS, *_FRENCH_DATES),
    "en": with_signs(DIGITS, *_ENGLISH_DATES),
}
