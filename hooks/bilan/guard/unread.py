"""What stands in a text but is not prose of its language: addresses, entities, syntax, titles.

Each of its characters is replaced with one that no rule reads, so that offsets stay.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bilan.guard.quotation import Mark, marks, quotations
from bilan.guard.style import MASK, NBSP
from bilan.languages import Language

LONGEST_TITLE = 300

_SPACE_ENTITY = re.compile(r"&(?:nbsp|#160|#[xX]0*[aA]0);")
_FILE = r"(?:pdf|csv|xlsx?|docx?|pptx?|html?|md|ya?ml|json|txt|zip|png|jpe?g|svg|xml|py)"
_ADDRESS = r"[^\s<>\"«»“”()]*[^\s<>\"«»“”().,;:!?]"
_UNREAD = tuple(
    (sign, re.compile(pattern, re.MULTILINE))
    for sign, pattern in (
        ("&", r"&(?:\w{1,31}|#\d{1,7}|#[xX][\da-fA-F]{1,6});"),
        ("://", rf"\b(?:https?|ftp)://{_ADDRESS}"),
        ("mailto:", rf"\bmailto:{_ADDRESS}"),
        ("www.", rf"\bwww\.{_ADDRESS}"),
        ("@", r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),
        (".", r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])"),
        ("{", r"\{[^{}\n\w][^{}\n]{0,200}\}"),
        ('="', r"\b[\w-]{1,40}=\"[^\"\n]{0,200}\""),
        (":", r"(?<![\w:]):[a-z0-9_+-]{1,40}:(?!\d)"),
        ("!!!", r"^[ \t]{0,12}!!! ?[^\"\n]{0,80}(?:\"[^\"\n]{0,200}\")?"),
        ("???", r"^[ \t]{0,12}\?\?\?\+? ?[^\"\n]{0,80}(?:\"[^\"\n]{0,200}\")?"),
        ("===", r"^[ \t]{0,12}===[!+]? ?[^\"\n]{0,80}(?:\"[^\"\n]{0,200}\")?"),
        ("]:", r"^ {0,3}\*?\[\^?[^\]\n]{1,80}\]:"),
    )
)
"""Each with what any of its matches holds: most texts hold none."""
_FILE_END = re.compile(rf"\.{_FILE}\b")
_FILE_NAME = re.compile(rf"(?<![\w./-])[\w./-]{{1,200}}\.{_FILE}\b")
_FRONT_MATTER = re.compile(r"\A---\n(?:(?!---\n).*\n)*+---\n")
_KEY = re.compile(r"^[ \t]{0,12}(?:- )?[\w-]{1,60}:(?=[ \n])", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![\w*_])([*_]{1,3})(?=[^\s*_])([^*_\n]{1,300})(?<=\S)\1(?![\w*_])")

_OTHER_WORDS: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(r"\b(?:the|of|and|for|with|our|your|its|from|by|is|are)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:le|la|les|des|du|de|et|une|pour|dans|aux|au|par|sur)\b", re.IGNORECASE),
}
"""Words that tell a title in the other language."""


class Reading(NamedTuple):
    """A text, as long as it was, with what is not prose of its language made unreadable."""

    text: str
    marks: list[Mark]
    quotations: list[tuple[int, int]]


def reading_of(text: str, language: Language) -> Reading:
    if "&" in text:
        text = _SPACE_ENTITY.sub(lambda entity: NBSP * len(entity[0]), text)
    for sign, pattern in _UNREAD:
        if sign in text:
            text = pattern.sub(lambda found: MASK * len(found[0]), text)
    if _FILE_END.search(text):
        text = _FILE_NAME.sub(lambda found: MASK * len(found[0]), text)
    if front := _FRONT_MATTER.match(text):
        text = _KEY.sub(lambda key: MASK * len(key[0]), front[0]) + text[front.end() :]
    quotation_marks = marks(text)
    quoted = quotations(quotation_marks)
    titles = [found.span(2) for found in _EMPHASIS.finditer(text)]
    foreign = [span for span in [*quoted, *titles] if _is_foreign(text, span, language)]
    return Reading(_masked(text, foreign), quotation_marks, quoted)


def _is_foreign(text: str, span: tuple[int, int], language: Language) -> bool:
    start, end = span
    is_short = end - start <= LONGEST_TITLE
    return is_short and _OTHER_WORDS[language].search(text, start, end) is not None


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    """Without the spaces at both ends, which belong to the marks around."""
    chars = list(text) if spans else []
    for start, end in spans:
        inner = text[start:end].strip()
        at = text.index(inner, start)
        chars[at : at + len(inner)] = MASK * len(inner)
    return "".join(chars) or text
