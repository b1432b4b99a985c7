"""Signs and the spaces beside them (BIL825 to BIL828, BIL830, BIL836)."""

from __future__ import annotations

import re

from bilan.guard.style import FIGURE_END, NBSP, ODD, SPACE, Correction, Style, always, before
from bilan.guard.style_times import RATIO
from bilan.languages import Language

_AFTER_COLON = rf"(?=[\s*_»”\"{{\ufffc]|\Z|(?<!{SPACE}:)[)\]])"
_NOT_AFTER = r"(?<=[^\s«“\"(\[|–—-])"


def _colon(match: re.Match[str], text: str) -> Correction | None:
    """Not "1 : 10" where the words speak of a ratio."""
    is_ratio = re.match(r"\s\d", match.string[match.end() : match.end() + 2])
    return None if is_ratio and RATIO.search(before(match)) else Correction(text)


def _possessive(match: re.Match[str]) -> Correction | None:
    """ "partners' " ends a quotation where an earlier mark began one."""
    is_last = not re.match(r"\w", match.string[match.end() : match.end() + 1])
    is_quotation = is_last and re.search(r"(?:^|[\s(“\"])['‘](?=\w)", before(match, 90))
    return None if is_quotation else Correction("’")


_COMMON = (
    Style(
        "BIL827",
        re.compile(rf"{_NOT_AFTER}{SPACE}++(?=[;!?](?![\w\[=)-]))"),
        always(""),
        signs=";!?",
    ),
    Style(
        "BIL827",
        re.compile(
            rf"{_NOT_AFTER}(?<![.,…]){SPACE}++"
            r"(?=,(?:[\s*_]|\Z)|\.(?!\s\.)(?:[\s*_\"»”)]|\Z))"
        ),
        always(""),
    ),
)

SIGNS: dict[Language, tuple[Style, ...]] = {
    "fr": (
        Style(
            "BIL825",
            re.compile(rf"(?<={FIGURE_END})[*_]{{0,3}}(?P<slip>(?!{NBSP}+%){SPACE}*+%)(?!\w)"),
            always(f"{NBSP}%"),
            signs="%",
        ),
        Style(
            "BIL826",
            re.compile(rf"(?<=[^\s:|{{])(?<!--)(?P<slip>(?!{NBSP}+:){SPACE}*+:){_AFTER_COLON}"),
            lambda match: _colon(match, f"{NBSP}:"),
            quoted="unsure",
            signs=":",
        ),
        *_COMMON,
        Style(
            "BIL828",
            re.compile(rf"«(?!{NBSP}){SPACE}*+(?=[^\s)»])"),
            always(f"«{NBSP}"),
            signs="«",
        ),
        Style(
            "BIL828",
            re.compile(rf"(?<=[^\s(«])(?!{NBSP}+»){SPACE}*+»"),
            always(f"{NBSP}»"),
            signs="»",
        ),
        Style(
            "BIL830",
            re.compile(r"(?<=[^\W\d_])['´](?=[\w\ufffc{*«“\"])"),
            always("’"),
            signs="'´",
        ),
        Style("BIL836", re.compile(f"[{ODD}]+"), always(NBSP)),
    ),
    "en": (
        Style(
            "BIL825",
            re.compile(rf"(?<={FIGURE_END})[*_]{{0,3}}(?P<slip>{SPACE}++%)(?!\w)"),
            always("%"),
            signs="%",
        ),
        Style(
            "BIL826",
            re.compile(rf"(?<=[^\s:|{{])(?<!--){SPACE}++:{_AFTER_COLON}"),
            lambda match: _colon(match, ":"),
            signs=":",
        ),
        *_COMMON,
        Style(
            "BIL830",
            re.compile(
                r"(?<=[^\W\d_])['´](?=[^\W\d_])|(?<=[\d\ufffc}*_])'(?=s\b)"
                r"|(?<=s)'(?=[\s.,;:!?)]|\Z)"
            ),
            _possessive,
            signs="'´",
        ),
        Style("BIL836", re.compile(f"[{ODD}]+"), always(" ")),
    ),
}
