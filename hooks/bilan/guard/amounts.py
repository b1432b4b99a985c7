"""Numbers in digits or in words, with the percent sign, the currency and the scale around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bilan.guard.mention import (
    Mention,
    duration_keys,
    money_keys,
    number_keys,
    percent_keys,
)
from bilan.guard.moments import unit_after
from bilan.guard.numerals import (
    OFTEN_ELSE,
    cardinal,
    cardinal_pattern,
    scale_of,
    scale_pattern,
)
from bilan.languages import Language

_SPACE = r"[ \u00a0\u202f\u2009]"
DIGITS = (
    rf"\d{{1,3}}(?:(?:{_SPACE}\d{{3}}){{1,6}}|(?:,\d{{3}}){{1,6}})(?!\d)(?:[.,]\d{{1,9}})?(?!\d)"
    r"|\d{1,18}(?:[.,]\d{1,9})?(?!\d)"
)
_SHORT_SCALES = {"k": 3, "m": 6, "b": 9, "g": 9, "bn": 9, "md": 9, "mm": 6}
_CURRENCIES = {"$": "$", "€": "€", "£": "£", "euro": "€", "dollar": "$", "pound": "£", "livre": "£"}
_IN_CENTS = re.compile(r"(?:cents?|¢)$", re.IGNORECASE)
"""« sept cents » may be seven cents, or seven hundred."""
_COUNTRY = re.compile(r"(US|CA|C)")
_COUNTRY_AFTER = re.compile(r"[ \u00a0](US|CA|am[ée]ricain|canadien)", re.IGNORECASE)
_COUNTRIES = {"us": "US", "am": "US", "ca": "CA", "c": "CA"}
_DOLLARS = r"(?:cents?|¢|dollars?|euros?|pounds? sterling|livres? sterling)"
_WORD_OF_PERCENT = r"%|per[ -]?cents?\b|pour[ -]?cents?\b|p\.[ \u00a0]?(?:100\b|cent\b|c\.)"


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    scale = rf"(?:{scale_pattern(language)})\b"
    return re.compile(
        rf"""(?P<before>(?:\b(?:US|CA|CAD|USD|C|A)[ \u00a0]?)?[$€£]{_SPACE}?
            |\b(?:CAD|USD|EUR){_SPACE})?
        (?P<sign>(?<![\w\d)%.,/])[-−](?={_SPACE}?[\d$]))?
        (?P<prefix>(?:(?<=[-−])[$€£]{_SPACE}?)?)
        (?:(?P<digits>(?<![\w.,]){DIGITS}|(?<=[$€£]){DIGITS})|(?P<words>(?i:{cardinal_pattern(language)})))
        (?:(?:{_SPACE}|-)(?P<scale>{scale})|{_SPACE}?(?P<short>k|K|M|MM|Md|B|G|bn)(?={_SPACE}?[$€£]|\b)(?![\w’']))?
        (?:\*{{0,2}}{_SPACE}?(?P<percent>{_WORD_OF_PERCENT})
          |(?:{_SPACE}|-)?(?:(?:(?:de|of){_SPACE}|d[’'])?(?:(?P<after>[$€£](?!\d))|(?P<dollars>(?i:{_DOLLARS})(?!\w)))))?""",
        re.VERBOSE,
    )


@dataclass(frozen=True)
class Amount:
    """A number as it stands, before it is known what it counts."""

    start: int
    end: int
    text: str
    values: tuple[Decimal, ...]
    """One, or two where a separator may be read in two ways."""
    scale: int
    is_false_friend: bool
    """A French billion, which most often is an English one left as it was."""
    currency: str
    is_percent: bool
    is_in_words: bool
    is_certain: bool
    unit: str
    """The span of time that it counts, or nothing."""

    @property
    def is_year(self) -> bool:
        value = self.values[0]
        is_plain = not (self.currency or self.is_percent or self.scale or self.is_in_words)
        return is_plain and len(self.text) == 4 and 1800 <= value < 2100

    def mention(self) -> Mention:
        keys: set[str] = set()
        for value in self.values:
            exact = value.scaleb(self.scale)
            if self.is_false_friend:
                keys |= money_keys(value.scaleb(9), 9)
            if self.is_percent:
                keys |= percent_keys(exact)
            elif self.currency:
                keys |= money_keys(exact, self.scale, self.currency[-1])
                keys |= number_keys(exact) if _IN_CENTS.search(self.text) else frozenset()
            else:
                keys |= number_keys(exact)
                keys |= duration_keys(exact, self.unit)
        value = self.values[0].scaleb(self.scale)
        is_bare = not self.is_percent and not self.currency
        return Mention(
            self.start,
            self.end,
            self.text,
            frozenset(keys),
            is_certain=self.is_certain,
            number=value if is_bare else None,
            percent=value if self.is_percent else None,
            money=value if self.currency[-1:] == "$" else None,
            scale=self.scale,
            unit=self.unit,
            currency=self.currency,
            kind="percent" if self.is_percent else "money" if self.currency else "number",
        )


def amounts(text: str, language: Language) -> Iterator[Amount]:
    for found in _pattern(language).finditer(text):
        if _is_a_name(found, text):
            continue
        yield _amount(found, text, language)


def _is_a_name(found: re.Match[str], text: str) -> bool:
    """ "Trois-Rivières", "Sept-Îles"; a list item's own number; "1." of a heading."""
    after = text[found.end() : found.end() + 2]
    is_hyphenated = bool(found["words"]) and after[:1] == "-" and after[1:2].isupper()
    begins_line = not text[: found.start()].rpartition("\n")[2].strip(" #>")
    is_marker = bool(found["digits"]) and begins_line and bool(re.match(r"[.)]\s", after))
    return is_hyphenated or is_marker


def _amount(found: re.Match[str], text: str, language: Language) -> Amount:
    if found["digits"]:
        values = _values(found["digits"], language)
    else:
        values = (Decimal(cardinal(found["words"].casefold(), language)),)
        if found["words"].endswith(" cents"):
            values = (*values, values[0] / 100)  # « sept cents » may be seven cents
    is_in_cents = _is_in_cents(found)
    if is_in_cents:
        values = (*(value / 100 for value in values), *values)
    negative = bool(found["sign"])
    scale = scale_of(found["scale"], language) if found["scale"] else 0
    scale = _SHORT_SCALES[found["short"].casefold()] if found["short"] else scale
    currency = _currency(found)
    start = found.start()
    word = (found["words"] or "").casefold()
    return Amount(
        start=start,
        end=found.end(),
        text=found[0],
        values=tuple(-value if negative else value for value in values),
        scale=scale,
        is_false_friend=language == "fr" and scale == 12,
        currency=currency,
        is_percent=bool(found["percent"]),
        is_in_words=bool(word),
        is_certain=bool(scale or currency or found["percent"])
        or not (word in OFTEN_ELSE or (word and _is_joined(text, found.end()))),
        unit=unit_after(text, found.end()),
    )


def _is_joined(text: str, end: int) -> bool:
    """ "two-way", "one-stop": a word more than a number, unless it counts a span of time."""
    return (
        text[end : end + 1] == "-"
        and text[end + 1 : end + 2].isalpha()
        and not unit_after(text, end)
    )


def _currency(found: re.Match[str]) -> str:
    """ "$", "€", "£"; with its country where that is said: "US$"."""
    sign = (found["before"] or "") + (found["prefix"] or "") + (found["after"] or "")
    mark = next((mark for mark in "$€£" if mark in sign), "")
    if found["dollars"] and _is_in_cents(found):
        return "$"
    if found["dollars"]:
        word = found["dollars"].casefold()
        mark = next(sign for start, sign in _CURRENCIES.items() if word.startswith(start))
    mark = mark or {"CAD": "$", "USD": "$", "EUR": "€"}.get(sign.strip(), "")
    if mark != "$":
        return mark
    country = _COUNTRY.search(sign) or _COUNTRY_AFTER.match(found.string, found.end())
    return f"{_COUNTRIES[country[1].casefold()[:2]]}$" if country else "$"


def _is_in_cents(found: re.Match[str]) -> bool:
    return (found["dollars"] or "").casefold().startswith(("cent", "¢"))


def _values(digits: str, language: Language) -> tuple[Decimal, ...]:
    """ "1,234" is a thousand and more in English; in French it may be that, or a decimal, and so
    may "1.234" in either."""
    bare = re.sub(_SPACE, "", digits)
    grouped = re.fullmatch(r"(\d{1,3}(?:,\d{3})+)(\.\d+)?", bare)
    as_thousands = Decimal(bare.replace(",", "")) if grouped else None
    if as_thousands is not None and (language == "en" or bare.count(",") > 1 or "." in bare):
        return (as_thousands,)
    as_decimal = Decimal(re.sub(r"[.,](?=.*[.,])", "", bare).replace(",", "."))
    if re.fullmatch(r"\d{1,3}\.\d{3}|\d{4,9},\d{3}", bare):
        as_thousands = Decimal(re.sub(r"\D", "", bare))
    return (as_decimal,) if as_thousands is None else (as_decimal, as_thousands)
