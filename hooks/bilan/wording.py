"""Which labels the package and the templates use, held against those that are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bilan.labels import Words
from bilan.macros.signatures import COUNTS
from bilan.model.results import Missing
from bilan.model.status import Status
from bilan.model.targets import Comparator
from bilan.problems import Location, Problems

_IN_TEMPLATES = re.compile(r"""\blabel\(\s*["']([a-z_]+)["']""")

_FIXED = (
    "ahead_of_date",
    "all_targets",
    "area_tally",
    "area_without_result",
    "as_of_date",
    "between_bounds",
    "by_date",
    "datapackage",
    "datapackage_about",
    "headline",
    "interim",
    "mark_label",
    "minus",
    "money_billions",
    "money_millions",
    "no_target_set",
    "of_target",
    "read_in_en",
    "read_in_fr",
    "results_csv",
    "results_csv_about",
    "results_json",
    "results_json_about",
    "revised_on",
    "scorecard_of",
    "short_tally",
    "short_without_result",
    "target_in_words",
    "to_be_determined",
)
_FAMILIES: Mapping[str, Iterable[str]] = {
    "{}_words": [c.value for c in Comparator if c is not Comparator.BETWEEN],
    "{}_word": [missing.value for missing in Missing],
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
            for key in _IN_TEMPLATES.findall(path.read_text(encoding="utf-8")):
                yield key, path.relative_to(folder.parent).as_posix()


def check_labels(words: Words, templates: Iterable[Path], file: str, problems: Problems) -> None:
    """Adds a problem for each label that is used and not written, or written and not used."""
    used = dict.fromkeys(sorted(used_by_package()), "hooks/bilan")
    used |= dict(used_by_templates(templates))
    for key, user in used.items():
        if key not in words.forms:
            problems.add("BIL413", Location(file), key=key, user=user)
    for key in words.forms:
        if key not in used:
            problems.add("BIL414", words.places[key], key=key)
