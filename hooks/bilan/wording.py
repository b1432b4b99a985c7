"""Which labels the package and the templates use, held against those that are written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from bilan.labels import Words
from bilan.languages import Bilingual
from bilan.macros.signatures import COUNTS
from bilan.problems import Location, Problems, whole
from bilan.used_labels import DECISIONS, used_by_package

_IN_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_IN_TEMPLATES = re.compile(r"""\blabel(?:\.[a-z_]+)?\(\s*["']([a-z_]+)["']""")


def used_by_templates(folders: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Every label a template asks for, with the template's name."""
    for folder in folders:
        for path in sorted((*folder.rglob("*.jinja"), *folder.rglob("*.html"))):
            for key in _IN_TEMPLATES.findall(path.read_text(encoding="utf-8", errors="replace")):
                yield key, path.relative_to(folder.parent).as_posix()


DECISION_VALUES = ("result", "target", "bound", "due", "as_of")
VALUES: Mapping[str, tuple[str, ...]] = {
    "all_dates_ahead": ("n",),
    "also_in": ("title",),
    "area_tally": ("n", "total"),
    "as_of_date": ("date",),
    "between_bounds": ("low", "high"),
    "by_date": ("date",),
    "change_about": ("indicator", "period"),
    "change_published": ("targets",),
    "change_sentence": ("about", "what"),
    **{f"change_new_{part}": ("figure", "date") for part in ("target", "result")},
    "change_revision": ("what", "was", "became"),
    "change_revision_words": ("what", "was", "became"),
    "chart_name": ("table", "column"),
    **dict.fromkeys((f"decided_{name}" for name in DECISIONS), DECISION_VALUES),
    "profile_description": ("definition",),
    "indicators_shown": ("n", "total"),
    "indicators_sorted": ("shown", "sort"),
    "latest_result": ("date",),
    "no_result_yet": ("date",),
    "result_before": ("figure", "date"),
    "measures_cumulative_total": ("date",),
    "in_the_area": ("area",),
    "in_the_framework": ("objective",),
    "feed_title": ("site",),
    "results_over_time": ("indicator",),
    "target_mark": ("figure",),
    "trend_point": ("figure", "date"),
    "trend_sentence": ("indicator", "points"),
    "citation": ("site", "indicator", "date"),
    "cited_for": ("part", "citation"),
    "download_report_pdf": ("title",),
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
    "of_milestone": ("date", "what"),
    "revision_on": ("what", "date", "was", "why"),
    "scorecard_choice": ("period", "name"),
    "scorecard_of": ("period",),
    "search_results": ("n", "query"),
    "outlook_about": ("date",),
    **{f"share_of_{what}": ("percent",) for what in ("milestone", "target", "way")},
    "short_tally": ("n", "total"),
    "texts_to_review": ("n", "total"),
    "value_and_rule": ("name", "rule"),
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
    known = {f"{{{name}}}" for name in VALUES.get(key, ())}
    return [found for found in _IN_BRACES.findall(label) if found not in known]


def known_values(key: str) -> Bilingual:
    """What can be written in place of a strange value."""
    names = " ".join(f"{{{name}}}" for name in VALUES.get(key, ()))
    return whole(names) if names else Bilingual("it without braces", "le libellé sans accolades")
