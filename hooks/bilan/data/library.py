"""What scorecards refer to by id: units, sources and indicators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from babel.numbers import is_currency

from bilan.data import definitions
from bilan.data.fields import BothLanguages, as_identifier, is_currency_code
from bilan.data.nodes import MappingNode, Node, ScalarNode, locate
from bilan.languages import Bilingual
from bilan.model.indicators import Direction, Indicator, Measurement, Unit, UnitKind
from bilan.model.sources import Source
from bilan.problems import Location, Problems, Suggestion, whole

T = TypeVar("T")

UNKNOWN_SOURCE = Source("", Bilingual("", ""), Bilingual("", ""), "en", "", None)
"""Takes the place of a source that is not known; that problem refuses the report."""


@dataclass(frozen=True)
class IdIndex(Generic[T]):
    """Entries by id. `ids` also names those left out because they have a problem; it is
    None when no names can be known."""

    ids: tuple[str, ...] | None
    items: Mapping[str, T]
    rule: str
    """What is broken by an id that is not among them."""

    def find(self, wanted: str, where: Location, problems: Problems) -> T | None:
        if self.ids is not None and wanted not in self.ids:
            known = Suggestion.among(wanted, self.ids)
            problems.add(self.rule, where, found=wanted, known=known)
        return self.items.get(wanted)


@dataclass(frozen=True)
class Entries:
    """A file of entries by id, as read: what is valid of it, and all of it as nodes."""

    entries: Mapping[str, Any]
    node: Node
    ids: tuple[str, ...] | None
    """Those that are ill-formed stand here as they should be, too: that problem is told where
    they are written. None when the file cannot be read: then any id may be in it."""

    @staticmethod
    def of(whole: Node | None, valid: tuple[Mapping[str, Any], Node] | None) -> Entries:
        if whole is None:
            return Entries({}, ScalarNode("", Location("")), None)
        entries, node = valid or ({}, whole)
        if not isinstance(whole, MappingNode):
            return Entries(entries, node, None)
        faulty = [as_identifier(key).en for key in whole.keys if key not in entries]
        return Entries(entries, node, (*whole.keys, *faulty))

    def known(self, rule: str, build: Callable[[str, Any], T | None]) -> IdIndex[T]:
        built = ((entry_id, build(entry_id, entry)) for entry_id, entry in self.entries.items())
        return IdIndex(self.ids, {i: item for i, item in built if item is not None}, rule)


@dataclass(frozen=True)
class Library:
    units: IdIndex[Unit]
    sources: IdIndex[Source]
    indicators: IdIndex[Indicator]

    @staticmethod
    def of(units: Entries, sources: Entries, indicators: Entries, problems: Problems) -> Library:
        def unit(unit_id: str, entry: definitions.UnitEntry) -> Unit:
            if not _is_named_by_its_kind(unit_id, entry):
                where = locate(units.node, (unit_id,), of_key=True)
                problems.add("BIL418", where, found=unit_id, kind=whole(entry.kind))
            return _unit(unit_id, entry)

        known_units = units.known("BIL401", unit)

        def indicator(indicator_id: str, entry: definitions.IndicatorEntry) -> Indicator | None:
            where = locate(indicators.node, (indicator_id, "unit"))
            unit = known_units.find(entry.unit, where, problems)
            if unit and entry.of and unit.kind is not UnitKind.PERCENT:
                place = locate(indicators.node, (indicator_id, "of"))
                problems.add("BIL404", place, unit=unit.id)
            return _indicator(indicator_id, entry, unit) if unit else None

        return Library(
            known_units,
            sources.known("BIL402", _source),
            indicators.known("BIL403", indicator),
        )


def optional(entry: BothLanguages | None) -> Bilingual | None:
    return entry.bilingual if entry else None


def _is_named_by_its_kind(unit_id: str, entry: definitions.UnitEntry) -> bool:
    """A currency by a code that CLDR knows, and nothing else by such a code."""
    if entry.kind == UnitKind.CURRENCY:
        return is_currency_code(unit_id) and is_currency(unit_id)
    return not is_currency_code(unit_id)


def _unit(unit_id: str, entry: definitions.UnitEntry) -> Unit:
    nouns: Any = entry.nouns.model_dump(exclude_none=True) if entry.nouns else {}
    return Unit(unit_id, UnitKind(entry.kind), nouns)


def _source(source_id: str, entry: definitions.SourceEntry) -> Source:
    return Source(
        id=source_id,
        title=entry.title.bilingual,
        publisher=entry.publisher.bilingual,
        language=entry.language,
        url=entry.url or "",
        note=optional(entry.note),
    )


def _indicator(indicator_id: str, entry: definitions.IndicatorEntry, unit: Unit) -> Indicator:
    return Indicator(
        id=indicator_id,
        name=entry.name.bilingual,
        address=Bilingual(indicator_id, entry.address),
        definition=entry.definition.bilingual,
        unit=unit,
        of=optional(entry.of),
        better=Direction(entry.better),
        measures=Measurement(entry.measures),
        since=entry.since,
    )
