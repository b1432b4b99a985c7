"""Figures typed by hand that the data hold already, and the macro calls that would show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bilan.data.loading import Data
from bilan.guard.mention import Mention
from bilan.guard.mentions import mentions
from bilan.guard.prose import Prose
from bilan.guard.words import stem, words
from bilan.languages import Bilingual, Language
from bilan.model.indicators import Quantity, UnitKind
from bilan.model.promises import Comparison
from bilan.problems import Correction, Problem, whole

FEW_DIGITS = 2
"""A figure of no more digits says little by itself: 50% may be anything."""
_REACH = 60
"""Characters after a number in which its unit's noun is looked for."""


@dataclass(frozen=True)
class Known:
    """A figure of the data, with the call that shows it and the words that speak of it."""

    quantity: Quantity
    call: str
    names: tuple[Bilingual, ...]


class KnownFigures:
    def __init__(self, data: Data) -> None:
        self._by_value: dict[tuple[str, Decimal], list[Known]] = defaultdict(list)
        for known in _all(data):
            kind = _kind(known.quantity)
            if kind:
                self._by_value[kind, known.quantity.value.normalize()].append(known)

    def check(self, text: Prose) -> Iterator[Problem]:
        for mention in mentions(text.masked, text.language):
            known = self._equal(mention, text) if mention.is_certain else None
            if known:
                correction = Correction(mention.text, known.call, is_safe=False)
                where = text.place(mention.start)
                yield Problem.of(
                    "BIL817", where, correction, found=mention.text, call=whole(known.call)
                )

    def _equal(self, mention: Mention, text: Prose) -> Known | None:
        """The figure of that value and unit which the words around the mention speak of."""
        for kind, value in (
            ("percent", mention.percent),
            ("currency", mention.money),
            ("count", mention.number),
        ):
            if value is None:
                continue
            for known in self._by_value.get((kind, value.normalize()), ()):
                if _is_meant(known, kind, value, mention, text):
                    return known
        return None


def _is_meant(known: Known, kind: str, value: Decimal, mention: Mention, text: Prose) -> bool:
    if kind == "count":
        after = text.masked[mention.end : mention.end + _REACH]
        nouns = known.quantity.unit.nouns[text.language].values()
        if not any(_begins_with(after, noun, text.language) for noun in nouns):
            return False
    is_telling = len(value.normalize().as_tuple().digits) > FEW_DIGITS
    return is_telling or _speaks_of(text, known.names)


def _begins_with(text: str, noun: str, language: Language) -> bool:
    """Whether a text begins with a noun, inflected or not."""
    expected = [word.stem for word in words(noun, language)]
    return [word.stem for word in words(text, language)[: len(expected)]] == expected


def _speaks_of(text: Prose, names: tuple[Bilingual, ...]) -> bool:
    """Whether every long word of one of the names is in the text."""
    said = {word.stem for word in words(text.masked, text.language)}
    for name in names:
        long = [w for w in name[text.language].split() if len(w) > 4]
        wanted = {stem(w.strip(".,:;()"), text.language) for w in long}
        if wanted and wanted <= said:
            return True
    return False


def _kind(quantity: Quantity) -> str | None:
    """The kind of unit by which a mention can be told to be this figure."""
    kind = quantity.unit.kind
    return kind.value if kind in (UnitKind.PERCENT, UnitKind.CURRENCY, UnitKind.COUNT) else None


def _all(data: Data) -> Iterator[Known]:
    for scorecard in filter(None, data.scorecards.values()):
        for entry in scorecard.indicators:
            unit, of = entry.indicator.unit, entry.indicator.of
            promise, baseline = entry.target.promise, entry.target.baseline
            parts = {
                "result": entry.result.outcome,
                "target": promise.value if isinstance(promise, Comparison) else None,
                "baseline": baseline.value if baseline else None,
            }
            for part, value in parts.items():
                if isinstance(value, Decimal):
                    call = f'{{{{ figure("{scorecard.id}", "{entry.indicator.id}", "{part}") }}}}'
                    yield Known(Quantity(value, unit, of), call, (entry.indicator.name,))
    for table in filter(None, data.tables.values()):
        for row, column, amount in table.amounts:
            part = f', "{column.id}"' if len(table.columns) > 1 else ""
            call = f'{{{{ figure("{table.id}", "{row.id}"{part}) }}}}'
            yield Known(amount.quantity, call, (row.name, column.name))
