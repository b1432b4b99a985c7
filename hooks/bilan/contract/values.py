"""Values as programs read them: numbers plain, dates ISO, text that no spreadsheet runs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from bilan.formats import Formats, plain, rounded_percent
from bilan.labels import Words
from bilan.languages import LANGUAGES, Bilingual, Language
from bilan.model.indicators import Qualifier, Quantity, Statement

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def plain_number(value: Decimal) -> str:
    """Digits with a point, in the unit named: 275000000, 10.40."""
    return format(value, "f")


def plain_date(day: date) -> str:
    return day.isoformat()


def safe_text(text: str) -> str:
    """Text that a spreadsheet would take for a formula begins with an apostrophe (OWASP)."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


class Statements:
    """Writes statements out, with their figures in the words."""

    def __init__(self, words: Mapping[Language, Words]) -> None:
        self._words = words
        self._formats = {language: Formats(words[language]) for language in words}

    def filled(self, statement: Statement) -> Bilingual:
        en, fr = (plain(self._formats[language].statement(statement)) for language in LANGUAGES)
        return Bilingual(en, fr)

    def qualified(self, quantity: Quantity, qualifier: Qualifier) -> Bilingual:
        """ "The source says “more than 620,000”."."""
        en, fr = (self._source_says(quantity, qualifier, language) for language in LANGUAGES)
        return Bilingual(en, fr)

    def _source_says(self, quantity: Quantity, qualifier: Qualifier, language: Language) -> str:
        formats = self._formats[language]
        figure = f"{formats.qualifier(qualifier)} {plain(formats.quantity(quantity).number)}"
        return self._words[language]("source_says", figure=figure)


def progress_percent(progress: Fraction) -> Decimal:
    """To one decimal, rounded half up, or finer where the verdict needs it."""
    return rounded_percent(progress, decimals=1)
