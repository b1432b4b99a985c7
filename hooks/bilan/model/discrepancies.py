"""Known discrepancies: what a document prints and that does not fit together.

Nothing is corrected: the printed figure is shown, marked, and set beside the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bilan.languages import Bilingual
from bilan.model.addresses import Address
from bilan.model.indicators import Unit
from bilan.model.reconciliations import Check
from bilan.model.sources import Citation


class Contradiction(StrEnum):
    """What does not fit, where no arithmetic says it."""

    LABEL = "label"
    """A label stands against an amount that is not its own."""
    DOUBLE_USE = "double_use"
    """One number is used for two different things."""
    PERIOD = "period"
    """A year or a date that cannot be right."""
    NAME = "name"
    """Two names for one thing."""
    MISPRINT = "misprint"
    """A figure that is cut or garbled."""
    DEFINITION = "definition"
    """One quantity described in two ways."""


@dataclass(frozen=True)
class Discrepancy:
    id: str
    kind: str
    """The kind of the reconciliation that fails, or a `Contradiction`."""
    where: tuple[Address, ...]
    """The figures to be marked."""
    citation: Citation
    printed: Decimal | str
    """In the unit of the figure; or as the document prints it, in its language."""
    computed: Decimal | str
    """What the other figures or the rest of the document make it; empty where nothing does."""
    unit: Unit | None
    """None where the two are texts."""
    note: Bilingual
    check: Check | None = None
