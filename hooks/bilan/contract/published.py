"""What was published before, figure by figure, read back from its `results.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pydantic import ValidationError

from bilan.contract.published_form import Entry, Published, Results, Table
from bilan.model.indicators import UnitKind

Key = tuple[str, str, str]
_CELL = "cell."


class NotResults(Exception):
    """A text is not the `results.json` of a site."""


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
        found = Results.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = "/".join(str(step) for step in first["loc"])
        raise NotResults(f"{where}: {first['msg']}" if where else first["msg"]) from None
    except (ValueError, RecursionError) as error:
        raise NotResults(str(error)) from None
    kinds = {unit.id: unit.kind for unit in found.units}
    every = (*_figures(found, kinds), *_cells(found.tables, kinds))
    return {figure.key: figure for figure in every}


def _figures(found: Results, kinds: Mapping[str, UnitKind]) -> Iterator[PublishedFigure]:
    indicators = {indicator.id: indicator for indicator in found.indicators}
    for entry in found.results:
        if entry.indicator not in indicators:
            raise NotResults(f"{entry.indicator}: there is no such indicator")
        its = indicators[entry.indicator]
        for part, said, is_inherited in _parts(entry):
            measured = said.measured(its.unit, kinds, of=its.of, name=its.name)
            yield PublishedFigure(entry.scorecard, entry.indicator, part, measured, is_inherited)


def _cells(tables: tuple[Table, ...], kinds: Mapping[str, UnitKind]) -> Iterator[PublishedFigure]:
    for table in tables:
        for row in table.rows:
            for column, said in row.cells.items():
                measured = said.measured(said.unit, kinds)
                yield PublishedFigure(table.id, row.id, f"{_CELL}{column}", measured)


def _parts(entry: Entry) -> Iterator[tuple[str, Published, bool]]:
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
