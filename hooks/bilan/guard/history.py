"""Figures held against what was published: every change of one is told as a revision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bilan.contract.files import results_json
from bilan.contract.published import Key, PublishedFigure, published_figures
from bilan.contract.published_form import Said
from bilan.data.accounts import TABLES
from bilan.data.loading import SCORECARDS
from bilan.data.nodes import MappingNode, Node, ScalarNode, SequenceNode, locate
from bilan.draft import DATA, Draft
from bilan.guard.comparison import Difference, DifferenceKind, compare
from bilan.guard.figure_words import FigureWords, as_written
from bilan.problems import Location, Problem, whole
from bilan.report import Report

_RULES: Mapping[DifferenceKind, str] = {
    DifferenceKind.UNEXPLAINED: "BIL461",
    DifferenceKind.MISQUOTED: "BIL462",
    DifferenceKind.UNRECORDED: "BIL463",
    DifferenceKind.WITHDRAWN: "BIL464",
    DifferenceKind.TRANSCRIBED: "BIL466",
    DifferenceKind.REMOVED: "BIL467",
    DifferenceKind.REWORDED: "BIL468",
}


def differences(before: Mapping[Key, PublishedFigure], report: Report) -> list[Difference]:
    """All figures that differ from those published `before`."""
    return list(compare(before, published_figures(results_json(report))))


def refuse_silent_revisions(
    draft: Draft, before: Mapping[Key, PublishedFigure]
) -> Iterator[Problem]:
    """What changed without a word; nothing where the data has problems of its own."""
    report = draft.data.report
    if report is None:
        return
    words = FigureWords(report)
    for difference in differences(before, report):
        if difference.kind in _RULES:
            assert difference.was
            was, now = words.of(difference)
            yield Problem.of(
                _RULES[difference.kind],
                _place(draft, difference),
                figure=words.name(difference.was),
                was=was,
                now=now,
                key=whole(as_written(_earlier(difference))),
            )


def _earlier(difference: Difference) -> Said:
    """The figure that a revision has to name: the one published, or that of the lost revision."""
    was, now = difference.was, difference.now
    assert was
    if difference.kind is not DifferenceKind.UNRECORDED:
        return was.said
    kept = {revision.identity for revision in now.said.revisions} if now else set()
    return next((each for each in was.said.revisions if each.identity not in kept), was.said)


def _place(draft: Draft, difference: Difference) -> Location:
    """Where the figure is written; where it is gone, the scorecard that had it."""
    figure = difference.figure
    folder = TABLES if figure.column else SCORECARDS
    file = f"{DATA}/{folder}/{figure.document}.yml"
    node = draft.data.nodes.get(file)
    if node is None:
        return Location(file)
    if figure.column:
        return locate(node, _steps_to_cell(node, figure))
    step = "revisions" if difference.kind is DifferenceKind.UNRECORDED else _written(figure)
    return locate(node, (*_steps(node, figure), step))


def _written(figure: PublishedFigure) -> str:
    """The key of the figure in its target or its result."""
    for key in ("not_available", "statement"):
        if getattr(figure.said, key):
            return key
    return str(figure.said.comparator or "value")


def _steps(node: Node, figure: PublishedFigure) -> tuple[str | int, ...]:
    """The path to a target, a result, a baseline or a milestone in the file of a scorecard."""
    for i, area in enumerate(_items(node, "areas")):
        for j, entry in enumerate(_items(area, "indicators")):
            if _text(entry, "indicator") == figure.entry:
                return ("areas", i, "indicators", j, *_steps_of_part(entry, figure.part))
    return ()


def _steps_to_cell(node: Node, figure: PublishedFigure) -> tuple[str | int, ...]:
    rows = [_text(row, "id") for row in _items(node, "rows")]
    index = rows.index(figure.entry) if figure.entry in rows else len(rows)
    return ("rows", index, "cells", figure.column)


def _steps_of_part(entry: Node, part: str) -> tuple[str | int, ...]:
    name, _, date = part.removesuffix(".result").partition(".")
    if name == "baseline":
        return ("target", name)
    if name != "milestone":
        return (name,)
    milestones = _items(_value(entry, "target"), "milestones")
    dates = [_text(milestone, "date_to_achieve") for milestone in milestones]
    index = dates.index(date) if date in dates else len(dates)
    return ("target", "milestones", index, *(("result",) if part.endswith(".result") else ()))


def _value(node: Node | None, key: str) -> Node | None:
    return node.values.get(key) if isinstance(node, MappingNode) else None


def _items(node: Node | None, key: str) -> list[Node]:
    found = _value(node, key)
    return found.items if isinstance(found, SequenceNode) else []


def _text(node: Node, key: str) -> str:
    found = _value(node, key)
    return found.text if isinstance(found, ScalarNode) else ""
