"""Long-term targets at a glance: which are shown, and what is said once for all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.languages import Language
from bilan.project import Project
from bilan.view.outlook import OutlookView
from bilan.view.scorecards import Views

PLAN = "data/scorecards/long-term.yml"
JOBS = "- {at_least: 15000, date_to_achieve: 2028-03-31}"
Changed = Callable[..., OutlookView]


@pytest.fixture
def changed(harbour: Path) -> Changed:
    """The outlook of the harbour's plan after replacements in its file."""

    def change(*replacements: tuple[str, str], language: Language = "en") -> OutlookView:
        path = harbour / PLAN
        text = path.read_text(encoding="utf-8")
        for old, new in replacements:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        report = Project.open(harbour).report
        return Views(report, report.words[language]).outlook(report.scorecards["long-term"])

    return change


def test_every_indicator_on_its_way_past_milestones_is_shown(changed: Changed) -> None:
    view = changed()
    assert [row.anchor for row in view.rows] == ["pledges", "works", "jobs"]
    assert all(row.bar.is_long_term for row in view.rows)


def test_each_target_stands_under_its_date_with_its_own_percentage(changed: Changed) -> None:
    view = changed()
    assert view.heads == (
        "Target for March\u00a031,\u00a02028",
        "Target for March\u00a031,\u00a02033",
    )
    [_, works, _] = view.rows
    assert [target.figure.number for target in works.targets] == ["$1.3B", "$3B"]
    assert [target.share for target in works.targets] == ["82% of target", "36% of target"]
    assert [tuple(target.figure.details) for target in works.targets] == [(), ()]


def test_the_status_of_all_targets_is_said_once(changed: Changed) -> None:
    view = changed()
    assert view.badge and view.badge.status.name == "Result due in the future"
    assert [target.badge for row in view.rows for target in row.targets] == [None] * 6


def test_statuses_that_differ_stand_with_their_targets(changed: Changed) -> None:
    view = changed(("result: {value: 3901}", "result: {value: 16000}"))
    badges = [target.badge for row in view.rows for target in row.targets]
    assert view.badge is None and all(badges)
    first, last = (target.badge for target in view.rows[2].targets)
    assert first and (first.status.id, first.ahead_of_date) == ("exceeded", "ahead of its date")
    assert last and last.status.id == "future"


def test_dates_that_differ_stand_with_their_targets(changed: Changed) -> None:
    early = JOBS.replace("2028", "2027")
    view = changed((JOBS, f"{early}\n            {JOBS}".replace("15000", "9000", 1)))
    assert view.heads == ("First target", "Target for March\u00a031,\u00a02033")
    jobs = view.rows[2]
    assert [target.figure.number for target in jobs.targets] == ["9,000", "25,000"]
    assert tuple(jobs.targets[0].figure.details) == ("by March\u00a031,\u00a02027",)
    assert len(jobs.bar.ticks) == 3


def test_the_label_of_a_card_holds_no_html(changed: Changed) -> None:
    view = changed(("date_to_achieve: 2033-03-31", "date_to_achieve: 2033-04-01"), language="fr")
    assert view.heads[1] == "Cible au 1<sup>er</sup>\u00a0avril\u00a02033"
    assert view.rows[0].targets[1].head == "Cible au 1er\u00a0avril\u00a02033"


def test_an_indicator_without_an_exact_figure_is_left_out(changed: Changed) -> None:
    view = changed(
        (
            "result: {value: 3901}",
            "result: {value: 3901, qualifier: less_than, "
            "explanation: {en: Few came., fr: Peu sont venus.}}",
        )
    )
    assert [row.anchor for row in view.rows] == ["pledges", "works"]


def test_a_disputed_figure_leads_to_its_entry_on_the_register(
    changed: Changed, harbour: Path
) -> None:
    path = harbour / "data/discrepancies.yml"
    entry = (
        "labels:\n  kind: label\n  printed: 15000\n"
        "  source: plan\n  locator: {en: p. 9, fr: p. 9}\n"
        "  where: [long-term/jobs/milestone.2028-03-31, long-term/works/result]\n"
        "  note: {en: Two labels., fr: Deux libellés.}\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    [_, works, jobs] = changed().rows
    assert (works.disputed, jobs.disputed) == ("discrepancy-labels", None)
    assert [target.disputed for target in jobs.targets] == ["discrepancy-labels", None]
