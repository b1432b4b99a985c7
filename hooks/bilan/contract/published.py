"""What was published before, read back from its `results.json`.

A later version of the contract adds keys; what an earlier one did not have yet is absent here.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bilan.contract import VERSION
from bilan.languages import Language
from bilan.model.absences import Missing
from bilan.model.indicators import Qualifier
from bilan.model.promises import Comparator
from bilan.model.results import Verdict
from bilan.model.revisions import RevisionKind
from bilan.model.tables import Empty

Key = tuple[str, str, str]
_CELL = "cell."


class NotResults(Exception):
    """A text is not the `results.json` of a site."""


def _typed(text: str) -> str:
    """With plain spaces, as a person types them."""
    return " ".join(text.split())


Number = Annotated[Decimal, Field(max_digits=40)]
Texts = Mapping[Language, Annotated[str, AfterValidator(_typed)]]


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

    @property
    def is_open(self) -> bool:
        """Whether there is no figure yet, so that one may come without a word."""
        return self.not_available is not None or self.comparator == "to_be_determined"


class PublishedRevision(Said):
    date: datetime.date
    reason: Texts
    kind: RevisionKind = RevisionKind.REVISED


class Published(Said):
    """A target, a result, a baseline, a milestone or a cell of a table."""

    qualifier: Qualifier | None = None
    verdict: Verdict | None = None
    printed: Empty | None = None
    """What a cell without a figure shows."""
    figures: Mapping[str, PublishedQuantity] = Field(default_factory=dict)
    unit: str | None = None
    of: Texts | None = None
    date_to_achieve: datetime.date | None = None
    date: datetime.date | None = None
    """The day of a baseline."""
    as_of: datetime.date | None = None
    interim: bool = False
    revisions: tuple[PublishedRevision, ...] = ()
    """Newest first."""


class _Milestone(Published):
    result: Published


class _Target(Published):
    baseline: Published | None = None
    milestones: tuple[_Milestone, ...] = ()


class _Entry(_Object):
    scorecard: str
    indicator: str
    target: _Target | None
    result: Published


class _Row(_Object):
    id: str
    cells: Mapping[str, Published]


class _Table(_Object):
    id: str
    rows: tuple[_Row, ...]


class _Indicator(_Object):
    id: str
    unit: str
    of: Texts | None = None


def _readable(version: str) -> str:
    if version.partition(".")[0] != VERSION.partition(".")[0]:
        raise ValueError(f"version {version}; this program reads {VERSION}")
    return version


class _Results(_Object):
    version: Annotated[str, AfterValidator(_readable)]
    indicators: tuple[_Indicator, ...]
    results: tuple[_Entry, ...]
    tables: tuple[_Table, ...] = ()


@dataclass(frozen=True)
class PublishedFigure:
    """A figure in its place."""

    document: str
    """The id of the scorecard or the table."""
    entry: str
    """The id of the indicator or the row."""
    part: str
    """Its name in addresses: "target", "result", "baseline", "milestone.2028-03-31",
    "milestone.2028-03-31.result"; of a cell "cell." and the id of its column."""
    said: Published
    is_inherited: bool = False
    """Whether a milestone has this result only because its indicator does."""

    @property
    def key(self) -> Key:
        return self.document, self.entry, self.part

    @property
    def noun(self) -> str:
        """ "target", "result", "baseline", "milestone" or "cell"; of the result of a milestone,
        "result"."""
        return "result" if self.part.endswith("result") else self.part.partition(".")[0]

    @property
    def column(self) -> str:
        """The id of the column of a cell; empty for what is none."""
        return self.part.removeprefix(_CELL) if self.part.startswith(_CELL) else ""


def published_figures(text: str) -> dict[Key, PublishedFigure]:
    """Every figure of a `results.json`, with the digits it was written with.

    Raises:
        NotResults: when the text is something else, or of another major version.
    """
    try:
        content = json.loads(text, parse_float=Decimal, parse_int=Decimal)
        found = _Results.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = "/".join(str(step) for step in first["loc"])
        raise NotResults(f"{where}: {first['msg']}" if where else first["msg"]) from None
    except (ValueError, RecursionError) as error:
        raise NotResults(str(error)) from None
    return {figure.key: figure for figure in (*_figures(found), *_cells(found.tables))}


def _figures(found: _Results) -> Iterator[PublishedFigure]:
    indicators = {indicator.id: indicator for indicator in found.indicators}
    for entry in found.results:
        measure = indicators.get(entry.indicator)
        measured = {"unit": measure.unit, "of": measure.of} if measure else {}
        for part, said, is_inherited in _parts(entry):
            whole = said.model_copy(update=measured)
            yield PublishedFigure(entry.scorecard, entry.indicator, part, whole, is_inherited)


def _cells(tables: tuple[_Table, ...]) -> Iterator[PublishedFigure]:
    for table in tables:
        for row in table.rows:
            for column, said in row.cells.items():
                yield PublishedFigure(table.id, row.id, f"{_CELL}{column}", said)


def _parts(entry: _Entry) -> Iterator[tuple[str, Published, bool]]:
    target = entry.target
    if target is not None:
        yield "target", target, False
        if target.baseline:
            yield "baseline", target.baseline, False
        for milestone in target.milestones:
            part = f"milestone.{milestone.date_to_achieve}"
            yield part, milestone, False
            yield f"{part}.result", milestone.result, _is_same(milestone.result, entry.result)
    yield "result", entry.result, False


def _is_same(of_milestone: Published, latest: Published) -> bool:
    """Whether a milestone has no result of its own, but the indicator's."""
    fields = ("value", "not_available", "as_of", "revisions")
    return all(getattr(of_milestone, name) == getattr(latest, name) for name in fields)
