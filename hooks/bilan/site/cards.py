"""The card of each page, for places where its address is shared (Open Graph)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin

from bilan.languages import LANGUAGES, Language
from bilan.model.scorecards import Scorecard
from bilan.pages.page import INDEX, Page
from bilan.project import Project
from bilan.site.embeds import SiteEmbeds, indicator_of
from bilan.site.pictures.canvas import HEIGHT, WIDTH, Pens
from bilan.site.pictures.cards import (
    Names,
    entrance_card,
    indicator_card,
    marks_of,
    page_card,
    scorecard_card,
)
from bilan.site.pictures.icons import read_icons
from bilan.site.pictures.palette import Palettes
from bilan.site.pictures.stamps import Stamps
from bilan.view.pieces import ScorecardView
from bilan.view.scorecards import Views

CARD: Mapping[Language, str] = {"en": "card.png", "fr": "carte.png"}
"""The names of the files, below the address of each page."""
ENTRANCE = "card.png"
"""The card of the entrance to both languages."""


@dataclass(frozen=True)
class CardView:
    """What the head of a page says of its card; both addresses are whole."""

    url: str
    """That of the page."""
    site_name: str
    image: str
    width: int
    height: int
    alt: str


class Cards:
    """Draws the cards. `site_url` ends in a slash."""

    def __init__(self, project: Project, site_url: str, embeds: SiteEmbeds) -> None:
        self._project, self._site_url, self._embeds = project, site_url, embeds
        report = project.report
        self._views = {each: Views(report, report.words[each]) for each in LANGUAGES}

    def of_page(self, page: Page) -> CardView:
        url, site_name = urljoin(self._site_url, page.url), self._names(page.language).site
        said = f"{site_name}. {self._said(page)}"
        return CardView(url, site_name, url + CARD[page.language], WIDTH, HEIGHT, said)

    def of_entrance(self) -> CardView:
        names = " / ".join(self._names(language).site for language in LANGUAGES)
        image = urljoin(self._site_url, ENTRANCE)
        return CardView(self._site_url, names, image, WIDTH, HEIGHT, names)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each card by its address."""
        for page in self._project.pages:
            yield page.url + CARD[page.language], self._drawn(page)
        both = tuple(self._names(language) for language in LANGUAGES)
        latest = self._project.report.latest
        view = self._views["en"].scorecard(latest) if latest else None
        yield ENTRANCE, entrance_card(self._pens, both, marks_of(view) if view else ())

    def _drawn(self, page: Page) -> bytes:
        names, scorecard = self._names(page.language), self._scorecard(page)
        if indicator_of(self._project, page):
            return indicator_card(self._pens, names, self._embeds.view(page))
        if scorecard:
            view = self._views[page.language].scorecard(scorecard)
            title = self._title_over(page, view)
            of = self._project.report.words[page.language]("of")
            return scorecard_card(self._pens, names, title, view, of)
        description = self._project.text(page, "description")
        return page_card(self._pens, names, self._title(page), description)

    def _said(self, page: Page) -> str:
        """The card in words, without the name of the site."""
        scorecard = self._scorecard(page)
        if indicator_of(self._project, page):
            return self._embeds.view(page).sentence
        if not scorecard:
            return f"{self._title(page)}."
        view = self._views[page.language].scorecard(scorecard)
        return f"{self._title_over(page, view)}. {view.sentence}"

    def _title_over(self, page: Page, view: ScorecardView) -> str:
        """The home page is about more than the scorecard that its card shows."""
        return view.name if page.name == INDEX else self._title(page)

    def _scorecard(self, page: Page) -> Scorecard | None:
        """The one that the page shows whole; on the home page, the latest."""
        report = self._project.report
        if page.name == INDEX:
            return report.latest
        shown = (call.subject for call in page.body.calls if call.macro == "scorecard")
        return report.scorecards.get(next(shown, ""))

    def _title(self, page: Page) -> str:
        return self._project.text(page, "title")

    def _names(self, language: Language) -> Names:
        organization = self._project.report.organization
        return Names(organization.site_name[language], organization.tagline[language])

    @cached_property
    def _pens(self) -> Pens:
        root = self._project.root
        palette = Palettes.read(root).light
        return Pens(self._embeds.typeface, palette, Stamps(read_icons(root)))
