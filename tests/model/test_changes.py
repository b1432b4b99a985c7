"""What changed, derived from dates of publication and revisions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bilan.languages import Bilingual
from bilan.model.changes import Change, ChangeKind, FigureChange, changes
from bilan.model.indicators import Direction, Indicator, Measurement, Unit, UnitKind
from bilan.model.promises import NO_TARGET
from bilan.model.results import Result
from bilan.model.revisions import Revision
from bilan.model.scorecards import Area, ReportedIndicator, Scorecard
from bilan.model.targets import Target
from samples import CITATION, DUE, comparison, result, target

TEXT = Bilingual("text", "texte")
UNIT = Unit("boats", UnitKind.COUNT, {})
JUNE, JULY, AUGUST = (date(2025, month, 1) for month in (6, 7, 8))
PROMISED = target(comparison("at_least", "9"))


def revision(was: str, day: date) -> Revision:
    return Revision(Decimal(was), day, TEXT)


def scorecard(
    *entries: tuple[Target, Result], card_id: str = "card", published: date | None = JUNE
) -> Scorecard:
    """One area, whose indicators are called a, b, c …"""
    reported = tuple(
        ReportedIndicator(
            Indicator(
                name, TEXT, TEXT, TEXT, UNIT, None, Direction.HIGHER, Measurement.LEVEL, None
            ),
            *entry,
            DUE,
        )
        for name, entry in zip("abc", entries, strict=False)
    )
    area = Area("area", TEXT, TEXT, CITATION, reported)
    return Scorecard(card_id, TEXT, "2024", DUE, CITATION.source, (), (area,), (), published)


def told(found: tuple[Change, ...]) -> list[tuple[str, str, date]]:
    return [(change.kind.value, change.id, change.date) for change in found]


def figures(found: tuple[Change, ...]) -> list[FigureChange]:
    return [change for change in found if isinstance(change, FigureChange)]


def step(change: FigureChange) -> tuple[str, str, bool]:
    """What it was, what it became, and whether it says so today."""
    was = change.revision.was if change.revision else "new"
    return str(was), str(change.became), change.is_current


def test_a_scorecard_is_a_change_on_the_day_it_was_published() -> None:
    assert told(changes([scorecard((PROMISED, result("9")))])) == [("published", "card", JUNE)]


def test_a_scorecard_without_that_day_is_dated_by_its_results() -> None:
    [change] = changes([scorecard((PROMISED, result("9")), published=None)])
    assert change.date == DUE


def test_a_figure_is_new_only_when_it_came_later_than_its_scorecard() -> None:
    late = (replace(PROMISED, published=JULY), replace(result("9"), published=AUGUST))
    at_once = (replace(PROMISED, published=JUNE), replace(result("9"), published=JUNE))
    assert told(changes([scorecard(late, at_once)])) == [
        ("new_result", "card/a/result", AUGUST),
        ("new_target", "card/a/target", JULY),
        ("published", "card", JUNE),
    ]


def test_a_revision_tells_what_the_figure_was_and_what_it_became() -> None:
    revised = replace(result("9"), revisions=(revision("7", AUGUST), revision("5", JULY)))
    latest, first = figures(changes([scorecard((PROMISED, revised))]))
    assert (latest.kind, latest.id) == (ChangeKind.REVISION, "card/a/result/2025-08-01")
    assert [step(latest), step(first)] == [("7", "9", True), ("5", "7", False)]


def test_a_target_is_revised_into_what_it_promises_today() -> None:
    revised = replace(PROMISED, revisions=(revision("7", JULY),))
    [change] = figures(changes([scorecard((revised, result("9")))]))
    assert (change.kind, change.id) == (ChangeKind.REVISION, "card/a/target/2025-07-01")
    assert change.became == PROMISED.promise


def test_a_figure_that_was_added_and_revised_was_added_as_it_was_then() -> None:
    added = replace(result("9"), published=JULY, revisions=(revision("7", AUGUST),))
    found = figures(changes([scorecard((PROMISED, added))]))
    assert [step(change) for change in found] == [("7", "9", True), ("new", "7", False)]


def test_changes_of_one_day_stand_in_the_order_of_the_scorecards() -> None:
    late = replace(result("9"), published=JULY)
    first = scorecard((PROMISED, late), (PROMISED, late), card_id="first")
    second = scorecard((PROMISED, late), card_id="second", published=JULY)
    assert [change.id for change in changes([first, second])] == [
        "first/a/result",
        "first/b/result",
        "second",
        "first",
    ]


def test_every_change_has_an_id_of_its_own() -> None:
    promised = replace(PROMISED, published=JULY, revisions=(revision("5", AUGUST),))
    came = replace(
        result("9"), published=JULY, revisions=(revision("5", AUGUST), revision("4", JULY))
    )
    found = changes([scorecard((promised, came), (promised, came))])
    assert len({change.id for change in found}) == len(found) == 11


def test_a_scorecard_counts_the_targets_that_it_began_with() -> None:
    late = replace(PROMISED, published=JULY)
    untargeted = target(NO_TARGET)
    card = scorecard((PROMISED, result("9")), (late, result("9")), (untargeted, result("9")))
    publication = changes([card])[-1]
    assert not isinstance(publication, FigureChange)
    assert publication.targets == 1
