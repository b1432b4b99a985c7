"""Every indicator of every scorecard, in the order of the contract's files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bilan.model.scorecards import Area, ReportedIndicator, Scorecard
from bilan.model.sources import Citation, Source
from bilan.report import Report


@dataclass(frozen=True)
class Entry:
    """One indicator with where it is reported."""

    scorecard: Scorecard
    area: Area
    reported: ReportedIndicator

    @property
    def citation(self) -> Citation:
        """Where the result comes from; the target, where there is no result."""
        result, target = self.reported.result, self.reported.target
        return result.citation if result.is_available else target.citation


def entries(report: Report) -> Iterator[Entry]:
    for scorecard in report.scorecards.values():
        for area in scorecard.areas:
            for reported in area.indicators:
                yield Entry(scorecard, area, reported)


def by_indicator(report: Report) -> Mapping[str, tuple[Entry, ...]]:
    """Every indicator that a scorecard reports, by its id, with all its entries."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in entries(report):
        indicator_id = entry.reported.indicator.id
        found[indicator_id] = (*found.get(indicator_id, ()), entry)
    return found


def cited_sources(entries: Iterable[Entry]) -> tuple[Source, ...]:
    """Every source of their targets and results, once."""
    cited = (
        citation.source
        for entry in entries
        for citation in (entry.reported.target.citation, entry.reported.result.citation)
    )
    return tuple(dict.fromkeys(cited))
