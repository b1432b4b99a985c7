"""When figures came to stand on the site, held against their own dates and each other's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bilan.data import schema
from bilan.data.figures import FigureResolver, Steps
from bilan.data.revision_entries import RevisionEntry


def refuse_impossible_dates(entry: schema.ScorecardEntry, place: FigureResolver) -> None:
    """No figure stands on the site before the day it is of, before its scorecard does, or
    after it has been revised."""
    if entry.published and entry.published < entry.as_of:
        where = place.at("published")
        place.problems.add("BIL451", where, published=str(entry.published), as_of=str(entry.as_of))
        return
    dates = _Dates(entry, place)
    for i, area in enumerate(entry.areas):
        for j, reported in enumerate(area.indicators):
            at = ("areas", i, "indicators", j)
            dates.check(reported.target, (*at, "target"))
            dates.check(reported.result, (*at, "result"))
            if reported.target:
                dates.check_parts(reported.target, (*at, "target"))


class _Dates:
    def __init__(self, entry: schema.ScorecardEntry, place: FigureResolver) -> None:
        self._entry, self._place = entry, place

    def check(self, figure: schema.TargetEntry | schema.ResultEntry | None, at: Steps) -> None:
        if figure is None:
            return
        scorecard = self._entry.published or self._entry.as_of
        as_of = figure.as_of if isinstance(figure, schema.ResultEntry) else None
        published, key = figure.published or self._entry.published, "published"
        if figure.published and figure.published < scorecard:
            self._add("BIL452", *at, key, published=published, scorecard=scorecard)
        elif published and as_of and published < as_of:
            key = key if figure.published else "as_of"
            self._add("BIL451", *at, key, published=published, as_of=as_of)
        else:
            self._check_revisions(figure.revisions, published, (*at, "revisions"))

    def check_parts(self, target: schema.TargetEntry, at: Steps) -> None:
        """What a target is made of came with it."""
        published = target.published or self._entry.published
        if target.baseline:
            revisions = target.baseline.revisions
            self._check_revisions(revisions, published, (*at, "baseline", "revisions"))
        for i, each in enumerate(target.milestones):
            step = (*at, "milestones", i)
            self._check_revisions(each.revisions, published, (*step, "revisions"))
            if each.result:
                at_result = (*step, "result", "revisions")
                self._check_revisions(each.result.revisions, None, at_result)

    def _check_revisions(
        self, revisions: Sequence[RevisionEntry], published: date | None, at: Steps
    ) -> None:
        dates = [revision.date for revision in revisions]
        for index, day in enumerate(dates):
            if published and day < published:
                self._add("BIL453", *at, index, "date", date=day, published=published)
            elif day in dates[:index]:
                self._add("BIL454", *at, index, "date", date=day)

    def _add(self, rule: str, *at: str | int, **dates: date | None) -> None:
        values = {name: str(day) for name, day in dates.items()}
        self._place.problems.add(rule, self._place.at(*at), **values)
