"""What stands in a text but is not prose of its language: addresses, entities, syntax, titles.

Each of its characters is replaced with one that no rule reads, so that offsets stay.
"""

from __future__ import annotations

import re

from bilan.guard.quotation import quotations
from bilan.guard.style import MASK, NBSP
from bilan.languages import Language

LONGEST_TITLE = 300

_SPACE_ENTITY = re.compile(r"&(?:nbsp|#160|#[xX]0*[aA]0);")
_UNREAD = re.compile(
    r"&(?:\w{1,31}|#\d{1,7}|#[xX][\da-fA-F]{1,6});"
    r"|\b(?:https?|ftp|mailto|tel):[^\s<>\"«»“”()]*[^\s<>\"«»“”().,;:!?]"
    r"|\bwww\.[^\s<>\"«»“”()]*[^\s<>\"«»“”().,;:!?]"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?<![\w./-])[\w./-]{1,200}\.(?:pdf|csv|xlsx?|docx?|pptx?|html?|md|ya?ml|json|txt|zip|png"
    r"|jpe?g|svg|xml|py)\b"
    r"|(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])"
    r"|\{[^{}\n\w][^{}\n]{0,200}\}"
    r"|\b[\w-]{1,40}=\"[^\"\n]{0,200}\""
    r"|(?<![\w:]):[a-z0-9_+-]{1,40}:(?!\d)"
    r"|^[ \t]{0,12}(?:!!!|\?\?\?\+?|={3}[!+]?) ?[^\"\n]{0,80}(?:\"[^\"\n]{0,200}\")?"
    r"|^ {0,3}(?:\*?\[\^?[^\]\n]{1,80}\]:)",
    re.MULTILINE,
)
_FRONT_MATTER = re.compile(r"\A---\n(?:(?!---\n).*\n)*+---\n")
_KEY = re.compile(r"^[ \t]{0,12}(?:- )?[\w-]{1,60}:(?=[ \n])", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![\w*_])([*_]{1,3})(?=[^\s*_])([^*_\n]{1,300})(?<=\S)\1(?![\w*_])")

_OTHER_WORDS: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(r"\b(?:the|of|and|for|with|our|your|its|from|by|is|are)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:le|la|les|des|du|de|et|une|pour|dans|aux|au|par|sur)\b", re.IGNORECASE),
}
"""Words that tell a title in the other language."""


def prose_of(text: str, language: Language) -> str:
    """The text, as long as it was, with what is not prose of the language made unreadable."""
    text = _SPACE_ENTITY.sub(lambda entity: NBSP * len(entity[0]), text)
    text = _UNREAD.sub(lambda found: MASK * len(found[0]), text)
    if front := _FRONT_MATTER.match(text):
        text = _KEY.sub(lambda key: MASK * len(key[0]), front[0]) + text[front.end() :]
    chars = list(text)
    titles = [found.span(2) for found in _EMPHASIS.finditer(text)]
    for start, end in [*quotations(text), *titles]:
        if end - start <= LONGEST_TITLE and _OTHER_WORDS[language].search(text[start:end]):
            inner = text[start:end].strip()
            at = text.index(inner, start)
            chars[at : at + len(inner)] = MASK * len(inner)
    return "".join(chars)
