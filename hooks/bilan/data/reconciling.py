"""Carries out every reconciliation; what fails is a problem or a known discrepancy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from bilan.data.ledger import Ledger
from bilan.data.nodes import Node, locate
from bilan.data.reconciliation_entries import Reconciliations
from bilan.data.table_entries import TableEntry, TableReconciliationEntry
from bilan.languages import Bilingual
from bilan.model.addresses import Address
from bilan.model.indicators import Unit, UnitKind
from bilan.model.reconciliations import Check, Reconciliation, ReconciliationKind, carry_out
from bilan.problems import Location, Problems, Suggestion, whole

DIGITS = 40
"""More than two typed figures, and a quotient of them to nine decimals, can have."""
MOST_PARTS = 12
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Declared:
    """A reconciliation and where it is written."""

    reconciliation: Reconciliation
    where: Location
    places: Mapping[Address, Location] = field(default_factory=dict)
    """Where an address is typed; in a table, ids of rows and columns are instead."""


@dataclass(frozen=True)
class CarriedOut:
    """A check and the place of the printed figure."""

    check: Check
    where: Location


def declared_in_table(
    entry: TableEntry, node: Node, table_id: str, problems: Problems
) -> Iterator[Declared]:
    """Every check that a table declares: one for each column or row that it runs through."""
    columns = [column.id for column in entry.columns]
    rows = [row.id for row in entry.rows if row.cells]
    for index, each in enumerate(entry.reconciliations):
        at, is_down = ("reconciliations", index), each.in_columns is not None
        parts, lines = (rows, columns) if is_down else (columns, rows)
        listed = (each.in_columns if is_down else each.in_rows) or lines
        named = {
            "of": (each.of, parts),
            "equals": ([each.equals] if each.equals else [], parts),
            "in_columns" if is_down else "in_rows": (listed, lines),
            "rounding": (list(each.rounding), listed),
        }
        before = len(problems)
        for key, (found, known) in named.items():
            for i, name in enumerate(found):
                if name not in known:
                    is_key, nearest = key == "rounding", Suggestion.among(name, known)
                    where = locate(node, (*at, key, name if is_key else i), of_key=is_key)
                    problems.add("BIL430", where, found=name, known=nearest)
        if len(problems) == before:
            for line in listed:
                yield Declared(_through(line, each, table_id, is_down), locate(node, at))


def _through(
    line: str, entry: TableReconciliationEntry, table_id: str, is_down: bool
) -> Reconciliation:
    def at(part: str) -> Address:
        return Address(table_id, part, line) if is_down else Address(table_id, line, part)

    return Reconciliation(
        id=f"{table_id}/{entry.id}/{line}",
        kind=ReconciliationKind(entry.kind),
        of=tuple(at(part) for part in entry.of),
        equals=at(entry.equals) if entry.equals else None,
        rounding=entry.rounding.get(line, NOTHING),
        tolerance=entry.tolerance or NOTHING,
    )


def declared_between(entries: Reconciliations, node: Node) -> Iterator[Declared]:
    """The checks of `data/reconciliations.yml`."""
    for name, entry in entries.items():
        reconciliation = Reconciliation(
            id=name,
            kind=ReconciliationKind(entry.kind),
            of=tuple(entry.of),
            equals=entry.equals,
            rounding=entry.rounding or NOTHING,
            tolerance=entry.tolerance or NOTHING,
        )
        places = {address: locate(node, (name, "of", i)) for i, address in enumerate(entry.of)}
        if entry.equals:
            places[entry.equals] = locate(node, (name, "equals"))
        yield Declared(reconciliation, locate(node, (name,), of_key=True), places)


def carry_all_out(
    declared: Iterable[Declared], ledger: Ledger, problems: Problems
) -> Iterator[CarriedOut]:
    """Those that name figures that can be put together; the others are problems."""
    quantities = ledger.quantities
    for each in declared:
        reconciliation = each.reconciliation
        named = (*reconciliation.of, *([reconciliation.equals] if reconciliation.equals else []))
        found = [ledger.find(a, each.places.get(a, each.where), problems) for a in named]
        if None in found or not _can_be_put_together(each, named, ledger, problems):
            continue
        try:
            check = carry_out(reconciliation, quantities)
        except ZeroDivisionError:
            problems.add("BIL704", each.where, id=whole(reconciliation.id))
            continue
        yield CarriedOut(check, ledger.figures[named[-1]].where)


def _can_be_put_together(
    declared: Declared, named: Iterable[Address], ledger: Ledger, problems: Problems
) -> bool:
    quantities = {address: ledger.figures[address].quantity for address in named}
    for address, quantity in quantities.items():
        if quantity is None:
            problems.add("BIL702", ledger.figures[address].where, found=whole(str(address)))
    units = [quantity.unit for quantity in quantities.values() if quantity]
    if len(units) < len(quantities):
        return False
    if _go_together(declared.reconciliation, units):
        return True
    together = whole(", ".join(sorted({unit.id for unit in units})))
    problems.add("BIL703", declared.where, id=whole(declared.reconciliation.id), units=together)
    return False


def _go_together(reconciliation: Reconciliation, units: Sequence[Unit]) -> bool:
    """Whether figures in these units can be put together; the printed figure stands last."""
    match reconciliation.kind:
        case ReconciliationKind.RATIO:
            return True
        case ReconciliationKind.SHARE:
            *parts, printed = units
            return len({unit.id for unit in parts}) == 1 and printed.kind is UnitKind.PERCENT
        case ReconciliationKind.SHARES:
            return all(unit.kind is UnitKind.PERCENT for unit in units)
    return len({unit.id for unit in units}) == 1


def refuse_failures(
    carried_out: Iterable[CarriedOut], recorded: Iterable[str], problems: Problems
) -> None:
    """Adds a problem for each check that fails and is not recorded as a discrepancy."""
    known = set(recorded)
    for each in carried_out:
        check, reconciliation = each.check, each.check.reconciliation
        if reconciliation.id not in known:
            if reconciliation.rounding and check.rounding_is_too_large:
                problems.add(
                    "BIL706",
                    each.where,
                    id=whole(reconciliation.id),
                    rounding=figure(reconciliation.rounding),
                    most=figure(check.most_from_rounding),
                )
            elif not check.holds:
                _tell_failure(each, problems)


def _tell_failure(failed: CarriedOut, problems: Problems) -> None:
    check = failed.check
    problems.add(
        "BIL705",
        failed.where,
        id=whole(check.reconciliation.id),
        printed=figure(check.printed),
        computed=_computed_and_declared(check),
        parts=_parts(check.reconciliation),
        rounding=_rounding_to_declare(check),
    )


def _computed_and_declared(check: Check) -> Bilingual:
    """The computed figure, with the rounding that is declared."""
    computed, declared = computed_figure(check).en, check.reconciliation.rounding
    if not declared:
        return whole(computed)
    rounding = figure(declared).en
    return Bilingual(
        f"{computed} (with a rounding of {rounding} declared)",
        f"{computed} (avec un arrondi de {rounding} déclaré)",
    )


def _rounding_to_declare(check: Check) -> Bilingual:
    """What else to write, where rounding can explain the difference."""
    if check.difference == 0:
        return Bilingual("; or remove “rounding”", "; ou retirez «\u00a0rounding\u00a0»")
    if check.reconciliation.kind.takes_rounding and check.could_be_rounding:
        difference = figure(_decimal(check.difference, 9)).en
        return Bilingual(
            f"; if the parts were rounded, declare “rounding: {difference}”",
            f"; si les parties ont été arrondies, déclarez «\u00a0rounding: {difference}\u00a0»",
        )
    return Bilingual("", "")


def _parts(reconciliation: Reconciliation) -> Bilingual:
    names = [str(address) for address in reconciliation.of]
    return whole(", ".join(names[:MOST_PARTS]) + (" …" if len(names) > MOST_PARTS else ""))


def computed_figure(check: Check) -> Bilingual:
    """The computed figure; a quotient to four decimals."""
    return figure(rounded(check))


def rounded(check: Check, like: Decimal | None = None) -> Decimal:
    """The computed figure: exact, and a quotient to the digits of another, or to four decimals."""
    if not check.reconciliation.kind.is_quotient:
        return _decimal(check.computed, 9)
    decimals = 4 if like is None else max(0, -int(like.as_tuple().exponent))
    return _decimal(check.computed, decimals)


def figure(value: Decimal) -> Bilingual:
    """A figure as an editor types it, without zeros that say nothing."""
    plain = format(value, "f")
    return whole(plain.rstrip("0").rstrip(".") if "." in plain else plain)


def _decimal(value: Fraction, decimals: int) -> Decimal:
    with localcontext(prec=DIGITS):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
