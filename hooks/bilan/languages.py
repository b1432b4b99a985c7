"""The two languages of every report, and texts that stand in both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
OWN_NAMES: Mapping[Language, str] = {"en": "English", "fr": "Français"}
"""Each language in its own words."""


def other_language(language: Language) -> Language:
    return "fr" if language == "en" else "en"


@dataclass(frozen=True)
class Bilingual:
    """One text in English and in French, of equal standing."""

    en: str
    fr: str

    def __getitem__(self, language: Language) -> str:
        return self.en if language == "en" else self.fr
