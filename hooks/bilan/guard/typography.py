"""Slips of format in a text of one language, each with the corrected text.

The rules are those of the house's table of formats (BIL821 to BIL836, BIL839). A text has its
code, calls and link targets replaced with U+FFFC, one for each character.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilan.guard.quotation import wrong_marks
from bilan.guard.slip import Slip, composed, corrected
from bilan.guard.style import MASK, Style
from bilan.guard.style_dates import DATES
from bilan.guard.style_figures import FIGURES_IN_FULL
from bilan.guard.style_money import MONEY
from bilan.guard.style_numbers import NUMBERS
from bilan.guard.style_signs import SIGNS
from bilan.guard.style_times import TIMES
from bilan.guard.style_years import YEARS
from bilan.guard.unread import Reading, reading_of
from bilan.languages import LANGUAGES, Language

__all__ = ["Slip", "corrected", "slips"]

OBJECT = "\ufffc"

STYLES: dict[Language, tuple[Style, ...]] = {
    language: (
        *MONEY[language],
        *DATES[language],
        *YEARS[language],
        *TIMES[language],
        *FIGURES_IN_FULL[language],
        *NUMBERS[language],
        *SIGNS[language],
    )
    for language in LANGUAGES
}
"""The more specific first."""


MOST_ROUNDS = 5
"""A correction seldom makes room for another; two rounds are the rule."""


def slips(text: str, language: Language) -> tuple[Slip, ...]:
    """In order of start; no two overlap, and the text with every `write` has no slip."""
    found = _first_slips(text, language)
    for _ in range(MOST_ROUNDS):
        again = _first_slips(corrected(text, found), language) if found else ()
        if not again:
            break
        found = composed(text, found, again)
    return found


def _first_slips(text: str, language: Language) -> tuple[Slip, ...]:
    taken = bytearray(len(text))
    kept: list[Slip] = []
    for slip in _candidates(text, reading_of(text, language), language):
        if slip.write != slip.found and not any(taken[slip.start : slip.end]):
            taken[slip.start : slip.end] = b"\1" * (slip.end - slip.start)
            kept.append(slip)
    return tuple(sorted(kept, key=lambda slip: slip.start))


def _candidates(text: str, reading: Reading, language: Language) -> Iterator[Slip]:
    """Every slip, the more specific first."""
    quoted = bytearray(len(text))
    for start, end in reading.quotations:
        quoted[start:end] = b"\1" * (end - start)
    for wrong in wrong_marks(reading.text, reading.marks, language):
        found = text[wrong.start : wrong.end]
        yield Slip("BIL829", wrong.start, wrong.end, found, wrong.write, wrong.is_safe)
    present = frozenset(reading.text)
    for style in STYLES[language]:
        if style.signs and present.isdisjoint(style.signs):
            continue
        for match in style.pattern.finditer(reading.text):
            start, end = match.span("slip" if "slip" in style.pattern.groupindex else 0)
            is_quoted = any(quoted[start:end])
            if is_quoted and style.quoted == "untold":
                continue
            correction = style.correct(match)
            if correction is None or MASK in correction.text or OBJECT in correction.text:
                continue
            is_safe = correction.is_safe and not (is_quoted and style.quoted == "unsure")
            yield Slip(style.rule, start, end, text[start:end], correction.text, is_safe)
