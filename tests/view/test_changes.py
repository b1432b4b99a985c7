"""What changed, as sentences of one language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.contract.feeds import feeds
from bilan.formats import plain
from bilan.languages import Language
from bilan.project import Project
from bilan.view.changes import ChangesView, ChangeView, ChangeViews
from bilan.view.scorecards import Views

GOALS, LONG_TERM = "data/scorecards/2024-2025.yml", "data/scorecards/long-term.yml"
WHY = "reason: {en: Miscounted., fr: Mal comptés.}"
Changed = Callable[..., ChangesView]


class Leads:
    """Everything stands somewhere but the scorecard of 2023."""

    def scorecard(self, scorecard_id: str) -> str:
        return "" if scorecard_id == "2023" else f"{scorecard_id}/"

    def row(self, scorecard_id: str, indicator_id: str) -> str:
        return f"{scorecard_id}/#{indicator_id}"

    def profile(self, indicator_id: str) -> str:
        return f"indicators/{indicator_id}/" if indicator_id == "boats" else ""


@pytest.fixture
def changed(harbour: Path) -> Changed:
    """The harbour's changes after replacements in the files of its scorecards."""

    def view(
        *replacements: tuple[str, str, str],
        language: Language = "en",
        scorecard: str = "",
        most: int | None = None,
    ) -> ChangesView:
        for file, old, new in replacements:
            text = (harbour / file).read_text(encoding="utf-8")
            assert text.count(old) == 1, old
            (harbour / file).write_text(text.replace(old, new), encoding="utf-8")
        report = Project.open(harbour).report
        words = report.words[language]
        views = ChangeViews(report, words, Views(report, words))
        return views.view(Leads(), "", report.scorecards.get(scorecard), most)

    return view


def found(view: ChangesView) -> dict[str, ChangeView]:
    return {change.id: change for day in view.days for change in day.changes}


def sentence(view: ChangesView, change_id: str) -> str:
    return plain(found(view)[change_id].sentence)


BOATS, CHARTER = "2024-2025/boats/result/2025-06-01", "2024-2025/charter/result/2025-06-15"
RATIO, WORKS = "2024-2025/ratio/target", "long-term/works/target/2025-04-01"


@pytest.mark.parametrize(
    ("change", "english", "french"),
    [
        (
            BOATS,
            "Boats moored (2024–25 scorecard): result revised from 2,900 to 2,880 boats.",
            "Bateaux amarrés (tableau de bord 2024-2025)\u00a0: résultat révisé, de 2\u00a0900 à"
            " 2\u00a0880 bateaux.",
        ),
        (
            CHARTER,
            "Harbour charter (2024–25 scorecard): result revised. Before: “In force”."
            " After: “In force, signed by 80% of owners”.",
            "Charte du havre (tableau de bord 2024-2025)\u00a0: résultat révisé. Avant\u00a0:"
            " «\u00a0En vigueur\u00a0». Après\u00a0: «\u00a0En vigueur, signée par 80\u00a0% des"
            " propriétaires\u00a0».",
        ),
        (
            RATIO,
            "Matching ratio (2024–25 scorecard): new target, at least 1.5, by"
            " March\u00a031,\u00a02028.",
            "Ratio de contrepartie (tableau de bord 2024-2025)\u00a0: nouvelle cible, au moins"
            " 1,5, d’ici le 31\u00a0mars\u00a02028.",
        ),
        (
            WORKS,
            "Works on the harbour (2018–2033 scorecard): target revised from $2.8\u00a0billion to"
            " $3\u00a0billion.",
            "Travaux dans le havre (tableau de bord 2018-2033)\u00a0: cible révisée, de"
            " 2,8\u00a0milliards de dollars à 3\u00a0milliards de dollars.",
        ),
        (
            "2024-2025",
            "2024–25 scorecard: published, with 11 targets.",
            "Tableau de bord des résultats 2024-2025\u00a0: publié, avec 11 cibles.",
        ),
        (
            "2023",
            "2023 scorecard: published, with 1 target.",
            "Tableau de bord des résultats 2023\u00a0: publié, avec 1 cible.",
        ),
    ],
)
def test_each_change_is_a_sentence_in_both_languages(
    changed: Changed, change: str, english: str, french: str
) -> None:
    assert sentence(changed(), change) == english
    assert sentence(changed(language="fr"), change) == french


def test_a_new_result_names_its_figure_and_its_day(changed: Changed) -> None:
    new = (
        GOALS,
        "result: {value: 5}",
        "result: {value: 5, as_of: 2025-04-01, published: 2025-08-01}",
    )
    assert sentence(changed(new), "2024-2025/waiting/result") == (
        "Days of waiting (2024–25 scorecard): new result, 5 days, as of April\u00a01,\u00a02025."
    )
    assert sentence(changed(language="fr"), "2024-2025/waiting/result") == (
        "Jours d’attente (tableau de bord 2024-2025)\u00a0: nouveau résultat, 5 jours, en date du"
        " 1er\u00a0avril\u00a02025."
    )


def revised(entry: str, was: str) -> str:
    """An entry with one revision, of a value unless it says of what."""
    said = was if ":" in was else f"value: {was}"
    return f"{entry.removesuffix('}')}, revisions: [{{{said}, date: 2025-08-01, {WHY}}}]}}"


@pytest.mark.parametrize(
    ("indicator", "entry", "was", "says"),
    [
        (
            "visitors/result",
            "{value: 620000, qualifier: more_than}",
            "610000",
            "result revised from 610,000 to more than 620,000 visitors.",
        ),
        (
            "crew/target",
            "{between: [10, 15]}",
            "9",
            "target revised. Before: 9% of crews. After: 10% to 15% of crews.",
        ),
        (
            "tide/target",
            "{to_be_determined: true}",
            "9",
            "target revised. Before: 9%. After: to be determined.",
        ),
        (
            "crew/target",
            "{between: [10, 15]}",
            "between: [10, 12]",
            "target revised. Before: 10% to 12% of crews. After: 10% to 15% of crews.",
        ),
        (
            "crew/target",
            "{between: [10, 15]}",
            "to_be_determined: true",
            "target revised. Before: to be determined. After: 10% to 15% of crews.",
        ),
        (
            "visitors/result",
            "{value: 620000, qualifier: more_than}",
            "not_available: not_reported",
            "result revised. Before: not reported. After: more than 620,000 visitors.",
        ),
        (
            "deficit/result",
            "{value: -1500000.50}",
            "-3",
            "result revised from minus ($3) to minus ($1,500,000.50).",
        ),
    ],
)
def test_a_revision_of_any_form_says_what_stood_before_and_after(
    changed: Changed, indicator: str, entry: str, was: str, says: str
) -> None:
    file, card = (
        (LONG_TERM, "long-term") if indicator.startswith("visitors") else (GOALS, "2024-2025")
    )
    view = changed((file, entry, revised(entry, was)))
    assert sentence(view, f"{card}/{indicator}/2025-08-01").endswith(f": {says}")


def test_a_result_that_was_withdrawn_is_told_with_the_word_for_its_absence(
    changed: Changed,
) -> None:
    absent = "{not_available: suppressed, reason: {en: Too few., fr: Trop peu.}}"
    view = changed((GOALS, "result: {value: 5}", f"result: {revised(absent, '4')}"))
    assert sentence(view, "2024-2025/waiting/result/2025-08-01").endswith(
        ": result revised. Before: 4 days. After: suppressed."
    )


def test_the_first_letter_of_what_happened_is_a_capital_where_it_stands_alone(
    changed: Changed,
) -> None:
    assert found(changed())[BOATS].what == "Result revised from 2,900 to 2,880 boats."
    assert found(changed(language="fr"))[WORKS].what.startswith("Cible révisée, de ")


def test_a_revision_gives_its_reason_and_the_status_today(changed: Changed) -> None:
    boats = found(changed())[BOATS]
    assert boats.reason == "Boats counted twice were removed."
    assert boats.badge and boats.badge.status.id == "not_met"
    assert found(changed(language="fr"))[BOATS].reason.startswith("Des bateaux comptés deux fois")


def test_a_scorecard_gives_what_has_come_of_its_targets(changed: Changed) -> None:
    counts = found(changed())["2024-2025"].counts
    assert counts.startswith("3 targets were exceeded and 5 were met.")


def test_changes_lead_to_their_rows_and_to_the_pages_of_indicators(changed: Changed) -> None:
    every = found(changed())
    assert (every[BOATS].href, every[BOATS].profile) == ("2024-2025/#boats", "indicators/boats/")
    assert (every[WORKS].href, every[WORKS].profile) == ("long-term/#works", "")
    assert (every["2024-2025"].href, every["2023"].href) == ("2024-2025/", "")


def test_days_stand_from_the_newest_to_the_oldest(changed: Changed) -> None:
    days = [day.iso for day in changed().days]
    assert days == sorted(days, reverse=True)
    assert changed(language="fr").days[0].date == "2\u00a0juillet\u00a02025"


def test_the_latest_are_no_more_than_asked_for(changed: Changed) -> None:
    assert [*found(changed(most=2))] == [RATIO, CHARTER]


def test_the_changes_of_one_scorecard_are_its_own(changed: Changed) -> None:
    assert {*found(changed(scorecard="long-term"))} == {"long-term", WORKS}


def test_where_no_figure_was_revised_a_sentence_says_so(changed: Changed) -> None:
    assert changed().note == ""
    assert changed(scorecard="2023").note == (
        "No published figure of this scorecard has been revised."
    )
    assert changed(scorecard="2023", language="fr").note == (
        "Aucun chiffre publié de ce tableau de bord n’a été révisé."
    )


def test_what_an_editor_writes_is_shown_as_text(changed: Changed) -> None:
    view = changed(
        (GOALS, "{en: In force, fr: En vigueur}", "{en: <b>In</b> & out, fr: En vigueur}")
    )
    assert "“&lt;b&gt;In&lt;/b&gt; &amp; out”" in found(view)[CHARTER].sentence


def test_the_feeds_stand_in_the_folders_of_their_languages(harbour_project: Project) -> None:
    assert dict(feeds(harbour_project.report)) == {"en": "en/feed.xml", "fr": "fr/fil.xml"}
