"""The two languages of every report, and texts that stand in both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def other_language(language: Language) -> Language:
    return "fr" if language == "en" else "en"


@dataclass(frozen=True)
class Bilingual:
    """One text in English and in French, of equal standing."""

    en: str
    fr: str

    def __getitem__(self, language: Language) -> str:
        return self.en if language == "en" else self.fr
