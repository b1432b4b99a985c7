"""Dates, times, years and spans of time as they are mentioned in prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from bilan.guard.calendar_names import months
from bilan.guard.mention import Mention, duration_keys
from bilan.languages import LANGUAGES, Language

_SHORT: Mapping[Language, Mapping[str, int]] = {
    "en": {
        "jan": 1,
        "feb": 2,
        "apr": 4,
        "aug": 8,
        "sept": 9,
        "sep": 9,
        "oct": 10,
        "nov": 11,
        "dec": 12,
    },
    "fr": {"janv": 1, "févr": 2, "avr": 4, "juill": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12},
}
_UNITS: Mapping[str, str] = {
    "seconds": "second",
    "secondes": "second",
    "minute": "minute",
    "hour": "hour",
    "heure": "hour",
    "day": "day",
    "jour": "day",
    "journée": "day",
    "week": "week",
    "semaine": "week",
    "month": "month",
    "mois": "month",
    "quarter": "quarter",
    "trimestre": "quarter",
    "semester": "semester",
    "semestre": "semester",
    "year": "year",
    "an": "year",
    "année": "year",
    "exercice": "year",
    "decade": "decade",
    "décennie": "decade",
    "century": "century",
    "centuries": "century",
    "siècle": "century",
}
"""Names of spans of time in either language; most are told apart by their spelling."""

_MEASURES: Mapping[str, str] = {
    name: unit
    for unit, names in {
        "km": "km kilometre kilomètre",
        "mile": "mile mille nautical",
        "m": "metre mètre",
        "cm": "cm centimetre centimètre",
        "foot": "foot feet pied",
        "inch": "inch inches pouce",
        "kg": "kg kilogram kilogramme",
        "g": "g gram gramme",
        "t": "tonne",
        "ha": "hectare",
        "acre": "acre",
        "l": "litre",
        "kwh": "kwh",
        "mwh": "mwh",
        "gwh": "gwh",
        "kw": "kw",
        "mw": "mw",
        "gw": "gw",
        "mg": "mg",
        "µg": "µg",
    }.items()
    for name in names.split()
}
"""Measures that a number may be given in, by their names in either language."""

_GAP = r"[ \u00a0\u202f]"
_DAY = (
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|<sup>er</sup>)?"
    rf"(?:{_GAP}?[-–]{_GAP}?(?P<last>\d{{1,2}}))?"
)
_YEAR = r"(?P<year>(?:1[89]|20)\d{2})"
_ISO = re.compile(r"(?<![\d-])(?P<year>(?:1[89]|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
_SPAN_OF_YEARS = re.compile(
    r"(?:(?<![\w-])|(?<=FY))(?P<first>(?:1[89]|20)\d{2})[ \u00a0]?[-–—/][ \u00a0]?"
    r"(?P<last>(?:1[89]|20)\d{2}|\d{2})(?![\w]|-\d)"
)
_ENGLISH_TIME = re.compile(
    rf"(?<![\d:.,])(?P<hour>\d{{1,2}})(?::(?P<minute>\d{{2}}))?{_GAP}?(?P<half>[ap])\.?m\b\.?",
    re.IGNORECASE,
)
_FIRST_OF_TWO_TIMES = re.compile(
    rf"(?<![\d:.,$])(?P<hour>\d{{1,2}})(?::(?P<minute>\d{{2}}))?"
    rf"(?={_GAP}?(?:to|and|[-–]){_GAP}?\d{{1,2}}(?::\d{{2}})?{_GAP}?[ap]\.?m\b)",
    re.IGNORECASE,
)
_FRENCH_TIME = re.compile(
    rf"(?<![\d,.])(?P<hour>\d{{1,2}}){_GAP}?h(?:{_GAP}?(?P<minute>\d{{2}}))?\b"
)
_CLOCK = re.compile(r"(?<![\d:.,])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?![\d:])")
_NOON = re.compile(r"\b(?P<word>noon|midday|midi|midnight|minuit)\b", re.IGNORECASE)


def _longest_first(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_LONE_UNIT = re.compile(rf"\b(?P<unit>{_longest_first(_UNITS)})\b", re.IGNORECASE)
_UNIT_AFTER = re.compile(
    rf"[- ’\u00a0\u202f](?P<unit>{_longest_first((*_UNITS, *_MEASURES))})s?\b", re.IGNORECASE
)


def moments(text: str) -> Iterator[Mention]:
    """Dates, fiscal years and times; each is read in the forms of both languages."""
    for pattern in _date_patterns():
        for found in pattern.finditer(text):
            yield _date(found)
    for found in _ISO.finditer(text):
        yield _date(found)
    for found in _SPAN_OF_YEARS.finditer(text):
        mention = _years(found)
        if mention:
            yield mention
    for pattern in (_ENGLISH_TIME, _FRENCH_TIME, _CLOCK):
        yield from map(_time, pattern.finditer(text))
    for found in _FIRST_OF_TWO_TIMES.finditer(text):
        hour, minute = int(found["hour"]) % 12, found["minute"] or "00"
        keys = frozenset({f"t:{hour}:{minute}", f"t:{hour + 12}:{minute}"})
        yield Mention(found.start(), found.end(), found[0], keys, kind="time")
    for found in _NOON.finditer(text):
        hour = 12 if found["word"].casefold() in ("noon", "midday", "midi") else 0
        keys = frozenset({f"t:{hour}:00", f"n:{hour or 24}"})
        yield Mention(found.start(), found.end(), found[0], keys, is_certain=False, kind="time")


_COUNTS = {"week": "n:7", "decade": "n:10", "century": "n:100"}


def lone_units(text: str) -> Iterator[Mention]:
    """ "a year" or "la dernière année", which may answer "12 months"."""
    for found in _LONE_UNIT.finditer(text):
        unit = _UNITS[found["unit"].casefold()]
        keys = duration_keys(1, unit) | {_COUNTS.get(unit, "n:1")}
        yield Mention(found.start(), found.end(), found[0], keys, is_certain=False, kind="span")


def unit_after(text: str, end: int) -> str:
    """What a number counts: "month" after "12" in "12-month", "km" after "12" in "12 km"; or
    nothing."""
    found = _UNIT_AFTER.match(text, end)
    if not found:
        return ""
    word = found["unit"].casefold()
    return _UNITS.get(word) or _MEASURES.get(word, "")


@cache
def _month_numbers() -> Mapping[str, int]:
    found = {name.casefold(): n for lang in LANGUAGES for n, name in enumerate(months(lang), 1)}
    return {**found, **_SHORT["en"], **_SHORT["fr"]}


@cache
def _date_patterns() -> tuple[re.Pattern[str], ...]:
    long = "|".join(sorted(_month_numbers(), key=len, reverse=True))
    month = rf"(?P<month>{long})\b\.?"
    return (
        re.compile(rf"\b{month}{_GAP}{_DAY}(?!\d)(?:,?{_GAP}{_YEAR}\b)?", re.IGNORECASE),
        re.compile(
            rf"(?<![\d,.\u00a0]){_DAY}{_GAP}(?:of{_GAP})?{month}(?:,?{_GAP}{_YEAR}\b)?",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{month}(?:{_GAP}of)?,?{_GAP}{_YEAR}\b", re.IGNORECASE),
    )


def _date(found: re.Match[str]) -> Mention:
    """A date, a day of the year, or a month of a year."""
    given = found.groupdict()
    written = given["month"].casefold().rstrip(".")
    month = int(written) if written.isdigit() else _month_numbers()[written]
    day, year = given.get("day"), given.get("year")
    parts = {f"m:{month}"} | ({f"n:{int(day)}"} if day else set())
    parts |= {f"n:{int(given['last'])}"} if given.get("last") else set()
    parts |= {f"n:{year}"} if year else set()
    last = f"–{given['last']}" if given.get("last") else ""
    key = f"d:{year or ''}-{month}-{int(day) if day else ''}{last}"
    return Mention(
        found.start(), found.end(), found[0], frozenset({key}), parts=frozenset(parts), kind="date"
    )


def _years(found: re.Match[str]) -> Mention | None:
    """A fiscal year or several years: "2020–21", "2018-2028"."""
    first, last = int(found["first"]), found["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    end += 100 if end < first else 0
    if end - first > 100 or (len(last) == 2 and end == first):
        return None
    parts = frozenset({f"n:{first}", f"n:{end}"})
    keys = frozenset({f"y:{first}-{end}"})
    return Mention(found.start(), found.end(), found[0], keys, parts=parts, kind="years")


def _time(found: re.Match[str]) -> Mention:
    given = found.groupdict()
    hour, minute = int(given["hour"]), given["minute"] or "00"
    if given.get("half"):
        hour = hour % 12 + (12 if given["half"].casefold() == "p" else 0)
    keys = {f"t:{hour}:{minute}"}
    if minute == "00":
        keys |= {f"n:{hour}"} if not given.get("half") else set()
    keys |= {f"min:{hour * 60 + int(minute)}"} if not given.get("half") else set()
    return Mention(found.start(), found.end(), found[0], frozenset(keys), kind="time")
