"""Texts as their readers meet them: what is not prose is masked, and every place is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from bilan.languages import LANGUAGES, Language
from bilan.pages.calls import Passage
from bilan.pages.code import Code
from bilan.problems import Location

MASK = "\ufffc"
"""Stands, character for character, for what is not prose: it may be a word or a figure."""

_ADDRESS = r"(?:https?://|www\.)[^\s<>()\[\]]+|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}"
_IN_TEXTS = re.compile(_ADDRESS)
_IN_PAGES = re.compile(
    rf"""<!--(?:(?!<!--).)*?-->
    | ^\[[^\]\n]+\]:[^\n]*$
    | <(?P<tag>[a-z]{{1,10}})\b[^<>]*\blang=[^<>]*>.{{0,2000}}?</(?P=tag)>
    | \{{\{{[^\n]*
    | </?(?!sup\b)[a-zA-Z][^<>]*>
    | \]\([^()\n]*\)
    | \{{[:#.][^{{}}\n]*\}}
    | {_ADDRESS}""",
    re.DOTALL | re.VERBOSE | re.MULTILINE,
)
"""Comments, definitions of links, passages marked as being in a language, braces that call
nothing, tags, targets of links, attributes."""


@dataclass(frozen=True)
class Prose:
    """A text in one language: a paragraph of a page, or an entry's text in the data."""

    language: Language
    raw: str
    masked: str
    """As long as `raw`, with `MASK` where it holds no prose."""
    place: Callable[[int], Location]
    """Where a character of it stands in its file."""

    @property
    def where(self) -> Location:
        """Where its first letter stands."""
        return self.place(len(self.raw) - len(self.raw.lstrip()))

    def part(self, start: int, end: int) -> Prose:
        """A stretch of it, in its place."""

        def place(offset: int) -> Location:
            return self.place(start + offset)

        return Prose(self.language, self.raw[start:end], self.masked[start:end], place)

    @cached_property
    def is_empty(self) -> bool:
        return not any(character.isalnum() for character in self.masked)


@dataclass(frozen=True)
class Pair:
    """A text and its counterpart."""

    en: Prose
    fr: Prose

    def __getitem__(self, language: Language) -> Prose:
        return self.en if language == "en" else self.fr

    def __iter__(self) -> Iterator[Prose]:
        return (self[language] for language in LANGUAGES)


def masked_text(text: str) -> str:
    """A text of the data, in which only addresses are no prose."""
    return _IN_TEXTS.sub(_mask, text)


def masked_page(passage: Passage) -> str:
    """A page's Markdown as its readers meet it."""
    text = passage.markdown
    pieces, past = [], 0
    code = Code(text).parts
    calls = [(call.start, call.end) for call in passage.calls]
    for start, end in sorted([*code, *calls]):
        if start >= past:
            pieces += [text[past:start], _hidden(text[start:end])]
            past = end
    pieces.append(text[past:])
    return _IN_PAGES.sub(_mask, "".join(pieces))


def _mask(found: re.Match[str]) -> str:
    return _hidden(found[0])


def _hidden(text: str) -> str:
    """Line ends stay: they part paragraphs."""
    return re.sub(r"[^\n]", MASK, text)
