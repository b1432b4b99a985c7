"""The keys of revisions, and of the comparisons that they can quote."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, model_validator

from bilan.data.fields import BothLanguages, Day, Entry, Flag, Number, exactly_one, refusal
from bilan.model.promises import Comparator

Absence = Literal["not_reported", "suppressed", "not_applicable", "discontinued"]

COMPARATORS = tuple(comparator.value for comparator in Comparator)


def _bounds(value: object) -> object:
    if isinstance(value, list) and len(value) != 2:
        raise refusal("BIL215", count=str(len(value)))
    return value


class ComparisonEntry(Entry):
    at_least: Number | None = None
    more_than: Number | None = None
    at_most: Number | None = None
    less_than: Number | None = None
    exactly: Number | None = None
    between: Annotated[list[Number] | None, BeforeValidator(_bounds)] = None

    @model_validator(mode="after")
    def _bounds_in_order(self) -> ComparisonEntry:
        if self.between and self.between[0] >= self.between[1]:
            low, high = self.between
            raise refusal("BIL303", low=str(low), high=str(high))
        return self


class RevisionEntry(Entry):
    """A figure as it was published before, when it changed, and why."""

    said: ClassVar[tuple[str, ...]] = ("value", "statement")
    """The keys of which one says what was published."""

    value: Number | None = None
    statement: BothLanguages | None = None
    date: Day
    reason: BothLanguages
    kind: Literal["corrected", "restated"] | None = None

    @model_validator(mode="after")
    def _one_earlier_figure(self) -> RevisionEntry:
        exactly_one(self, self.said)
        return self


class TargetRevisionEntry(RevisionEntry, ComparisonEntry):
    """`value` alone is an earlier figure with today's comparator."""

    said = ("value", "statement", "to_be_determined", *COMPARATORS)

    to_be_determined: Flag | None = None

    @model_validator(mode="after")
    def _to_be_determined_is_true(self) -> TargetRevisionEntry:
        if self.to_be_determined is False:
            raise refusal("BIL308")
        return self


class ResultRevisionEntry(RevisionEntry):
    said = ("value", "statement", "not_available")

    not_available: Absence | None = None
