"""What a template receives: finished strings, in one language.

A template loops and chooses; it never computes, formats or translates. Every
`str` below is text ready to show (it is escaped by the template engine; a value
of type `Markup` is HTML of our own, such as ``1<sup>er</sup>``). An empty string
means "nothing to show here".
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StatusView:
    """A result status: its id names the icon and the CSS class."""

    id: str
    name: str
    """As on a badge: "Target exceeded"."""
    short: str
    """As in a list of counts: "exceeded"."""
    rule: str
    """One sentence of the legend: when a target has this status."""
    is_verdict: bool
    """A mark with a verdict is filled; without one it is outlined."""


@dataclass(frozen=True)
class BadgeView:
    status: StatusView
    ahead_of_date: str
    """ "ahead of its date", or empty."""


@dataclass(frozen=True)
class FigureView:
    """A target or a result, in parts for a table cell and whole for a sentence."""

    comparator: str
    """ "at least" of a target, "more than" of a result that is not exact; or empty."""
    number: str
    """ "3,334", "36%", "$275M"; empty when the figure is in words."""
    unit: str
    """ "members", "of members"; empty for money."""
    words: str
    """A statement, or the word for a missing figure ("not reported")."""
    is_missing: bool
    details: tuple[str, ...] = ()
    """Short lines below the figure: "as of May 31, 2021", "interim", "by March 31, 2028"."""


@dataclass(frozen=True)
class BarView:
    """A bullet bar, on the common axis of 0 to 200% of target or on the way to the last one."""

    fill: str
    """Drawn length as a CSS-independent SVG length: "55.57%"."""
    ticks: tuple[str, ...]
    """Where milestones and the target stand on the axis: "50%"."""
    is_long_term: bool
    """The axis ends at the target, and milestones stand on it."""
    is_clipped: bool
    is_ceiling: bool
    """The target is a maximum: its tick has a cap, and there is no percentage."""
    percent: str
    """The true percentage: "111%", "400%"."""
    of_target: str
    """ "of target", shown beside the percentage on a card; empty with a baseline."""
    status: str


@dataclass(frozen=True)
class NoteView:
    number: str
    anchor: str
    """id of the note; the reference to it has the id `<anchor>-ref`."""
    text: str
    entry: str = ""
    """id of the entry on the register of known discrepancies, where it is one."""
    owner: str = ""
    """What it is a note to, said with each link to it: the name of a table, or empty."""


@dataclass(frozen=True)
class MilestoneView:
    target: FigureView
    badge: BadgeView
    share: str
    """ "82% of milestone", where that can be said."""
    result: FigureView | None
    """The milestone's own result, where one is reported."""
    explanation: str


@dataclass(frozen=True)
class SourceView:
    title: str
    url: str
    """Link to the document, or empty."""
    anchor: str
    """id of the entry on the list of sources."""
    place: str
    """Place in the document: "section “Membership Growth”"."""
    publisher: str = ""
    language: str = ""
    """Language of the document in words, when the reader should know: "in French"."""
    note: str = ""


@dataclass(frozen=True)
class RowView:
    """One indicator of a scorecard."""

    id: str
    anchor: str
    name: str
    definition: str
    target: FigureView
    result: FigureView
    baseline: str
    bar: BarView | None
    share_note: str
    """What to know about the percentage, or why there is none: "Target in words"."""
    badge: BadgeView
    explanation: str
    """Given with every target not met."""
    missing: str
    """Why there is no result."""
    notes: tuple[NoteView, ...]
    milestones: tuple[MilestoneView, ...]
    target_revisions: tuple[str, ...]
    """ "Target revised September 1, 2021 (was 3,300). Two were counted twice." """
    result_revisions: tuple[str, ...]
    sources: tuple[str, ...]
    """Source and place, one a line, where they differ from the area's."""
    href: str = ""
    """Where the name leads: to the indicator's own page, or to its row on a scorecard."""
    decision: str = ""
    """How the status was decided, where the page says it."""


@dataclass(frozen=True)
class MarkView:
    """One target as a small square with the shape of its status."""

    status: StatusView
    label: str
    """Accessible name: "Members: Target exceeded"."""
    anchor: str


@dataclass(frozen=True)
class AreaView:
    id: str
    anchor: str
    name: str
    aim: str
    tally: str
    """ "4 of 4 met or exceeded", or "no result available"."""
    short_tally: str
    """ "4 of 4", or "no result"."""
    marks: tuple[MarkView, ...]
    """One for each target (indicators without a target have none)."""
    rows: tuple[RowView, ...]
    missing: str
    """Why no row has a result, when it is the same for all of them; else the rows say it."""
    missing_status: StatusView | None
    """The status of the rows that `missing` speaks of."""
    source: SourceView
    is_scaled: bool
    """Whether some bars are on the common axis."""


@dataclass(frozen=True)
class CountView:
    """How many targets have a status; `status` is None for all targets."""

    status: StatusView | None
    number: str
    name: str
    share: str
    """Share of all targets; shares of a scorecard add up to 100%."""


@dataclass(frozen=True)
class ScorecardView:
    id: str
    name: str
    """ "2020–21 scorecard"."""
    as_of: str
    has_results: bool
    """Whether any result is reported: without one, nothing but targets stands as of the date."""
    source: SourceView
    met: str
    """ "21": targets met or exceeded."""
    met_words: str
    """What follows "21 of 25": "targets met or exceeded."."""
    total: str
    """ "25": all targets."""
    sentence: str
    """Counts by status in full sentences."""
    without_target: str
    """ "3 results were reported without a target.", or empty."""
    counts: tuple[CountView, ...]
    """All targets first, then exceeded, met, not met, … in the order of the status table."""
    legend: tuple[StatusView, ...]
    """The statuses that the scorecard shows."""
    objectives: tuple[str, ...]
    areas: tuple[AreaView, ...]
    notes: tuple[NoteView, ...]
    remarks: tuple[str, ...]
    """Notes on the scorecard as a whole."""
    is_scaled: bool
    """Whether some bars are on the common axis."""
    has_long_term: bool
    """Whether some bars end at their target."""


@dataclass(frozen=True)
class DownloadView:
    """A file of the public contract."""

    href: str
    """Relative to the site's root: "data/results.csv"."""
    name: str
    format: str
    description: str
