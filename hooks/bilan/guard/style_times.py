"""Times of day and ordinal numbers (BIL834, BIL835)."""

from __future__ import annotations

import re

from bilan.guard.style import DIGITS, NBSP, SPACE, Correction, Style, after, before, with_signs
from bilan.languages import LANGUAGES, Language

RATIO = re.compile(
    r"\b(?:ratios?|rapports?|proportions?|échelles?|scales?|score|cote|odds|factor|facteur|versets?|verses?"
    r"|durées?|vidéos?)\b"
    r"[^.;:]{0,25}$",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    rf"(?:\b(?:à|dès|vers|jusqu[’']à|avant|après|at|heure)|:){SPACE}$", re.IGNORECASE
)
_ORDINARY_END = re.compile(r"[ \u00a0]?(?:$|\n|[ \u00a0][A-ZÀ-Ý])")

_HALF = r"(?P<half>[ap])\.?[ \u00a0\u202f]?m(?P<dot>\.)?(?![\w])"


def _french(hours: int, minutes: str) -> str:
    return f"{hours}{NBSP}h" + (f"{NBSP}{minutes}" if int(minutes) else "")


def _half_day(match: re.Match[str]) -> Correction | None:
    hours = int(match["hours"])
    if not 1 <= hours <= 12:
        return None
    text = _french(hours % 12 + 12 * (match["half"].lower() == "p"), match["minutes"] or "00")
    ends = bool(match["dot"]) and _ORDINARY_END.match(after(match)) is not None
    return Correction(text + ("." if ends else ""), not ends)


def _colon(match: re.Match[str]) -> Correction | None:
    """A single digit before the colon is a ratio unless a word says that it is a time."""
    prefix = before(match)
    is_time = len(match["hours"]) == 2 or _TIME_BEFORE.search(prefix)
    if not is_time or RATIO.search(prefix):
        return None
    return Correction(_french(int(match["hours"]), match["minutes"]))


def _letter(match: re.Match[str]) -> Correction:
    return Correction(_french(int(match["hours"]), match["minutes"] or "00"))


def _to_english(match: re.Match[str]) -> Correction | None:
    hours, minutes = int(match["hours"]), match["minutes"] or "00"
    if hours > 23 or (not match["minutes"] and not _TIME_BEFORE.search(before(match))):
        return None
    shown = str((hours + 11) % 12 + 1) + (f":{minutes}" if int(minutes) else "")
    return Correction(f"{shown} {'p' if hours >= 12 else 'a'}.m.", hours >= 7)


_LEFT = r"(?<![\w:.,/\ue000-])"
_HOURS, _MINUTES = r"(?P<hours>2[0-3]|[01]?\d)", r"(?P<minutes>[0-5]\d)"

_TIMES: dict[Language, tuple[Style, ...]] = {
    "fr": (
        Style(
            "BIL834",
            re.compile(rf"{_LEFT}{_HOURS}(?::{_MINUTES})?{SPACE}?{_HALF}", re.IGNORECASE),
            _half_day,
            quoted="unsure",
        ),
        Style(
            "BIL834",
            re.compile(rf"{_LEFT}{_HOURS}:{_MINUTES}(?![\w:]|[.,]\d)"),
            _colon,
            quoted="unsure",
        ),
        Style(
            "BIL834",
            re.compile(rf"{_LEFT}(?P<hours>\d{{1,2}})[hH](?:{SPACE}?{_MINUTES})?(?![\w])"),
            _letter,
        ),
        Style(
            "BIL834",
            re.compile(rf"{_LEFT}(?P<hours>\d{{1,2}}){SPACE}(?:[hH]|H{SPACE}){_MINUTES}(?!\w)"),
            _letter,
        ),
    ),
    "en": (
        Style(
            "BIL834",
            re.compile(
                rf"{_LEFT}(?P<hours>\d{{1,2}}){SPACE}?[hH](?:{SPACE}?{_MINUTES})?(?![\w])\.?"
            ),
            _to_english,
            quoted="untold",
        ),
    ),
}


# Ordinals

_ROMAN_OR_DIGITS = r"(?<![\w.,\ue000-])(?P<number>\d{1,4}|[IVX]{1,6})"
_PLACE_AFTER = re.compile(rf"{SPACE}[A-ZÀ-Ý]")


def _french_ordinal(match: re.Match[str]) -> Correction:
    number, ending = match["number"], match["ending"].casefold()
    plural = "s" if ending.endswith("s") else ""
    if number in ("1", "I"):
        is_masculine = ending.rstrip("s").endswith("r")
        return Correction(f"{number}{'er' if is_masculine else 're'}{plural}")
    return Correction(f"{number}e{plural}")


def _from_english(match: re.Match[str]) -> Correction | None:
    """Not in "1st Avenue", which is a name."""
    if _PLACE_AFTER.match(after(match)):
        return None
    number = match["number"]
    return Correction(f"{number}er" if number == "1" else f"{number}e", is_safe=False)


def _from_french(match: re.Match[str]) -> Correction:
    number = int(match["number"])
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return Correction(f"{number}{ending or 'th'}", is_safe=False)


_ORDINALS: dict[Language, tuple[Style, ...]] = {
    "fr": (
        Style(
            "BIL835",
            re.compile(
                rf"{_ROMAN_OR_DIGITS}(?P<ending>(?<=[1I])i?[èe]res?|(?<=[1I])(?:èr|ier)s?|i?[èe]mes?)(?!\w)"
            ),
            _french_ordinal,
        ),
        Style(
            "BIL835",
            re.compile(r"(?<![\w.,\ue000-])(?P<number>\d{1,4})(?:st|nd|rd|th)(?!\w)"),
            _from_english,
            quoted="untold",
        ),
    ),
    "en": (
        Style(
            "BIL835",
            re.compile(
                r"(?<![\w.,\ue000-])(?P<number>1(?=er|re)|[2-9]|[1-9]\d{1,2})(?:er|re|i?[èe]me|e)s?(?!\w)"
            ),
            _from_french,
            quoted="untold",
        ),
    ),
}

TIMES: dict[Language, tuple[Style, ...]] = {
    language: with_signs(DIGITS + "IVX", *_TIMES[language], *_ORDINALS[language])
    for language in LANGUAGES
}
