"""Everything one organisation reports, with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bilan.labels import Words
from bilan.languages import Bilingual, Language
from bilan.model.glossary import Term
from bilan.model.indicators import Indicator, Unit
from bilan.model.scorecards import Scorecard
from bilan.model.sources import Source
from bilan.model.status import Status


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
    glossary: Mapping[str, Term]
    """By id, in the order they are written."""
