"""A repository's report and pages, checked together and ready to render."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from markupsafe import Markup

from bilan.draft import MACROS, Draft
from bilan.formats import plain
from bilan.guard.waivers import without_waivers
from bilan.languages import LANGUAGES, Language
from bilan.macros.arguments import subject
from bilan.macros.call import Call
from bilan.macros.places import PdfLink, Place, Shown
from bilan.macros.rendering import Renderer
from bilan.pages.headings import with_whole_years
from bilan.pages.page import Page, Pages
from bilan.pages.printed import Pdf
from bilan.pages.sanitizing import refuse_foreign, sanitized
from bilan.problems import InputRefused, Problems
from bilan.report import Report


@dataclass(frozen=True)
class Project:
    """What a site is made from; it exists only when nothing is wrong with it."""

    root: Path
    report: Report
    pages: Pages
    """Those of `docs/`, then those of indicators."""
    profiles: Pages
    """Those of indicators alone."""
    renderers: Mapping[Language, Renderer]
    has_pdfs: bool = False
    """Whether the reports are printed too."""

    @staticmethod
    def open(root: Path, *, has_pdfs: bool = False) -> Project:
        """Reads and checks everything.

        Raises:
            InputRefused: with every problem found.
        """
        return Project.of(Draft.read(root), has_pdfs=has_pdfs)

    @staticmethod
    def of(draft: Draft, *, has_pdfs: bool = False) -> Project:
        """Raises:
        InputRefused: with every problem of the draft, when one of them is an error.
        """
        report = draft.data.report
        if report is None or draft.problems.of("error"):
            raise InputRefused(draft.problems)
        renderers = {
            language: Renderer(report, report.words[language], draft.root / MACROS)
            for language in LANGUAGES
        }
        pages = Pages((*draft.pages, *draft.profiles))
        return Project(draft.root, report, pages, draft.profiles, renderers, has_pdfs)

    def text(self, page: Page, key: str) -> str:
        """The title or the description of a page, as plain text."""
        shown, place = page.head[key].markdown, Place(page.relative(""))
        for call in reversed(page.head[key].calls):
            html = self._rendered(page, call, place)
            shown = shown[: call.start] + plain(html) + shown[call.end :]
        return shown

    def pdfs(self, language: Language) -> tuple[Pdf, ...]:
        """The files to print, in the order they are written; none where none is made."""
        reports = self.report.printed.values() if self.has_pdfs else ()
        return tuple(Pdf.of(report, language, self.pages) for report in reports)

    def title(self, pdf: Pdf) -> str:
        given = pdf.report.title
        return given[pdf.language] if given else self.text(pdf.pages[0], "title")

    def pdf_link(self, page: Page, pdf: Pdf) -> PdfLink:
        """As a link on a page."""
        href, is_of_one_page = page.relative(pdf.address), not pdf.report.has_chapters
        return PdfLink(self.title(pdf), href, pdf.language, is_of_one_page)

    def _pdf_links(self, page: Page, language: Language) -> list[PdfLink]:
        return [self.pdf_link(page, pdf) for pdf in self.pdfs(language)]

    def call(self, page: Page, call: Call, prefix: str) -> Markup:
        shown, pdfs = partial(self.shown, page), partial(self._pdf_links, page)
        place = Place(page.relative(""), shown, prefix, pdfs)
        return self._rendered(page, call, place)

    def _rendered(self, page: Page, call: Call, place: Place) -> Markup:
        found = subject(call, self.report, Problems())
        assert found, f"{call.where}: the calls of every page were checked"
        return self.renderers[page.language].render(call.macro, found, place)

    def shown(self, page: Page, macro: str, shown: str = "") -> Shown | None:
        """Where a macro shows its subject whole, as a link on `page`."""
        target = self.pages.showing(page.language, macro, shown)
        if target is None:
            return None
        href = "" if target.url == page.url else page.relative(target.url)
        calls = target.body.calls
        shows = [call.shows(macro, shown) for call in calls]
        return Shown(href, _prefixes(calls)[shows.index(True)])


class Rendering:
    """A page's Markdown on its way through the Markdown engine.

    Calls are replaced by empty elements, so that Markdown cannot change what they
    render, and those by the rendered HTML afterwards.
    """

    def __init__(self, project: Project, page: Page) -> None:
        calls, self._source = page.body.calls, page.body.text
        self._calls = calls
        prefixes = _prefixes(calls)
        self._html = [project.call(page, *each) for each in zip(calls, prefixes, strict=True)]
        self.markdown = page.body.markdown
        for index, call in reversed(list(enumerate(calls))):
            tag = "div" if call.signature.is_block else "span"
            place = f'<{tag} data-bilan="{index}"></{tag}>'
            self.markdown = self.markdown[: call.start] + place + self.markdown[call.end :]
        self.markdown = without_waivers(self.markdown)

    def into(self, html: str) -> str:
        """The engine's HTML with the calls rendered in their places.

        Raises:
            InputRefused: when a call stood where no HTML can be, such as a link's address, or
                the Markdown made HTML that is not allowed.
        """
        placed = set()

        def render(place: re.Match[str]) -> str:
            index = int(place[2])
            placed.add(index)
            return str(self._html[index]) if index < len(self._html) else place.group()

        refuse_foreign(html, self._source, problems := Problems())
        html = re.sub(r'<(div|span) data-bilan="(\d+)"></\1>', render, sanitized(html))
        for index, call in enumerate(self._calls):
            if index not in placed:
                problems.add("BIL513", call.where, macro=call.macro)
        if problems:
            raise InputRefused(problems)
        return with_whole_years(html)


def _prefixes(calls: Sequence[Call]) -> list[str]:
    """What the ids of each call on a page begin with.

    Of the blocks whose ids name the same kind of thing, the first has plain ids (the first
    whole scorecard, wherever it stands); those of the others begin with their number.
    """
    plain_ids: dict[str, Call] = {}
    for call in sorted(calls, key=lambda call: call.macro != "scorecard"):
        plain_ids.setdefault(call.signature.ids, call)
    counts, prefixes = Counter[str](), []
    for call in calls:
        ids = call.signature.ids
        counts[ids] += 1
        is_plain = not ids or plain_ids[ids] is call
        prefixes.append("" if is_plain else f"part-{counts[ids]}-")
    return prefixes
