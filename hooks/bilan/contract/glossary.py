"""The glossary, as `glossary.csv` shows it: one row for each term."""

from __future__ import annotations

from collections.abc import Mapping

from bilan.contract.sheets import Field, Sheet
from bilan.languages import Bilingual
from bilan.model.glossary import Term
from bilan.report import Report

GLOSSARY_CSV = "data/glossary.csv"

_DESCRIPTIONS: Mapping[str, Bilingual] = {
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


def glossary_sheet(report: Report) -> Sheet:
    return Sheet(
        name="glossary",
        address=GLOSSARY_CSV,
        title=Bilingual("Acronyms and terms", "Sigles et termes"),
        fields=tuple(Field(name, description) for name, description in _DESCRIPTIONS.items()),
        rows=[_row(term) for term in report.glossary.values()],
    )


def _row(term: Term) -> list[str | None]:
    acronym = (term.acronym.en, term.acronym.fr) if term.acronym else (None, None)
    return [
        term.id,
        *acronym,
        term.name.en,
        term.name.fr,
        term.meaning.en,
        term.meaning.fr,
        "; ".join(term.variants["en"]) or None,
        "; ".join(term.variants["fr"]) or None,
    ]
