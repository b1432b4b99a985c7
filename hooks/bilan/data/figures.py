"""Figures and statements of an entry: values, comparisons, words with figures in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilan.data import schema
from bilan.data.fields import BothLanguages
from bilan.data.library import IdIndex, optional
from bilan.data.nodes import Node, locate
from bilan.data.revision_entries import (
    ComparisonEntry,
    ResultRevisionEntry,
    RevisionEntry,
    TargetRevisionEntry,
)
from bilan.languages import LANGUAGES, Bilingual
from bilan.model.absences import Missing, NotAvailable
from bilan.model.indicators import Outcome, Quantity, Statement, Unit, UnitKind
from bilan.model.promises import TO_BE_DETERMINED, Comparator, Comparison, Promise
from bilan.model.revisions import Figure, Revision, RevisionKind
from bilan.model.targets import Baseline
from bilan.problems import Location, Problems, Suggestion

Steps = tuple[str | int, ...]

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def texts(entries: list[BothLanguages]) -> tuple[Bilingual, ...]:
    return tuple(entry.bilingual for entry in entries)


class FigureResolver:
    """Resolves what one data file says in figures; problems name the place in it."""

    def __init__(self, node: Node, units: IdIndex[Unit], problems: Problems) -> None:
        self._node, self._units, self.problems = node, units, problems

    def at(self, *steps: str | int) -> Location:
        return locate(self._node, steps)

    def promise(self, entry: schema.TargetEntry, at: Steps) -> Promise:
        if entry.to_be_determined:
            return TO_BE_DETERMINED
        if entry.statement:
            return self._statement(entry.statement, entry.figures, at)
        return self.comparison(entry)

    def comparison(self, entry: ComparisonEntry) -> Comparison:
        if entry.between:
            low, high = entry.between
            return Comparison(Comparator.BETWEEN, low, high)
        given = next(c for c in Comparator if getattr(entry, c.value) is not None)
        return Comparison(given, getattr(entry, given.value))

    def outcome(
        self, entry: schema.ResultEntry | schema.MilestoneResultEntry, at: Steps
    ) -> Outcome | NotAvailable:
        if entry.not_available:
            return NotAvailable(Missing(entry.not_available), optional(entry.reason))
        if isinstance(entry, schema.ResultEntry) and entry.statement:
            return self._statement(entry.statement, entry.figures, at)
        assert entry.value is not None
        return entry.value

    def baseline(self, entry: schema.BaselineEntry | None, at: Steps) -> Baseline | None:
        if entry is None:
            return None
        return Baseline(
            entry.value, entry.date, self.revisions(entry.revisions, (*at, "revisions"))
        )

    def revisions(self, entries: Sequence[RevisionEntry], at: Steps) -> tuple[Revision, ...]:
        """Newest first."""
        revisions = [
            Revision(
                self._earlier(entry, (*at, i)),
                entry.date,
                entry.reason.bilingual,
                RevisionKind(entry.kind or RevisionKind.REVISED),
            )
            for i, entry in enumerate(entries)
        ]
        return tuple(sorted(revisions, key=lambda revision: revision.date, reverse=True))

    def _earlier(self, entry: RevisionEntry, at: Steps) -> Figure:
        if entry.statement:
            return self._statement(entry.statement, {}, at)
        if isinstance(entry, ResultRevisionEntry) and entry.not_available:
            return NotAvailable(Missing(entry.not_available), None)
        if isinstance(entry, TargetRevisionEntry) and entry.value is None:
            return TO_BE_DETERMINED if entry.to_be_determined else self.comparison(entry)
        assert entry.value is not None
        return entry.value

    def _statement(
        self, words: BothLanguages, figures: dict[str, schema.FigureEntry], at: Steps
    ) -> Statement:
        quantities = {}
        for name, figure in figures.items():
            quantity = self._quantity(name, figure, (*at, "figures", name))
            if quantity:
                quantities[name] = quantity
        for language in LANGUAGES:
            self._match_placeholders(
                words.bilingual[language], figures, (*at, "statement", language)
            )
        return Statement(words.bilingual, quantities)

    def _quantity(self, name: str, figure: schema.FigureEntry, at: Steps) -> Quantity | None:
        unit = self._units.find(figure.unit, self.at(*at, "unit"), self.problems)
        if unit is None:
            return None
        if figure.of and unit.kind is not UnitKind.PERCENT:
            self.problems.add("BIL404", self.at(*at, "of"), unit=unit.id)
        if unit.kind is UnitKind.WORDS:
            self.problems.add("BIL415", self.at(*at, "unit"), name=name)
        return Quantity(figure.value, unit, optional(figure.of))

    def _match_placeholders(
        self, words: str, figures: dict[str, schema.FigureEntry], at: Steps
    ) -> None:
        named = PLACEHOLDER.findall(words)
        for name in named:
            if name not in figures:
                known = Suggestion.among(name, figures)
                self.problems.add("BIL408", self.at(*at), found=name, known=known)
        for name in figures:
            if name not in named:
                self.problems.add("BIL409", self.at(*at), figure=name)
