"""What other sites can show of an indicator: a badge, a chart and a fragment of HTML, each in
both languages, at addresses beside its page that never change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from bilan.contract.indicators import indicator_address
from bilan.languages import LANGUAGES, Language
from bilan.macros.templates import Render
from bilan.model.indicators import Indicator
from bilan.model.trends import Trend
from bilan.pages.page import Page
from bilan.project import Project
from bilan.site.organizations import LicenceView, organization_view
from bilan.site.pictures.badges import BadgeDrawing, Badges
from bilan.site.pictures.charts import ChartPictures
from bilan.site.pictures.icons import read_icons
from bilan.site.pictures.palette import Palettes
from bilan.site.pictures.typeface import FAMILY, FONT, Typeface
from bilan.view.downloads import INDICATOR_LABELS
from bilan.view.embeds import Embeds, EmbedView
from bilan.view.pieces import DownloadView

BADGE: Mapping[Language, str] = {"en": "badge.svg", "fr": "insigne.svg"}
CHART: Mapping[Language, str] = {"en": "chart.svg", "fr": "graphique.svg"}
FRAGMENT: Mapping[Language, str] = {"en": "embed.html", "fr": "extrait.html"}
"""The names of the files, below the address of the page of the indicator."""

_CODE = '<a href="{}" lang="{}" hreflang="{}"><img src="{}" alt="{}" width="{}" height="{}"></a>'


@dataclass(frozen=True)
class CitationView:
    """What the page of an indicator offers to those who quote it; links lead from the page."""

    text: str
    """ "Harbour results, “Boats moored”, indicator, as of March 31, 2025."."""
    address: str
    """The permanent address of the page, whole."""
    files: tuple[DownloadView, ...]
    badge: str
    drawing: BadgeDrawing
    sentence: str
    """The badge in words."""
    fragment: str
    """The address of the fragment of HTML, whole."""
    code: str
    """HTML that shows the badge on a page of another site."""
    licence: LicenceView


def indicator_of(project: Project, page: Page) -> Indicator | None:
    """Whose page it is; None for every other page."""
    if (page.language, page.name) not in project.profiles:
        return None
    return project.report.indicators[page.body.calls[0].subject]


def addresses(project: Project) -> Mapping[str, Language]:
    """Every file that the site has for other sites, from its root, with its language."""
    found: dict[str, Language] = {}
    for page in project.profiles:
        indicator, language = indicator_of(project, page), page.language
        assert indicator
        names = [BADGE[language], FRAGMENT[language]]
        names += [CHART[language]] if _is_drawn(project, indicator) else []
        found |= {page.url + name: language for name in names}
    return found


def fragments(project: Project) -> Mapping[str, Language]:
    """Those of them that are HTML."""
    return {page.url + FRAGMENT[page.language]: page.language for page in project.profiles}


def _is_drawn(project: Project, indicator: Indicator) -> bool:
    trend = Trend.of(indicator.id, project.report.scorecards.values())
    return trend is not None and trend.is_drawn


class SiteEmbeds:
    """Makes the files, and what pages say of them. `site_url` ends in a slash."""

    def __init__(self, project: Project, site_url: str) -> None:
        self._project, self._site_url = project, site_url
        report = project.report
        self._views = {each: Embeds(report, report.words[each]) for each in LANGUAGES}
        self._embedded = cache(self._embed)

    def view(self, page: Page) -> EmbedView:
        """Of the page of an indicator."""
        return self._embedded(page.language, page.body.calls[0].subject)

    def _embed(self, language: Language, indicator_id: str) -> EmbedView:
        return self._views[language].embed(self._project.report.indicators[indicator_id])

    @cached_property
    def typeface(self) -> Typeface:
        return Typeface(self._project.root / FONT)

    def files(self, render: Render) -> Iterator[tuple[str, str]]:
        """Each file by its address."""
        palettes, icons = Palettes.read(self._project.root), read_icons(self._project.root)
        shared = {"light": palettes.light, "dark": palettes.dark, "family": FAMILY}
        for page in self._project.profiles:
            language, view = page.language, self.view(page)
            context = {**shared, **self._around(page), "view": view}
            badge = {"drawing": self._badge(page), "icon": icons[view.status.id]}
            yield page.url + BADGE[language], render("embeds/badge.html", context | badge)
            yield page.url + FRAGMENT[language], render("embeds/fragment.html", context)
            words = self._project.report.words[language]
            chart = ChartPictures(self.typeface, words).drawing(view, self._site_name(language))
            if chart:
                shown = render("embeds/chart.html", context | {"drawing": chart})
                yield page.url + CHART[language], shown

    def citation(self, page: Page) -> CitationView | None:
        """None where the page is not that of an indicator."""
        indicator = indicator_of(self._project, page)
        if not indicator:
            return None
        language, view = page.language, self.view(page)
        words, address = self._project.report.words[language], urljoin(self._site_url, page.url)
        badge, drawing = BADGE[language], self._badge(page)
        source, size = urljoin(address, badge), (drawing.width, drawing.height)
        told = [address, language, language, source, view.sentence, *size]
        return CitationView(
            text=words(
                "citation", site=self._site_name(language), indicator=view.name, date=view.day
            ),
            address=address,
            files=tuple(self._files(page, indicator, view)),
            badge=badge,
            drawing=drawing,
            sentence=view.sentence,
            fragment=urljoin(address, FRAGMENT[language]),
            code=str(Markup(_CODE).format(*told)),
            licence=self._licence_line(page),
        )

    def _files(self, page: Page, indicator: Indicator, view: EmbedView) -> Iterator[DownloadView]:
        words, language = self._project.report.words[page.language], page.language
        for form, key in INDICATOR_LABELS.items():
            address = indicator_address(indicator.id, form)
            yield DownloadView(page.relative(address), words(key), form.upper(), "")
        yield DownloadView(BADGE[language], words("badge_picture"), "SVG", "")
        if view.trend:
            yield DownloadView(CHART[language], words("chart_picture"), "SVG", "")

    def _around(self, page: Page) -> dict[str, Any]:
        return {
            "label": self._project.report.words[page.language],
            "site_name": self._site_name(page.language),
            "address": urljoin(self._site_url, page.url),
            "licence": self._licence_line(page),
        }

    def _licence_line(self, page: Page) -> LicenceView:
        """The licence; where there is none, who published the page, and where it stands."""
        report, language = self._project.report, page.language
        organization = organization_view(report.organization, language)
        address, words = urljoin(self._site_url, page.url), report.words[language]
        published = words("published_by", organization=organization.name, address=address)
        return organization.licence or LicenceView(published, "")

    def _badge(self, page: Page) -> BadgeDrawing:
        view = self.view(page)
        return Badges(self.typeface).drawing(view, self._site_name(page.language))

    def _site_name(self, language: Language) -> str:
        return self._project.report.organization.site_name[language]
