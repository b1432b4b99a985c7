"""The keys of the glossary. The editors' guide describes every one of them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from bilan.data.fields import BothLanguages, Entry, Id, Text, refusal
from bilan.data.schema import Cited
from bilan.languages import LANGUAGES, Language
from bilan.problems import whole

Steps = tuple[str | int, ...]
Spellings = Annotated[list[Text], Field(min_length=1)]


class VariantsEntry(Entry):
    """Other spellings, in one language or in both."""

    en: Spellings | None = None
    fr: Spellings | None = None

    @model_validator(mode="after")
    def _some_language(self) -> VariantsEntry:
        if self.en is None and self.fr is None:
            raise refusal("BIL310", keys=whole(", ".join(LANGUAGES)))
        return self


class TermEntry(Cited):
    """An entry of `data/glossary.yml`."""

    name: BothLanguages
    acronym: BothLanguages | None = None
    meaning: BothLanguages
    variants: VariantsEntry | None = None

    @model_validator(mode="after")
    def _a_place_has_its_source(self) -> TermEntry:
        if self.locator is not None and self.source is None:
            raise refusal("BIL318")
        return self

    @model_validator(mode="after")
    def _each_spelling_once(self) -> TermEntry:
        for language in LANGUAGES:
            written = list(self.spellings(language).values())
            for found in written:
                if written.count(found) > 1:
                    raise refusal("BIL319", found=found)
        return self

    def variants_in(self, language: Language) -> tuple[str, ...]:
        return tuple(getattr(self.variants, language, None) or ())

    def spellings(self, language: Language) -> dict[Steps, str]:
        """Everything it is called in a language, by the place in the entry."""
        both = {"acronym": self.acronym, "name": self.name}
        found: dict[Steps, str] = {
            (k, language): b.bilingual[language] for k, b in both.items() if b
        }
        for index, variant in enumerate(self.variants_in(language)):
            found["variants", language, index] = variant
        return found


Glossary = dict[Id, TermEntry]
