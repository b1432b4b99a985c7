"""Figures as house style writes them: grouped, with a true minus sign, scale words that agree."""

from __future__ import annotations

import re

from bilan.guard.style import (
    DIGITS,
    FIGURES,
    LEFT,
    NBSP,
    NUMBER,
    SPACE,
    Correction,
    Style,
    before,
    is_plural_in_french,
    written,
)
from bilan.languages import Language

_NO_COUNT = re.compile(
    r"\b(?:section|article|chapter|chapitre|version|no\.?|nº|n°|iso|item|room|salle|line|ligne|"
    r"page|p\.|form|formulaire|file|dossier|suite|bureau|act|loi|bill|route|code|id|number|numéro|"
    r"industrie|web|wcag|niveau|level|alinéa|paragraphe|annexe|tableau|figure|"
    r"street|road|avenue|rue|bill|resolution|résolution|norme|standard|csa|par\.|contract|contrat)"
    r"[ \u00a0]$",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b[A-Z]{2,}[ \u00a0-]$")
_CAPITALIZED = re.compile(r"[^.!?…:\s][ \u00a0][A-ZÀ-Ý][\w’-]*[ \u00a0]$")
_FIRST_YEAR, _LAST_YEAR = 1700, 2200


def _grouped(match: re.Match[str], language: Language) -> Correction | None:
    """ "125750"; of four digits only where a noun follows and it can be no year."""
    digits, is_short = match["slip"], len(match["slip"]) == 4
    if _is_a_name(match) or (is_short and _FIRST_YEAR <= int(digits) < _LAST_YEAR):
        return None
    return Correction(written(digits, language), is_safe=False)


def _is_a_name(match: re.Match[str]) -> bool:
    """ "Form IMM 5710", "section 12.3": a number that counts nothing."""
    return bool(_NO_COUNT.search(before(match)) or _CODE.search(before(match)))


def _with_a_point(match: re.Match[str]) -> Correction | None:
    """« 12.5 élèves »."""
    is_named = _is_a_name(match) or _CAPITALIZED.search(before(match))
    return None if is_named else Correction(match["slip"].replace(".", ","), is_safe=False)


def _with_a_dash(match: re.Match[str]) -> Correction | None:
    """ "2024/25", a fiscal year."""
    is_fiscal = (int(match["first"]) + 1) % 100 == int(match["last"])
    return Correction(f"{match['first']}–{match['last']}", is_safe=False) if is_fiscal else None


def _ungrouped(language: Language) -> Style:
    rule = "BIL821" if language == "fr" else "BIL822"
    pattern = re.compile(
        rf"{LEFT}(?<![-–/#])(?:[$€£])?(?P<slip>[1-9]\d{{4,8}}(?![\d.,:/–-]|[^\W_])"
        r"|[1-9]\d{3}(?=[ \u00a0][a-zà-ÿ]{4}))"
    )
    return Style(rule, pattern, lambda match: _grouped(match, language), "untold", DIGITS)


def _with_dots(language: Language) -> Style:
    """ "2.384.600" is a number in neither language."""
    rule = "BIL821" if language == "fr" else "BIL822"
    return Style(
        rule,
        re.compile(rf"{LEFT}(?P<slip>[1-9]\d{{0,2}}(?:\.\d{{3}}){{2,4}})(?![\d.,]|\w)"),
        lambda match: Correction(written(match["slip"].replace(".", ""), language), is_safe=False),
        "untold",
        ".",
    )


_MINUS = Style(
    "BIL839",
    re.compile(rf"(?<=[ {NBSP}(:])(?P<slip>-)(?=[$€£]?\d)(?!\d{{1,4}}-)"),
    lambda _: Correction("\u2212"),
    "untold",
    "-",
)


def _scale_in_french(match: re.Match[str]) -> Correction | None:
    """« 1,6 milliard », « 2 milliards »."""
    number = re.search(rf"{NUMBER}$", before(match).rstrip(f" {NBSP}\u202f\u2009"))
    if not number:
        return None
    word = match["slip"].removesuffix("s")
    right = f"{word}s" if is_plural_in_french(number[0]) else word
    return None if right == match["slip"] else Correction(right)


FIGURES_IN_FULL: dict[Language, tuple[Style, ...]] = {
    "fr": (
        Style(
            "BIL821",
            re.compile(rf"{LEFT}(?P<slip>\d{{1,6}}\.\d{{1,2}})(?=[ {NBSP}][a-zà-ÿ]{{3}})"),
            _with_a_point,
            "untold",
            ".",
        ),
        Style(
            "BIL821",
            re.compile(rf"{LEFT}(?P<slip>[1-9]\d{{0,2}}(?:,\d{{3}}){{1,4}})(?={SPACE}?\$)"),
            lambda match: Correction(written(match["slip"].replace(",", ""), "fr")),
            "untold",
            "$",
        ),
        _ungrouped("fr"),
        _with_dots("fr"),
        _MINUS,
        Style(
            "BIL831",
            re.compile(rf"(?<=\d){SPACE}(?P<slip>millions?|milliards?)\b"),
            _scale_in_french,
            "untold",
            FIGURES,
        ),
    ),
    "en": (
        Style(
            "BIL832",
            re.compile(rf"{LEFT}(?P<slip>(?P<first>20\d\d)/(?P<last>\d\d))(?![\d/-])"),
            _with_a_dash,
            "untold",
            "/",
        ),
        _ungrouped("en"),
        _with_dots("en"),
        _MINUS,
        Style(
            "BIL831",
            re.compile(rf"\$\d[\d.,]*{SPACE}(?P<slip>millions|billions)\b"),
            lambda match: Correction(match["slip"].removesuffix("s")),
            "untold",
            "$",
        ),
        Style(
            "BIL822",
            re.compile(r"(?<=\$)(?P<slip>\d{1,3},\d{2})(?![\d,.])"),
            lambda match: Correction(match["slip"].replace(",", ".")),
            "untold",
            "$",
        ),
        Style(
            "BIL824",
            re.compile(rf"\$\d[\d.,]*(?P<slip>{SPACE}(?P<letter>[KMB]))(?![\w$])"),
            lambda match: Correction(match["letter"]),
            "untold",
            "$",
        ),
    ),
}
