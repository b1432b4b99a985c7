"""What a reader is told beyond the figures: tallies, sources, reasons, revisions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.languages import Language
from bilan.project import Project
from bilan.view.pieces import RowView, ScorecardView
from bilan.view.scorecards import Views
from conftest import HARBOUR

GOALS = "data/scorecards/2024-2025.yml"
REASON = "The figure would name one person."
Changed = Callable[..., ScorecardView]


@pytest.fixture
def changed(harbour: Path) -> Changed:
    """The harbour's scorecard after replacements in its file."""

    def change(*replacements: tuple[str, str], language: Language = "en") -> ScorecardView:
        path = harbour / GOALS
        text = path.read_text(encoding="utf-8")
        for old, new in replacements:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        report = Project.open(harbour).report
        return Views(report, report.words[language]).scorecard(report.scorecards["2024-2025"])

    return change


def row(scorecard: ScorecardView, indicator: str) -> RowView:
    return next(row for area in scorecard.areas for row in area.rows if row.id == indicator)


def test_an_area_without_any_result_says_so(changed: Changed) -> None:
    view = changed(
        ('          statement: {en: "In force', '          # {en: "In force'),
        ("        result:\n          # ", "        # "),
        ("          figures:\n            share:", "        #\n        #"),
        ("          verdict: exceeded\n", ""),
        ("          reason: {en: More owners", "        # {en: More owners"),
    )
    assert (view.areas[2].tally, view.areas[2].short_tally) == ("no result available", "no result")


def test_an_area_whose_targets_are_all_still_open_has_no_verdict_yet(changed: Changed) -> None:
    later = "target: {at_least: 1, date_to_achieve: 2030-01-01}\n        result: {value: 0}"
    charter = "target:\n          statement: {en: Charter in force, fr: Charte en vigueur}\n"
    view = changed(
        ("target: {at_least: 1}", later),
        (charter, charter + "          date_to_achieve: 2030-01-01\n"),
        ("verdict: exceeded", "verdict: not_met"),
    )
    assert view.areas[2].tally == "no verdict yet"


def test_the_words_after_the_counts_agree_in_number(changed: Changed) -> None:
    english, french = changed(), changed(language="fr")
    assert (english.met, english.met_words) == ("8", "targets met or exceeded.")
    assert french.met_words == "cibles atteintes ou dépassées."


def test_the_shares_of_a_scorecard_add_up_to_all(changed: Changed) -> None:
    everything, *counts = changed().counts
    assert everything.share == "100%"
    assert sum(int(count.share.removesuffix("%")) for count in counts) == 100


def test_a_target_from_another_document_shows_its_own_source(changed: Changed) -> None:
    target = "target: {at_most: 5, source: plan, locator: {en: p. 9, fr: p. 9}}"
    view = changed(("target: {at_most: 5}", target))
    assert row(view, "waiting").sources == ("Target: Harbour plan, p. 9",)
    assert row(view, "investment").sources == ("Actual result: Harbour plan, p. 2",)
    assert row(view, "boats").sources == ()


def test_different_reasons_for_missing_results_stand_with_their_rows(changed: Changed) -> None:
    gone = "{not_available: discontinued, reason: {en: Program ended., fr: Programme terminé.}}"
    view = changed(
        (
            "      - indicator: lights\n",
            "      - indicator: tide\n        result: "
            + gone
            + "\n        target: {at_least: 3}\n      - indicator: lights\n",
        ),
        (
            "      - indicator: tide\n        target: {to_be_determined: true}\n"
            "        result: {value: 40}\n",
            "",
        ),
    )
    rules = view.areas[2]
    assert rules.missing == ""
    assert row(view, "tide").missing == "Program ended."
    assert row(view, "lights").missing == REASON


def test_one_reason_for_which_no_row_of_an_area_has_a_result_is_given_once(
    changed: Changed,
) -> None:
    whole = changed().areas[2]
    assert (whole.missing, row(changed(), "lights").missing) == ("", REASON)
    text = (HARBOUR / GOALS).read_text(encoding="utf-8")
    begin, end = (
        text.index('        result:\n          statement: {en: "In'),
        "      - indicator: lights",
    )
    rules = changed((text[begin : text.index(end)], "")).areas[2]
    assert rules.missing == REASON
    assert rules.missing_status and rules.missing_status.id == "no_result"


def test_a_revised_target_is_told_apart_from_a_revised_result(changed: Changed) -> None:
    revised = (
        "target: {at_most: 5, revisions: [{value: 4, date: 2025-05-01,"
        " reason: {en: A slip., fr: Une erreur.}}]}"
    )
    view = changed(("target: {at_most: 5}", revised))
    assert row(view, "waiting").target_revisions == (
        "Target revised May\u00a01,\u00a02025 (was 4 days). A slip.",
    )
    assert row(view, "waiting").result_revisions == ()
    assert row(view, "boats").result_revisions == (
        "Result revised June\u00a01,\u00a02025 (was 2,900 boats). Boats counted twice were"
        " removed.",
    )


def test_a_percentage_from_a_baseline_is_not_called_a_share_of_the_target(
    changed: Changed,
) -> None:
    view = changed()
    investment, fund = row(view, "investment").bar, row(view, "fund").bar
    assert investment and fund
    assert (investment.percent, investment.of_target) == ("33%", "")
    assert row(view, "investment").share_note == "of the way from the baseline"
    assert (fund.of_target, row(view, "fund").share_note) == ("of target", "")


def test_a_ceiling_has_a_bar_and_no_percentage(changed: Changed) -> None:
    view = changed()
    bar = row(view, "waiting").bar
    assert bar and bar.is_ceiling and bar.percent == "" and bar.fill == "50%"
    assert row(view, "waiting").share_note == "Target is a maximum"


@pytest.mark.parametrize(
    ("language", "words", "note"),
    [("en", "less than", "Result not exact"), ("fr", "moins de", "Résultat non précis")],
)
def test_a_result_that_is_not_exact_stands_with_its_words_and_without_a_bar(
    changed: Changed, language: Language, words: str, note: str
) -> None:
    qualified = ("result: {value: 5}", "result: {value: 5, qualifier: less_than}")
    view = row(changed(qualified, language=language), "waiting")
    assert (view.result.comparator, view.result.number) == (words, "5")
    assert (view.bar, view.share_note) == (None, note)


AHEAD = "- {at_least: 1300000000, date_to_achieve: 2028-03-31}"
BASELINE = "          baseline: {value: 100 million, date: 2018-04-01}\n"


def test_a_long_term_bar_ends_at_its_target_and_has_a_tick_at_each_milestone(
    changed: Changed,
) -> None:
    view = changed((BASELINE, ""))
    investment = row(view, "investment")
    assert investment.bar and investment.bar.is_long_term
    assert (investment.bar.fill, investment.bar.ticks) == ("35.52%", ("43.33%", "100%"))
    assert (investment.bar.percent, investment.bar.of_target) == ("36%", "of target")
    assert [milestone.share for milestone in investment.milestones] == ["82% of milestone"]


def test_a_long_term_bar_that_goes_past_its_target_is_clipped_there(changed: Changed) -> None:
    view = changed((BASELINE, ""), ("value: 1065600000", "value: 3000.1 million"))
    bar = row(view, "investment").bar
    assert bar and bar.is_clipped and bar.fill == "100%" and bar.percent == "100.003%"


def test_milestones_that_are_no_steps_to_the_target_leave_the_bar_on_the_common_axis(
    changed: Changed,
) -> None:
    bar = row(changed((AHEAD, AHEAD.replace("at_least", "exactly"))), "investment").bar
    assert bar and not bar.is_long_term and bar.ticks == ("50%",)


def test_a_scorecard_says_which_kinds_of_bars_it_has(changed: Changed, harbour: Path) -> None:
    mixed = changed()
    assert (mixed.is_scaled, mixed.has_long_term) == (True, True)
    assert [area.is_scaled for area in mixed.areas] == [True, True, False]
    report = Project.open(harbour).report
    plan = Views(report, report.words["en"]).scorecard(report.scorecards["long-term"])
    assert (plan.is_scaled, plan.has_long_term) == (False, True)
    yearly = changed((f"          milestones:\n            {AHEAD}\n", ""))
    assert (yearly.is_scaled, yearly.has_long_term) == (True, False)
