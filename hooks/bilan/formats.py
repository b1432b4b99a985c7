"""How a figure is written in one language, to the code point.

The rules are those of the house's table of formats; numbers, dates, currencies and
plurals come from CLDR through Babel, and the words (`at least`, `million`) from
`data/labels.yml`. Values are `Decimal` and are never rounded here: a figure shows
the digits it was typed with. The one exception is `percent_of_target`, which says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import Literal

from babel.dates import format_date
from babel.numbers import NumberPattern, format_decimal, get_currency_symbol, parse_pattern
from markupsafe import Markup, escape

from bilan.labels import LOCALES, Words, locale
from bilan.languages import Bilingual, Language
from bilan.model.indicators import Qualifier, Quantity, Statement, Unit, UnitKind
from bilan.model.promises import Comparator, Comparison

NBSP, MINUS = "\u00a0", "\u2212"
MILLION, BILLION = 6, 9
MOST_DECIMALS_OF_A_SCALE = 2
DIGITS = 80
"""More than any figure that the data files take, and any share of two of them, can have."""

Style = Literal["sentence", "table", "full"]
"""Money as "$275 million" in a sentence, "$275M" in a table, "$275,000,000" in full."""


@dataclass(frozen=True)
class Written:
    """A figure in its two parts: "3,334" and "members"."""

    number: str
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.number} {self.unit}" if self.unit else self.number

    def __html__(self) -> str:
        number = escape(self.number)
        return number + Markup(" ") + escape(self.unit) if self.unit else number


class Formats:
    """Writes figures in one language."""

    def __init__(self, words: Words) -> None:
        self.language: Language = words.language
        self._words = words

    # Numbers

    def number(self, value: Decimal | int) -> str:
        """Always grouped, with the digits the value holds; a true minus sign."""
        value = Decimal(value)
        decimals = max(0, -int(value.as_tuple().exponent))
        with localcontext(prec=DIGITS):
            text = format_decimal(
                value.copy_abs(), format=_pattern(decimals), locale=LOCALES[self.language]
            )
        return (MINUS if value < 0 else "") + text

    def change(self, value: Decimal) -> str:
        """A difference: always with its sign, except zero."""
        return ("+" if value > 0 else "") + self.number(value)

    def percent(self, value: Decimal | int) -> str:
        return self.number(value) + ("%" if self.language == "en" else f"{NBSP}%")

    def percent_of_target(self, progress: Fraction) -> str:
        """The share in whole percent, ROUND_HALF_UP, with as many decimals as it takes to
        keep a target missed, met or exceeded apart: 99.6% never prints as 100%."""
        return self.percent(rounded_percent(progress))

    # Money

    def money(self, value: Decimal, currency: str, style: Style) -> str:
        scale = None if style == "full" else _scale(value)
        if scale is None:
            return self._money_in_full(value, currency)
        sign, number = MINUS if value < 0 else "", _scaled(value.copy_abs(), scale)
        if style == "sentence" and currency == "CAD":
            key = "money_millions" if scale == MILLION else "money_billions"
            return sign + self._words.counted(key, number, n=self.number(number))
        return sign + _compact_form(self.language, scale, currency).format(self.number(number))

    def _money_in_full(self, value: Decimal, currency: str) -> str:
        standard = locale(self.language).currency_formats["standard"].pattern
        text = re.sub(r"[#0,.]+", self.number(value.copy_abs()), standard)
        text = text.replace("¤", currency_symbol(self.language, currency)).replace(" ", NBSP)
        if value >= 0:
            return text
        minus = escape(self._words("minus"))
        return Markup('<span class="unseen">{} </span>({})').format(minus, text)

    # Figures with their unit

    def quantity(self, quantity: Quantity, style: Style = "sentence") -> Written:
        value, unit = quantity.value, quantity.unit
        if unit.kind is UnitKind.CURRENCY:
            return Written(self.money(value, unit.id, style))
        if unit.kind is UnitKind.PERCENT:
            return Written(self.percent(value), self._words.of(quantity.of))
        return Written(self.number(value), self.noun(unit, value))

    def noun(self, unit: Unit, count: Decimal) -> str:
        if unit.kind is not UnitKind.COUNT:
            return ""
        forms = unit.nouns[self.language]
        is_round = locale(self.language).plural_form(count) == "many"
        return forms["many" if is_round and "many" in forms else self._words.category(count)]

    def comparison(
        self, comparison: Comparison, unit: Unit, of: Bilingual | None, style: Style = "sentence"
    ) -> tuple[str, Written]:
        """The words of the comparator and the figure: ("at least", "90% of members")."""
        high = comparison.high
        shown = self._bare(comparison.value if high is None else high, unit, style)
        noun = self._words.of(of) or self.noun(unit, comparison.value if high is None else high)
        if high is not None:
            low = self._lower_bound(self._bare(comparison.value, unit, style), shown)
            shown = self._words.marked_up("between_bounds", low=low, high=shown)
        words = self.comparator(comparison.comparator)
        return words, Written(shown, noun)

    def comparator(self, comparator: Comparator) -> str:
        """ "at least"; empty for a range, whose two bounds say it."""
        return "" if comparator is Comparator.BETWEEN else self._words(f"{comparator.value}_words")

    def qualifier(self, qualifier: Qualifier | None) -> str:
        """ "more than"; empty with an exact figure."""
        return self._words(f"{qualifier.value}_words") if qualifier else ""

    def _bare(self, value: Decimal, unit: Unit, style: Style) -> str:
        return self.quantity(Quantity(value, unit), style).number

    def _lower_bound(self, low: str, high: str) -> str:
        """French says the unit once, after both bounds, unless brackets hold it."""
        if self.language == "en" or low.endswith(")"):
            return low
        sign = re.search(r"\u00a0(?:[^\d\u00a0].*)$", high)
        return low.removesuffix(sign.group()) if sign else low

    def statement(self, statement: Statement) -> Markup:
        figures = {name: self.quantity(q) for name, q in statement.figures.items()}
        return Markup(
            re.sub(
                r"\{([a-z0-9-]+)\}",
                lambda placeholder: escape(figures[placeholder[1]]),
                escape(statement.words[self.language]),
            )
        )

    # Dates and periods

    def date(self, day: date) -> str:
        text = format_date(day, "long", locale=LOCALES[self.language]).replace(" ", NBSP)
        if self.language == "fr" and day.day == 1:
            return Markup("1<sup>er</sup>") + text.removeprefix("1")
        return text

    def period(self, period: str) -> str:
        """A fiscal year "2020-2021" or several years "2018/2028" as the language writes them;
        a calendar year as it is."""
        if self.language == "fr":
            return period.replace("/", "-")
        first, hyphen, last = period.partition("-")
        return f"{first}–{last[2:]}" if hyphen else period.replace("/", "–")


def plain(text: str) -> str:
    """A text for a place that takes no HTML; no-break spaces stay as they are."""
    return Markup(re.sub(r"<[^>]*>", "", text)).unescape() if isinstance(text, Markup) else text


def capitalised(text: str) -> str:
    """As at the beginning of a sentence; the rest stays as it is, and markup stays markup."""
    return text[:1].upper() + text[1:]


def drawn(text: str) -> str:
    """A text as it is seen, for a drawing: without what only screen readers say."""
    seen = re.sub(r'<span class="unseen">[^<]*</span>', "", text)
    return plain(Markup(seen)) if isinstance(text, Markup) else text


def rounded_percent(progress: Fraction, decimals: int = 0) -> Decimal:
    """A share in percent, on the same side of 100 as the exact value.

    Rounded half up to `decimals`, unless that would show a missed or an exceeded target as
    exactly reached; then with the fewest decimals that do not.
    """
    with localcontext(prec=DIGITS):
        exact = Decimal(progress.numerator) * 100 / Decimal(progress.denominator)
        while True:
            rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
            if (rounded == 100) == (progress == 1):
                return rounded
            decimals += 1


def _scale(value: Decimal) -> int | None:
    """The largest scale word that needs at most two decimals: 1.3 billion, 275 million.

    None where the figure is better written in full: 9,777,090.
    """
    for scale in (BILLION, MILLION):
        scaled = value.scaleb(-scale).normalize()
        exponent = int(scaled.as_tuple().exponent)
        if abs(scaled) >= 1 and -exponent <= MOST_DECIMALS_OF_A_SCALE:
            return scale
    return None


def _scaled(value: Decimal, scale: int) -> Decimal:
    """The value in millions or billions; a value typed in millions keeps its digits (5.0)."""
    was_typed_in_millions = int(value.as_tuple().exponent) > 0
    scaled = value.scaleb(-scale)
    if scale == MILLION and was_typed_in_millions:
        return scaled
    return scaled.quantize(Decimal(1)) if scaled == scaled.to_integral() else scaled.normalize()


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


@cache
def _compact_form(language: Language, scale: int, currency: str) -> str:
    """CLDR's short form, with `{}` for the number: "${}M", "{} G$"."""
    forms = locale(language).compact_currency_formats["short"]["other"]
    form = re.sub(r"0+", "{}", forms[str(10**scale)].pattern).replace(" ", NBSP)
    return form.replace("¤", currency_symbol(language, currency))


@cache
def currency_symbol(language: Language, currency: str) -> str:
    return get_currency_symbol(currency, LOCALES[language]).replace(" ", NBSP)
