"""Texts that read the same in both languages, and labels with two translations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import yaml

from bilan.data.loading import Data
from bilan.guard.entries import Entry
from bilan.guard.prose import Pair
from bilan.guard.words import stem
from bilan.problems import Problem, whole

LONGEST_LINK = 3
"""Letters of "of" or « des », which have no capital in a name."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|\ufffc+")
_ACRONYM = re.compile(r"(?=\w*[A-Z]\w*[A-Z])\w+")


class Likeness:
    """What may read the same in both languages: cognates, those that the terminology lists, and
    the names and acronyms that the glossary gives in one form."""

    def __init__(self, data: Data) -> None:
        alike = (*_cognates(), *shared_names(data))
        self._alike = frozenset(word for text in alike for word in _words(text))

    def check(self, pair: Pair) -> Iterator[Problem]:
        """A text left untranslated: the same words in both, one of them neither name nor
        acronym nor on the list."""
        if _folded(pair.en.masked) != _folded(pair.fr.masked):
            return
        if _is_name(pair.en.masked):
            return
        telling = [
            word
            for word in _WORD.findall(_PLACEHOLDER.sub(" ", pair.en.masked))
            if stem(word, "en") not in self._alike and not _ACRONYM.fullmatch(word)
        ]
        if telling:
            found = pair.fr.raw.strip()
            yield Problem.of("BIL842", pair.fr.where, found=found, at=whole(str(pair.en.where)))


def shared_names(data: Data) -> tuple[str, ...]:
    """What the terminology lists as alike, and the names that the glossary gives in one form."""
    names = (
        name.en
        for term in (data.glossary or {}).values()
        for name in ((term.name, term.acronym) if term else ())
        if name and name.en == name.fr
    )
    return (*data.terminology.alike, *names)


def compare_labels(found: Iterable[Entry]) -> Iterator[Problem]:
    """One English label with two French ones, told at each that is not the most frequent."""
    by_english: dict[str, list[Pair]] = defaultdict(list)
    for entry in found:
        if entry.is_label:
            pair = entry.forms.get("one", entry.pair)
            by_english[pair.en.raw.strip()].append(pair)
    for same in by_english.values():
        french = [_folded(pair.fr.raw) for pair in same]
        if len(set(french)) > 1:
            usual = max(french, key=french.count)
            model = same[french.index(usual)].fr
            for pair, text in zip(same, french, strict=True):
                if text != usual:
                    yield Problem.of(
                        "BIL854",
                        pair.fr.where,
                        found=pair.fr.raw,
                        english=pair.en.raw,
                        other=model.raw,
                        at=whole(str(model.where)),
                    )


def _is_name(text: str) -> bool:
    """ "Université Laval": several words, each with a capital but for little ones."""
    long = [word for word in _WORD.findall(text) if len(word) > LONGEST_LINK]
    return len(long) > 1 and all(word[0].isupper() for word in long)


@cache
def _cognates() -> tuple[str, ...]:
    return tuple(yaml.safe_load(Path(__file__).with_name("cognates.yml").read_text("utf-8")))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _words(text: str) -> Iterator[str]:
    return (stem(word, "en") for word in _WORD.findall(text))
