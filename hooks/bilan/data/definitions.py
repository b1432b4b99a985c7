"""The keys of the files that scorecards refer to, and of the words. All are in the guide."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, create_model, model_validator

from bilan.data.fields import (
    BothLanguages,
    Day,
    Entry,
    Id,
    Text,
    UnitId,
    WebAddress,
    refusal,
)
from bilan.model.indicators import Direction, Measurement, UnitKind
from bilan.model.status import Status


class OrganizationEntry(Entry):
    """`data/organization.yml`."""

    name: BothLanguages
    site_name: BothLanguages
    tagline: BothLanguages
    description: BothLanguages
    licence: BothLanguages | None = None
    licence_url: WebAddress | None = None

    @model_validator(mode="after")
    def _terms_have_a_name(self) -> OrganizationEntry:
        if self.licence_url and not self.licence:
            raise refusal("BIL202", key="licence")
        return self


class NounForms(Entry):
    """The forms of a counted thing, as CLDR names them; `many` is the French after a round
    million: 1 000 000 d’élèves."""

    one: Text
    other: Text
    many: Text | None = None


class Nouns(Entry):
    en: NounForms
    fr: NounForms


class UnitEntry(Entry):
    kind: Literal[tuple(kind.value for kind in UnitKind)]  # type: ignore[valid-type]
    nouns: Nouns | None = None

    @model_validator(mode="after")
    def _counts_have_nouns(self) -> UnitEntry:
        if (self.kind == UnitKind.COUNT) != (self.nouns is not None):
            raise refusal("BIL301", kind=self.kind)
        return self


class SourceEntry(Entry):
    title: BothLanguages
    publisher: BothLanguages
    language: Literal["en", "fr"]
    url: WebAddress | None = None
    note: BothLanguages | None = None


class IndicatorEntry(Entry):
    name: BothLanguages
    address: Id
    definition: BothLanguages
    unit: UnitId
    of: BothLanguages | None = None
    better: Literal[tuple(way.value for way in Direction)]  # type: ignore[valid-type]
    measures: Literal[tuple(kind.value for kind in Measurement)]  # type: ignore[valid-type]
    since: Day | None = None

    @model_validator(mode="after")
    def _cumulative_totals_have_a_start(self) -> IndicatorEntry:
        if (self.measures == Measurement.CUMULATIVE_TOTAL) != (self.since is not None):
            raise refusal("BIL302")
        return self


class PluralForms(Entry):
    """`zero` is used for exactly nothing, where a language says it in another way."""

    zero: Text | None = None
    one: Text
    other: Text


def _text_or_forms(value: object) -> object:
    return {"one": value, "other": value} if isinstance(value, str) else value


class LabelEntry(Entry):
    """An interface word; with plural forms where it follows a number `{n}`."""

    one_text_means = "BIL203"

    en: Annotated[PluralForms, BeforeValidator(_text_or_forms)]
    fr: Annotated[PluralForms, BeforeValidator(_text_or_forms)]


class StatusEntry(Entry):
    name: LabelEntry
    short: LabelEntry
    rule: BothLanguages


Units = dict[UnitId, UnitEntry]
Sources = dict[Id, SourceEntry]
Indicators = dict[Id, IndicatorEntry]
Labels = dict[str, LabelEntry]
StatusesEntry = create_model(
    "StatusesEntry",
    __base__=Entry,
    **{status.value: (StatusEntry, ...) for status in Status},  # type: ignore[call-overload]
)
