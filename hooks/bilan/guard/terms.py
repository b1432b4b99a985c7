"""One term in French for one in English: statuses, indicators, the glossary, the terminology."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bilan.data.loading import Data
from bilan.guard.entries import Entry
from bilan.guard.prose import Pair, Prose
from bilan.guard.words import words
from bilan.languages import LANGUAGES, Bilingual, Language, other_language
from bilan.problems import Correction, Problem, whole

_NOT_OURS = re.compile(r"“[^“”]*”|«[^«»]*»|\{[^{}]*\}")
"""Quotations keep the words of whoever is quoted; `{clusters}` stands for a figure."""
_ACRONYM = re.compile(r"(?=\w*[A-Z]\w*[A-Z])\w+")

_PARTED = re.compile(r"[,;:()]|\. ")

Stems = tuple[str, ...]
SHORTEST_WORD = 2
"""Letters of "de" or "of", which tell no term from another."""


@dataclass(frozen=True)
class Agreed:
    """A term, with its acronym, and with what is not to be written in its place."""

    name: Bilingual
    acronym: Bilingual | None = None
    id: str = ""
    """By which the macro `term` calls it, if it is in the glossary."""
    avoided: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    is_label: bool = False
    """It counts only as a whole text: "Members" in a sentence may be any members."""

    def agreed_for(self, avoided: str, language: Language) -> str:
        """What to write: the acronym in place of an acronym, the name in place of a name."""
        is_short = _ACRONYM.match(avoided)
        return (self.acronym if is_short and self.acronym else self.name)[language]


@dataclass(frozen=True)
class _Name:
    """One way to call a term in one language."""

    stems: Stems
    term: Agreed
    is_avoided: bool
    acronym: str = ""
    """How it is written when it is one: "ai" is no "AI"."""

    @property
    def demands_counterpart(self) -> bool:
        """A single word may mean much else, and a name that both languages share may be put
        into a pronoun."""
        if self.acronym:
            return self.term.acronym is not None and self.term.acronym.en != self.term.acronym.fr
        return len(self.stems) > 1 and not self.is_avoided


@dataclass(frozen=True)
class _Use:
    """A name met in a text."""

    name: _Name
    start: int
    end: int


class Terminology:
    """All agreed terms, ready to be looked for."""

    def __init__(self, terms: Iterable[Agreed]) -> None:
        self._terms = tuple(terms)
        self._names = {language: self._index(language) for language in LANGUAGES}

    def check(self, pair: Pair, called: Collection[str] = ()) -> Iterator[Problem]:
        """Terms that are not the agreed ones, and agreed ones that stand in one text only.

        `called` are the ids of terms that macros show in both.
        """
        uses = {language: self._uses(pair[language]) for language in LANGUAGES}
        for language in LANGUAGES:
            yield from _avoided(pair[language], uses[language])
            yield from self._acronyms(pair[language])
            if not pair[other_language(language)].is_empty:
                yield from _without_counterpart(pair, language, uses, called)

    def _acronyms(self, text: Prose) -> Iterator[Problem]:
        """Those of the other language."""
        for found in _ACRONYM.finditer(_unquoted(text)):
            agreed = self._foreign_acronyms[text.language].get(found[0])
            if agreed is not None:
                correction = Correction(found[0], agreed, is_safe=False)
                where = text.place(found.start())
                yield Problem.of("BIL852", where, correction, found=found[0], agreed=whole(agreed))

    def _uses(self, text: Prose) -> list[_Use]:
        """The names in a text, outside quotations; the longest first where several begin."""
        found, names = words(_unquoted(text), text.language), self._names[text.language]
        stems, is_label = tuple(word.stem for word in found), not text.raw.rstrip().endswith(".")
        return [
            _Use(name, word.start, found[index + len(name.stems) - 1].end)
            for index, word in enumerate(found)
            for name in names.get(word.stem, ())
            if stems[index : index + len(name.stems)] == name.stems
            and (not name.term.is_label or (is_label and name.stems == stems))
            and text.raw.startswith(name.acronym.removesuffix("s"), word.start)
            and not _PARTED.search(text.raw, word.start, found[index + len(name.stems) - 1].end)
        ]

    def _index(self, language: Language) -> Mapping[str, list[_Name]]:
        """Names by their first word, the longest first; an agreed one hides an avoided one."""
        agreed = [
            _Name(_stems(term.name[language], language), term, is_avoided=False)
            for term in self._terms
        ]
        acronyms = [
            _Name(_stems(acronym, language), term, is_avoided=False, acronym=acronym)
            for term in self._terms
            for acronym in ([term.acronym[language]] if term.acronym else [])
        ]
        foreign = {_stems(acronym, language) for acronym in self._foreign_acronyms[language]}
        avoided = [
            _Name(_stems(name, language), term, is_avoided=True)
            for term in self._terms
            for name in term.avoided.get(language, ())
        ]
        names: dict[tuple[Stems, bool], _Name] = {}
        for name in (*agreed, *acronyms, *avoided):
            if not (name.is_avoided and name.stems in foreign):
                names.setdefault((name.stems, name.term.is_label), name)
        by_word = defaultdict(list)
        for name in sorted(names.values(), key=lambda name: -len(name.stems)):
            if name.stems:
                by_word[name.stems[0]].append(name)
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


def _avoided(text: Prose, uses: Iterable[_Use]) -> Iterator[Problem]:
    """Names that are not the agreed ones, unless they are part of a longer name."""
    past = 0
    for use in uses:
        if use.start < past:
            continue
        past = use.end
        if use.name.is_avoided:
            found = text.raw[use.start : use.end]
            agreed = use.name.term.agreed_for(found, text.language)
            correction = Correction(found, agreed, is_safe=False)
            where = text.place(use.start)
            yield Problem.of("BIL851", where, correction, found=found, agreed=whole(agreed))


def _without_counterpart(
    pair: Pair,
    language: Language,
    uses: Mapping[Language, Iterable[_Use]],
    called: Collection[str],
) -> Iterator[Problem]:
    """Agreed terms of one text that the other does not name, in whatever order its words are."""
    other = other_language(language)
    acronyms = set(_ACRONYM.findall(pair[other].raw))
    met = {id(use.name.term) for use in uses[other]}
    said = {word.stem for word in words(pair[other].masked, other)}
    used = {id(u.name.term): u.name.term for u in uses[language] if u.name.demands_counterpart}
    for term in used.values():
        telling = {stem for stem in _stems(term.name[other], other) if len(stem) > SHORTEST_WORD}
        is_told = term.acronym is not None and term.acronym[language] in acronyms  # BIL852
        is_said = id(term) in met or term.id in called or (telling and telling <= said)
        if not is_told and not is_said:
            yield Problem.of(
                "BIL853",
                pair[other].where,
                found=whole(term.name[language]),
                agreed=whole(term.name[other]),
                at=whole(str(pair[language].where)),
            )


def _stems(name: str, language: Language) -> Stems:
    return tuple(word.stem for word in words(name, language))


def _unquoted(text: Prose) -> str:
    return _NOT_OURS.sub(lambda found: " " * len(found[0]), text.masked)


NAMED = (("data/indicators.yml", "name"), ("data/statuses.yml", "name"))
"""Files whose entries give each thing one name in each language."""


def terminology(data: Data, found: Iterable[Entry]) -> Terminology:
    """Every agreed term of a report, as far as it could be read."""
    written = (
        Agreed(Bilingual(term.en, term.fr), avoided={k: term.avoided(k) for k in LANGUAGES})
        for term in data.terminology.terms
    )
    explained = (
        Agreed(term.name, term.acronym, term.id, term.variants)
        for term in (data.glossary or {}).values()
        if term
    )
    named = (
        Agreed(Bilingual(pair.en.raw, pair.fr.raw), is_label=True)
        for entry in found
        if (entry.file, entry.path.rpartition("/")[2]) in NAMED
        for pair in entry.forms.values()
    )
    return Terminology((*written, *explained, *named))
