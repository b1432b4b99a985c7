"""What the commands say at their end."""

from __future__ import annotations

from bilan.labels import plural_category
from bilan.languages import Language
from bilan.problems import Problems
from bilan.report import Report

_SAID: dict[str, dict[Language, dict[str, str]]] = {
    "errors": {
        "en": {"one": "{n} error", "other": "{n} errors"},
        "fr": {"one": "{n} erreur", "other": "{n} erreurs"},
    },
    "warnings": {
        "en": {"one": "{n} warning", "other": "{n} warnings"},
        "fr": {"one": "{n} avertissement", "other": "{n} avertissements"},
    },
    "mended": {
        "en": {"one": "{n} correction made.", "other": "{n} corrections made."},
        "fr": {"one": "{n} correction faite.", "other": "{n} corrections faites."},
    },
    "recorded": {
        "en": {"one": "{n} text recorded as reviewed.", "other": "{n} texts recorded as reviewed."},
        "fr": {
            "one": "{n} texte inscrit comme relu.",
            "other": "{n} textes inscrits comme relus.",
        },
    },
    "unknown_text": {
        "en": {
            "other": "No page or text of the data has this name: {names}. Nothing was recorded."
        },
        "fr": {
            "other": "Aucune page ni aucun texte des données ne porte ce nom\u00a0: {names}. "
            "Rien n’a été inscrit."
        },
    },
    "published": {
        "en": {"other": "The site is complete, verified and in place: {into}/"},
        "fr": {"other": "Le site est complet, vérifié et en place\u00a0: {into}/"},
    },
    "weight": {
        "en": {"other": "It takes {size} MB in {n} files; GitHub Pages takes {limit} MB."},
        "fr": {"other": "Il pèse {size}\u00a0Mo en {n} fichiers; GitHub Pages en accepte {limit}."},
    },
    "reconciled": {
        "en": {
            "other": "Reconciliations: {checked} checked, {held} held ({rounded} with a declared "
            "rounding), {failed} are recorded discrepancies. Known discrepancies in all: {known}."
        },
        "fr": {
            "other": "Rapprochements\u00a0: {checked} vérifiés, {held} tiennent ({rounded} avec un "
            "arrondi déclaré), {failed} sont des écarts inscrits. "
            "Écarts connus en tout\u00a0: {known}."
        },
    },
    "compared": {
        "en": {
            "one": "Compared with what was published ({where}): {n} figure differs.",
            "other": "Compared with what was published ({where}): {n} figures differ.",
        },
        "fr": {
            "one": "Comparé à ce qui a été publié ({where})\u00a0: {n} chiffre diffère.",
            "other": "Comparé à ce qui a été publié ({where})\u00a0: {n} chiffres diffèrent.",
        },
    },
    "compared_with": {
        "en": {"other": "Compared with what was published ({where})."},
        "fr": {"other": "Comparé à ce qui a été publié ({where})."},
    },
    "compared_with_nothing": {
        "en": {"other": "Nothing published to compare with."},
        "fr": {"other": "Rien de publié à quoi comparer."},
    },
    "no_problem": {
        "en": {"other": "No problem found."},
        "fr": {"other": "Aucun problème trouvé."},
    },
    "not_published": {
        "en": {"other": "{found}; nothing was published."},
        "fr": {"other": "{found}; rien n’a été publié."},
    },
}


def said(key: str, language: Language, n: int = 2, **values: object) -> str:
    forms = _SAID[key][language]
    return forms.get(plural_category(n, language), forms["other"]).format(n=n, **values)


def closing(problems: Problems, language: Language, *, is_refused: bool = False) -> str:
    """How many errors and warnings were found."""
    if not problems:
        return said("no_problem", language)
    counts = {"errors": len(problems.of("error")), "warnings": len(problems.of("warning"))}
    found = ", ".join(said(key, language, n) for key, n in counts.items() if n)
    return said("not_published", language, found=found) if is_refused else f"{found}."


def reconciled(report: Report, language: Language) -> str:
    """What came of the reconciliations."""
    return said(
        "reconciled",
        language,
        checked=len(report.checks),
        held=sum(check.holds for check in report.checks),
        rounded=sum(check.is_rounded for check in report.checks),
        failed=sum(not check.holds for check in report.checks),
        known=len(report.discrepancies),
    )
