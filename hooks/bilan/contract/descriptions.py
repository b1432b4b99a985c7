"""What each field of `results.csv` holds, as the data package says."""

from __future__ import annotations

from collections.abc import Mapping

from bilan.contract.records import FIELDS
from bilan.contract.sheets import Field
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

RESULTS_FIELDS = tuple(
    Field(name, _DESCRIPTIONS[name], _TYPES.get(name, "string")) for name in FIELDS
)
