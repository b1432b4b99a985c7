"""Which figures change from what to what: a table for whoever reviews a change of the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from bilan.guard.comparison import Difference, DifferenceKind
from bilan.guard.figure_words import FigureWords
from bilan.languages import LANGUAGES, OWN_NAMES, Bilingual, Language
from bilan.report import Report

_HEADS: Mapping[Language, tuple[str, ...]] = {
    "en": ("Figure", "Published", "Now", "What it is"),
    "fr": ("Chiffre", "Publié", "Maintenant", "Nature"),
}
_KINDS: Mapping[DifferenceKind, Bilingual] = {
    DifferenceKind.NEW: Bilingual("new", "nouveau"),
    DifferenceKind.UPDATED: Bilingual("same figure, later", "même chiffre, plus tard"),
    DifferenceKind.CORRECTED: Bilingual("corrected", "corrigé"),
    DifferenceKind.RESTATED: Bilingual("restated", "retraité"),
    DifferenceKind.REVISED: Bilingual("revised", "révisé"),
    DifferenceKind.REWORDED: Bilingual("other words, same figures", "autres mots, mêmes chiffres"),
    DifferenceKind.UNEXPLAINED: Bilingual(
        "**changed without a revision**", "**changé sans révision**"
    ),
    DifferenceKind.MISQUOTED: Bilingual(
        "**its revision names another figure**", "**sa révision cite un autre chiffre**"
    ),
    DifferenceKind.UNRECORDED: Bilingual(
        "**a published revision is gone**", "**une révision publiée a disparu**"
    ),
    DifferenceKind.WITHDRAWN: Bilingual("**gone**", "**disparu**"),
    DifferenceKind.TRANSCRIBED: Bilingual("copied anew from its document", "recopié du document"),
    DifferenceKind.REMOVED: Bilingual("no longer in its table", "n’est plus dans son tableau"),
}
_NONE = Bilingual(
    "No figure differs from what was published.",
    "Aucun chiffre ne diffère de ce qui a été publié.",
)


def comparison_table(report: Report, differences: Sequence[Difference]) -> str:
    """In Markdown, one table in each language."""
    return "\n\n".join("\n".join(_lines(report, differences, language)) for language in LANGUAGES)


def _lines(report: Report, differences: Sequence[Difference], language: Language) -> Iterator[str]:
    yield f"## {OWN_NAMES[language]}\n"
    if not differences:
        yield _NONE[language]
        return
    words = FigureWords(report)
    yield _line(_HEADS[language])
    yield _line(["---"] * len(_HEADS[language]))
    for each in differences:
        shown = (words.name(each.figure), *words.of(each))
        yield _line([*(_cell(said[language]) for said in shown), _KINDS[each.kind][language]])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """Text of the data, which may come from anyone: nothing in it is Markdown or HTML."""
    shown = escape(text.replace("\n", " "), quote=False)
    return "".join(f"\\{sign}" if sign in "\\`*_[]|!~@#" else sign for sign in shown)
