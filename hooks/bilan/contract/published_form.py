"""The form of a `results.json` that is read back.

A later version of the contract adds keys; what an earlier one did not have yet is absent here.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from bilan.contract import VERSION
from bilan.languages import LANGUAGES, Language
from bilan.model.absences import Missing
from bilan.model.indicators import Qualifier, UnitKind
from bilan.model.promises import Comparator
from bilan.model.results import Verdict
from bilan.model.revisions import RevisionKind
from bilan.model.tables import Empty


def _typed(text: str) -> str:
    """With plain spaces, as a person types them.

    Raises:
        ValueError: for half of a character, which no file can hold.
    """
    text.encode()
    return " ".join(text.split())


def _whole(texts: Mapping[Language, str]) -> Mapping[Language, str]:
    if texts.keys() != {*LANGUAGES}:
        raise ValueError("a text in both languages is expected")
    return texts


Text = Annotated[str, AfterValidator(_typed)]
Number = Annotated[Decimal, Field(max_digits=40)]
Texts = Annotated[Mapping[Language, Text], AfterValidator(_whole)]


class _Object(BaseModel):
    model_config = ConfigDict(frozen=True)


class PublishedQuantity(_Object):
    """A figure inside a statement."""

    value: Number
    unit: str
    of: Texts | None = None


class Said(_Object):
    """What is said in figures or in words, now or before a revision."""

    comparator: Comparator | Literal["statement", "to_be_determined"] | None = None
    """None for a result, and where a revision leaves the comparator as it is today."""
    value: Number | None = None
    high: Number | None = None
    not_available: Missing | None = None
    statement: Texts | None = None

    @model_validator(mode="after")
    def _has_its_bounds(self) -> Said:
        is_comparison = isinstance(self.comparator, Comparator)
        is_range = self.comparator is Comparator.BETWEEN
        if (is_comparison and self.value is None) or is_range != (self.high is not None):
            raise ValueError("a comparison has its value, and a range both")
        return self

    @property
    def is_open(self) -> bool:
        """Whether there is no figure yet, so that one may come without a word."""
        return self.not_available is not None or self.comparator == "to_be_determined"

    @property
    def quotable(self) -> tuple[object, ...]:
        """What a revision can quote of it."""
        return tuple(getattr(self, name) for name in Said.model_fields)


class PublishedRevision(Said):
    date: datetime.date
    reason: Texts
    kind: RevisionKind = RevisionKind.REVISED

    @property
    def identity(self) -> tuple[object, ...]:
        """What stays of it once it is published: its words may be mended."""
        return self.date, self.quotable


class Published(Said):
    """A target, a result, a baseline, a milestone or a cell of a table."""

    qualifier: Qualifier | None = None
    verdict: Verdict | None = None
    printed: Empty | None = None
    """What a cell without a figure shows."""
    figures: Mapping[str, PublishedQuantity] = Field(default_factory=dict)
    name: Texts | None = None
    """Of the indicator."""
    unit: Text | None = None
    unit_kind: UnitKind | None = None
    of: Texts | None = None
    date_to_achieve: datetime.date | None = None
    date: datetime.date | None = None
    """The day of a baseline."""
    as_of: datetime.date | None = None
    interim: bool = False
    revisions: tuple[PublishedRevision, ...] = ()
    """Newest first."""

    def measured(
        self, unit: str | None, kinds: Mapping[str, UnitKind], **more: Texts | None
    ) -> Self:
        """With what else makes the number mean what it does."""
        return self.model_copy(update={"unit": unit, "unit_kind": kinds.get(unit or ""), **more})


class Milestone(Published):
    result: Published


class Target(Published):
    baseline: Published | None = None
    milestones: tuple[Milestone, ...] = ()


class Entry(_Object):
    scorecard: str
    indicator: str
    target: Target | None
    result: Published


class Row(_Object):
    id: str
    cells: Mapping[str, Published]


class Table(_Object):
    id: str
    rows: tuple[Row, ...]


class Unit(_Object):
    id: str
    kind: UnitKind


class Indicator(_Object):
    id: str
    name: Texts
    unit: str
    of: Texts | None = None


def _readable(version: str) -> str:
    if version.partition(".")[0] != VERSION.partition(".")[0]:
        raise ValueError(f"version {version}; this program reads {VERSION}")
    return version


class Results(_Object):
    version: Annotated[str, AfterValidator(_readable)]
    units: tuple[Unit, ...]
    indicators: tuple[Indicator, ...]
    results: tuple[Entry, ...]
    tables: tuple[Table, ...] = ()
