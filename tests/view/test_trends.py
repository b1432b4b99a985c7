"""One indicator through time: its drawing, its sentence and its table."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.languages import Language
from bilan.project import Project
from bilan.view.trends import Trends, TrendView

GOALS, BEFORE = "data/scorecards/2024-2025.yml", "data/scorecards/2023.yml"
TARGET, EARLIER = "{at_least: 3.7 million}", "{value: 1.2 million}"
Trended = Callable[..., TrendView]


@pytest.fixture
def trended(harbour: Path) -> Trended:
    """The trend of the harbour's fund after replacements in the files of its scorecards."""

    def trend(*replacements: tuple[str, str, str], language: Language = "en") -> TrendView:
        for file, old, new in replacements:
            text = (harbour / file).read_text(encoding="utf-8")
            assert text.count(old) == 1, old
            (harbour / file).write_text(text.replace(old, new), encoding="utf-8")
        report = Project.open(harbour).report
        trends = Trends(report, report.words[language])
        return trends.trend("fund", lambda scorecard, indicator: f"{scorecard}#{indicator}")

    return trend


def labels(view: TrendView) -> list[str]:
    return [point.label.text if point.label else "" for point in view.plot.points]


def test_the_drawing_is_a_sentence_in_each_language(trended: Trended) -> None:
    assert trended().sentence == (
        "Repair fund: $1.2\u00a0million on December\u00a031,\u00a02023;"
        " $5.0\u00a0million on March\u00a031,\u00a02025."
    )
    assert trended(language="fr").sentence == (
        "Fonds de réparation\u00a0: 1,2\u00a0million de dollars au 31\u00a0décembre\u00a02023;"
        " 5,0\u00a0millions de dollars au 31\u00a0mars\u00a02025."
    )


def test_the_first_of_a_month_is_read_without_html(trended: Trended) -> None:
    moved = (BEFORE, EARLIER, "{value: 1.2 million, as_of: 2024-04-01}")
    assert "au 1er\u00a0avril\u00a02024;" in trended(moved, language="fr").sentence


def test_a_figure_that_is_not_exact_keeps_its_words_everywhere(trended: Trended) -> None:
    view = trended(
        (BEFORE, EARLIER, "{value: 1.2 million, as_of: 2023-12-31, qualifier: more_than}")
    )
    assert "more than $1.2\u00a0million on" in view.sentence
    assert labels(view) == ["more than $1.2M", "$5.0M"]
    assert view.rows[0].result.comparator == "more than"


def test_points_stand_at_their_dates_and_values(trended: Trended) -> None:
    first, second = trended().plot.points
    assert (first.x, second.x) == ("33.21%", "74.82%")
    assert float(first.y) > float(second.y)
    assert [segment.x1 for segment in trended().plot.segments] == [first.x]


def test_a_target_stands_at_the_date_to_achieve_it_with_its_words(trended: Trended) -> None:
    view = trended((GOALS, TARGET, "{at_least: 3.7 million, date_to_achieve: 2026-03-31}"))
    earlier, later = view.plot.targets
    assert float(earlier.x.removesuffix("%")) < float(later.x.removesuffix("%"))
    assert later.label and later.label.text == "target: at least $3.7M"
    assert view.plot.years[-1].name == "2027"
    assert view.rows[1].reports[0].target.details == ("by March\u00a031,\u00a02026",)


def test_a_range_has_a_mark_at_each_of_its_ends(trended: Trended) -> None:
    view = trended((GOALS, TARGET, "{between: [4 million, 5 million]}"))
    marks = [target for target in view.plot.targets if target.x == "74.82%"]
    assert len({mark.y for mark in marks}) == 2
    assert [mark.label.text for mark in marks if mark.label] == ["target: $4M to $5M"]


def test_a_trend_without_targets_in_figures_has_no_mark(trended: Trended) -> None:
    view = trended(
        (GOALS, f"        target: {TARGET}\n", ""),
        (BEFORE, "        target: {at_least: 1.0 million}\n", ""),
    )
    assert view.plot.targets == ()
    assert view.rows[0].reports[0].target.words == "no target set"


def test_one_figure_on_two_scorecards_is_one_row_with_both(harbour: Path, trended: Trended) -> None:
    shutil.copy(harbour / BEFORE, harbour / "data/scorecards/again.yml")
    view = trended()
    assert [len(row.reports) for row in view.rows] == [2, 1]
    assert len(view.plot.points) == 2


def test_each_row_leads_to_its_scorecards_and_to_known_discrepancies(
    harbour: Path, trended: Trended
) -> None:
    with (harbour / "data/discrepancies.yml").open("a", encoding="utf-8") as file:
        file.write("  where: [2024-2025/fund/result, 2023/fund/target]\n")
    first, second = trended().rows
    assert [report.href for report in first.reports] == ["2023#fund"]
    assert [report.scorecard for report in second.reports] == ["2024–25 scorecard"]
    assert (first.disputed, second.disputed) == (None, "discrepancy-year")
    assert [report.disputed for report in first.reports] == ["discrepancy-year"]


def test_a_result_that_is_interim_says_so(trended: Trended) -> None:
    view = trended((BEFORE, EARLIER, "{value: 1.2 million, as_of: 2023-12-31, interim: true}"))
    assert [row.result.details for row in view.rows] == [("interim",), ()]


def test_a_point_without_room_for_its_label_is_left_to_the_table(trended: Trended) -> None:
    view = trended(
        (BEFORE, EARLIER, "{value: 4.9 million, as_of: 2025-02-28}"),
        (BEFORE, "{at_least: 1.0 million}", "{at_least: 4.5 million, date_to_achieve: 2033-03-31}"),
        (GOALS, TARGET, "{at_least: 4.4 million}"),
    )
    assert labels(view) == ["", "$5.0M"]
    assert [row.result.number for row in view.rows] == ["$4.9M", "$5.0M"]
