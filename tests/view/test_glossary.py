"""The order of the alphabet, and what a reader is told of a term."""

from __future__ import annotations

import pytest

from bilan.languages import LANGUAGES, Language
from bilan.project import Project
from bilan.view.glossary import EntryView, GlossaryViews, alphabetical


def entries(project: Project, language: Language) -> list[EntryView]:
    views = GlossaryViews(project.report.words[language])
    return list(views.entries(project.report.glossary.values()))


@pytest.mark.parametrize(
    "in_order",
    [
        ["ASC", "EDSC", "état", "ÉV", "GIM", "IA"],
        ["cote", "coté", "côté", "coteau"],
        ["IP", "ip", "IPad"],
        ["N3", "NGen", "NGen Connect", "NGenCan"],
        ["oeillet", "œuf", "oie"],
        ["l’air", "laird"],
        ["pari perdu", "PARI-CNRC", "PARIS"],
        ["cluster", "Cluster Accelerator", "clusters"],
    ],
)
def test_the_alphabet_puts_letters_first_and_accents_and_capitals_after(
    in_order: list[str],
) -> None:
    assert sorted(set(in_order), key=alphabetical) == in_order


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_stand_in_the_alphabetical_order_of_their_language(
    project: Project, language: Language
) -> None:
    heads = [entry.head for entry in entries(project, language)]
    assert len(heads) == len(project.report.glossary)
    assert heads == sorted(heads, key=alphabetical)


def test_the_order_is_that_of_the_acronym_where_there_is_one(harbour_project: Project) -> None:
    english = [entry.head for entry in entries(harbour_project, "en")]
    assert english == ["AHD", "berth", "S2", "tide gauge"]
    french = [entry.head for entry in entries(harbour_project, "fr")]
    assert french == ["DAH", "ÉA", "marégraphe", "poste à quai"]


def test_an_entry_says_the_other_language_and_the_other_spellings(harbour_project: Project) -> None:
    [entry] = [e for e in entries(harbour_project, "fr") if e.head == "DAH"]
    assert entry.name == "droits annuels de havre"
    assert (entry.other, entry.other_language) == ("annual harbour dues (AHD)", "en")
    assert entry.variants == "droits de port"
    assert entry.source is not None and entry.source.place == "p. 9"


def test_a_term_without_an_acronym_is_listed_under_its_name(harbour_project: Project) -> None:
    [entry] = [e for e in entries(harbour_project, "en") if e.head == "berth"]
    assert (entry.name, entry.other, entry.source) == ("", "poste à quai", None)
    assert entry.variants == "mooring place"


def test_a_term_in_full_is_not_explained_by_its_own_name(harbour_project: Project) -> None:
    report = harbour_project.report
    views, term = GlossaryViews(report.words["en"]), report.glossary["annual-harbour-dues"]
    short = views.term(term, in_full=False, glossary="words/#", prefix="")
    full = views.term(term, in_full=True, glossary="words/#", prefix="part-2-")
    assert (short.words, short.name) == ("AHD", "annual harbour dues")
    assert (full.words, full.name) == ("annual harbour dues (AHD)", "")
    assert short.meaning == full.meaning == "What the owner of a boat pays each year."
    assert (short.anchor, full.anchor) == (
        "meaning-annual-harbour-dues",
        "part-2-meaning-annual-harbour-dues",
    )
