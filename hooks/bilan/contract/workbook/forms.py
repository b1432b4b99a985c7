"""Number formats: how a spreadsheet shows a number or a day in one language.

Separators are those of the reader's own computer, as everywhere in a spreadsheet; the
place of `$` and `%`, the currency's sign and the names of months are those of the language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bilan.contract.workbook.pieces import Day, Number
from bilan.formats import MINUS, NBSP, currency_symbol
from bilan.labels import locale
from bilan.languages import Language
from bilan.model.indicators import Unit, UnitKind

_COUNTRY: Mapping[Language, str] = {"en": "1009", "fr": "C0C"}
"""Excel's numbers for the English and the French of Canada."""
_FIRST_YEAR = 1900


@dataclass(frozen=True)
class Forms:
    """The number formats of one language; without one, of a sheet in both, where the
    heading or the unit beside it says what the number is."""

    language: Language | None = None

    def quantity(self, value: Decimal, unit: Unit | None, is_change: bool = False) -> Number:
        if unit and unit.kind is UnitKind.PERCENT:
            return self.percent(value, is_change)
        digits = _digits(value)
        if unit and unit.kind is UnitKind.CURRENCY:
            shown = self._money(digits, unit.id)
            return Number(
                value, f"+{shown};({shown});{shown}" if is_change else f"{shown};({shown})"
            )
        return Number(value, _signed(digits, is_change))

    def percent(self, value: Decimal, is_change: bool = False) -> Number:
        """A share of one, shown in percent: 36 becomes 0.36."""
        sign = f'"{NBSP}"%' if self.language == "fr" else "%"
        return Number(value.scaleb(-2), _signed(_digits(value) + sign, is_change))

    def day(self, day: date) -> Day | str:
        """A real date; text before the first day that a spreadsheet knows."""
        if day.year < _FIRST_YEAR:
            return day.isoformat()
        if self.language is None:
            return Day(day, "yyyy-mm-dd")
        country = f"[$-{_COUNTRY[self.language]}]"
        if self.language == "en":
            return Day(day, f'{country}mmmm"{NBSP}"d",{NBSP}"yyyy')
        first = "er" if day.day == 1 else ""
        return Day(day, f'{country}d"{first}{NBSP}"mmmm"{NBSP}"yyyy')

    def _money(self, digits: str, currency: str) -> str:
        if self.language is None:
            return digits
        standard = locale(self.language).currency_formats["standard"].pattern
        sign = currency_symbol(self.language, currency)
        shown = re.sub(r"[#0,.]+", digits, standard).replace(NBSP, f'"{NBSP}"')
        return shown.replace("¤", f"[${sign}-{_COUNTRY[self.language]}]")


def _digits(value: Decimal) -> str:
    decimals = max(0, -int(value.as_tuple().exponent))
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _signed(shown: str, is_change: bool) -> str:
    minus = f'"{MINUS}"{shown}'
    return f"+{shown};{minus};{shown}" if is_change else f"{shown};{minus}"
