"""Arguments of a call to what they name in the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from bilan.macros.call import Call
from bilan.macros.signatures import COUNTS, PARTS, TERM_FORMS
from bilan.model.glossary import Term
from bilan.model.results import NotAvailable
from bilan.model.scorecards import Area, ReportedIndicator, Scorecard
from bilan.problems import Problems, Suggestion, whole


@dataclass(frozen=True)
class Subject:
    """What a call is about."""

    scorecard: Scorecard | None = None
    area: Area | None = None
    entry: ReportedIndicator | None = None
    part: str = "result"
    count: str = ""
    term: Term | None = None
    show: str = "acronym"


class Known(Protocol):
    """What a call can name: a report, or what is known of one with problems."""

    @property
    def scorecards(self) -> Mapping[str, Scorecard | None]:
        """None where a scorecard has a problem: then anything may be in it."""

    @property
    def glossary(self) -> Mapping[str, Term | None] | None:
        """None where a term has a problem; for the whole, where any term may be in it."""


def subject(call: Call, known: Known, problems: Problems) -> Subject | None:
    """What the call names, or None with a problem added for each name that is unknown."""
    return _Reader(call, known, problems).subject()


class _Reader:
    def __init__(self, call: Call, known: Known, problems: Problems) -> None:
        self._call, self._known_scorecards, self._problems = call, known.scorecards, problems
        self._known_terms = known.glossary

    def subject(self) -> Subject | None:
        return self._of_term() if self._call.macro == "term" else self._of_scorecard()

    def _of_term(self) -> Subject | None:
        terms, show = self._known_terms, self._known("show", TERM_FORMS)
        term_id = "" if terms is None else self._known("term", terms)
        if show is None or term_id is None:
            return None
        return Subject(term=(terms or {}).get(term_id), show=show or "acronym")

    def _of_scorecard(self) -> Subject | None:
        before = len(self._problems)
        scorecard_id = self._known("scorecard", self._known_scorecards)
        if scorecard_id is None:
            return None
        scorecard = self._known_scorecards.get(scorecard_id)
        if scorecard is None:
            return Subject()
        area_id = self._known("area", [area.id for area in scorecard.areas])
        indicators = [entry.indicator.id for entry in scorecard.indicators]
        indicator_id = self._known("indicator", indicators)
        part, count = self._known("part", PARTS), self._known("count", COUNTS)
        if len(self._problems) > before:
            return None
        found = Subject(
            scorecard,
            scorecard.area(area_id or ""),
            scorecard.reported(indicator_id or ""),
            part or "result",
            count or "",
        )
        if self._call.macro == "figure":
            self._refuse_absent_figure(found)
        return found if len(self._problems) == before else None

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
        usage = whole(self._call.signature.usage)
        given = self._call.arguments.keys()
        if given & {"indicator", "part"} and given & {"count", "area"}:
            self._problems.add("BIL515", self._call.where)
        elif found.entry is None and not found.count:
            self._problems.add(
                "BIL506", self._call.where, macro="figure", argument="indicator", usage=usage
            )
        elif found.entry is not None and not _has_part(found.entry, found.part):
            self._problems.add(
                "BIL512",
                self._call.where,
                indicator=found.entry.indicator.id,
                part=found.part,
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
