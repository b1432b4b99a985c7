"""What each field of `results.csv` and each key of the JSON files holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple

from bilan.contract.records import FIELDS, Record
from bilan.contract.sheets import Field, Sheet
from bilan.contract.vocabulary import COMPARATORS, STATUSES, UNITS
from bilan.languages import Bilingual

_TYPES: Mapping[str, str] = {
    "target": "number",
    "target_high": "number",
    "date_to_achieve": "date",
    "baseline": "number",
    "result": "number",
    "as_of": "date",
    "interim": "boolean",
    "progress_percent": "number",
}

_DESCRIPTIONS: Mapping[str, Bilingual] = {
    "scorecard": Bilingual("Id of the scorecard", "Identifiant du tableau de bord"),
    "area": Bilingual("Id of the area", "Identifiant du volet"),
    "indicator": Bilingual("Id of the indicator", "Identifiant de l’indicateur"),
    "name_en": Bilingual("Name of the indicator, in English", "Nom de l’indicateur, en anglais"),
    "name_fr": Bilingual("Name of the indicator, in French", "Nom de l’indicateur, en français"),
    "unit": Bilingual(
        "Unit of the figures: percent, a currency code, or what is counted",
        "Unité des chiffres\u00a0: percent, un code de devise ou ce qui est compté",
    ),
    "comparator": Bilingual(
        "How the result is held against the target: at_least, more_than, at_most, less_than, "
        "exactly, between, statement or to_be_determined; empty without a target",
        "Comment le résultat est comparé à la cible\u00a0: at_least (au moins), "
        "more_than (plus de), at_most (au plus), less_than (moins de), exactly (exactement), "
        "between (entre), statement (en mots) ou to_be_determined (à déterminer); vide sans cible",
    ),
    "target": Bilingual("Target, or its lower bound", "Cible, ou sa borne inférieure"),
    "target_high": Bilingual("Upper bound of the target", "Borne supérieure de la cible"),
    "target_statement_en": Bilingual("Target in words, in English", "Cible en mots, en anglais"),
    "target_statement_fr": Bilingual("Target in words, in French", "Cible en mots, en français"),
    "date_to_achieve": Bilingual("Date to achieve target", "Date d’atteinte de la cible"),
    "baseline": Bilingual("Baseline", "Données de référence"),
    "result": Bilingual("Actual result", "Résultat réel"),
    "result_statement_en": Bilingual(
        "Actual result in words, in English", "Résultat réel en mots, en anglais"
    ),
    "result_statement_fr": Bilingual(
        "Actual result in words, in French", "Résultat réel en mots, en français"
    ),
    "as_of": Bilingual("Date of the result", "Date du résultat"),
    "interim": Bilingual("Whether the result is interim", "Si le résultat est provisoire"),
    "status": Bilingual("Result status", "État du résultat"),
    "progress_percent": Bilingual(
        "Progress towards the target in percent, rounded half up to one decimal",
        "Progression vers la cible en pourcentage, arrondie à une décimale (demi vers le haut)",
    ),
    "source": Bilingual("Id of the source", "Identifiant de la source"),
    "locator": Bilingual(
        "Place in the source, in the language of the source",
        "Endroit dans la source, dans la langue de la source",
    ),
    "note_en": Bilingual("Notes, in English", "Notes, en anglais"),
    "note_fr": Bilingual("Notes, in French", "Notes, en français"),
}

_VALUES: Mapping[str, str] = {"unit": UNITS, "comparator": COMPARATORS, "status": STATUSES}

RESULTS_FIELDS = tuple(
    Field(name, _DESCRIPTIONS[name], _TYPES.get(name, "string"), _VALUES.get(name, ""))
    for name in FIELDS
)

_VERSION = Field("version", Bilingual("Version of these files", "Version de ces fichiers"))
_ORGANIZATION = Field(
    "organization", Bilingual("Name of the organization", "Nom de l’organisme"), "object"
)
_SOURCES = Bilingual("The documents that figures come from", "Documents d’où viennent les chiffres")
_RESULTS = Bilingual(
    "One entry for each row of the table of results: its target and its result in full, "
    "with milestones, notes and revisions",
    "Une entrée par ligne du tableau des résultats\u00a0: la cible et le résultat en entier, "
    "avec les jalons, les notes et les révisions",
)
_DISCREPANCIES = Bilingual(
    "What the documents print and what does not fit",
    "Ce que les documents impriment et ce qui ne concorde pas",
)

RESULTS_KEYS = (
    _VERSION,
    _ORGANIZATION,
    Field(
        "scorecards",
        Bilingual(
            "The scorecards, with their objectives, areas and counts",
            "Tableaux de bord, avec leurs objectifs, leurs volets et leurs décomptes",
        ),
        "array",
    ),
    Field(
        "indicators",
        Bilingual("The indicators, with their definitions", "Indicateurs, avec leurs définitions"),
        "array",
    ),
    Field("units", Bilingual("The units of measure", "Unités de mesure"), "array"),
    Field("sources", _SOURCES, "array"),
    Field(
        "statuses",
        Bilingual(
            "The statuses of results, with their rules", "États des résultats, avec leurs règles"
        ),
        "array",
    ),
    Field(
        "framework",
        Bilingual(
            "What is to be measured; null where there is no such framework",
            "Ce qui doit être mesuré; null en l’absence d’un tel cadre",
        ),
        "object",
    ),
    Field("results", _RESULTS, "array"),
    Field(
        "tables",
        Bilingual(
            "The tables, cell by cell, with their notes and sources",
            "Tableaux, cellule par cellule, avec leurs notes et leurs sources",
        ),
        "array",
    ),
    Field(
        "reconciliations",
        Bilingual(
            "What was added up and compared, and what came of it",
            "Ce qui a été additionné et comparé, et ce qui en ressort",
        ),
        "array",
    ),
    Field("discrepancies", _DISCREPANCIES, "array"),
)
"""The keys of `results.json`, in their order."""

INDICATOR_KEYS = (
    _VERSION,
    _ORGANIZATION,
    Field(
        "indicator", Bilingual("The indicator’s definition", "Définition de l’indicateur"), "object"
    ),
    Field("unit", Bilingual("Its unit of measure", "Son unité de mesure"), "object"),
    Field("sources", _SOURCES, "array"),
    Field("results", _RESULTS, "array"),
    Field("discrepancies", _DISCREPANCIES, "array"),
)
"""The keys of an indicator's own JSON file, in their order."""


def results_sheet(records: Iterable[Record], address: str) -> Sheet:
    return Sheet(
        name="results",
        address=address,
        title=Bilingual("Targets and results", "Cibles et résultats"),
        fields=RESULTS_FIELDS,
        rows=[astuple(record) for record in records],
        primary_key=("scorecard", "indicator"),
    )
