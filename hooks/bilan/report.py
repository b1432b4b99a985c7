"""Everything one organisation reports, with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bilan.labels import Words
from bilan.languages import Bilingual, Language
from bilan.model.addresses import Address
from bilan.model.discrepancies import Discrepancy
from bilan.model.indicators import Indicator, Unit
from bilan.model.reconciliations import Check
from bilan.model.scorecards import Scorecard
from bilan.model.sources import Source
from bilan.model.status import Status
from bilan.model.tables import Table


@dataclass(frozen=True)
class Organization:
    name: Bilingual
    site_name: Bilingual
    tagline: Bilingual
    description: Bilingual


@dataclass(frozen=True)
class StatusWords:
    """How a status reads, by plural category: `name` on a badge, `short` after a count."""

    name: Mapping[Language, Mapping[str, str]]
    short: Mapping[Language, Mapping[str, str]]
    rule: Bilingual


@dataclass(frozen=True)
class Report:
    organization: Organization
    words: Mapping[Language, Words]
    units: Mapping[str, Unit]
    sources: Mapping[str, Source]
    indicators: Mapping[str, Indicator]
    statuses: Mapping[Status, StatusWords]
    scorecards: Mapping[str, Scorecard]
    """By id, the latest first."""
    tables: Mapping[str, Table] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    """Every reconciliation, carried out; those that fail are known discrepancies."""
    discrepancies: Mapping[str, Discrepancy] = field(default_factory=dict)

    def discrepancies_in(self, document: str, entry: str) -> tuple[Discrepancy, ...]:
        """Those that a figure of one row or one indicator is part of."""
        return tuple(
            each
            for each in self.discrepancies.values()
            if any((at.document, at.entry) == (document, entry) for at in each.where)
        )

    def discrepancies_of(self, address: Address) -> tuple[Discrepancy, ...]:
        """Those that a figure is part of."""
        return tuple(each for each in self.discrepancies.values() if address in each.where)
