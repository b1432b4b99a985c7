"""Whether a sentence or a label is written in English or in French.

What single words say stands in `language_profile`. What counts as a stranger is decided so that a
proper name, a title or a borrowed word in a right sentence never makes one: what speaks for the
expected language weighs more than what speaks against it, and names are first left out, then
heard. The numbers below were chosen on half of the texts of GC InfoBase and on this repository,
so that none of their right sentences is a stranger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bilan.guard.language_profile import profile, word_leaning
from bilan.languages import Language

NamePattern = re.Pattern[str] | None
"""What the caller knows to be proper names; they speak for no language."""
NO_NAMES: NamePattern = None

FEWEST_WORDS = 3
"""The fewest words that may be a stranger."""
LONGEST_NAME, LONGEST_GAP = 6, 3
"""The words of an institution's name; the small words between two capitals of a name."""
ENOUGH = 3.5
"""The least log-odds of a stranger."""
A_WORD = 0.5
"""The least log-odds of each of the two words that must speak for a stranger."""
OBJECTION = 3.0
"""How many times more a word for the expected language counts than one against it."""
SPEAKS = 2.0
"""The log-odds from which the words around a name settle its sentence's language."""

_MASK = "\ufffc"
_CAPITALS = r"[A-ZÀ-Ý][\w’'-]{0,30}(?: [A-ZÀ-Ý][\w’'-]{0,30}){0,2}"
_SAYS_NOTHING = re.compile(
    r"“[^“”]*”|«[^«»]*»|\"[^\"\n]{1,300}\"|https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+"
    rf"|\b{_CAPITALS}(?:,\s{_CAPITALS}){{2,}}"
)
"""Quotations, addresses, and lists of capitalized names such as places."""
_WORD = re.compile(
    r"\b\w*\d\w*"
    r"|(?P<word>['’](?:s|t|re|ve|ll)\b|(?:qu|[cdjlmnst])['’](?=[^\W\d_])|[^\W\d_]+)",
    re.IGNORECASE,
)
_BETWEEN_SENTENCES = re.compile(
    r"(?:(?<=[.!?…])|(?<=[.!?…][)*_\ufffc])|(?<=[.!?…]\*\*))"  # a stop, and what closes after it
    r"(?<!\b\w\.)(?<!\b(?:Dr|Mr|Ms|St|No|no|vs|pp|cf)\.)(?<!\b(?:Mrs|Mme|Ste|Inc|Ltd|art)\.)"
    r"\s+(?=[^\W\d_a-zà-ÿ]|[*_(“«\d\ufffc])"
    r"|\n\s*\n|\n(?=[ \t]{0,8}(?:[-*+#|:>]|\d{1,3}[.)]))|\||\s[•·]\s"
)
"""Blanks after a full stop, blank lines, the start of a list item, the edges of a table cell."""
_MARKERS = " \t\r\n\u00a0-+#>:|"
_ITALICS = re.compile(r"(?<![*_\w])([*_])(?![*_\s])[^*_\n]{1,120}(?<![\s])\1(?![*_\w])")


@dataclass(frozen=True)
class Stranger:
    """A sentence, or a whole label, in the other language; offsets in the text it stands in."""

    start: int
    end: int
    text: str


class _Word(NamedTuple):
    start: int
    text: str
    says: float
    """For a stranger above zero, against one below."""


def strangers(text: str, language: Language, names: NamePattern = NO_NAMES) -> tuple[Stranger, ...]:
    """The sentences (or the whole label) of a paragraph of `language` in the other language."""
    heard = _without_silent(text, names)
    against = 1.0 if language == "en" else -1.0
    return tuple(
        Stranger(start, end, text[start:end])
        for start, end in _sentences(heard)
        if _is_strange(heard[start:end], against)
    )


def _without_silent(text: str, names: NamePattern) -> str:
    """The text with quotations, addresses and names masked, character for character."""
    for silent in (_SAYS_NOTHING, names):
        if silent is not None:
            text = _masked(text, silent)
    return text


def _masked(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda found: _MASK * len(found[0]), text)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence, list item or table cell stands, without the blanks around it."""
    start = 0
    for end, following in [*(m.span() for m in _BETWEEN_SENTENCES.finditer(text)), (len(text), 0)]:
        first = end - len(text[start:end].lstrip(_MARKERS))
        last = start + len(text[start:end].rstrip())
        if first < last:
            yield first, last
        start = following


def _is_strange(sentence: str, against: float) -> bool:
    if _most_against(sentence, against) < ENOUGH:
        return False
    words = _words(sentence, against)
    spoken = [word for word in words if word.text[0] not in "'’" and word.text[-1] not in "'’"]
    if len(spoken) < FEWEST_WORDS or not _at_least_two(spoken):
        return False
    named = _named(sentence, words)
    if _is_institution(spoken, named):
        return False
    outside = [word for word in words if word.start not in named]
    if _balance(outside) >= ENOUGH and _at_least_two(outside):
        return True
    first = next(word.says for word in words if abs(word.says) >= A_WORD)
    if first < 0 or _objection(outside) >= SPEAKS:
        return False
    inside = sum(word.says for word in words if word.start in named)
    return _balance(outside) + inside >= ENOUGH


def _at_least_two(words: list[_Word]) -> bool:
    """Whether two different words speak for a stranger."""
    return len({word.text for word in words if word.says >= A_WORD}) >= 2


def _most_against(sentence: str, against: float) -> float:
    """All that could speak for a stranger; a quick way past most right sentences."""
    says = (word_leaning(word) * against for word in _WORD.findall(sentence) if word)
    return sum(each for each in says if each > 0)


def _is_institution(words: list[_Word], named: set[int]) -> bool:
    """Whether a whole label is the name of a school or a company, which nobody translates."""
    if len(words) > LONGEST_NAME:
        return False
    institutions = profile().institutions
    if words[0].text.lower() in institutions:
        return True
    all_named = all(word.start in named for word in words)
    return all_named and any(word.text.lower() in institutions for word in words)


def _balance(words: list[_Word]) -> float:
    """What speaks for a stranger, less what speaks against one."""
    return sum(word.says for word in words) - (OBJECTION - 1) * _objection(words)


def _objection(words: list[_Word]) -> float:
    return -sum(word.says for word in words if word.says < 0)


def _words(sentence: str, against: float) -> list[_Word]:
    """The words with what each says; acronyms stay out, unless all is in capitals."""
    found = [(m[0], m.start()) for m in _WORD.finditer(sentence) if m["word"]]
    shouted = all(text.isupper() for text, _ in found)
    return [
        _Word(start, text, word_leaning(text) * against)
        for text, start in found
        if shouted or len(text) == 1 or not text.isupper()
    ]


def _named(sentence: str, words: list[_Word]) -> set[int]:
    """The starts of the words that seem part of a proper name or a title.

    A name goes from a capital to the last capital, over at most three small words that lean
    the same way (“Fonds de recherche du Québec”); a title stands in italics.
    """
    masked = _masked(sentence, _ITALICS)
    named = {word.start for word in words if masked[word.start] == _MASK}
    gap: list[_Word] | None = None
    for position, word in enumerate(words):
        if word.text[0].isupper():
            if gap is not None and _joins(gap, opening=position == len(gap)):
                named |= {each.start for each in gap}
            named |= {word.start} if position else set()
            gap = [word]
        elif gap is not None:
            gap = [*gap, word] if len(gap) <= LONGEST_GAP else None
    return named


def _joins(gap: list[_Word], opening: bool) -> bool:
    """Whether the words before a capital belong to its name.

    They lean one way. The words that open a sentence are part of a name only if they speak for a
    stranger: a name that they introduce must not silence them (“Partners of Ville de Québec”).
    """
    leanings = {each.says > 0 for each in gap if each.says}
    if opening and (len(gap) > 1 or len(gap[0].text) <= 3):
        return leanings == {True} and len(gap[0].text) > 3
    return len(leanings) <= 1
