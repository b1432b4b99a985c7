"""One reported indicator as finished strings."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bilan.formats import Formats, capitalised
from bilan.labels import Words
from bilan.model.absences import NotAvailable
from bilan.model.addresses import Address
from bilan.model.changes import Part, parts
from bilan.model.progress import milestone_progress
from bilan.model.results import Result
from bilan.model.revisions import Revision
from bilan.model.scorecards import Area, ReportedIndicator, Scorecard
from bilan.model.sources import Citation
from bilan.model.status import Assessment, Status
from bilan.model.targets import Milestone
from bilan.report import Report
from bilan.view.bars import Bars
from bilan.view.discrepancies import anchor, entry_of
from bilan.view.figures import Figures
from bilan.view.notes import Notes
from bilan.view.pieces import BadgeView, MilestoneView, RowView, StatusView


class RowViews:
    """Builds the views of indicators in one language."""

    def __init__(self, report: Report, words: Words) -> None:
        self._report, self._words = report, words
        self._formats, self._bars = Formats(words), Bars(words)
        self.figures = Figures(words)

    def row(
        self, entry: ReportedIndicator, scorecard: Scorecard, area: Area | None, notes: Notes
    ) -> RowView:
        """`area` is the one whose source stands beside the row; None where none does."""
        indicator, baseline = entry.indicator, entry.target.baseline
        return RowView(
            id=indicator.id,
            anchor=notes.prefix + indicator.id,
            name=self._words.of(indicator.name),
            definition=self._words.of(indicator.definition),
            target=self.figures.target(entry, scorecard),
            result=self.figures.result(entry, scorecard),
            baseline=self.figures.baseline(indicator, baseline) if baseline else "",
            bar=self._bars.bar(entry),
            share_note=self._bars.note(entry),
            badge=self.badge(entry.assessment),
            explanation=self._words.of(entry.result.explanation),
            missing=self._missing_reason(entry.result),
            notes=(
                *(notes.add(text) for text in self._note_texts(entry)),
                *(notes.add(*dispute) for dispute in self._disputes(entry, scorecard)),
            ),
            milestones=tuple(
                self._milestone(entry, milestone, assessment)
                for milestone, assessment in entry.milestones
            ),
            target_revisions=self._revisions(entry, of_result=False),
            result_revisions=self._revisions(entry, of_result=True),
            sources=self._sources(entry, area),
        )

    def status(self, status: Status, count: int = 1) -> StatusView:
        words, form = self._report.statuses[status], self._words.category(count)
        return StatusView(
            id=status.value,
            name=words.name[self._words.language][form],
            short=words.short[self._words.language][form],
            rule=self._words.of(words.rule),
            is_verdict=status.is_verdict,
        )

    def badge(self, assessment: Assessment) -> BadgeView:
        ahead = self._words("ahead_of_date") if assessment.ahead_of_date else ""
        return BadgeView(self.status(assessment.status), ahead)

    def disputed(self, entry: ReportedIndicator, scorecard: Scorecard, part: str) -> str | None:
        return entry_of(Address(scorecard.id, entry.indicator.id, part), self._report)

    def _milestone(
        self, entry: ReportedIndicator, milestone: Milestone, assessment: Assessment
    ) -> MilestoneView:
        indicator, own = entry.indicator, milestone.result
        date = self._formats.date(milestone.date_to_achieve)
        by_date = self._words.marked_up("by_date", date=date)
        share = milestone_progress(entry.target, milestone)
        has_own = own.is_available and own != entry.result
        return MilestoneView(
            target=self.figures.promise(indicator, milestone.promise, "table", by_date),
            badge=self.badge(assessment),
            share=self._share_of_milestone(entry, share) if share is not None else "",
            result=self.figures.outcome(indicator, own, "table") if has_own else None,
            explanation=self._words.of(own.explanation) if has_own else "",
        )

    def _share_of_milestone(self, entry: ReportedIndicator, share: Fraction) -> str:
        label = "share_of_way" if entry.target.baseline else "share_of_milestone"
        return self._words(label, percent=self._formats.percent_of_target(share))

    def revised(self, part: Part, revision: Revision) -> str:
        """ "target corrected", "milestone of March 31, 2028, target restated"."""
        what = self._words(f"{part.noun}_{revision.kind.value}")
        if part.milestone is None:
            return what
        date = self._formats.date(part.milestone.date_to_achieve)
        return self._words("of_milestone", date=date, what=what)

    def _revisions(self, entry: ReportedIndicator, *, of_result: bool) -> tuple[str, ...]:
        """Of the result, or of the target and all that belongs to it; of each, newest first."""
        return tuple(
            self._words.marked_up(
                "revision_on",
                what=capitalised(self.revised(part, revision)),
                date=self._formats.date(revision.date),
                was=self.figures.said(entry.indicator, revision.was),
                why=self._words.of(revision.reason),
            )
            for part in parts(entry)
            if (part.name == "result") == of_result
            for revision in part.revisions
        )

    def _sources(self, entry: ReportedIndicator, area: Area | None) -> tuple[str, ...]:
        """The citations that differ from the area's, each with its part when those differ too."""
        cited = {}
        if entry.has_target:
            cited["target"] = entry.target.citation
        if entry.result.is_available:
            cited["actual_result"] = entry.result.citation
        shown = area.citation if area else None
        own = {part: citation for part, citation in cited.items() if citation != shown}
        if own and len(set(cited.values())) == 1:
            return (self._citation(next(iter(own.values()))),)
        return tuple(
            self._words("cited_for", part=self._words(part), citation=self._citation(citation))
            for part, citation in own.items()
        )

    def _citation(self, citation: Citation) -> str:
        return f"{self._words.of(citation.source.title)}, {self._words.of(citation.locator)}"

    def _missing_reason(self, result: Result) -> str:
        outcome = result.outcome
        return self._words.of(outcome.reason) if isinstance(outcome, NotAvailable) else ""

    def _disputes(
        self, entry: ReportedIndicator, scorecard: Scorecard
    ) -> Iterator[tuple[str, str]]:
        """The note of each known discrepancy, and its entry on the register."""
        for discrepancy in self._report.discrepancies_in(scorecard.id, entry.indicator.id):
            words = self._words("known_discrepancy_note", note=self._words.of(discrepancy.note))
            yield words, anchor(discrepancy)

    def _note_texts(self, entry: ReportedIndicator) -> Iterator[str]:
        if entry.result.judgement is not None:
            yield self._words.of(entry.result.judgement.reason)
        for note in (*entry.target.notes, *entry.result.notes):
            yield self._words.of(note)
