"""The other indicators that a reader of one may want, and what they share with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bilan.labels import Words
from bilan.model.indicators import Indicator
from bilan.report import Report


@dataclass(frozen=True)
class Links:
    """Addresses of what a profile leads to; empty where no page shows it."""

    row: Callable[[str, str], str]
    """A row, by scorecard and indicator."""
    profile: Callable[[str], str]
    """An indicator's own page, by its id."""
    framework: str | None
    """What the addresses of the framework's measures begin with."""


@dataclass(frozen=True)
class LinkView:
    name: str
    href: str
    """Empty where it leads nowhere."""


@dataclass(frozen=True)
class RelatedView:
    """Other indicators, and what they share with this one."""

    heading: str
    links: tuple[LinkView, ...]


class Related:
    """Finds them, in one language."""

    def __init__(self, report: Report, words: Words) -> None:
        self._report, self._words = report, words

    def of(self, indicator: Indicator, links: Links) -> Iterator[RelatedView]:
        """The other indicators of its areas, and of its objective of the framework."""
        for scorecard in self._report.scorecards.values():
            for area in scorecard.areas:
                others = [entry.indicator for entry in area.indicators]
                found = self._links(others, indicator, links) if indicator in others else ()
                if found:
                    heading = self._words("in_the_area", area=self._words.of(area.name))
                    yield RelatedView(heading, found)
        whole = self._report.framework
        for objective in whole.objectives if whole else ():
            for measure in objective.indicators:
                others = [report.entry.indicator for report in measure.reported_by]
                if indicator in others:
                    anchor = f"{links.framework}framework-{measure.id}" if links.framework else ""
                    link = LinkView(self._words.of(measure.name), anchor)
                    heading = self._words(
                        "in_the_framework", objective=self._words.of(objective.name)
                    )
                    yield RelatedView(heading, (link, *self._links(others, indicator, links)))

    def _links(
        self, others: list[Indicator], indicator: Indicator, links: Links
    ) -> tuple[LinkView, ...]:
        return tuple(
            LinkView(self._words.of(each.name), links.profile(each.id))
            for each in others
            if each is not indicator
        )
