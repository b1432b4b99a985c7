"""Tables, what must add up between figures, and what is known not to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bilan.data.contradictions import Checks, Contradictions
from bilan.data.files import DataFolder, File
from bilan.data.ledger import Ledger, Read
from bilan.data.library import Library
from bilan.data.reconciliation_entries import Discrepancies, Reconciliations
from bilan.data.reconciling import (
    CarriedOut,
    Declared,
    carry_all_out,
    declared_between,
    declared_in_table,
    refuse_failures,
)
from bilan.data.table_entries import TableEntry
from bilan.data.table_resolution import TableResolver
from bilan.model.discrepancies import Discrepancy
from bilan.model.reconciliations import Check
from bilan.model.tables import Table
from bilan.problems import Location, Problems

TABLES = "tables"
RECONCILIATIONS, DISCREPANCIES = "reconciliations.yml", "discrepancies.yml"


class Accounts(NamedTuple):
    tables: Mapping[str, Table | None]
    """None where a table has a problem."""
    checks: tuple[Check, ...]
    discrepancies: Mapping[str, Discrepancy]


def read_accounts(
    folder: DataFolder, library: Library, scorecards: Mapping[str, Read], problems: Problems
) -> Accounts:
    """The tables first; then everything that compares figures, of documents without problem."""
    tables: dict[str, Table | None] = {}
    declared, documents, faulty = list[Declared](), dict(scorecards), set[str]()
    for table_id, file in folder.documents(TABLES, TableEntry):
        before, table = len(problems), _table(table_id, file, library, problems)
        if table_id in scorecards:
            table = None
            problems.add("BIL434", Location(folder.shown(f"{TABLES}/{table_id}.yml")))
        if file.valid and file.is_whole:
            declared += declared_in_table(file.entry, file.valid[1], table_id, problems)
        if table is None or len(problems) > before:
            faulty.add(table_id)
        tables[table_id] = table
        documents[table_id] = Read(table, file.node)
    between = folder.read(RECONCILIATIONS, Reconciliations, is_optional=True)
    if between.valid:
        declared += declared_between(*between.valid)
    ledger = Ledger(documents)
    carried_out = list(carry_all_out(declared, ledger, problems))
    known = folder.read(DISCREPANCIES, Discrepancies, is_optional=True)
    discrepancies, recorded = {}, set[str]()
    if known.valid:
        entries, node = known.valid
        by_id: dict[str, CarriedOut | None] = dict.fromkeys(d.reconciliation.id for d in declared)
        by_id |= {each.check.reconciliation.id: each for each in carried_out}
        checks = Checks(by_id, faulty, not between.is_whole)
        named = (entry.reconciliation for entry in entries.values())
        recorded = {checks.meant(each) for each in named if each}
        built = Contradictions(node, library, ledger, checks, problems).all(entries)
        discrepancies = {discrepancy.id: discrepancy for discrepancy in built}
    if known.is_whole:
        refuse_failures(carried_out, recorded, problems)
    return Accounts(tables, tuple(each.check for each in carried_out), discrepancies)


def _table(table_id: str, file: File, library: Library, problems: Problems) -> Table | None:
    before = len(problems)
    if file.valid is None or not file.is_whole:
        return None
    table = TableResolver(file.valid[1], library, problems).table(file.entry, table_id)
    return table if len(problems) == before and _is_filled(table) else None


def _is_filled(table: Table) -> bool:
    """Whether no cell is left out; one is where its unit has a problem of its own."""
    columns = {column.id for column in table.columns}
    return all(row.cells.keys() == (columns if row.kind.has_cells else set()) for row in table.rows)
