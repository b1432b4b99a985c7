"""Which labels the package and the templates use, held against those that are written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from bilan.labels import Words
from bilan.languages import Bilingual
from bilan.macros.signatures import COUNTS
from bilan.model.discrepancies import Contradiction
from bilan.model.indicators import Direction, Measurement, Qualifier, UnitKind
from bilan.model.reconciliations import ReconciliationKind
from bilan.model.results import Missing
from bilan.model.status import Status
from bilan.model.tables import Empty
from bilan.model.targets import Absent, Comparator
from bilan.problems import Location, Problems, whole

_IN_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_IN_TEMPLATES = re.compile(r"""\blabel(?:\.[a-z_]+)?\(\s*["']([a-z_]+)["']""")

_FIXED = (
    "actual_result",
    "ahead_of_date",
    "all_dates_ahead",
    "all_targets",
    "area_tally",
    "as_of_date",
    "badge_picture",
    "better_when",
    "between_bounds",
    "by_date",
    "chart_name",
    "chart_picture",
    "citation",
    "cited_for",
    "datapackage",
    "datapackage_about",
    "discrepancies_csv",
    "discrepancies_csv_about",
    "embed_source",
    "first_target",
    "framework_none_reported",
    "framework_reported",
    "framework_unreported",
    "glossary_csv",
    "glossary_csv_about",
    "in_the_area",
    "in_the_framework",
    "interim",
    "kind_of_measure",
    "known_discrepancy_note",
    "last_target",
    "latest_result",
    "long_term_targets",
    "mark_label",
    "minus",
    "money_billions",
    "money_millions",
    "no_result",
    "no_result_available",
    "no_result_yet",
    "no_share_qualified",
    "no_target_set",
    "no_verdict_yet",
    "of_target",
    "of_way_from_baseline",
    "outlook_about",
    "profile_description",
    "published_by",
    "quoted",
    "read_in_en",
    "read_in_fr",
    "reconciliations_sentence",
    "reported_as",
    "result_before",
    "results_csv",
    "results_csv_about",
    "results_json",
    "results_json_about",
    "results_over_time",
    "revised_result_on",
    "revised_target_on",
    "scorecard_of",
    "share_of_milestone",
    "share_of_target",
    "share_of_way",
    "short_tally",
    "source_says",
    "stands_as_of",
    "target",
    "target_for",
    "target_in_words",
    "target_is",
    "target_mark",
    "targets_met_or_exceeded",
    "texts_to_review",
    "to_be_determined",
    "trend_key",
    "trend_key_targets",
    "translation_status",
    "trend_point",
    "trend_sentence",
    "unit_of_measure",
)
DECISIONS = (
    *(absent.value for absent in Absent),
    "no_result_without_result",
    "future_without_result",
    "future_not_reached",
    "future_judged_not_reached",
    "future_at_its_date",
    "by_judgement",
    "due",
    "ahead",
    "at_least_exceeded",
    *(f"{c.value}_{verdict}" for c in Comparator for verdict in ("met", "not_met")),
)
"""What can decide a status; see `bilan.view.decisions`."""
DECISION_VALUES = ("result", "target", "bound", "due", "as_of")
_FAMILIES: Mapping[str, Iterable[str]] = {
    "{}_words": [c.value for c in (*Comparator, *Qualifier) if c is not Comparator.BETWEEN],
    "translation_state_{}": ["en", "fr", "both", "never"],
    "cell_{}": [empty.value for empty in Empty],
    "discrepancy_{}": [kind.value for kind in (*ReconciliationKind, *Contradiction)],
    "{}_word": [missing.value for missing in Missing],
    "decided_{}": DECISIONS,
    "unit_{}": [UnitKind.PERCENT.value, UnitKind.PLAIN.value, UnitKind.WORDS.value],
    "better_{}": [way.value for way in Direction],
    "measures_{}": [kind.value for kind in Measurement],
    "no_share_{}": [comparator.value for comparator in Comparator],
    "sentence_{}": [status.value for status in Status],
    "count_{}": COUNTS,
}


def used_by_package() -> set[str]:
    """Every label that the package asks for."""
    families = (form.format(name) for form, names in _FAMILIES.items() for name in names)
    return {*_FIXED, *families}


def used_by_templates(folders: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Every label a template asks for, with the template's name."""
    for folder in folders:
        for path in sorted((*folder.rglob("*.jinja"), *folder.rglob("*.html"))):
            for key in _IN_TEMPLATES.findall(path.read_text(encoding="utf-8", errors="replace")):
                yield key, path.relative_to(folder.parent).as_posix()


_VALUES: Mapping[str, tuple[str, ...]] = {
    "all_dates_ahead": ("n",),
    "area_tally": ("n", "total"),
    "as_of_date": ("date",),
    "between_bounds": ("low", "high"),
    "by_date": ("date",),
    "chart_name": ("table", "column"),
    **dict.fromkeys((f"decided_{name}" for name in DECISIONS), DECISION_VALUES),
    "profile_description": ("definition",),
    "latest_result": ("date",),
    "no_result_yet": ("date",),
    "result_before": ("figure", "date"),
    "measures_cumulative_total": ("date",),
    "in_the_area": ("area",),
    "in_the_framework": ("objective",),
    "results_over_time": ("indicator",),
    "target_mark": ("figure",),
    "trend_point": ("figure", "date"),
    "trend_sentence": ("indicator", "points"),
    "citation": ("site", "indicator", "date"),
    "cited_for": ("part", "citation"),
    "known_discrepancy_note": ("note",),
    "long_term_targets": ("period",),
    "mark_label": ("indicator", "status"),
    "money_billions": ("n",),
    "money_millions": ("n",),
    "published_by": ("organization", "address"),
    "quoted": ("text",),
    "reconciliations_sentence": ("n", "held", "rounded", "failed"),
    "framework_none_reported": ("n",),
    "framework_reported": ("n", "total"),
    "framework_unreported": ("n",),
    "reported_as": ("name", "figure"),
    "revised_result_on": ("date", "was", "why"),
    "revised_target_on": ("date", "was", "why"),
    "scorecard_of": ("period",),
    "outlook_about": ("date",),
    **{f"share_of_{what}": ("percent",) for what in ("milestone", "target", "way")},
    "short_tally": ("n", "total"),
    "texts_to_review": ("n", "total"),
    "source_says": ("figure",),
    "stands_as_of": ("date",),
    "target_for": ("date",),
    "target_is": ("target",),
    **{f"{family}_{name}": ("n",) for family in ("sentence", "count") for name in COUNTS},
    "count_headline": ("n", "total"),
}
"""What the `{…}` of a label can stand for; other labels are given no value."""


def check_labels(
    words: Words,
    templates: Iterable[Path],
    file: str,
    problems: Problems,
    faulty: Collection[str] = (),
) -> None:
    """Adds a problem for each label that is used and not written, or written and not used.

    Labels that are `faulty` are written, but not among `words`.
    """
    used = dict.fromkeys(sorted(used_by_package()), "hooks/bilan")
    used |= dict(used_by_templates(templates))
    for key, user in used.items():
        if key not in words.forms and key not in faulty:
            problems.add("BIL413", Location(file), key=key, user=user)
    for key in words.forms:
        if key not in used:
            problems.add("BIL414", words.places[key], key=key)


def strange_values(key: str, label: str) -> list[str]:
    """The `{…}` and the lone braces of a label that stand for no value it is given."""
    known = {f"{{{name}}}" for name in _VALUES.get(key, ())}
    return [found for found in _IN_BRACES.findall(label) if found not in known]


def known_values(key: str) -> Bilingual:
    """What can be written in place of a strange value."""
    names = " ".join(f"{{{name}}}" for name in _VALUES.get(key, ()))
    return whole(names) if names else Bilingual("it without braces", "le libellé sans accolades")
