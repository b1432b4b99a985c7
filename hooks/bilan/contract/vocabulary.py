"""The closed lists that fields take their values from, with what each value means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel.numbers import get_currency_name

from bilan.labels import LOCALES, Words
from bilan.languages import Bilingual
from bilan.model.discrepancies import Contradiction
from bilan.model.indicators import Indicator, Unit, UnitKind
from bilan.model.promises import Comparator
from bilan.model.reconciliations import ReconciliationKind
from bilan.model.tables import RowKind
from bilan.report import Report

STATUSES, COMPARATORS, UNITS = "statuses", "comparators", "units"
ROW_KINDS, DISCREPANCY_KINDS = "row_kinds", "discrepancy_kinds"


@dataclass(frozen=True)
class Value:
    id: str
    """As it stands in a file."""
    meaning: Bilingual


def vocabularies(report: Report) -> Mapping[str, tuple[Value, ...]]:
    """By the name that fields give; the units are those of the organization's own data."""
    return {
        STATUSES: tuple(_statuses(report)),
        COMPARATORS: _comparators(report),
        ROW_KINDS: tuple(
            Value(kind.value, labelled(f"row_kind_{kind.value}", report)) for kind in RowKind
        ),
        DISCREPANCY_KINDS: tuple(
            Value(kind.value, labelled(f"discrepancy_{kind.value}", report))
            for kind in (*ReconciliationKind, *Contradiction)
        ),
        UNITS: tuple(Value(unit.id, _unit(report, unit)) for unit in report.units.values()),
    }


def labelled(key: str, report: Report) -> Bilingual:
    """A label that is given no value, in both languages."""
    return Bilingual(report.words["en"](key), report.words["fr"](key))


def _unit(report: Report, unit: Unit) -> Bilingual:
    return Bilingual(unit_words(unit, report.words["en"]), unit_words(unit, report.words["fr"]))


def unit_words(unit: Unit, words: Words) -> str:
    """ "members"; "Canadian dollars"; "percent"."""
    if unit.kind is UnitKind.COUNT:
        return unit.nouns[words.language]["other"]
    if unit.kind is UnitKind.CURRENCY:
        return str(get_currency_name(unit.id, count=2, locale=LOCALES[words.language]))
    return words(f"unit_{unit.kind.value}")


def unit_of(indicator: Indicator, words: Words) -> str:
    """ "percent of members"."""
    return f"{unit_words(indicator.unit, words)} {words.of(indicator.of)}".strip()


def _statuses(report: Report) -> Iterator[Value]:
    for status, told in report.statuses.items():
        en, fr = (
            words("value_and_rule", name=told.name[language]["one"], rule=told.rule[language])
            for language, words in report.words.items()
        )
        yield Value(status.value, Bilingual(en, fr))


def _comparators(report: Report) -> tuple[Value, ...]:
    labels = {each.value: f"{each.value}_words" for each in Comparator}
    labels |= {
        Comparator.BETWEEN.value: "no_share_between",
        "statement": "target_in_words",
        "to_be_determined": "to_be_determined",
    }
    return tuple(Value(name, labelled(key, report)) for name, key in labels.items())
