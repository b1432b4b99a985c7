"""Interface words and plural forms, from `data/labels.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel import Locale
from markupsafe import Markup, escape

from bilan.languages import Bilingual, Language
from bilan.problems import Location

LOCALES: Mapping[Language, str] = {"en": "en_CA", "fr": "fr_CA"}


@cache
def locale(language: Language) -> Locale:
    return Locale.parse(LOCALES[language])


def plural_category(number: Decimal | int, language: Language) -> str:
    """`one` or `other` (CLDR): French is singular below 2, English at 1 alone.

    CLDR's `many` (a round French million) concerns the compact form "1 million de …",
    which no interface word uses.
    """
    return "one" if locale(language).plural_form(number) == "one" else "other"


@dataclass(frozen=True)
class Words:
    """The interface words of one language."""

    language: Language
    forms: Mapping[str, Mapping[str, str]]
    """By key, then by plural category (`one`, `other`, and where it differs `zero`)."""
    places: Mapping[str, Location]
    """Where each key is written."""

    def __call__(self, key: str, **values: object) -> str:
        return self.forms[key]["other"].format(**values)

    def counted(self, key: str, count: int | Decimal, **values: object) -> str:
        """The form that goes with `count`; `{n}` in it is given by `values`."""
        forms = self.forms[key]
        if count == 0 and "zero" in forms:
            return forms["zero"].format(**values)
        return forms[self.category(count)].format(**values)

    def marked_up(self, key: str, **values: object) -> Markup:
        """The text with values that may be HTML of our own; everything else is escaped."""
        return Markup(escape(self.forms[key]["other"])).format(**values)

    def of(self, text: Bilingual | None) -> str:
        """This language's half of a text; empty where there is none."""
        return text[self.language] if text else ""

    def category(self, count: int | Decimal) -> str:
        return plural_category(count, self.language)
