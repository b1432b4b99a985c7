"""Numbers: grouped and pointed as the language does (BIL821, BIL822, BIL836)."""

from __future__ import annotations

import re

from bilan.guard.style import (
    FIGURE_END,
    FIGURES,
    GROUP_SPACE,
    LEFT,
    NBSP,
    SPACE,
    Correction,
    Style,
    before,
    with_signs,
    written,
)
from bilan.languages import LANGUAGES, Language

_RIGHT = r"(?![\w/])(?![.,]\d)"
_NOT_A_TELEPHONE = rf"(?!{SPACE}\d|[-.]\d{{4}}\b)"

_SIGNS = r"[%‰€]|[kMG]?\$|°|×|x\b"
_UNITS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"[*_]{{0,3}}{SPACE}*(?:{_SIGNS}|(?:percent|per cent|percentage|millions?|billions?|times"
        r"|points?|hours?|days?|weeks?|months?|years?|tonnes?|hectares?|kilomet\w+|FTEs?"
        r"|out of|km|kg|ha|[MGTk]Wh?|Mt|kt|m²|km²)\b)"
    ),
    "fr": re.compile(
        rf"[*_]{{0,3}}{SPACE}*(?:{_SIGNS}|(?:pour cent|p\. 100|millions?|milliards?|billions?|fois"
        r"|points?|heures?|jours?|semaines?|mois|ans?|années?|tonnes?|hectares?|kilom\w+|ETP"
        r"|sur \d+|h|km|kg|ha|[MGTk]Wh?|Mt|kt|m²|km²)\b)"
    ),
}
"""What follows a quantity and never the number of a section or of a version."""

_NUMBERED = re.compile(
    r"(?:\b(?:phases?|figures?|fig\.|tableaux?|tables?|annexes?|annex|appendix|appendices|étapes?"
    r"|sections?|articles?|art\.|chapitres?|chapters?|ch\.|sec\.|s\.|pages?|p\.|pp\.|notes?|nos?\.?"
    r"|volets?|axes?|niveaux?|levels?|steps?|stages?|versions?|v\.|parts?|parties?|paragraphe?s?"
    r"|par\.|paras?\.|alinéas?|volumes?|vol\.|lines?|lignes?|rows?|questions?|footnotes?"
    r"|clauses?|schedules?|items?|encadrés?|boxe?s?|graphiques?|charts?|streams?|tiers?"
    r"|subsections?|paragraphes?|règles?|rules?|exhibits?|postes?|ext(?:ension|\.)|highway|route|autoroute)|[#§]|n[º°]|nᵒˢ?)"
    rf"{SPACE}?(?:\d[\d.,]{{0,8}}(?:\([a-z0-9]\))?{SPACE}?(?:,|et|ou|à|and|or|to|&|[-–])"
    rf"{SPACE}?){{0,6}}$",
    re.IGNORECASE,
)
_CHAIN = rf"(?:\d[\d.,]{{0,8}}{SPACE}(?:et|ou|à|and|or|to){SPACE}){{0,6}}"
_QUANTIFIED = re.compile(
    rf"(?:(?<!\d{SPACE})\b(?!(?-i:[A-Z]{{2}}))(?:about|above|an?|at|average|averaged|below|between|by|equals|factor|from|index|is|mean"
    r"|nearly|of|only|over|rate|ratio|reached|score|scored|some|than|to|under|was|were"
    r"|atteint|coefficient|contre|de|des|en|entre|environ|est|était|facteur|indice|moins|moyenne"
    rf"|ou|par|plus|près de|que|score|soit|sont|sur|taux|un|une|vaut|à)\b{SPACE}|d[’']|[=+<>≥≤−]"
    rf"{SPACE}?){_CHAIN}$",
    re.IGNORECASE,
)
"""Words before a number without a unit that make it a quantity; after a name it is a version."""
_LIST_AFTER = re.compile(rf"{SPACE}?(?:,|;|and|or|to|&|[-–]){SPACE}?\d")


def _is_quantity(prefix: str) -> bool:
    """Rather than the number of a part, of a version or of a standard."""
    return bool(_QUANTIFIED.search(prefix)) and not _NUMBERED.search(prefix)


def _has_unit(match: re.Match[str], language: Language) -> bool:
    return _UNITS[language].match(match.string, match.end()) is not None


def _english_group(match: re.Match[str]) -> Correction | None:
    """ "1,234" may be a decimal, so that a person decides; before a unit it surely is one."""
    number = match.group()
    is_clear = number.count(",") > 1 or "." in number
    if number.startswith("0"):
        return None
    if not is_clear and (_has_unit(match, "fr") or _NUMBERED.search(before(match))):
        return None
    return Correction(written(number, "fr"), is_clear)


def _english_decimal(match: re.Match[str]) -> Correction | None:
    prefix = before(match)
    if _has_unit(match, "fr"):
        return None if _NUMBERED.search(prefix) else Correction(written(match.group(), "fr"))
    if not _is_quantity(prefix):
        return None
    return Correction(written(match.group(), "fr"), is_safe=False)


def _french_decimal(match: re.Match[str]) -> Correction | None:
    prefix = before(match)
    if _has_unit(match, "en") or match.group().startswith("0"):
        return None if _NUMBERED.search(prefix) else Correction(written(match.group(), "en"))
    if not _is_quantity(prefix) or _LIST_AFTER.match(match.string, match.end()):
        return None
    return Correction(written(match.group(), "en"), is_safe=False)


def _spaced_group(match: re.Match[str], language: Language) -> Correction | None:
    number, prefix = match.group(), before(match)
    is_plain = " " in number
    is_numbered = _NUMBERED.search(prefix) or re.search(rf"[-+(/]$|\+\d{{1,3}}{SPACE}$", prefix)
    if is_plain and is_numbered and number.count(" ") == 1 and "," not in number:
        return None
    is_right = language == "fr" and not re.search(r"[ \u2007-\u202f]|\.\d", number)
    is_safe = not is_plain or language == "fr" or len(re.findall(SPACE, number)) > 1
    return None if is_right else Correction(written(number, language), is_safe)


_SPACED = re.compile(
    rf"{LEFT}[1-9]\d{{0,2}}(?:{GROUP_SPACE}\d{{3}}(?!\d)){{1,6}}(?:[.,]\d{{1,9}})?"
    rf"{_RIGHT}{_NOT_A_TELEPHONE}"
)

_NUMBERS: dict[Language, tuple[Style, ...]] = {
    "fr": (
        Style(
            "BIL821",
            re.compile(rf"{LEFT}\d{{1,3}}(?:,\d{{3}}){{1,6}}(?:\.\d{{1,9}})?{_RIGHT}"),
            _english_group,
        ),
        Style("BIL821", re.compile(rf"{LEFT}\d{{1,15}}\.\d{{1,9}}{_RIGHT}"), _english_decimal),
        Style("BIL836", _SPACED, lambda match: _spaced_group(match, "fr")),
        Style(
            "BIL836",
            re.compile(
                rf"(?<={FIGURE_END})(?P<slip>(?!{NBSP}){SPACE}*)(?P<unit>[kMG]?\$)(?![\w{{])"
            ),
            lambda match: Correction(NBSP) if match["slip"] else None,
        ),
        Style(
            "BIL836",
            re.compile(rf"(?<={FIGURE_END})(?!{NBSP}){SPACE}(?=(?:million|milliard)s?\b)"),
            lambda _: Correction(NBSP),
        ),
        Style(
            "BIL836",
            re.compile(r"(?<=[\d}])[kMG]?\$(?![\w{])"),
            lambda match: Correction(NBSP + match.group()),
        ),
    ),
    "en": (
        Style("BIL822", _SPACED, lambda match: _spaced_group(match, "en")),
        Style(
            "BIL822",
            re.compile(rf"{LEFT}(?:\d{{1,3}},\d{{1,2}}|0,\d{{1,9}}){_RIGHT}"),
            _french_decimal,
        ),
    ),
}

NUMBERS: dict[Language, tuple[Style, ...]] = {
    language: with_signs(FIGURES, *_NUMBERS[language]) for language in LANGUAGES
}
