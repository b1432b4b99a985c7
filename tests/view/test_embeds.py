"""What other sites show of one indicator: the words of its page, and no HTML."""

from __future__ import annotations

from dataclasses import fields

import pytest

from bilan.formats import drawn, plain
from bilan.languages import LANGUAGES, Language
from bilan.project import Project
from bilan.view.embeds import Embeds, EmbedView
from bilan.view.profiles import Profiles, ProfileView
from bilan.view.related import Links
from bilan.view.scorecards import Views

each_language = pytest.mark.parametrize("language", LANGUAGES)


def embed(project: Project, indicator: str, language: Language = "en") -> EmbedView:
    report = project.report
    return Embeds(report, report.words[language]).embed(report.indicators[indicator])


def profile(project: Project, indicator: str, language: Language) -> ProfileView:
    report, words = project.report, project.report.words[language]
    links = Links(row=lambda *_: "", profile=lambda _: "", framework="")
    return Profiles(report, words, Views(report, words)).profile(indicator, links, "")


@each_language
def test_figure_status_and_date_are_those_of_the_page_of_the_indicator(
    either_project: Project, language: Language
) -> None:
    for indicator in either_project.report.reported_indicators:
        view = embed(either_project, indicator.id, language)
        latest = profile(either_project, indicator.id, language).latest
        shown, on_page = view.figure, latest.figure
        assert (shown.comparator, shown.number, shown.unit, shown.words) == (
            on_page.comparator,
            drawn(on_page.number),
            on_page.unit,
            plain(on_page.words),
        )
        assert view.status == latest.badge.status
        assert view.verdict.startswith(latest.badge.status.name)
        assert shown.is_missing or view.day in plain(latest.kicker)


@each_language
def test_the_sentence_holds_the_name_the_result_the_verdict_and_the_date(
    either_project: Project, language: Language
) -> None:
    for indicator in either_project.report.reported_indicators:
        view = embed(either_project, indicator.id, language)
        parts = (view.name, view.result.removesuffix("."), f". {view.verdict}. {view.date}.")
        starts = [view.sentence.index(part) for part in parts]
        assert starts == sorted(starts)
        assert view.sentence.endswith(parts[-1])
        assert ".." not in view.sentence


@each_language
def test_no_text_holds_html(harbour_project: Project, language: Language) -> None:
    for indicator in harbour_project.report.reported_indicators:
        view = embed(harbour_project, indicator.id, language)
        texts = [getattr(view, field.name) for field in fields(view)]
        texts += [view.figure.number, view.figure.words, *view.figure.details]
        found = [text for text in texts if isinstance(text, str)]
        assert len(found) >= 10
        assert all(type(text) is str and not set("<>&") & set(text) for text in found)


@pytest.mark.parametrize(
    ("language", "sentence", "target"),
    [
        (
            "en",
            "Repair fund: $5.0\u00a0million. Target exceeded. As of March\u00a031,\u00a02025.",
            "Target: at least $3.7\u00a0million",
        ),
        (
            "fr",
            "Fonds de réparation\u00a0: 5,0\u00a0millions de dollars. Cible dépassée. "
            "En date du 31\u00a0mars\u00a02025.",
            "Cible\u00a0: au moins 3,7\u00a0millions de dollars",
        ),
    ],
)
def test_it_reads_as_written_in_each_language(
    harbour_project: Project, language: Language, sentence: str, target: str
) -> None:
    view = embed(harbour_project, "fund", language)
    assert (view.sentence, view.target) == (sentence, target)


def test_an_interim_result_ahead_of_its_date_says_both(harbour_project: Project) -> None:
    view = embed(harbour_project, "ratio", "fr")
    assert view.result == "1,67 (provisoire)"
    assert view.verdict == "Cible dépassée, avant la date prévue"


def test_a_result_that_is_not_exact_keeps_its_comparator(harbour_project: Project) -> None:
    assert embed(harbour_project, "visitors").result == "more than 620,000 visitors"
    assert embed(harbour_project, "walkers", "fr").result == "environ 9\u00a0000 visiteurs"


def test_where_no_target_was_set_there_is_none_to_tell(harbour_project: Project) -> None:
    view = embed(harbour_project, "deficit")
    assert (view.target, view.verdict) == ("", "No target set")


def test_a_missing_figure_is_told_in_words(harbour_project: Project) -> None:
    view = embed(harbour_project, "lights")
    assert view.figure.is_missing
    assert view.sentence.startswith("Lights replaced: suppressed. No result available. ")


def test_only_two_results_in_figures_make_a_trend(harbour_project: Project) -> None:
    drawn = {
        each.id
        for each in harbour_project.report.reported_indicators
        if embed(harbour_project, each.id).trend
    }
    assert drawn == {"fund"}


def test_a_drawn_figure_leaves_out_what_only_screen_readers_say(harbour_project: Project) -> None:
    view = embed(harbour_project, "deficit", "en")
    assert view.figure.number.startswith("($")
    assert "minus" in view.sentence
