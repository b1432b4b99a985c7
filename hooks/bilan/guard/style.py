"""What a rule of house style is made of, and how a number is taken apart and written again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from bilan.languages import Language

NBSP = "\u00a0"
ODD = "\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that house style never has: of fixed or narrow width."""

MASK = "\ue000"
"""Stands for a character that no rule may read: of an address, an entity, a foreign title."""

SPACE = f"[ {NBSP}{ODD}]"
GROUP_SPACE = f"[ {NBSP}\u2007\u2008\u2009\u202f]"
FIGURE_END = "[\\d\ufffc}]"
"""A digit, or the end of a call or of a placeholder that renders a figure."""

NUMBER = (
    rf"(?:\d{{1,3}}(?:(?:,|{GROUP_SPACE})\d{{3}}){{1,6}}(?!\d)|\d{{1,15}})(?:[.,]\d{{1,9}})?(?!\d)"
)
"""A number in the format of either language."""

LEFT = rf"(?<![\w.,{MASK}])(?<![^\W\d_][-/])"
"""Where a number may begin: not inside a word, a code or another number."""

DIGITS = "0123456789"
FIGURES = f"{DIGITS}}}\ufffc"

Quoted = Literal["told", "unsure", "untold"]


@dataclass(frozen=True)
class Correction:
    text: str
    is_safe: bool = True


Correct = Callable[[re.Match[str]], Correction | None]


@dataclass(frozen=True)
class Style:
    """One way of writing wrong: where it stands, and what stands there instead.

    The group `slip` of the pattern is replaced, or the whole match where there is none.
    """

    rule: str
    pattern: re.Pattern[str]
    correct: Correct
    quoted: Quoted = "told"
    """What is done between quotation marks, where the words may be someone else's."""
    signs: str = ""
    """A match holds one of these characters; most texts hold none of them."""


def with_signs(signs: str, *styles: Style) -> tuple[Style, ...]:
    return tuple(replace(style, signs=signs) for style in styles)


def always(text: str) -> Correct:
    return lambda _: Correction(text)


def before(match: re.Match[str], length: int = 60) -> str:
    """The text of the same line before a match, at most `length` characters of it."""
    start = match.start("slip") if "slip" in match.re.groupindex else match.start()
    return match.string[max(0, start - length) : start].rpartition("\n")[2]


def after(match: re.Match[str], length: int = 30) -> str:
    return match.string[match.end() : match.end() + length]


# Numbers


def digits_of(number: str) -> tuple[str, str]:
    """ "1,234.5" and "1 234,5" in their two parts: ("1234", "5")."""
    compact = re.sub(SPACE, "", number)
    is_english = compact == number and not compact.startswith("0,")
    if is_english and (english := re.fullmatch(r"(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d+))?", compact)):
        return english[1].replace(",", ""), english[2] or ""
    whole, _, decimals = compact.replace(",", ".").rpartition(".")
    return (whole.replace(".", ""), decimals) if whole else (decimals, "")


def written(number: str, language: Language) -> str:
    """A number of either format in that of the language."""
    whole, decimals = digits_of(number)
    group, point = (",", ".") if language == "en" else (NBSP, ",")
    first = len(whole) % 3
    groups = [whole[:first]] * bool(first) + [
        whole[at : at + 3] for at in range(first, len(whole), 3)
    ]
    return group.join(groups) + (point + decimals if decimals else "")


def is_plural_in_french(number: str) -> bool:
    """From 2 on: "1,9 milliard", "2 milliards"."""
    whole, _ = digits_of(number)
    return len(whole) > 1 or whole not in ("0", "1")
