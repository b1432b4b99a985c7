"""Known discrepancies, held against the figures and the checks that they speak of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pydantic_core import PydanticCustomError

from bilan.data.fields import number
from bilan.data.ledger import Ledger
from bilan.data.library import UNKNOWN_SOURCE, Library
from bilan.data.nodes import Node, locate
from bilan.data.reconciliation_entries import Discrepancies, DiscrepancyEntry
from bilan.data.reconciling import CarriedOut, computed_figure, figure, rounded
from bilan.model.addresses import Address
from bilan.model.discrepancies import Discrepancy
from bilan.model.indicators import Unit
from bilan.model.reconciliations import ReconciliationKind
from bilan.model.sources import Citation
from bilan.problems import Problems, Suggestion, whole


@dataclass(frozen=True)
class Checks:
    """What came of every reconciliation, by its id; None where it could not be carried out."""

    by_id: Mapping[str, CarriedOut | None]
    faulty_tables: Collection[str]
    """Their reconciliations may not all be known."""
    is_file_faulty: bool
    """Whether the same holds of `data/reconciliations.yml`."""

    def lack(self, wanted: str) -> bool:
        """Whether there is certainly no such reconciliation."""
        table, slash, _ = wanted.partition("/")
        may_be_hidden = table in self.faulty_tables if slash else self.is_file_faulty
        return wanted not in self.by_id and not may_be_hidden

    def known(self, wanted: str) -> Suggestion:
        return Suggestion.among(wanted, sorted(self.by_id))

    def meant(self, wanted: str) -> str:
        """The one that is recorded, or the nearest to a misspelt one."""
        return wanted if wanted in self.by_id else self.known(wanted).nearest or wanted


class Contradictions:
    """Builds the known discrepancies; problems are added, and faulty ones left out."""

    def __init__(
        self, node: Node, library: Library, ledger: Ledger, checks: Checks, problems: Problems
    ) -> None:
        self._node, self._library, self._ledger = node, library, ledger
        self._checks, self._problems = checks, problems

    def all(self, entries: Discrepancies) -> Iterator[Discrepancy]:
        first: dict[str, str] = {}
        for name, entry in entries.items():
            self._refuse_unknown_figures(name, entry)
            wanted = entry.reconciliation
            if wanted is None:
                yield self._contradiction(name, entry)
            elif wanted in first:
                where = locate(self._node, (name, "reconciliation"))
                self._problems.add("BIL710", where, first=first[wanted])
            else:
                first[wanted] = name
                found = self._failure(name, entry, wanted)
                if found:
                    yield found

    def _refuse_unknown_figures(self, name: str, entry: DiscrepancyEntry) -> None:
        for index, address in enumerate(entry.where):
            where = locate(self._node, (name, "where", index))
            self._ledger.find(address, where, self._problems)

    def _contradiction(self, name: str, entry: DiscrepancyEntry) -> Discrepancy:
        assert entry.kind
        return Discrepancy(
            id=name,
            kind=entry.kind,
            where=tuple(entry.where),
            citation=self._citation(name, entry, None),
            printed=entry.printed,
            computed=entry.computed or "",
            unit=None,
            note=entry.note.bilingual,
        )

    def _failure(self, name: str, entry: DiscrepancyEntry, wanted: str) -> Discrepancy | None:
        where = locate(self._node, (name, "reconciliation"))
        printed, computed = (self._number(name, key, entry) for key in ("printed", "computed"))
        if self._checks.lack(wanted):
            self._problems.add("BIL707", where, found=wanted, known=self._checks.known(wanted))
        carried_out = self._checks.by_id.get(wanted)
        if carried_out is None or printed is None or computed is None:
            return None
        check = carried_out.check
        if check.holds:
            self._problems.add("BIL708", where, id=whole(wanted), discrepancy=name)
            return None
        if printed != check.printed or computed != rounded(check, computed):
            self._problems.add(
                "BIL709",
                carried_out.where,
                id=whole(wanted),
                discrepancy=whole(name),
                printed=figure(check.printed),
                computed=computed_figure(check),
                recorded_printed=figure(printed),
                recorded_computed=figure(computed),
            )
            return None
        marked = _marked(carried_out)
        return Discrepancy(
            id=name,
            kind=check.reconciliation.kind.value,
            where=(*marked, *(each for each in entry.where if each not in marked)),
            citation=self._citation(name, entry, marked[0]),
            printed=printed,
            computed=computed,
            unit=self._unit(marked[0]),
            note=entry.note.bilingual,
            check=check,
        )

    def _number(self, name: str, key: str, entry: DiscrepancyEntry) -> Decimal | None:
        try:
            return number(getattr(entry, key))
        except PydanticCustomError as refused:
            where = locate(self._node, (name, key))
            self._problems.add(refused.type, where, **(refused.context or {}))
            return None

    def _unit(self, address: Address) -> Unit | None:
        quantity = self._ledger.figures[address].quantity
        return quantity.unit if quantity else None

    def _citation(self, name: str, entry: DiscrepancyEntry, printed: Address | None) -> Citation:
        """Its own, or that of the printed figure."""
        own = self._ledger.figures[printed].citation if printed else None
        if entry.source is not None:
            where = locate(self._node, (name, "source"))
            source = self._library.sources.find(entry.source, where, self._problems)
            assert entry.locator
            return Citation(source or UNKNOWN_SOURCE, entry.locator.bilingual)
        assert own
        return Citation(own.source, entry.locator.bilingual) if entry.locator else own


def _marked(failed: CarriedOut) -> tuple[Address, ...]:
    """The figures to be marked: the printed one; both, where two are said to be equal."""
    reconciliation = failed.check.reconciliation
    if reconciliation.equals is None:
        return reconciliation.of
    if reconciliation.kind is ReconciliationKind.EQUAL:
        return (reconciliation.equals, *reconciliation.of)
    return (reconciliation.equals,)
