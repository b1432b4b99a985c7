"""What a reader is told of the framework: counts, latest figures, and what is still missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilan.formats import plain
from bilan.languages import Language
from bilan.project import Project
from bilan.view.framework import FrameworkIndicatorView, FrameworkView, FrameworkViews
from bilan.view.scorecards import Views
from faults import FRAMEWORK


def rows(scorecard: str, indicator: str) -> str:
    return f"{scorecard}/#{indicator}"


def seen(project: Project, language: Language = "en", part: str = "") -> FrameworkView:
    report = project.report
    views = FrameworkViews(Views(report, report.words[language]), report.words[language])
    framework = report.framework
    assert framework
    objective = framework.objective(part)
    if objective:
        return views.part(framework, objective, rows, "")
    return views.whole(framework, rows, "")


def changed(harbour: Path, *replacements: tuple[str, str]) -> Project:
    path = harbour / FRAMEWORK
    text = path.read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return Project.open(harbour)


def said(view: FrameworkView) -> dict[str, list[str]]:
    """Each indicator with its reports: the name, the figure, and what goes with it."""
    return {
        indicator.anchor.removeprefix("framework-"): [
            " | ".join(
                plain(part)
                for part in (
                    report.name,
                    report.figure.number or report.figure.words,
                    *report.figure.details,
                )
            )
            for report in indicator.reports
        ]
        for indicator in indicators(view)
    }


def indicators(view: FrameworkView) -> list[FrameworkIndicatorView]:
    return [
        indicator
        for objective in view.objectives
        for indicator in (*objective.programme_indicators, *objective.own_indicators)
    ]


def test_every_indicator_is_shown_with_its_latest_figures(harbour_project: Project) -> None:
    assert said(seen(harbour_project)) == {
        "traffic": [
            "Boats moored | 2,880 | as of March\u00a031,\u00a02025",
            "Berths in use | 71.50% | as of March\u00a031,\u00a02025",
        ],
        "quay-spending": [
            "Investment in the quay | $1,065.6M | as of December\u00a031,\u00a02024 | interim"
        ],
        "storm-shelter": [],
        "agreement": [
            "Harbour charter | In force, signed by 80% of owners | as of March\u00a031,\u00a02025"
        ],
        "night-safety": ["Lights replaced | suppressed"],
    }


def test_a_figure_leads_to_its_row(harbour_project: Project) -> None:
    [traffic, *_] = indicators(seen(harbour_project))
    assert [report.href for report in traffic.reports] == [
        "2024-2025/#boats",
        "2024-2025/#visits",
    ]


def test_a_part_is_one_objective_with_its_own_counts(harbour_project: Project) -> None:
    view = seen(harbour_project, part="fair-rules")
    assert [objective.name for objective in view.objectives] == ["Fair rules"]
    assert view.counts == (
        "A figure is reported for 1 of 2 indicators. For 1 more, there is none yet."
    )
    assert (view.about, view.notes) == ("", ())


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("en", "A figure is reported for 3 of 5 indicators. For 2 more, there is none yet."),
        (
            "fr",
            "Un chiffre est communiqué pour 3 indicateurs sur 5. "
            "Pour 2 autres, il n’y en a pas encore.",
        ),
    ],
)
def test_indicators_with_a_figure_and_those_without_are_counted(
    harbour_project: Project, language: Language, counts: str
) -> None:
    assert seen(harbour_project, language).counts == counts


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("en", "No figure is reported yet for any of 5 indicators."),
        ("fr", "Aucun chiffre n’est encore communiqué pour ces 5 indicateurs."),
    ],
)
def test_a_framework_without_any_figure_says_so(
    harbour: Path, language: Language, counts: str
) -> None:
    named = ("[boats, visits]", "[investment]", "[charter]")
    project = changed(harbour, *((names, "[]") for names in named))
    assert seen(project, language).counts == counts


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("en", "A figure is reported for 5 of 5 indicators. None is missing."),
        ("fr", "Un chiffre est communiqué pour 5 indicateurs sur 5. Il n’en manque aucun."),
    ],
)
def test_a_framework_with_every_figure_says_so(
    harbour: Path, language: Language, counts: str
) -> None:
    project = changed(
        harbour,
        ("[lights]", "[lights, tide]"),
        ("tempêtes}", "tempêtes}\n        reported_by: [crew]"),
    )
    assert seen(project, language).counts == counts


def test_every_impact_and_indicator_of_the_plan_is_in_the_framework(project: Project) -> None:
    view = seen(project)
    assert [len(objective.impacts) for objective in view.objectives] == [3, 4, 3, 4, 3]
    assert [len(objective.programme_indicators) for objective in view.objectives] == [3, 3, 8, 3, 2]
    assert [len(objective.own_indicators) for objective in view.objectives] == [4, 4, 0, 4, 3]
