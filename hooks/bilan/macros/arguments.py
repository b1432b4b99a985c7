"""Arguments of a call to what they name in the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from bilan.data.framework import UNKNOWN_FRAMEWORK
from bilan.macros.call import Call
from bilan.macros.drawings import drawn_column, refuse_short_trend, reported_indicators
from bilan.macros.signatures import COUNTS, LATEST, NUMBER, PARTS, TERM_FORMS
from bilan.model.absences import NotAvailable
from bilan.model.framework import Framework, FrameworkObjective
from bilan.model.glossary import Term
from bilan.model.scorecards import Area, ReportedIndicator, Scorecard
from bilan.model.tables import Amount, Column, Row, Table
from bilan.problems import Problems, Suggestion, whole


@dataclass(frozen=True)
class Subject:
    """What a call is about."""

    scorecard: Scorecard | None = None
    area: Area | None = None
    entry: ReportedIndicator | None = None
    part: str = "result"
    count: str = ""
    indicator_id: str = ""
    """An indicator on whatever scorecards report it."""
    table: Table | None = None
    row: Row | None = None
    column: Column | None = None
    document: str = ""
    """Id of a scorecard or a table, or empty for all."""
    number_only: bool = False
    framework: Framework | None = None
    objective: FrameworkObjective | None = None
    term: Term | None = None
    show: str = ""


class Known(Protocol):
    """What a call can name: a report, or what is known of one with problems."""

    @property
    def scorecards(self) -> Mapping[str, Scorecard | None]:
        """None where a scorecard has a problem: then anything may be in it."""

    @property
    def tables(self) -> Mapping[str, Table | None]:
        """None where a table has a problem."""

    @property
    def framework(self) -> Framework | None:
        """`UNKNOWN_FRAMEWORK` where it has a problem."""

    @property
    def glossary(self) -> Mapping[str, Term | None] | None:
        """None where a term has a problem; for the whole, where any term may be in it."""


def subject(call: Call, known: Known, problems: Problems) -> Subject | None:
    """What the call names, or None with a problem added for each name that is unknown."""
    return _Reader(call, known, problems).subject()


class _Reader:
    def __init__(self, call: Call, known: Known, problems: Problems) -> None:
        self._call, self._report, self._problems = call, known, problems

    def subject(self) -> Subject | None:
        before = len(self._problems)
        match self._call.macro:
            case "framework":
                found = self._framework()
            case "term":
                found = self._term()
            case "table":
                found = self._table("table")
            case "chart":
                found = self._chart()
            case "trend" | "profile":
                found = self._through_time()
            case "discrepancies":
                documents = [*self._report.tables, *self._report.scorecards]
                document = self._known("document", documents)
                found = None if document is None else Subject(document=document)
            case "figure" if self._call.arguments["scorecard"] in self._report.tables:
                found = self._cell()
            case "figure":
                documents = [*self._report.scorecards, *self._report.tables]
                found = self._scorecard(documents)
            case _:
                found = self._scorecard(self._report.scorecards)
        return found if len(self._problems) == before else None

    def _table(self, argument: str) -> Subject | None:
        table_id = self._known(argument, self._report.tables)
        return Subject(table=self._report.tables.get(table_id)) if table_id else None

    def _chart(self) -> Subject | None:
        """The rows of a table, or the parts of one row, in one column."""
        found = self._table("table")
        if found is None or found.table is None:
            return found
        table = found.table
        column_id = self._known("column", [column.id for column in table.columns])
        row_id = self._known("of", [row.id for row in table.rows])
        if column_id is None or row_id is None:
            return None
        column = drawn_column(self._call, table, column_id, row_id, self._problems)
        return replace(found, row=table.row(row_id), column=column)

    def _through_time(self) -> Subject | None:
        """What a scorecard with a problem reports cannot be known."""
        scorecards = [scorecard for scorecard in self._report.scorecards.values() if scorecard]
        if len(scorecards) < len(self._report.scorecards):
            return Subject()
        indicator_id = self._known("indicator", reported_indicators(scorecards))
        if indicator_id and self._call.macro == "trend":
            refuse_short_trend(self._call, indicator_id, scorecards, self._problems)
        return Subject(indicator_id=indicator_id or "")

    def _cell(self) -> Subject | None:
        """A figure of a table; the column may be left out where there is only one."""
        found = self._table("scorecard")
        if found is None or found.table is None:
            return found
        table, given = found.table, self._call.arguments
        if given.keys() & {"count", "area"}:
            self._problems.add("BIL515", self._call.where)
        row_id = self._known("indicator", [row.id for row in table.rows if row.cells])
        column_id = self._known("part", [column.id for column in table.columns])
        show = self._known("show", [NUMBER])
        if row_id is None or column_id is None or show is None:
            return None
        row, column = table.row(row_id), table.column(column_id or table.columns[0].id)
        if row is None or (not column_id and len(table.columns) > 1):
            self._lacks("indicator" if row is None else "part")
            return None
        assert column
        if not isinstance(row.cells[column.id], Amount):
            self._has_no(row.id, column.id)
        return replace(found, row=row, column=column, number_only=bool(show))

    def _scorecard(self, known: Iterable[str]) -> Subject | None:
        scorecard_id = self._known("scorecard", known)
        show = self._known("show", [LATEST if self._call.macro == "changes" else NUMBER])
        if scorecard_id is None or show is None:
            return None
        scorecard = self._report.scorecards.get(scorecard_id)
        if scorecard is None:
            return Subject(show=show)
        area_id = self._known("area", [area.id for area in scorecard.areas])
        indicators = [entry.indicator.id for entry in scorecard.indicators]
        indicator_id = self._known("indicator", indicators)
        part, count = self._known("part", PARTS), self._known("count", COUNTS)
        if None in (area_id, indicator_id, part, count):
            return None
        found = Subject(
            scorecard,
            scorecard.area(area_id or ""),
            scorecard.reported(indicator_id or ""),
            part or "result",
            count or "",
            number_only=bool(show),
            show=show,
        )
        if self._call.macro == "figure":
            self._refuse_absent_figure(found)
        if self._call.macro == "outlook" and not any(e.is_long_term for e in scorecard.indicators):
            self._problems.add("BIL540", self._call.where, scorecard=scorecard.id)
        return found

    def _term(self) -> Subject | None:
        terms, show = self._report.glossary, self._known("show", TERM_FORMS)
        term_id = "" if terms is None else self._known("term", terms)
        if show is None or term_id is None:
            return None
        return Subject(term=(terms or {}).get(term_id), show=show or "acronym")

    def _framework(self) -> Subject | None:
        framework = self._report.framework
        if framework is None:
            self._problems.add("BIL530", self._call.where)
            return None
        if framework is UNKNOWN_FRAMEWORK:
            return Subject()
        objective_id = self._known("objective", [each.id for each in framework.objectives])
        if objective_id is None:
            return None
        return Subject(framework=framework, objective=framework.objective(objective_id))

    def _known(self, argument: str, known: Iterable[str]) -> str | None:
        """The argument's value; empty when not given, None with a problem when unknown."""
        value = self._call.arguments.get(argument)
        if value is None:
            return ""
        names = list(known)
        if value in names:
            return value
        self._problems.add(
            "BIL509",
            self._call.where,
            macro=self._call.macro,
            argument=argument,
            found=value,
            known=Suggestion.among(value, names),
        )
        return None

    def _refuse_absent_figure(self, found: Subject) -> None:
        """`figure` shows one part of an indicator, or one count: exactly one, and one that is."""
        given = self._call.arguments.keys()
        if given & {"indicator", "part"} and given & {"count", "area"}:
            self._problems.add("BIL515", self._call.where)
        elif found.entry is None and not found.count:
            self._lacks("indicator")
        elif found.entry is not None and not _has_part(found.entry, found.part):
            self._has_no(found.entry.indicator.id, found.part)

    def _lacks(self, argument: str) -> None:
        usage = whole(self._call.signature.usage)
        self._problems.add(
            "BIL506", self._call.where, macro=self._call.macro, argument=argument, usage=usage
        )

    def _has_no(self, indicator: str, part: str) -> None:
        self._problems.add(
            "BIL512",
            self._call.where,
            indicator=indicator,
            part=part,
            scorecard=self._call.arguments["scorecard"],
        )


def _has_part(entry: ReportedIndicator, part: str) -> bool:
    return {
        "target": entry.has_target,
        "result": not isinstance(entry.result.outcome, NotAvailable),
        "progress": entry.progress is not None,
        "baseline": entry.target.baseline is not None,
        "as_of": entry.result.is_available,
        "date_to_achieve": entry.has_target,
    }[part]
