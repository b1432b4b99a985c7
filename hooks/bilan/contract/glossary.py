"""One record for each term, as `glossary.csv` shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from bilan.languages import Bilingual
from bilan.model.glossary import Term


@dataclass(frozen=True)
class TermRecord:
    """The fields of `glossary.csv`, in their order; None where there is nothing to say."""

    id: str
    acronym_en: str | None
    acronym_fr: str | None
    name_en: str
    name_fr: str
    meaning_en: str
    meaning_fr: str
    variants_en: str | None
    variants_fr: str | None


TERM_FIELDS = tuple(field.name for field in fields(TermRecord))

TERM_DESCRIPTIONS: Mapping[str, Bilingual] = {
    "id": Bilingual("Id of the term", "Identifiant du terme"),
    "acronym_en": Bilingual("Acronym, in English", "Sigle, en anglais"),
    "acronym_fr": Bilingual("Acronym, in French", "Sigle, en français"),
    "name_en": Bilingual("Name, in English", "Nom, en anglais"),
    "name_fr": Bilingual("Name, in French", "Nom, en français"),
    "meaning_en": Bilingual("What it means, in English", "Ce qu’il signifie, en anglais"),
    "meaning_fr": Bilingual("What it means, in French", "Ce qu’il signifie, en français"),
    "variants_en": Bilingual(
        "Other spellings found in the sources, in English, separated by semicolons",
        "Autres graphies relevées dans les sources, en anglais, séparées par des points-virgules",
    ),
    "variants_fr": Bilingual(
        "Other spellings found in the sources, in French, separated by semicolons",
        "Autres graphies relevées dans les sources, en français, séparées par des points-virgules",
    ),
}


def term_records(terms: Iterable[Term]) -> Iterator[TermRecord]:
    for term in terms:
        yield TermRecord(
            id=term.id,
            acronym_en=term.acronym.en if term.acronym else None,
            acronym_fr=term.acronym.fr if term.acronym else None,
            name_en=term.name.en,
            name_fr=term.name.fr,
            meaning_en=term.meaning.en,
            meaning_fr=term.meaning.fr,
            variants_en="; ".join(term.variants["en"]) or None,
            variants_fr="; ".join(term.variants["fr"]) or None,
        )
