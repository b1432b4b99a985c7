"""Every indicator that a scorecard reports, in one list, as finished strings.

An indicator stands once, with a line for each scorecard that reports it, the latest result
first. Its latest state alone would hide the verdicts of earlier years: a filter by scorecard
and status has to find them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from bilan.formats import Formats
from bilan.labels import Words
from bilan.model.framework import LatestReport
from bilan.model.glossary import Term
from bilan.model.indicators import Indicator
from bilan.model.scorecards import Area, ReportedIndicator, Scorecard
from bilan.model.status import Status
from bilan.report import Report
from bilan.view.glossary import alphabetical
from bilan.view.pieces import BadgeView, FigureView, StatusView
from bilan.view.scorecards import Views


@dataclass(frozen=True)
class LineView:
    """An indicator on one scorecard."""

    scorecard_id: str
    scorecard: str
    """Its period: "2020–21"."""
    href: str
    """Leads to its row on the scorecard; empty where no page shows it."""
    area_id: str
    area: str
    target: FigureView
    result: FigureView
    badge: BadgeView
    date: str
    """Of the result, in the form 2021-03-31; empty without a result."""


@dataclass(frozen=True)
class ListedView:
    """An indicator with its lines, the latest result first."""

    name: str
    href: str
    """Leads to its own page, or empty."""
    definition: str
    words: str
    """What it is found by besides: the acronyms it uses and what they stand for."""
    anchor: str
    """id of the first indicator under a letter; empty for the others."""
    lines: tuple[LineView, ...]


@dataclass(frozen=True)
class ChoiceView:
    """One value of a filter, or one letter to go to."""

    value: str
    name: str


@dataclass(frozen=True)
class ListView:
    indicators: tuple[ListedView, ...]
    """In the order of the alphabet."""
    letters: tuple[ChoiceView, ...]
    """The first letters of names, with the ids to go to."""
    statuses: tuple[StatusView, ...]
    areas: tuple[ChoiceView, ...]
    """By id, in the order of the alphabet; scorecards that share an id share a choice."""
    scorecards: tuple[ChoiceView, ...]
    zero: str
    """What is said when nothing is shown, …"""
    one: str
    """… when `{n}` is singular, …"""
    other: str
    """… and when it is plural."""
    order: str
    """How the order is said: "{shown}, sorted by {sort}"."""


class IndicatorLists:
    """Builds the list of one language."""

    def __init__(self, report: Report, words: Words, views: Views) -> None:
        self._report, self._words, self._views = report, words, views
        self._formats = Formats(words)

    def all(
        self, row: Callable[[str, str], str], profile: Callable[[str], str], prefix: str = ""
    ) -> ListView:
        """`row` gives the address of a row by scorecard and indicator, `profile` that of an
        indicator's own page; both may be empty. What the ids begin with is `prefix`."""
        name = self._words.of
        reported = self._report.reported_indicators
        in_order = sorted(reported, key=lambda each: alphabetical(name(each.name)))
        anchors: dict[str, str] = {}
        listed = []
        for each in in_order:
            letter = alphabetical(name(each.name))[0][:1]
            anchor = "" if letter in anchors else f"{prefix}letter-{letter}"
            anchors.setdefault(letter, anchor)
            listed.append(self._listed(each, row, profile(each.id), anchor))
        letters = (ChoiceView(anchor, letter.upper()) for letter, anchor in anchors.items())
        return self._view(tuple(listed), tuple(letters))

    def _view(self, listed: tuple[ListedView, ...], letters: tuple[ChoiceView, ...]) -> ListView:
        scorecards, words = self._report.scorecards.values(), self._words
        present = {entry.status for each in scorecards for entry in each.indicators}
        values = {"n": "{n}", "total": self._formats.number(len(listed))}
        return ListView(
            indicators=listed,
            letters=letters,
            statuses=tuple(self._views.rows.status(each) for each in Status if each in present),
            areas=self._areas(area for each in scorecards for area in each.areas),
            scorecards=tuple(self._choice(each) for each in scorecards),
            zero=words.counted("indicators_shown", 0, **values),
            one=words.counted("indicators_shown", 1, **values),
            other=words.counted("indicators_shown", 2, **values),
            order=words("indicators_sorted", shown="{shown}", sort="{sort}"),
        )

    def _listed(
        self, indicator: Indicator, row: Callable[[str, str], str], href: str, anchor: str
    ) -> ListedView:
        name, definition = (self._words.of(each) for each in (indicator.name, indicator.definition))
        reports = LatestReport.first_of(indicator, self._report.scorecards.values())
        return ListedView(
            name=name,
            href=href,
            definition=definition,
            words=self._acronyms(f"{name} {definition}"),
            anchor=anchor,
            lines=tuple(
                self._line(each.entry, each.scorecard, row(each.scorecard.id, indicator.id))
                for each in reports
            ),
        )

    def _line(self, entry: ReportedIndicator, scorecard: Scorecard, href: str) -> LineView:
        area, result = scorecard.area_of(entry), entry.result
        figures = self._views.rows.figures
        return LineView(
            scorecard_id=scorecard.id,
            scorecard=self._formats.period(scorecard.period),
            href=href,
            area_id=area.id,
            area=self._words.of(area.name),
            target=figures.target(entry, scorecard),
            result=figures.outcome(entry.indicator, result, "table", *self._details(entry)),
            badge=self._views.rows.badge(entry.assessment),
            date=result.as_of.isoformat() if result.is_available else "",
        )

    def _details(self, entry: ReportedIndicator) -> tuple[str, ...]:
        """The date of a result, always: no head of a scorecard stands above it to say it."""
        if not entry.result.is_available:
            return ()
        date = self._formats.date(entry.result.as_of)
        said = self._words.marked_up("as_of_date", date=date)
        interim = self._views.rows.figures.interim(entry.result)
        return (Markup(", ").join((said, *interim)),)

    def _acronyms(self, text: str) -> str:
        return "; ".join(
            term.full(self._words.language)
            for term in self._report.glossary.values()
            if term.acronym and self._is_used(term, text)
        )

    def _is_used(self, term: Term, text: str) -> bool:
        names = (term.head(self._words.language), self._words.of(term.name))
        return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)

    def _areas(self, areas: Iterable[Area]) -> tuple[ChoiceView, ...]:
        names: dict[str, dict[str, None]] = {}
        for area in areas:
            names.setdefault(area.id, {})[self._words.of(area.name)] = None
        choices = (ChoiceView(area_id, " · ".join(found)) for area_id, found in names.items())
        return tuple(sorted(choices, key=lambda choice: alphabetical(choice.name)))

    def _choice(self, scorecard: Scorecard) -> ChoiceView:
        period, name = self._formats.period(scorecard.period), self._words.of(scorecard.name)
        return ChoiceView(scorecard.id, self._words("scorecard_choice", period=period, name=name))
