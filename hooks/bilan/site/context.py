"""What the templates of whole pages receive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from bilan.labels import Words
from bilan.languages import LANGUAGES, OWN_NAMES, Language, other_language
from bilan.pages.page import INDEX, Page
from bilan.problems import InputRefused, Location, Problems, Suggestion
from bilan.project import Project
from bilan.site.cards import Cards
from bilan.site.datasets import Datasets, script_text
from bilan.site.embeds import SiteEmbeds, indicator_of
from bilan.site.feed import feed_link
from bilan.site.organizations import OrganizationView, organization_view
from bilan.site.policy import content_policy
from bilan.view.pieces import ScorecardView
from bilan.view.scorecards import Views


@dataclass(frozen=True)
class Alternate:
    """The address of one page in one language; `hreflang` "x-default" for any other reader."""

    hreflang: str
    href: str


@dataclass(frozen=True)
class Address:
    """An entry of the sitemap."""

    href: str
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True)
class Link:
    title: str
    url: str


@dataclass(frozen=True)
class Other:
    """The same page in the other language."""

    language: Language
    name: str
    url: str


@dataclass(frozen=True)
class Face:
    """One language's half of a bilingual page."""

    language: Language
    name: str
    label: Words
    organization: OrganizationView
    home: str
    view: ScorecardView | None


class SiteContext:
    """`site_url` is the public address of the site's root, with a slash at its end;
    `footer` names the pages that every page's foot links to."""

    def __init__(
        self,
        project: Project,
        site_url: str | None,
        footer: Iterable[str],
        *,
        is_preview: bool = False,
    ) -> None:
        """
        Raises:
            InputRefused: when there is no address, or the footer names a page that there is not.
        """
        self._project, self.site_url, self._footer = project, site_url or "", tuple(footer)
        problems, names = Problems(), {page.name for page in project.pages}
        if not site_url:
            problems.add("BIL517", Location("mkdocs.yml"))
        for name in self._footer:
            if name not in names:
                known = Suggestion.among(name, sorted(names))
                problems.add("BIL516", Location("mkdocs.yml"), found=name, known=known)
        if problems:
            raise InputRefused(problems)
        self._is_preview = is_preview
        self.embeds = SiteEmbeds(project, self.site_url)
        self.cards = Cards(project, self.site_url, self.embeds)
        self._datasets = {each: Datasets(project.report, self.site_url, each) for each in LANGUAGES}

    def of_page(self, page: Page) -> dict[str, Any]:
        other = self._counterpart(page)
        return {
            "language": page.language,
            "policy": self._policy(call.macro for call in page.body.calls),
            "is_home": page.name == INDEX,
            "label": self._project.report.words[page.language],
            "organization": organization_view(self._project.report.organization, page.language),
            "other": Other(other.language, OWN_NAMES[other.language], page.relative(other.url)),
            "alternates": self._alternates(page),
            "home_url": page.relative(f"{page.language}/"),
            "feed": feed_link(self._project, page),
            "citation": self.embeds.citation(page),
            "card": self.cards.of_page(page),
            "pdfs": [
                self._project.pdf_link(page, pdf)
                for pdf in self._project.pdfs(page.language)
                if page.name in pdf.report.pages
            ],
            "footer_links": [self._link(page, name) for name in self._footer],
            **self._search(page),
            "json_ld": self._json_ld(page),
        }

    def _policy(self, macros: Iterable[str]) -> str:
        """None in the preview, whose server adds a script of its own to each page."""
        return "" if self._is_preview else content_policy(macros)

    def _search(self, page: Page) -> dict[str, Any]:
        """The address of the page that calls `search`; empty on that page, or without one."""
        found = self._project.pages.showing(page.language, "search")
        is_search = found is not None and found.name == page.name
        url = page.relative(found.url) if found and not is_search else ""
        return {"search_url": url, "is_search": is_search}

    def list_url(self, page: Page) -> str:
        """For the page of an indicator, the address of the list of them all; else empty."""
        is_profile = indicator_of(self._project, page)
        above = self._project.pages.showing(page.language, "indicators") if is_profile else None
        return above.url if above else ""

    def of_both(self, base: str, title: str | None = None) -> dict[str, Any]:
        """For a page in both languages.

        `base` leads from it to the site's root; `title` is the key of its title's label
        where that is not the site's name: then it is not the entrance to both languages.
        """
        faces = [self._face(language, base) for language in LANGUAGES]
        titles = [face.label(title) if title else face.organization.site_name for face in faces]
        return {
            "faces": faces,
            "title": " / ".join(titles),
            "base": base,
            "policy": self._policy(()),
            "alternates": () if title else self._home_alternates(),
            "card": None if title else self.cards.of_entrance(),
        }

    def addresses(self) -> list[Address]:
        """Every page of the site, the bilingual entrance first."""
        entrance = Address(self.site_url, self._home_alternates())
        return [
            entrance,
            *(
                Address(urljoin(self.site_url, page.url), self._alternates(page))
                for page in self._project.pages
            ),
        ]

    def _alternates(self, page: Page) -> tuple[Alternate, ...]:
        if page.name == INDEX:
            return self._home_alternates()
        pages = [self._project.pages.get(language, page.name) for language in LANGUAGES]
        hrefs = {p.language: urljoin(self.site_url, p.url) for p in pages}
        return (
            *(Alternate(language, href) for language, href in hrefs.items()),
            Alternate("x-default", hrefs["en"]),
        )

    def _home_alternates(self) -> tuple[Alternate, ...]:
        homes = (Alternate(lang, urljoin(self.site_url, f"{lang}/")) for lang in LANGUAGES)
        return (*homes, Alternate("x-default", self.site_url))

    def _json_ld(self, page: Page) -> Markup:
        """The data described for machines: all of it, where a page offers all files; that of one
        indicator on its own page."""
        datasets = self._datasets[page.language]
        url, indicator = urljoin(self.site_url, page.url), indicator_of(self._project, page)
        if indicator:
            return script_text(datasets.indicator(indicator.id, url))
        if any(call.shows("downloads") for call in page.body.calls):
            return script_text(datasets.whole(url, self._project.text(page, "description")))
        return Markup()

    def _counterpart(self, page: Page) -> Page:
        return self._project.pages.get(other_language(page.language), page.name)

    def _link(self, page: Page, name: str) -> Link:
        linked = self._project.pages.get(page.language, name)
        return Link(self._project.text(linked, "title"), page.relative(linked.url))

    def _face(self, language: Language, base: str) -> Face:
        report = self._project.report
        views = Views(report, report.words[language])
        return Face(
            language=language,
            name=OWN_NAMES[language],
            label=report.words[language],
            organization=organization_view(report.organization, language),
            home=f"{base}{language}/",
            view=views.scorecard(report.latest) if report.latest else None,
        )
