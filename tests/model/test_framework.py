"""The latest report on an indicator is chosen by its date, and never for its value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bilan.languages import Bilingual
from bilan.model.absences import NotAvailable
from bilan.model.framework import FrameworkIndicator, LatestReport
from bilan.model.indicators import Direction, Indicator, Measurement, Outcome, Unit, UnitKind
from bilan.model.promises import NO_TARGET
from bilan.model.scorecards import Area, ReportedIndicator, Scorecard
from samples import AFTER, BEFORE, CITATION, DUE, NO_FIGURE, result, target

TEXT = Bilingual("text", "texte")
INDICATOR = Indicator(
    id="boats",
    name=TEXT,
    address=TEXT,
    definition=TEXT,
    unit=Unit("ratio", UnitKind.PLAIN, {}),
    of=None,
    better=Direction.HIGHER,
    measures=Measurement.LEVEL,
    since=None,
)


def scorecard(
    name: str, day: date, outcome: str | Outcome | NotAvailable, as_of: date | None = None
) -> Scorecard:
    """One with a single result, as of its own day unless said otherwise."""
    reported = replace(result(outcome), as_of=as_of or day)
    entry = ReportedIndicator(INDICATOR, target(NO_TARGET), reported, day)
    area = Area("area", TEXT, TEXT, CITATION, (entry,))
    return Scorecard(name, TEXT, "2024", day, CITATION.source, (), (area,), ())


def latest(*scorecards: Scorecard) -> str | None:
    report = LatestReport.of(INDICATOR, scorecards)
    return report.scorecard.id if report else None


@pytest.mark.parametrize("order", [1, -1])
def test_the_latest_result_is_taken_in_whatever_order_scorecards_come(order: int) -> None:
    cards = [scorecard("old", BEFORE, "9"), scorecard("new", DUE, "3")]
    assert latest(*cards[::order]) == "new"


def test_a_result_as_of_a_later_day_goes_before_a_later_scorecard() -> None:
    early = scorecard("early", BEFORE, "3", as_of=AFTER)
    assert latest(scorecard("later", DUE, "3"), early) == "early"


def test_a_result_goes_before_a_later_scorecard_that_still_waits_for_one() -> None:
    assert latest(scorecard("old", BEFORE, "3"), scorecard("new", DUE, NO_FIGURE)) == "old"


def test_without_any_result_the_latest_scorecard_says_why() -> None:
    cards = scorecard("old", BEFORE, NO_FIGURE), scorecard("new", DUE, NO_FIGURE)
    assert latest(*cards) == "new"


def test_of_two_results_of_one_day_that_of_the_later_scorecard_is_taken() -> None:
    again = scorecard("later", AFTER, "3", as_of=DUE)
    assert latest(again, scorecard("first", DUE, "3")) == "later"


def test_an_indicator_on_no_scorecard_has_no_report() -> None:
    other = replace(INDICATOR, id="visits")
    assert LatestReport.of(other, [scorecard("new", DUE, "3")]) is None
    assert latest() is None


@pytest.mark.parametrize(
    ("outcomes", "expected"), [([], False), ([NO_FIGURE], False), ([NO_FIGURE, "0"], True)]
)
def test_an_indicator_has_a_figure_when_one_report_on_it_has(
    outcomes: list[str | NotAvailable], expected: bool
) -> None:
    reports = [LatestReport.of(INDICATOR, [scorecard("a", DUE, each)]) for each in outcomes]
    found = FrameworkIndicator("traffic", TEXT, tuple(each for each in reports if each))
    assert found.has_figure is expected
