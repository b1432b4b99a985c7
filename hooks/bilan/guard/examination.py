"""Everything that the guard finds in a draft, without building anything."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain

from bilan.draft import DOCS, Draft
from bilan.guard.alignment import align
from bilan.guard.blocks import Block, blocks
from bilan.guard.entries import entries
from bilan.guard.figures import compare_figures
from bilan.guard.files import check_files
from bilan.guard.formatting import check_format
from bilan.guard.known_figures import KnownFigures
from bilan.guard.labels import compare_forms
from bilan.guard.language import strangers
from bilan.guard.likeness import Likeness, compare_labels, shared_names
from bilan.guard.menu import FILE as MENU
from bilan.guard.menu import menu
from bilan.guard.prose import Pair, Prose, masked_page
from bilan.guard.reviews import compare_reviews, read_records, texts
from bilan.guard.scope import is_compared
from bilan.guard.structure import NAMES, compare_structure
from bilan.guard.terms import terminology
from bilan.guard.waivers import apply, waivers
from bilan.languages import Bilingual, other_language
from bilan.pages.page import Page
from bilan.problems import Problem, Problems, whole

LONGEST_TEXT = 20_000
"""Characters; more than any paragraph of a report, and few enough to be read in no time."""


class Examination:
    """One look at a draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.entries = list(filter(is_compared, entries(draft.data.nodes, draft.root)))
        self._terms = terminology(draft.data, self.entries)
        self._likeness = Likeness(draft.data)
        self._known = KnownFigures(draft.data)
        self._names = _any_of(shared_names(draft.data))
        self._faulty = {problem.location.file for problem in draft.problems}
        """Files in which something is wrong already: what seems to be missing may be just that."""
        self._blocks = {
            (page.language, page.name): blocks(page.body, page.language) for page in draft.pages
        }

    def problems(self) -> Problems:
        """Those of the draft, and those of the guard that nothing waives."""
        found, records = Problems(), Problems()
        seen = read_records(self._draft.root, records)
        reviewed = [] if seen is None else compare_reviews(texts(self._draft, self.entries), seen)
        files = self._files()
        guarded = chain(check_files(self._draft.root, files), self.pages(), self.data(), reviewed)
        found.extend(self._draft.problems)
        found.extend(records)
        found.extend(apply(waivers(self._draft.root, [*files, MENU]), guarded))
        return found

    def _files(self) -> list[str]:
        pages = [f"{DOCS}/{page.language}/{page.name}" for page in self._draft.pages]
        return [*pages, *self._draft.data.nodes]

    def pages(self) -> Iterator[Problem]:
        """What the pages show, each by itself and beside its counterpart."""
        for page in self._draft.pages:
            for text in chain(_heads(page), (block.prose for block in self._of(page))):
                yield from self._text(text)
                if len(text.raw) <= LONGEST_TEXT:
                    yield from self._known.check(text)
            if page.language == "en" and ("fr", page.name) in self._draft.pages:
                yield from self._pair_of_pages(page, self._draft.pages.get("fr", page.name))

    def _of(self, page: Page) -> list[Block]:
        return self._blocks[page.language, page.name]

    def _pair_of_pages(self, en: Page, fr: Page) -> Iterator[Problem]:
        heads = [Pair(*both) for both in zip(_heads(en), _heads(fr), strict=True)]
        aligned = list(align(self._of(en), self._of(fr)))
        if not self._faulty & {f"{DOCS}/{page.language}/{page.name}" for page in (en, fr)}:
            yield from compare_structure(aligned)
        for pair in heads:
            yield from self._pair(pair)
        for en_block, fr_block in aligned:
            if en_block and fr_block:
                yield from self._pair_of_blocks(en_block, fr_block)

    def _pair_of_blocks(self, en: Block, fr: Block) -> Iterator[Problem]:
        """Where calls differ, or an image says nothing, a figure may be missing with them, and that
        has been told."""
        shown = [link for block in (en, fr) for link in block.links if link.is_image]
        if len(en.calls) == len(fr.calls) and all(image.text.strip() for image in shown):
            terms = {call.arguments.get("term", "") for call in (*en.calls, *fr.calls)} - {""}
            is_row = en.kind == fr.kind == "row" and len(en.cells) == len(fr.cells)
            for both in zip(en.cells, fr.cells, strict=True) if is_row else ((en.prose, fr.prose),):
                yield from self._pair(Pair(*both), terms)

    def data(self) -> Iterator[Problem]:
        """What the texts of the data show."""
        for entry in (*self.entries, *menu(self._draft.root)):
            for text in entry.texts:
                yield from self._text(text)
            for pair in entry.forms.values():
                yield from self._pair(pair, is_name=entry.is_acronym)
            yield from compare_forms(entry)
        yield from compare_labels(self.entries)

    def _text(self, text: Prose) -> Iterator[Problem]:
        """What one text shows by itself."""
        if len(text.raw) > LONGEST_TEXT:
            limit = Bilingual(f"{LONGEST_TEXT:,}", f"{LONGEST_TEXT:,}".replace(",", "\u00a0"))
            yield Problem.of("BIL840", text.where, limit=limit)
            return
        yield from check_format(text)
        for stranger in strangers(text.masked, text.language, self._names):
            other = other_language(text.language)
            yield Problem.of(
                "BIL841",
                text.place(stranger.start),
                found=text.raw[stranger.start : stranger.end],
                side=NAMES[text.language],
                other=NAMES[other],
                code=whole(other),
            )

    def _pair(
        self, pair: Pair, called: Collection[str] = (), *, is_name: bool = False
    ) -> Iterator[Problem]:
        """What a text shows beside its counterpart; digits of a name are no figure."""
        if any(len(text.raw) > LONGEST_TEXT for text in pair):
            return
        if not is_name:
            yield from compare_figures(pair)
        yield from self._terms.check(pair, called)
        for alike in self._likeness.check(pair):
            if not any(strangers(text.masked, text.language, self._names) for text in pair):
                yield alike


def _any_of(names: Collection[str]) -> re.Pattern[str] | None:
    """Names that both languages share, the longest first: they speak for neither."""
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b") if longest_first else None


def _heads(page: Page) -> list[Prose]:
    return [
        Prose(page.language, each.markdown, masked_page(each), each.text.locate)
        for each in page.head.values()
    ]
