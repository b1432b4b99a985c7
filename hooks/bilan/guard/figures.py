"""Figures that disagree between a text and its counterpart."""

from __future__ import annotations

from collections.abc import Iterator

from bilan.guard.agreement import disagreements
from bilan.guard.mention import Mention
from bilan.guard.prose import Pair, Prose
from bilan.guard.structure import NAMES
from bilan.languages import Language
from bilan.problems import Problem, whole


def compare_figures(pair: Pair) -> Iterator[Problem]:
    for found in disagreements(pair.en.masked, pair.fr.masked):
        if found.en and found.fr:
            yield Problem.of(
                "BIL815",
                pair.fr.place(found.fr.start),
                found=found.fr.text,
                other=whole(found.en.text),
                at=whole(str(pair.en.place(found.en.start))),
            )
        elif found.en:
            yield _alone(found.en, pair.en, pair.fr)
        elif found.fr:
            yield _alone(found.fr, pair.fr, pair.en)


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
