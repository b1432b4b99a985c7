"""Figures that disagree between a text and its counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilan.guard.agreement import disagreements
from bilan.guard.mention import Mention, number_keys
from bilan.guard.mentions import mentions
from bilan.guard.prose import Pair, Prose
from bilan.guard.structure import NAMES
from bilan.guard.typography import slips
from bilan.languages import LANGUAGES, Language, other_language
from bilan.problems import Correction, Problem, quotation, whole

_NEXT_WORD = re.compile(r"[- \u00a0][^\W\d_]+")
_TWO_READINGS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\d{1,3}\.\d{3}"),
    "fr": re.compile(r"\d{1,3}[.,]\d{3}|\d{1,3}(?:[ \u00a0]\d{3})+,\d{3}"),
}
"""A number with decimals, or one with thousands that is parted as in another language."""
_MISREAD: dict[Language, str] = {"en": "BIL822", "fr": "BIL821"}


def compare_figures(pair: Pair) -> Iterator[Problem]:
    for language in LANGUAGES:
        yield from _misread(pair, language)
    for found in disagreements(pair.en.masked, pair.fr.masked):
        if found.en and found.fr:
            yield Problem.of(
                "BIL815",
                pair.fr.place(found.fr.start),
                found=_shown(found.fr, pair.fr),
                other=whole(_shown(found.en, pair.en)),
                at=whole(str(pair.en.place(found.en.start))),
            )
        elif found.en:
            yield _alone(found.en, pair.en, pair.fr)
        elif found.fr:
            yield _alone(found.fr, pair.fr, pair.en)


def _shown(mention: Mention, text: Prose) -> str:
    """A figure as it stands, with the unit that it counts."""
    unit = _NEXT_WORD.match(text.raw, mention.end) if mention.unit else None
    return mention.text + (unit[0] if unit else "")


def _misread(pair: Pair, language: Language) -> Iterator[Problem]:
    """« 8,764 tonnes » beside "8,764 tonnes": the other text says which of the two it is."""
    text, other = pair[language], pair[other_language(language)]
    for mention in mentions(text.masked, language):
        if not _TWO_READINGS[language].fullmatch(mention.text):
            continue
        number = int(re.sub(r"\D", "", mention.text))
        answers = {key for each in mentions(other.masked, other.language) for key in each.keys}
        is_decimal = not (mention.keys - number_keys(number)).isdisjoint(answers)
        is_told = any(slip.start == mention.start for slip in slips(text.masked, language))
        if f"n:{number}" in answers and not is_decimal and not is_told:
            write = f"{number:,}" if language == "en" else _in_french(f"{number:,}")
            yield Problem.of(
                _MISREAD[language],
                text.place(mention.start),
                Correction(mention.text, write, is_safe=False),
                found=quotation(mention.text),
                write=quotation(write),
            )


def _alone(mention: Mention, here: Prose, there: Prose) -> Problem:
    """Told where the figure is missing."""
    return Problem.of(
        "BIL816",
        there.where,
        found=mention.text,
        write=whole(as_written(mention, there.language)),
        side=NAMES[here.language],
        other=NAMES[there.language],
        at=whole(str(here.place(mention.start))),
    )


def as_written(mention: Mention, language: Language) -> str:
    """The figure in the format of a language, where that is known; else as it was typed."""
    value = mention.number if mention.percent is None else mention.percent
    if value is None or mention.scale or mention.text[:1].isalpha():
        return mention.text
    digits = f"{value:,}" if language == "en" else _in_french(f"{value:,}")
    if mention.percent is None:
        return digits
    return f"{digits}%" if language == "en" else f"{digits}\u00a0%"


def _in_french(digits: str) -> str:
    return digits.replace(",", "\u00a0").replace(".", ",")
