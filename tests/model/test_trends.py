"""One indicator through time: which results make a point, and which of them are drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bilan.languages import Bilingual
from bilan.model.absences import NotAvailable
from bilan.model.indicators import Direction, Indicator, Measurement, Unit, UnitKind
from bilan.model.promises import NO_TARGET, Promise
from bilan.model.results import Result
from bilan.model.scorecards import Area, ReportedIndicator, Scorecard
from bilan.model.trends import Trend
from samples import AFTER, BEFORE, CITATION, DUE, IN_WORDS, NO_FIGURE, comparison, result, target

_TEXT = Bilingual("text", "texte")
_BOATS = Unit("boats", UnitKind.COUNT, {})
_INDICATOR = Indicator(
    "boats", _TEXT, _TEXT, _TEXT, _BOATS, None, Direction.HIGHER, Measurement.LEVEL, None
)


def card(
    day: date,
    outcome: str | Result | NotAvailable,
    promise: Promise = NO_TARGET,
    card_id: str = "",
    as_of: date | None = None,
) -> Scorecard:
    """A scorecard of `as_of` whose one result is of `day`."""
    found = outcome if isinstance(outcome, Result) else result(outcome)
    entry = ReportedIndicator(_INDICATOR, target(promise), replace(found, as_of=day), day)
    area = Area("area", _TEXT, _TEXT, CITATION, (entry,))
    as_of = as_of or day
    name = card_id or as_of.isoformat()
    return Scorecard(name, _TEXT, "2024", as_of, CITATION.source, (), (area,), ())


def trend(*cards: Scorecard) -> Trend:
    found = Trend.of("boats", cards)
    assert found
    return found


def points(found: Trend) -> list[tuple[date, str, list[str]]]:
    return [(p.date, str(p.value), [card.id for card, _ in p.reports]) for p in found.points]


def test_points_stand_in_the_order_of_their_dates_however_scorecards_are_dated() -> None:
    early, late = card(BEFORE, "5", as_of=AFTER), card(DUE, "7")
    assert [point.date for point in trend(late, early).points] == [BEFORE, DUE]


def test_an_indicator_that_no_scorecard_reports_has_no_trend() -> None:
    assert Trend.of("masts", [card(DUE, "5")]) is None


def test_results_in_words_and_missing_results_make_no_point() -> None:
    found = trend(card(BEFORE, result(IN_WORDS)), card(DUE, NO_FIGURE), card(AFTER, "5"))
    assert [point.date for point in found.points] == [AFTER]


def test_the_same_figure_at_the_same_date_is_one_point_of_both_scorecards() -> None:
    found = trend(card(DUE, "7.0", card_id="first"), card(DUE, "7", card_id="again", as_of=AFTER))
    assert points(found) == [(DUE, "7", ["again", "first"])]


def test_of_two_figures_at_one_date_the_later_scorecards_is_drawn_and_both_are_kept() -> None:
    found = trend(card(DUE, "7"), card(DUE, "8", as_of=AFTER))
    assert [str(point.value) for point in found.points] == ["8", "7"]
    assert [str(point.value) for point in found.drawn] == ["8"]


def test_a_figure_that_is_not_exact_is_another_than_the_exact_one() -> None:
    about = result("7", qualifier="about")
    assert len(trend(card(DUE, "7"), card(DUE, about, as_of=AFTER)).points) == 2


def test_targets_in_figures_stand_at_the_dates_to_achieve_them_each_once() -> None:
    promise = comparison("at_least", "9")
    found = trend(card(BEFORE, "5", promise), card(DUE, "7", promise), card(AFTER, "8", IN_WORDS))
    assert found.targets == ((DUE, promise),)


def test_the_target_of_a_scorecard_without_a_figure_is_none_of_the_trend() -> None:
    found = trend(card(BEFORE, "5"), card(DUE, NO_FIGURE, comparison("at_least", "9")))
    assert found.targets == ()
    assert found.drawn[0].value == Decimal(5)
