"""A report in one language as one HTML document, put together from the built pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

from markupsafe import Markup

from bilan.draft import OVERRIDES
from bilan.formats import Formats
from bilan.labels import LOCALES, Words
from bilan.languages import Language, other_language
from bilan.macros.templates import environment
from bilan.pages.printed import Pdf
from bilan.project import Project
from bilan.site.chapters import Chapter, articles
from bilan.site.organizations import organization_view

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
_NOT_PLAIN = re.compile(r"[^\w ]", re.ASCII)


@dataclass(frozen=True)
class ChapterView:
    id: str
    title: str
    page: str
    """Its number in the contents; empty before it is known."""
    address: str
    html: Markup


@dataclass(frozen=True)
class OtherView:
    """The same report in the other language."""

    language: Language
    label: Words
    title: str
    href: str


class Document:
    """What is printed of one report; `built` is the folder of the built site."""

    def __init__(self, pdf: Pdf, project: Project, built: Path) -> None:
        self.pdf, self.title = pdf, project.title(pdf)
        self.organization = project.report.organization.name[pdf.language]
        self._project, self._built = project, built
        html, self._pages = {}, {}
        for number, page in enumerate(pdf.pages, 1):
            file = built / page.url / "index.html"
            text = file.read_text(encoding="utf-8")
            chapter = Chapter(f"c{number}", file, page.url, _public(text))
            self._pages[chapter], html[chapter] = page, text
        self._articles = articles(html)

    @property
    def day(self) -> date | None:
        """What the results on its pages are as of; none where there are none."""
        shown = [call.arguments.get("scorecard") for page in self.pdf.pages for call in page.calls]
        scorecards = self._project.report.scorecards
        return max((each.as_of for id_, each in scorecards.items() if id_ in shown), default=None)

    def html(self, pages: Mapping[str, int]) -> str:
        """The document, with the number of each chapter's page in the contents."""
        language = self.pdf.language
        report = self._project.report
        words, organization = (
            report.words[language],
            organization_view(report.organization, language),
        )
        formats, first = Formats(words), next(iter(self._pages))
        template = environment(self._project.root / OVERRIDES).get_template("print.html")
        return template.render(
            locale=LOCALES[language].replace("_", "-"),
            title=self.title,
            label=words,
            stylesheet=(self._built / "assets/bilan.css").as_uri(),
            running=_quoted_in_css(self.title),
            site=_quoted_in_css(organization.site_name),
            organization=organization,
            as_of=formats.date(self.day) if self.day else "",
            home=urljoin(first.public, self._pages[first].relative(f"{language}/")),
            other=self._other(first),
            chapters=[self._chapter(each, formats, pages) for each in self._pages],
        )

    def _chapter(self, chapter: Chapter, formats: Formats, pages: Mapping[str, int]) -> ChapterView:
        page = self._pages[chapter]
        number = formats.number(pages[chapter.id]) if chapter.id in pages else ""
        title = self._project.text(page, "title")
        return ChapterView(
            chapter.id, title, number, chapter.public, Markup(self._articles[chapter])
        )

    def _other(self, first: Chapter) -> OtherView:
        language = other_language(self.pdf.language)
        other = Pdf.of(self.pdf.report, language, self._project.pages)
        href = urljoin(first.public, self._pages[first].relative(other.address))
        words = self._project.report.words[language]
        return OtherView(language, words, self._project.title(other), href)


def _public(html: str) -> str:
    """The public address of a built page, as it says itself."""
    found = _CANONICAL.search(html)
    assert found, "every page of a site with an address says its own"
    return unescape(found[1])


def _quoted_in_css(text: str) -> Markup:
    """A CSS string that needs no escape of HTML either."""
    return Markup('"{}"').format(Markup(_NOT_PLAIN.sub(lambda c: f"\\{ord(c[0]):x} ", text)))
