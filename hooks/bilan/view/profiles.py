"""Everything the report says of one indicator, as finished strings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bilan.contract.vocabulary import unit_of
from bilan.formats import Formats
from bilan.labels import Words
from bilan.model.framework import LatestReport
from bilan.model.indicators import Indicator
from bilan.model.results import Result
from bilan.model.scorecards import ReportedIndicator, Scorecard
from bilan.model.sources import Citation
from bilan.model.trends import Trend
from bilan.report import Report
from bilan.view.bars import Bars
from bilan.view.decisions import Decisions, in_a_sentence
from bilan.view.notes import Notes
from bilan.view.pieces import BadgeView, BarView, FigureView, NoteView, RowView, SourceView
from bilan.view.related import Links, Related, RelatedView
from bilan.view.scorecards import Views
from bilan.view.trends import Trends, TrendView


@dataclass(frozen=True)
class FactView:
    """One line of the definition."""

    name: str
    text: str


@dataclass(frozen=True)
class LatestView:
    """The latest result; where none is reported, the word for why."""

    kicker: str
    """ "Latest result, March 31, 2021"."""
    figure: FigureView
    target: FigureView
    """Its details name its date."""
    scorecard: str
    """ "2020–21 scorecard", which sets the target."""
    badge: BadgeView
    bar: BarView | None
    share_note: str
    """What to know about the percentage."""
    earlier: str
    """ "Before that, 9,686 members on March 31, 2024.", or empty."""


@dataclass(frozen=True)
class ProfileView:
    id: str
    prefix: str
    """What the ids in it begin with."""
    definition: str
    latest: LatestView
    trend: TrendView | None
    """None with fewer than two results in figures."""
    rows: tuple[RowView, ...]
    """One for each scorecard that reports it, by the date of its target; the earliest first."""
    is_scaled: bool
    has_long_term: bool
    facts: tuple[FactView, ...]
    sources: tuple[SourceView, ...]
    revisions: tuple[str, ...]
    related: tuple[RelatedView, ...]
    notes: tuple[NoteView, ...]


class Profiles:
    """Builds the profiles of one language."""

    def __init__(self, report: Report, words: Words, views: Views) -> None:
        self._report, self._words, self._views = report, words, views
        self._formats, self._trends = Formats(words), Trends(report, words)
        self._related = Related(report, words)
        self._decisions, self._bars = Decisions(words), Bars(words)

    def profile(self, indicator_id: str, links: Links, prefix: str) -> ProfileView:
        """`prefix` keeps the ids of several profiles on one page apart."""
        indicator = self._report.indicators[indicator_id]
        reports = self._reports(indicator)
        rows, notes = self._rows(reports, links, prefix)
        return ProfileView(
            id=indicator.id,
            prefix=prefix,
            definition=self._words.of(indicator.definition),
            latest=self._latest(indicator),
            trend=self._trends.drawn(indicator.id, links.row),
            rows=rows,
            is_scaled=any(each.bar and not each.bar.is_long_term for each in rows),
            has_long_term=any(each.bar and each.bar.is_long_term for each in rows),
            facts=tuple(self._facts(indicator)),
            sources=tuple(self._views.citation(each) for each in _citations(reports)),
            revisions=tuple(text for each in rows for text in _revisions(each)),
            related=tuple(self._related.of(indicator, links)),
            notes=notes,
        )

    def _reports(self, indicator: Indicator) -> list[tuple[Scorecard, ReportedIndicator]]:
        found = [(each, each.reported(indicator.id)) for each in self._report.scorecards.values()]
        reports = [(scorecard, entry) for scorecard, entry in found if entry]
        return sorted(reports, key=lambda each: (each[1].target.date_to_achieve, each[0].as_of))

    def _rows(
        self, reports: list[tuple[Scorecard, ReportedIndicator]], links: Links, prefix: str
    ) -> tuple[tuple[RowView, ...], tuple[NoteView, ...]]:
        notes, rows = Notes(prefix), []
        for scorecard, entry in reports:
            view = self._views.rows.row(entry, scorecard, None, notes)
            rows.append(
                replace(
                    view,
                    anchor=f"{prefix}{scorecard.id}",
                    name=self._views.name(scorecard),
                    href=links.row(scorecard.id, entry.indicator.id),
                    decision=self._decisions.decision(entry),
                )
            )
        return tuple(rows), tuple(notes.views)

    def _latest(self, indicator: Indicator) -> LatestView:
        latest = LatestReport.of(indicator, self._report.scorecards.values())
        assert latest, "only indicators that a scorecard reports have a profile"
        entry, scorecard = latest.entry, latest.scorecard
        figures, words = self._views.rows.figures, self._words
        key = "latest_result" if latest.is_available else "no_result_yet"
        details = []
        if entry.has_target:
            due = self._formats.date(entry.target.date_to_achieve)
            details.append(words.marked_up("by_date", date=due))
        return LatestView(
            kicker=words.marked_up(key, date=self._formats.date(entry.result.as_of)),
            figure=figures.undated(entry, "table"),
            target=figures.promise(indicator, entry.target.promise, "sentence", *details),
            scorecard=self._views.name(scorecard),
            badge=self._views.rows.badge(entry.assessment),
            bar=self._bars.bar(entry),
            share_note=self._bars.note(entry),
            earlier=self._earlier(indicator, entry.result),
        )

    def _earlier(self, indicator: Indicator, latest: Result) -> str:
        """The result before the latest one, where both are figures."""
        trend = Trend.of(indicator.id, self._report.scorecards.values())
        earlier = [point for point in trend.drawn if point.date < latest.as_of] if trend else []
        if not earlier or not latest.is_available:
            return ""
        result = earlier[-1].reports[0][1].result
        figure = self._views.rows.figures.outcome(indicator, result, "sentence")
        date = self._formats.date(result.as_of)
        return self._words.marked_up("result_before", figure=in_a_sentence(figure), date=date)

    def _facts(self, indicator: Indicator) -> Iterator[FactView]:
        words = self._words
        yield FactView(words("unit_of_measure"), unit_of(indicator, words))
        yield FactView(words("better_when"), words(f"better_{indicator.better.value}"))
        since = self._formats.date(indicator.since) if indicator.since else ""
        measured = words.marked_up(f"measures_{indicator.measures.value}", date=since)
        yield FactView(words("kind_of_measure"), measured)


def _citations(reports: list[tuple[Scorecard, ReportedIndicator]]) -> list[Citation]:
    """Each once, in the order of the rows."""
    cited = (
        citation
        for _, entry in reports
        for citation, is_cited in (
            (entry.target.citation, entry.has_target),
            (entry.result.citation, entry.result.is_available),
        )
        if is_cited
    )
    return list(dict.fromkeys(cited))


def _revisions(row: RowView) -> tuple[str, ...]:
    return (*row.target_revisions, *row.result_revisions)
