"""What was published before, read back from its `results.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Json = dict[str, Any]
Key = tuple[str, str, str]
_SAID = ("comparator", "value", "high", "qualifier", "not_available", "verdict", "printed")
"""What is said of a target, a result or a cell in figures; words and sources are no figures."""
_CELL = "cell."


class NotResults(Exception):
    """A text is not the `results.json` of a site."""


@dataclass(frozen=True)
class PublishedFigure:
    """A target, a result, a baseline, a milestone or its result, or a cell of a statement table,
    as `results.json` has it."""

    document: str
    """The id of the scorecard or the table."""
    entry: str
    """The id of the indicator or the row."""
    part: str
    """Its name in addresses: "target", "result", "baseline", "milestone.2028-03-31",
    "milestone.2028-03-31.result"; of a cell "cell." and the id of its column."""
    said: Json

    @property
    def key(self) -> Key:
        return self.document, self.entry, self.part

    @property
    def column(self) -> str:
        """The id of the column of a cell; empty for what is none."""
        return self.part.removeprefix(_CELL) if self.part.startswith(_CELL) else ""

    @property
    def figures(self) -> Json:
        """All whose change is a change of the figure."""
        written = self.said.get("figures") or {}
        return {key: self.said.get(key) for key in _SAID} | {
            name: (figure["value"], figure["unit"]) for name, figure in written.items()
        }

    @property
    def value(self) -> Decimal | None:
        found: Decimal | None = self.said.get("value")
        return found

    @property
    def statement(self) -> Json | None:
        """In both languages; with plain spaces, as a person types them."""
        return _typed(self.said.get("statement"))

    @property
    def is_open(self) -> bool:
        """Whether there is no figure yet, so that one may come without a word."""
        missing = self.said.get("not_available")
        return missing is not None or self.said.get("comparator") == "to_be_determined"

    @property
    def revisions(self) -> list[Json]:
        """Newest first."""
        found = self.said.get("revisions") or []
        return [{**each, "statement": _typed(each["statement"])} for each in found]


def published_figures(text: str) -> dict[Key, PublishedFigure]:
    """Every figure of a `results.json`, with the digits it was written with.

    Raises:
        NotResults: when the text is something else.
    """
    try:
        content = json.loads(text, parse_float=Decimal, parse_int=Decimal)
        figures = (*_figures(content["results"]), *_cells(content.get("tables", [])))
        found = {figure.key: figure for figure in figures}
        for figure in found.values():
            figure.figures, figure.statement, figure.revisions  # noqa: B018, each reads the text
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotResults(repr(error)) from None
    return found


def _figures(results: list[Json]) -> Iterator[PublishedFigure]:
    for entry in results:
        for part, said in _parts(entry):
            if said is not None:
                yield PublishedFigure(entry["scorecard"], entry["indicator"], part, said)


def _cells(tables: list[Json]) -> Iterator[PublishedFigure]:
    for table in tables:
        for row in table["rows"]:
            for column, said in row["cells"].items():
                yield PublishedFigure(table["id"], row["id"], f"{_CELL}{column}", said)


def _parts(entry: Json) -> Iterator[tuple[str, Json | None]]:
    target = entry["target"]
    if target is not None:
        yield "target", target
        yield "baseline", target["baseline"]
        for milestone in target["milestones"]:
            part = f"milestone.{milestone['date_to_achieve']}"
            yield part, milestone
            if not _is_same(milestone["result"], entry["result"]):
                yield f"{part}.result", milestone["result"]
    yield "result", entry["result"]


def _is_same(of_milestone: Json, latest: Json) -> bool:
    """Whether a milestone has no result of its own, but the indicator's."""
    return all(of_milestone[key] == latest[key] for key in ("value", "not_available", "as_of"))


def _typed(statement: Json | None) -> Json | None:
    if statement is None:
        return None
    return {language: " ".join(text.split()) for language, text in statement.items()}
