"""What holds between the entries of one scorecard, once they are resolved."""

from __future__ import annotations

from decimal import Decimal

from bilan.data import schema
from bilan.data.figures import FigureResolver, Steps
from bilan.model.indicators import UnitKind
from bilan.model.promises import Comparison
from bilan.model.scorecards import ReportedIndicator
from bilan.model.status import Status
from bilan.problems import Location


def demand_explanations(reported: ReportedIndicator, place: FigureResolver, at: Steps) -> None:
    unexplained: list[Steps] = []
    if reported.status is Status.NOT_MET and reported.result.explanation is None:
        unexplained.append(("result",))
    for index, (milestone, assessment) in enumerate(reported.milestones):
        if assessment.status is Status.NOT_MET and milestone.result.explanation is None:
            unexplained.append(("target", "milestones", index))
    for steps in unexplained:
        where = place.at(*at, *steps)
        place.problems.add("BIL405", where, indicator=reported.indicator.id)


def refuse_figures_without_unit(
    reported: ReportedIndicator, place: FigureResolver, at: Steps
) -> None:
    if reported.indicator.unit.kind is not UnitKind.WORDS:
        return
    target, result = reported.target, reported.result
    figures: dict[Steps, bool] = {
        ("target",): isinstance(target.promise, Comparison),
        ("target", "baseline"): target.baseline is not None,
        ("target", "milestones"): bool(target.milestones),
        ("result",): isinstance(result.outcome, Decimal),
    }
    for steps, is_figure in figures.items():
        if is_figure:
            where = place.at(*at, *steps)
            place.problems.add("BIL415", where, name=reported.indicator.id)


def refuse_repetitions(entry: schema.ScorecardEntry, place: FigureResolver) -> None:
    """Areas and indicators are headings and rows of one page, each with its own address."""
    written: list[tuple[Location, str]] = []
    for i, area in enumerate(entry.areas):
        written.append((place.at("areas", i, "id"), area.id))
        for j, reported in enumerate(area.indicators):
            where = place.at("areas", i, "indicators", j, "indicator")
            written.append((where, reported.indicator))
    seen: dict[str, Location] = {}
    for where, found in sorted(written):
        if found in seen:
            place.problems.add("BIL410", where, found=found, first=str(seen[found].line))
        seen.setdefault(found, where)
