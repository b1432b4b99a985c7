"""A repository's report and pages, checked together and ready to render."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from markupsafe import Markup

from bilan.data.loading import read
from bilan.formats import plain
from bilan.languages import LANGUAGES, Language
from bilan.macros.arguments import subject
from bilan.macros.call import Call
from bilan.macros.rendering import Renderer, Surroundings, check_templates
from bilan.pages import calls
from bilan.pages.page import Page, Pages, read_pages
from bilan.problems import InputRefused, Location, Problems
from bilan.report import Report
from bilan.wording import check_labels

DATA, DOCS, MACROS, OVERRIDES = "data", "docs", "macros", "overrides"


@dataclass(frozen=True)
class Project:
    """What a site is made from; it exists only when nothing is wrong with it."""

    root: Path
    report: Report
    pages: Pages
    renderers: Mapping[Language, Renderer]

    @staticmethod
    def open(root: Path) -> Project:
        """Reads and checks everything.

        Raises:
            InputRefused: with every problem found.
        """
        problems = Problems()
        data = read(root / DATA, problems)
        pages = read_pages(root / DOCS, problems)
        if data.words:
            templates = (root / MACROS, root / OVERRIDES)
            file = f"{DATA}/labels.yml"
            check_labels(data.words, templates, file, problems, faulty=data.faulty_labels)
        for page in pages:
            for call in page.calls:
                subject(call, data, problems)
        check_templates(root, (MACROS, OVERRIDES), problems)
        report = data.report
        if report is None or problems:
            raise InputRefused(problems)
        renderers = {
            language: Renderer(report, report.words[language], root / MACROS)
            for language in LANGUAGES
        }
        return Project(root, report, pages, renderers)

    def render(self, page: Page, markdown: str) -> Rendering:
        """The page's Markdown with its calls rendered; see `Rendering`."""
        return Rendering(self, page, markdown)

    def text(self, page: Page, key: str) -> str:
        """The title or the description of a page, as plain text."""
        text = page.head[key]
        shown = text.markdown
        for call in reversed(calls.calls(text, Problems())):
            html = self.call(page, call, prefix="")
            shown = shown[: call.start] + plain(html) + shown[call.end :]
        return shown

    def call(self, page: Page, call: Call, prefix: str) -> Markup:
        problems = Problems()
        found = subject(call, self.report, problems)
        if found is None:
            raise InputRefused(problems)
        around = Surroundings(page.relative(""), partial(self._scorecard_page, page), prefix)
        return self.renderers[page.language].render(call.macro, found, around)

    def _scorecard_page(self, page: Page, scorecard_id: str) -> str:
        target = self.pages.with_scorecard(page.language, scorecard_id)
        return page.relative(target.url) if target and target is not page else ""


class Rendering:
    """A page's Markdown on its way through the Markdown engine.

    Calls are replaced by empty elements, so that Markdown cannot change what they
    render, and those by the rendered HTML afterwards.
    """

    def __init__(self, project: Project, page: Page, markdown: str) -> None:
        """
        Raises:
            InputRefused: when a call in `markdown` is not valid.
        """
        problems = Problems()
        where = f"{DOCS}/{page.language}/{page.name}"
        found = calls.calls(calls.Text(markdown, where), problems)
        if problems:
            raise InputRefused(problems)
        self._calls, self._page = found, page
        self._html = [project.call(page, c, prefix) for c, prefix in _with_prefixes(found)]
        self.markdown = markdown
        for index in range(len(found) - 1, -1, -1):
            call, tag = found[index], "div" if found[index].signature.is_block else "span"
            place = f'<{tag} data-bilan="{index}"></{tag}>'
            self.markdown = self.markdown[: call.start] + place + self.markdown[call.end :]

    def into(self, html: str) -> str:
        """The engine's HTML with the calls rendered in their places.

        Raises:
            InputRefused: when a call stood where no HTML can be, such as a link's address.
        """
        placed = set()

        def render(place: re.Match[str]) -> str:
            index = int(place[2])
            placed.add(index)
            return str(self._html[index]) if index < len(self._html) else place.group()

        html = re.sub(r'<(div|span) data-bilan="(\d+)"></\1>', render, html)
        problems = Problems()
        for index, call in enumerate(self._calls):
            if index not in placed:
                problems.add("BIL513", self._in_file(index), macro=call.macro)
        if problems:
            raise InputRefused(problems)
        return html

    def _in_file(self, index: int) -> Location:
        """The engine's Markdown lacks the page's head; the page knows its calls with it."""
        known = self._page.calls
        return known[index].where if index < len(known) else self._calls[index].where


def _with_prefixes(found: list[Call]) -> Iterator[tuple[Call, str]]:
    """The first block of a page has plain ids; those of later ones begin with their number."""
    blocks = 0
    for call in found:
        blocks += call.signature.has_ids
        yield call, f"part-{blocks}-" if call.signature.has_ids and blocks > 1 else ""
