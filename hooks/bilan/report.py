"""Everything one organisation reports, with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bilan.labels import Words
from bilan.languages import Bilingual, Language
from bilan.model.addresses import Address
from bilan.model.discrepancies import Discrepancy
from bilan.model.framework import Framework
from bilan.model.glossary import Term
from bilan.model.indicators import Indicator, Unit
from bilan.model.printed import PrintedReport
from bilan.model.reconciliations import Check
from bilan.model.scorecards import Scorecard
from bilan.model.sources import Source
from bilan.model.status import Status
from bilan.model.tables import Table

NO_DATE = date(1980, 1, 1)
"""Of a report without a scorecard and without a table of any day: the first that a ZIP file
can have."""


@dataclass(frozen=True)
class Organization:
    name: Bilingual
    site_name: Bilingual
    tagline: Bilingual
    description: Bilingual
    licence: Bilingual | None
    """On what terms its figures may be used, in one line."""
    licence_url: str
    """Where these terms stand, or empty."""


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
    framework: Framework | None
    """What is to be measured, where the organization has such a framework."""
    glossary: Mapping[str, Term]
    """By id, in the order they are written."""
    printed: Mapping[str, PrintedReport]
    """The files to print, by id, in the order they are written."""
    tables: Mapping[str, Table]
    checks: tuple[Check, ...]
    """Every reconciliation, carried out; those that fail are known discrepancies."""
    discrepancies: Mapping[str, Discrepancy]

    @cached_property
    def data_date(self) -> date:
        """The latest day that a scorecard, a result or a table is of. Files are dated with it,
        and never with the clock."""
        days = [scorecard.as_of for scorecard in self.scorecards.values()]
        for scorecard in self.scorecards.values():
            days += [entry.reporting_date for entry in scorecard.indicators]
        days += [table.as_of for table in self.tables.values() if table.as_of]
        return max(days, default=NO_DATE)

    @cached_property
    def reported_indicators(self) -> tuple[Indicator, ...]:
        """Those that some scorecard reports, in the order they are defined."""
        reported = {
            entry.indicator.id for each in self.scorecards.values() for entry in each.indicators
        }
        return tuple(each for each in self.indicators.values() if each.id in reported)

    @property
    def latest(self) -> Scorecard | None:
        """The latest scorecard with a verdict; where none has one, the latest of all."""
        judged = (each for each in self.scorecards.values() if each.tally.verdicts)
        return next(judged, next(iter(self.scorecards.values()), None))

    def discrepancies_in(self, document: str, entry: str) -> tuple[Discrepancy, ...]:
        """Those that a figure of one row or one indicator is part of."""
        return self._discrepancies.get((document, entry), ())

    def discrepancies_of(self, address: Address) -> tuple[Discrepancy, ...]:
        """Those that a figure is part of, or one of the figures in its words."""
        of_entry = self.discrepancies_in(address.document, address.entry)
        return tuple(each for each in of_entry if any(address.holds(at) for at in each.where))

    @cached_property
    def _discrepancies(self) -> Mapping[tuple[str, str], tuple[Discrepancy, ...]]:
        """By the row or the indicator that they concern."""
        found: dict[tuple[str, str], tuple[Discrepancy, ...]] = {}
        for each in self.discrepancies.values():
            for entry in dict.fromkeys((at.document, at.entry) for at in each.where):
                found[entry] = (*found.get(entry, ()), each)
        return found
