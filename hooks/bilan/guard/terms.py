"""One term in French for one in English: statuses, indicators, the glossary, the terminology."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bilan.data.loading import Data
from bilan.guard.entries import Entry
from bilan.guard.prose import Pair, Prose
from bilan.guard.words import Word, words
from bilan.languages import LANGUAGES, Bilingual, Language, other_language
from bilan.problems import Correction, Problem, whole

_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»")
_ACRONYM = re.compile(r"(?=\w*[A-Z]\w*[A-Z])\w+")

Stems = tuple[str, ...]


@dataclass(frozen=True)
class Agreed:
    """A term, with what else is understood for it and what is not to be written."""

    name: Bilingual
    acronym: Bilingual | None = None
    avoided: Mapping[Language, tuple[str, ...]] | None = None

    def avoids(self, language: Language) -> tuple[str, ...]:
        return self.avoided.get(language, ()) if self.avoided else ()


@dataclass(frozen=True)
class _Use:
    """A term met in a text; under a name that is not the agreed one when `is_avoided`."""

    term: Agreed
    is_avoided: bool
    start: int
    end: int


class Terminology:
    """All agreed terms, ready to be looked for."""

    def __init__(self, terms: Iterable[Agreed]) -> None:
        self._terms = tuple(terms)
        self._names = {language: self._index(language) for language in LANGUAGES}

    def check(self, pair: Pair) -> Iterator[Problem]:
        """Terms that are not the agreed ones, and agreed ones that stand in one text only."""
        uses = {language: self._uses(pair[language]) for language in LANGUAGES}
        for language in LANGUAGES:
            yield from self._avoided(pair[language], uses[language])
            yield from self._acronyms(pair[language])
        for language in LANGUAGES:
            other = other_language(language)
            if not pair[other].is_empty:
                yield from self._without_counterpart(pair, language, uses[language], uses[other])

    def _avoided(self, text: Prose, uses: Iterable[_Use]) -> Iterator[Problem]:
        for use in uses:
            if use.is_avoided:
                found = text.raw[use.start : use.end]
                agreed = use.term.name[text.language]
                correction = Correction(found, agreed, is_safe=False)
                where = text.place(use.start)
                yield Problem.of(
                    "BIL851", where, correction, found=found, agreed=whole(agreed)
                )

    def _acronyms(self, text: Prose) -> Iterator[Problem]:
        """An acronym of the other language."""
        for found in _ACRONYM.finditer(_unquoted(text)):
            agreed = self._foreign_acronyms[text.language].get(found[0])
            if agreed is not None:
                correction = Correction(found[0], agreed, is_safe=False)
                where = text.place(found.start())
                yield Problem.of(
                    "BIL852", where, correction, found=found[0], agreed=whole(agreed)
                )

    def _without_counterpart(
        self, pair: Pair, language: Language, uses: Iterable[_Use], others: Iterable[_Use]
    ) -> Iterator[Problem]:
        """An agreed term whose counterpart is not in the other text."""
        other = other_language(language)
        met = {id(use.term) for use in others}
        acronyms = set(_ACRONYM.findall(pair[other].raw))
        for term in {id(use.term): use.term for use in uses if not use.is_avoided}.values():
            acronym = term.acronym[other] if term.acronym else None
            if id(term) not in met and acronym not in acronyms:
                yield Problem.of(
                    "BIL853",
                    pair[other].where,
                    found=whole(term.name[language]),
                    agreed=whole(term.name[other]),
                    at=whole(str(pair[language].where)),
                )

    def _uses(self, text: Prose) -> list[_Use]:
        """The terms of a text, the longest at each place, outside quotations."""
        found, past = words(_unquoted(text), text.language), 0
        uses: list[_Use] = []
        for index, word in enumerate(found):
            if word.start < past:
                continue
            match = self._longest(found, index, text.language)
            if match:
                stems, term, is_avoided = match
                past = found[index + len(stems) - 1].end
                uses.append(_Use(term, is_avoided, word.start, past))
        return uses

    def _longest(
        self, found: list[Word], index: int, language: Language
    ) -> tuple[Stems, Agreed, bool] | None:
        for name in self._names[language].get(found[index].stem, ()):
            stems = name[0]
            if tuple(w.stem for w in found[index : index + len(stems)]) == stems:
                return name
        return None

    def _index(self, language: Language) -> Mapping[str, list[tuple[Stems, Agreed, bool]]]:
        """Names by their first word, the longest first; an agreed one hides an avoided one."""
        names: dict[Stems, tuple[Stems, Agreed, bool]] = {}
        for term in self._terms:
            stems = _stems(term.name[language], language)
            names.setdefault(stems, (stems, term, False))
        for term in self._terms:
            for avoided in term.avoids(language):
                stems = _stems(avoided, language)
                names.setdefault(stems, (stems, term, True))
        by_word = defaultdict(list)
        for name in sorted(names.values(), key=lambda name: -len(name[0])):
            if name[0]:
                by_word[name[0][0]].append(name)
        return by_word

    @cached_property
    def _foreign_acronyms(self) -> Mapping[Language, Mapping[str, str]]:
        """By language, each acronym of the other language that it does not have too."""
        acronyms = [term.acronym for term in self._terms if term.acronym]
        own = {language: {a[language] for a in acronyms} for language in LANGUAGES}
        return {
            language: {
                acronym[other_language(language)]: acronym[language]
                for acronym in acronyms
                if acronym[other_language(language)] not in own[language]
            }
            for language in LANGUAGES
        }


def _stems(name: str, language: Language) -> Stems:
    return tuple(word.stem for word in words(name, language))


def _unquoted(text: Prose) -> str:
    """Quotations keep the words of whoever is quoted."""
    return _QUOTED.sub(lambda quotation: " " * len(quotation[0]), text.masked)


NAMED = (("data/indicators.yml", "name"), ("data/statuses.yml", "name"))
"""Files whose entries give each thing one name in each language."""


def terminology(data: Data, found: Iterable[Entry]) -> Terminology:
    """Every agreed term of a report, as far as it could be read."""
    written = (
        Agreed(Bilingual(term.en, term.fr), avoided={k: term.avoided(k) for k in LANGUAGES})
        for term in data.terminology.terms
    )
    explained = (
        Agreed(term.name, term.acronym, term.variants)
        for term in (data.glossary or {}).values()
        if term
    )
    named = (
        Agreed(Bilingual(pair.en.raw, pair.fr.raw))
        for entry in found
        if (entry.file, entry.path.rpartition("/")[2]) in NAMED
        for pair in entry.forms.values()
    )
    return Terminology((*written, *explained, *named))
