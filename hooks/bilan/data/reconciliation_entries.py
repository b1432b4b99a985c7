"""The keys of `data/reconciliations.yml` and `data/discrepancies.yml`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from bilan.data.fields import BothLanguages, Entry, Id, Number, Text, exactly_one, refusal
from bilan.data.schema import Cited
from bilan.model.addresses import Address
from bilan.model.discrepancies import Contradiction
from bilan.model.reconciliations import ReconciliationKind


def _address(value: object) -> object:
    if isinstance(value, Address):
        return value
    if not isinstance(value, str):
        raise refusal("BIL204")
    address = Address.parse(value.strip())
    if address is None:
        raise refusal("BIL322", found=value)
    return address


At = Annotated[Any, BeforeValidator(_address)]
"""An `Address`; `Any` keeps pydantic from rebuilding the tuple."""


class Computed(Entry):
    """What tells how one figure follows from others."""

    kind: Literal[tuple(kind.value for kind in ReconciliationKind)]  # type: ignore[valid-type]
    tolerance: Number | None = None

    def refuse_wrong_keys(self) -> None:
        kind, given = ReconciliationKind(self.kind), self.model_fields_set
        if not kind.takes(len(self.of)):  # type: ignore[attr-defined]
            raise refusal("BIL323", kind=kind.value)
        if ("equals" in given) == (kind is ReconciliationKind.SHARES):
            raise refusal("BIL324", kind=kind.value)
        if "tolerance" in given and not kind.is_quotient:
            raise refusal("BIL325", key="tolerance", kind=kind.value)
        if "rounding" in given and not kind.takes_rounding:
            raise refusal("BIL325", key="rounding", kind=kind.value)


class ReconciliationEntry(Computed):
    """Between figures of any tables and scorecards."""

    of: Annotated[list[At], Field(min_length=1)]
    equals: At | None = None
    rounding: Number | None = None

    @model_validator(mode="after")
    def _keys_fit_the_kind(self) -> ReconciliationEntry:
        self.refuse_wrong_keys()
        return self


class DiscrepancyEntry(Cited):
    """Either a reconciliation that fails, or a contradiction that no arithmetic shows."""

    reconciliation: Text | None = None
    kind: Literal[tuple(kind.value for kind in Contradiction)] | None = None  # type: ignore[valid-type]
    printed: Text
    computed: Text | None = None
    where: list[At] = Field(default_factory=list)
    note: BothLanguages

    @model_validator(mode="after")
    def _one_ground(self) -> DiscrepancyEntry:
        exactly_one(self, ("reconciliation", "kind"))
        if self.reconciliation is not None:
            if self.computed is None:
                raise refusal("BIL202", key="computed")
        elif self.source is None:
            raise refusal("BIL202", key="source")
        return self


Reconciliations = dict[Id, ReconciliationEntry]
Discrepancies = dict[Id, DiscrepancyEntry]
