"""The glossary, and a term of it in a sentence, as finished strings."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from bilan.labels import Words
from bilan.languages import Language, other_language
from bilan.model.glossary import Term
from bilan.model.sources import Citation
from bilan.view.pieces import SourceView

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


@dataclass(frozen=True)
class EntryView:
    """A term as the glossary explains it."""

    anchor: str
    head: str
    """What it is listed under: its acronym, or else its name."""
    name: str
    """What the acronym stands for, or empty."""
    meaning: str
    other: str
    """Its name and its acronym in the other language."""
    other_language: Language
    variants: str
    """ "SPIA; SNQ", or empty."""
    source: SourceView | None


@dataclass(frozen=True)
class TermView:
    """A term in a sentence."""

    words: str
    """ "GIC", or "Global Innovation Clusters (GIC)"."""
    href: str
    """Leads to its entry; where it is empty, nothing but the words is shown."""
    anchor: str
    """id of the explanation."""
    name: str
    """What an acronym stands for; empty where the words say it."""
    meaning: str


class GlossaryViews:
    """Builds the views of terms in one language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def entries(self, terms: Iterable[Term], prefix: str = "") -> tuple[EntryView, ...]:
        """In the order of the alphabet."""
        language = self._words.language
        in_order = sorted(terms, key=lambda term: alphabetical(term.head(language)))
        return tuple(self._entry(term, prefix) for term in in_order)

    def term(self, term: Term, in_full: bool, glossary: str | None, prefix: str) -> TermView:
        """By its acronym, or `in_full`. `glossary` is the address of its entry up to the id of
        the term; where there is none, nothing else can explain it, and it stands in full."""
        language = self._words.language
        if glossary is None:
            return TermView(term.full(language), "", "", "", "")
        is_short = term.acronym is not None and not in_full
        return TermView(
            words=term.head(language) if is_short else term.full(language),
            href=_anchor(term, glossary),
            anchor=f"{prefix}meaning-{term.id}",
            name=self._words.of(term.name) if is_short else "",
            meaning=self._words.of(term.meaning),
        )

    def _entry(self, term: Term, prefix: str) -> EntryView:
        language = self._words.language
        other = other_language(language)
        return EntryView(
            anchor=_anchor(term, prefix),
            head=term.head(language),
            name=self._words.of(term.name) if term.acronym else "",
            meaning=self._words.of(term.meaning),
            other=term.full(other),
            other_language=other,
            variants="; ".join(term.variants[language]),
            source=self._source(term.citation) if term.citation else None,
        )

    def _source(self, citation: Citation) -> SourceView:
        source = citation.source
        place = self._words.of(citation.locator)
        return SourceView(self._words.of(source.title), source.url, f"source-{source.id}", place)


def alphabetical(text: str) -> tuple[str, str]:
    """Its place in the alphabet of either language: letters and digits, then accents and signs."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(each for each in folded if each.isalnum() or each == " "), text


def _anchor(term: Term, prefix: str) -> str:
    return f"{prefix}term-{term.id}"
