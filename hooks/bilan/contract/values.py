"""Values as programs read them: numbers plain, dates ISO, text that no spreadsheet runs."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from bilan.formats import DIGITS, rounded_percent

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def plain_number(value: Decimal) -> str:
    """Digits with a point, in the unit named: 275000000, 10.40."""
    return format(value, "f")


def plain_date(day: date) -> str:
    return day.isoformat()


def safe_text(text: str) -> str:
    """Text that a spreadsheet would take for a formula begins with an apostrophe (OWASP)."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def progress_percent(progress: Fraction) -> Decimal:
    """To one decimal, rounded half up, or finer where the verdict needs it."""
    with localcontext(prec=DIGITS):
        exact = Decimal(progress.numerator) * 100 / Decimal(progress.denominator)
        tenths = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return tenths if (tenths == 100) == (progress == 1) else rounded_percent(progress)
