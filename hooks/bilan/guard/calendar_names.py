"""The names of months and days, as CLDR has them for English and French."""

from __future__ import annotations

from bilan.labels import locale
from bilan.languages import Language


def months(language: Language) -> tuple[str, ...]:
    """ "January" to "December", « janvier » to « décembre »."""
    return tuple(locale(language).months["format"]["wide"].values())


def weekdays(language: Language) -> tuple[str, ...]:
    """ "Monday" to "Sunday", « lundi » to « dimanche »."""
    return tuple(locale(language).days["format"]["wide"].values())
