"""Scorecards, areas, statuses and sources as finished strings."""

from __future__ import annotations

from collections.abc import Iterable

from bilan.formats import Formats
from bilan.labels import Words
from bilan.model.scorecards import Area, ReportedIndicator, Scorecard
from bilan.model.sources import Citation, Source
from bilan.model.status import Status
from bilan.model.tally import Tally
from bilan.report import Report
from bilan.view.notes import Notes
from bilan.view.outlook import Outlook, OutlookView
from bilan.view.pieces import (
    AreaView,
    CountView,
    MarkView,
    RowView,
    ScorecardView,
    SourceView,
    StatusView,
)
from bilan.view.rows import RowViews


class Views:
    """Builds every view of a report in one language."""

    def __init__(self, report: Report, words: Words) -> None:
        self._report, self._words = report, words
        self.formats = Formats(words)
        self.rows = RowViews(report, words)

    def scorecard(self, scorecard: Scorecard, prefix: str = "") -> ScorecardView:
        tally, notes = scorecard.tally, Notes(prefix)
        areas = tuple(self._area(area, scorecard, notes) for area in scorecard.areas)
        return ScorecardView(
            id=prefix + scorecard.id,
            name=self.name(scorecard),
            as_of=self.formats.date(scorecard.as_of),
            has_results=any(entry.result.is_available for entry in scorecard.indicators),
            source=self._source(scorecard.source, ""),
            met=self.formats.number(tally.successes),
            met_words=self._words.counted("targets_met_or_exceeded", self._agreeing(tally)),
            total=self.formats.number(tally.targets),
            sentence=self.sentence(tally),
            without_target=self._without_target(tally),
            counts=tuple(self._counts(tally)),
            legend=tuple(self._legend(tally)),
            objectives=tuple(self._words.of(o) for o in scorecard.objectives),
            areas=areas,
            notes=tuple(notes.views),
            remarks=tuple(self._words.of(note) for note in scorecard.notes),
            is_scaled=any(area.is_scaled for area in areas),
            has_long_term=any(entry.is_long_term for entry in scorecard.indicators),
        )

    def area(self, area: Area, scorecard: Scorecard, prefix: str = "") -> AreaView:
        owner = f"{self._words.of(area.name)}, {self.name(scorecard)}"
        return self._area(area, scorecard, Notes(prefix, owner))

    def row(self, entry: ReportedIndicator, scorecard: Scorecard, prefix: str = "") -> RowView:
        notes = Notes(prefix, self.name_of(entry, scorecard))
        return self.rows.row(entry, scorecard, scorecard.area_of(entry), notes)

    def name(self, scorecard: Scorecard) -> str:
        """ "2020–21 scorecard"."""
        return self._words("scorecard_of", period=self.formats.period(scorecard.period))

    def name_of(self, entry: ReportedIndicator, scorecard: Scorecard) -> str:
        """ "Members, 2020–21 scorecard"."""
        return f"{self._words.of(entry.indicator.name)}, {self.name(scorecard)}"

    def outlook(self, scorecard: Scorecard, prefix: str = "") -> OutlookView:
        return Outlook(self.rows, self._words, scorecard).view(prefix)

    def legend(self) -> tuple[StatusView, ...]:
        return tuple(self.rows.status(status) for status in Status)

    def sources(self, sources: Iterable[Source]) -> tuple[SourceView, ...]:
        return tuple(self._source(source, "") for source in sources)

    def adding_up(self) -> str:
        """What came of all reconciliations, in one sentence."""
        checks = self._report.checks
        held = sum(check.holds for check in checks)
        rounded, number = sum(check.is_rounded for check in checks), self.formats.number
        return self._words.counted(
            "reconciliations_sentence",
            len(checks),
            n=number(len(checks)),
            held=number(held),
            rounded=number(rounded),
            failed=number(len(checks) - held),
        )

    # Counts

    def headline(self, tally: Tally) -> str:
        """ "21 of 25 targets met or exceeded"."""
        return self._words.counted(
            "count_headline",
            self._agreeing(tally),
            n=self.formats.number(tally.successes),
            total=self.formats.number(tally.targets),
        )

    def _agreeing(self, tally: Tally) -> int:
        """In "21 of 25", English "targets" agrees with 25, French « cibles » with 21."""
        return tally.targets if self._words.language == "en" else tally.successes

    def sentence(self, tally: Tally) -> str:
        """The counts by status in short sentences; the first two statuses share one."""
        if tally.is_all_ahead:
            return self.counted("all_dates_ahead", tally.targets)
        return " ".join(
            self.counted(f"sentence_{status.value}", tally.counts[status]) for status in tally.shown
        )

    def counted(self, key: str, count: int) -> str:
        return self._words.counted(key, count, n=self.formats.number(count))

    def _without_target(self, tally: Tally) -> str:
        count = tally.counts[Status.NO_TARGET]
        return self.counted("sentence_no_target", count) if count else ""

    def _counts(self, tally: Tally) -> Iterable[CountView]:
        total = self.formats.number(tally.targets)
        yield CountView(None, total, self._words("all_targets"), self.formats.percent(100))
        for status in tally.shown:
            count = tally.counts[status]
            view = self.rows.status(status, count)
            share = self.formats.percent(tally.shares[status])
            yield CountView(view, self.formats.number(count), view.name, share)

    def _legend(self, tally: Tally) -> Iterable[StatusView]:
        untargeted = (Status.NO_TARGET,) if tally.counts[Status.NO_TARGET] else ()
        return (self.rows.status(status) for status in (*tally.shown, *untargeted))

    # Areas

    def _area(self, area: Area, scorecard: Scorecard, notes: Notes) -> AreaView:
        rows = [self.rows.row(entry, scorecard, area, notes) for entry in area.indicators]
        entries = zip(area.indicators, rows, strict=True)
        return AreaView(
            id=area.id,
            anchor=notes.prefix + area.id,
            name=self._words.of(area.name),
            aim=self._words.of(area.aim),
            tally=self._area_tally(area.tally, "area_tally", "no_result_available"),
            short_tally=self._area_tally(area.tally, "short_tally", "no_result"),
            marks=tuple(self._mark(row) for entry, row in entries if entry.has_target),
            rows=tuple(rows),
            missing=_shared(row.missing for row in rows),
            missing_status=next((row.badge.status for row in rows if row.missing), None),
            source=self.citation(area.citation),
            is_scaled=any(row.bar and not row.bar.is_long_term for row in rows),
        )

    def _area_tally(self, tally: Tally, key: str, key_without_result: str) -> str:
        """An area without any verdict says what it has, and never "0 of 4"."""
        if not tally.targets:
            return self._words("no_target_set")
        if tally.counts[Status.NO_RESULT] == tally.targets:
            return self._words(key_without_result)
        if not tally.verdicts:
            return self._words("no_verdict_yet")
        number = self.formats.number
        return self._words.counted(
            key, tally.successes, n=number(tally.successes), total=number(tally.targets)
        )

    def _mark(self, row: RowView) -> MarkView:
        status = row.badge.status
        label = self._words("mark_label", indicator=row.name, status=status.name)
        return MarkView(status, label, row.anchor)

    # Sources

    def citation(self, citation: Citation) -> SourceView:
        return self._source(citation.source, self._words.of(citation.locator))

    def _source(self, source: Source, place: str) -> SourceView:
        return SourceView(
            title=self._words.of(source.title),
            url=source.url,
            anchor=f"source-{source.id}",
            place=place,
            publisher=self._words.of(source.publisher),
            language=self._words(f"read_in_{source.language}"),
            note=self._words.of(source.note),
        )


def _shared(reasons: Iterable[str]) -> str:
    """The one reason that no row has a result, or nothing when reasons differ or rows have one."""
    distinct = set(reasons)
    return distinct.pop() if len(distinct) == 1 else ""
