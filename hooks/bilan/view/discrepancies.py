"""Known discrepancies as finished strings: beside a figure, and on the register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bilan.formats import Formats, Style
from bilan.labels import Words
from bilan.languages import Language
from bilan.model.addresses import Address
from bilan.model.discrepancies import Discrepancy
from bilan.model.indicators import Quantity
from bilan.report import Report
from bilan.view.pieces import SourceView


@dataclass(frozen=True)
class PlaceView:
    """A figure that is concerned."""

    name: str
    """ "Portfolio, Total, Funding"."""
    document: str
    """Id of the table or the scorecard that shows it."""
    anchor: str
    """id of its row there."""
    macro: str
    """What shows the document: "table" or "scorecard"."""


@dataclass(frozen=True)
class DiscrepancyView:
    id: str
    anchor: str
    kind: str
    """What does not fit, in words."""
    printed: str
    computed: str
    """Empty where nothing else is known."""
    language: str
    """Language of `printed` and `computed` where they are quoted from a document, or empty."""
    note: str
    source: SourceView
    places: tuple[PlaceView, ...]


def entry_of(address: Address, report: Report) -> str | None:
    """The entry on the register of a figure that is part of a known discrepancy."""
    found = report.discrepancies_of(address)
    return anchor(found[0]) if found else None


class DiscrepancyViews:
    def __init__(self, report: Report, words: Words) -> None:
        self._report, self._words, self._formats = report, words, Formats(words)

    def all(self, document: str = "") -> tuple[DiscrepancyView, ...]:
        """Every discrepancy, or those of the figures of one table or scorecard."""
        return tuple(
            self.view(each)
            for each in self._report.discrepancies.values()
            if not document or document in {address.document for address in each.where}
        )

    def view(self, discrepancy: Discrepancy) -> DiscrepancyView:
        citation, words = discrepancy.citation, self._words
        quoted: Language | str = "" if discrepancy.unit else citation.source.language
        return DiscrepancyView(
            id=discrepancy.id,
            anchor=anchor(discrepancy),
            kind=words(f"discrepancy_{discrepancy.kind}"),
            printed=self._figure(discrepancy.printed, discrepancy),
            computed=self._figure(discrepancy.computed, discrepancy),
            language="" if quoted == words.language else quoted,
            note=words.of(discrepancy.note),
            source=SourceView(
                title=words.of(citation.source.title),
                url=citation.source.url,
                anchor=f"source-{citation.source.id}",
                place=words.of(citation.locator),
            ),
            places=tuple(self._places(discrepancy.where)),
        )

    def _figure(self, value: Decimal | str, discrepancy: Discrepancy) -> str:
        if isinstance(value, str) or discrepancy.unit is None:
            return self._quoted(str(value)) if value else ""
        style: Style = "full" if self._is_in_full(discrepancy.where[0]) else "table"
        quantity = Quantity(value, discrepancy.unit)
        return str(self._formats.quantity(quantity, style))

    def _quoted(self, text: str) -> str:
        return self._words("quoted", text=text)

    def _is_in_full(self, address: Address) -> bool:
        table = self._report.tables.get(address.document)
        return table is not None and table.in_full

    def _places(self, addresses: Iterable[Address]) -> Iterable[PlaceView]:
        for address in addresses:
            table = self._report.tables.get(address.document)
            row = table.row(address.entry) if table else None
            if table and row:
                column = table.column(address.part)
                part = self._words.of(column.name) if column and len(table.columns) > 1 else ""
                names = (self._words.of(table.name), self._words.of(row.name), part)
                yield PlaceView(_joined(names), table.id, f"{table.id}-{row.id}", "table")
            scorecard = self._report.scorecards.get(address.document)
            entry = scorecard.reported(address.entry) if scorecard else None
            if scorecard and entry:
                period = self._formats.period(scorecard.period)
                name = self._words("scorecard_of", period=period)
                names = (name, self._words.of(entry.indicator.name), "")
                yield PlaceView(_joined(names), scorecard.id, entry.indicator.id, "scorecard")


def anchor(discrepancy: Discrepancy) -> str:
    """id of its entry on the register."""
    return f"discrepancy-{discrepancy.id}"


def _joined(names: Iterable[str]) -> str:
    return ", ".join(name for name in names if name)
