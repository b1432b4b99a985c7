"""What changed, as finished strings: each change in one sentence, by date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import Any, Protocol

from markupsafe import Markup

from bilan.formats import Formats, Written, capitalised
from bilan.labels import Words
from bilan.model.changes import Change, ChangeKind, FigureChange, Publication, changes
from bilan.model.promises import Comparator, Comparison
from bilan.model.revisions import Figure, Revision
from bilan.model.scorecards import Scorecard
from bilan.report import Report
from bilan.view.figures import joined
from bilan.view.pieces import BadgeView
from bilan.view.scorecards import Views

MOST = 5
"""How many changes are shown where the list is short."""


class Leads(Protocol):
    """Where a change leads to: addresses, each empty where there is no such place."""

    def scorecard(self, scorecard_id: str) -> str: ...
    def row(self, scorecard_id: str, indicator_id: str) -> str: ...
    def profile(self, indicator_id: str) -> str: ...


@dataclass(frozen=True)
class ChangeView:
    about: str
    """ "Members (2020–21 scorecard)", or the scorecard itself."""
    what: str
    """ "Result revised from 3,300 to 3,334 members.\""""
    sentence: str
    """Both in one: "Members (2020–21 scorecard): result revised from 3,300 to …"."""
    reason: str = ""
    """Why a figure was revised."""
    counts: str = ""
    """What has come of the targets of a scorecard until today, in sentences."""
    badge: BadgeView | None = None
    """The status today; None for a scorecard, which has counts."""
    href: str = ""
    """The scorecard or the row, where it stands whole."""
    profile: str = ""
    """The page of the indicator."""
    id: str = ""
    """Stable and unique: "2024-2025/boats/result/2025-06-01"."""
    anchor: str = ""


@dataclass(frozen=True)
class DayView:
    date: str
    iso: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True)
class ChangesView:
    days: tuple[DayView, ...]
    """The newest first."""
    note: str
    """Says plainly that no figure has been revised, or that there is no change at all."""


class ChangeViews:
    """Builds the changes of one language."""

    def __init__(self, report: Report, words: Words, views: Views) -> None:
        self._report, self._words, self._views = report, words, views
        self._formats, self._figures = Formats(words), views.rows.figures

    def view(
        self,
        leads: Leads,
        prefix: str = "",
        scorecard: Scorecard | None = None,
        most: int | None = None,
    ) -> ChangesView:
        """All changes, or those of one scorecard; with `most`, the latest and no more."""
        shown = [scorecard] if scorecard else self._report.scorecards.values()
        found = changes(shown)
        days = groupby(found[:most], key=lambda change: change.date)
        return ChangesView(
            tuple(
                DayView(
                    self._formats.date(day),
                    day.isoformat(),
                    tuple(self._change(change, leads, prefix) for change in of_day),
                )
                for day, of_day in days
            ),
            self._note(found, scorecard),
        )

    def _note(self, found: Iterable[Change], scorecard: Scorecard | None) -> str:
        kinds = [change.kind for change in found]
        if not kinds:
            return self._words("no_change")
        if ChangeKind.REVISION in kinds:
            return ""
        return self._words("no_figure_revised_here" if scorecard else "no_figure_revised")

    def _change(self, change: Change, leads: Leads, prefix: str) -> ChangeView:
        if isinstance(change, Publication):
            view = self._published(change, leads)
        else:
            view = self._changed(change, leads)
        anchor = f"{prefix}change.{change.id.replace('/', '.')}"
        return replace(view, id=change.id, anchor=anchor)

    def _published(self, change: Publication, leads: Leads) -> ChangeView:
        scorecard, tally = change.scorecard, change.scorecard.tally
        targets = self._views.counted("count_targets", change.targets)
        return self._view(
            self._views.name(scorecard),
            self._words.marked_up("change_published", targets=targets),
            counts=self._views.sentence(tally) if tally.targets else "",
            href=leads.scorecard(scorecard.id),
        )

    def _changed(self, change: FigureChange, leads: Leads) -> ChangeView:
        indicator, revision = change.entry.indicator, change.revision
        name, period = self._words.of(indicator.name), change.scorecard.period
        return self._view(
            self._words("change_about", indicator=name, period=self._formats.period(period)),
            self._revised(change, revision) if revision else self._added(change),
            reason=self._words.of(revision.reason) if revision else "",
            badge=self._views.rows.badge(change.entry.assessment),
            href=leads.row(change.scorecard.id, indicator.id),
            profile=leads.profile(indicator.id),
        )

    def _view(self, about: str, what: Markup, **parts: Any) -> ChangeView:
        sentence = self._words.marked_up("change_sentence", about=about, what=what)
        return ChangeView(about, capitalised(what), sentence, **parts)

    def _added(self, change: FigureChange) -> Markup:
        """ "new result, 11,485 members, as of December 31, 2024."."""
        assert change.part.due
        figure, date = self._said(change, change.became), self._formats.date(change.part.due)
        return self._words.marked_up(f"change_{change.kind.value}", figure=figure, date=date)

    def _revised(self, change: FigureChange, revision: Revision) -> Markup:
        """ "result revised from 3,300 to 3,334 members." of two numbers; else what stood there
        before, and what after."""
        what, number = self._views.rows.revised(change.part, revision), _number(change.became)
        if not isinstance(revision.was, Decimal) or number is None:
            said = {"was": revision.was, "became": change.became}
            texts = {name: self._said(change, figure) for name, figure in said.items()}
            return self._words.marked_up("change_revision_words", what=what, **texts)
        was, after = self._written(change, revision.was), self._written(change, number)
        became = self._qualified(change, after)
        return self._words.marked_up("change_revision", what=what, was=was.number, became=became)

    def _said(self, change: FigureChange, figure: Figure) -> Markup:
        if isinstance(figure, Decimal) and figure is change.became:
            return self._qualified(change, self._written(change, figure))
        return self._figures.said(change.entry.indicator, figure)

    def _written(self, change: FigureChange, value: Decimal) -> Written:
        return self._figures.quantity(change.entry.indicator, value, "sentence")

    def _qualified(self, change: FigureChange, written: Written) -> Markup:
        """With the words that the source puts before today's result: "more than 620,000"."""
        qualifier = change.part.qualifier if change.is_current else None
        return joined(self._formats.qualifier(qualifier), written)


def _number(figure: Figure) -> Decimal | None:
    """The one number that a figure is made of."""
    if isinstance(figure, Comparison):
        return None if figure.comparator is Comparator.BETWEEN else figure.value
    return figure if isinstance(figure, Decimal) else None
