"""Indicators and their units of measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bilan.languages import Bilingual, Language


class UnitKind(StrEnum):
    COUNT = "count"
    PERCENT = "percent"
    CURRENCY = "currency"
    PLAIN = "plain"
    """A number that needs no word: a ratio, a score."""
    WORDS = "words"
    """Never a figure: targets and results are statements."""


@dataclass(frozen=True)
class Unit:
    """A unit of measure; `nouns` holds the CLDR plural forms of a counted thing."""

    id: str
    kind: UnitKind
    nouns: Mapping[Language, Mapping[str, str]]


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Measurement(StrEnum):
    """What kind of quantity an indicator reports."""

    LEVEL = "level"
    """The state at a date."""
    TOTAL_FOR_PERIOD = "total_for_period"
    CUMULATIVE_TOTAL = "cumulative_total"
    """A total since a date."""
    NOT_STATED = "not_stated"
    """The source does not say."""


@dataclass(frozen=True)
class Indicator:
    """Defined once; scorecards of different years refer to its id."""

    id: str
    name: Bilingual
    address: Bilingual
    """The end of the address of its page: the id, in French an id of French words."""
    definition: Bilingual
    unit: Unit
    of: Bilingual | None
    """What a percentage is a share of: "of members"."""
    better: Direction
    measures: Measurement
    since: date | None
    """Start of a cumulative total."""


class Qualifier(StrEnum):
    """What a source says of a number that it does not give as exact."""

    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    ABOUT = "about"
    """Near the number; how near, the source does not say."""
    LESS_THAN = "less_than"


@dataclass(frozen=True)
class Quantity:
    """A value in a unit: what a figure on a page is."""

    value: Decimal
    unit: Unit
    of: Bilingual | None = None


@dataclass(frozen=True)
class Statement:
    """A target or a result in words; `{name}` in the words stands for a figure."""

    words: Bilingual
    figures: Mapping[str, Quantity] = field(default_factory=dict)


Outcome = Decimal | Statement
"""What was achieved: in figures (in the indicator's unit) or in words."""
