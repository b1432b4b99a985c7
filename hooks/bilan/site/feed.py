"""The changes as an Atom feed (RFC 4287), one in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from bilan.contract.feeds import feeds
from bilan.formats import plain
from bilan.languages import Language
from bilan.macros.places import Place, Shown
from bilan.macros.templates import Render
from bilan.pages.page import INDEX, Page
from bilan.project import Project
from bilan.view.changes import ChangesView, ChangeView

TYPE = "application/atom+xml"


@dataclass(frozen=True)
class Link:
    """A feed as the head of a page names it."""

    title: str
    href: str
    type: str = TYPE


@dataclass(frozen=True)
class Entry:
    """Ids, addresses and times are as the format wants them; the rest is for readers."""

    id: str
    title: str
    updated: str
    href: str
    change: ChangeView


def feed_link(project: Project, page: Page) -> Link | None:
    """The feed of a page's language, as a link on it; None where there is none."""
    address = feeds(project.report).get(page.language)
    if not address:
        return None
    return Link(feed_title(project, page.language), page.relative(address))


def feed_title(project: Project, language: Language) -> str:
    report = project.report
    site = report.organization.site_name[language]
    return report.words[language]("feed_title", site=site)


def feed_files(project: Project, site_url: str, render: Render) -> Mapping[str, str]:
    """Each feed by its address; `site_url` is the public address of the site's root."""
    return {
        address: render("_feed.jinja", _Feed(project, language, site_url).context(address))
        for language, address in feeds(project.report).items()
    }


class _Feed:
    def __init__(self, project: Project, language: Language, site_url: str) -> None:
        self._project, self._language, self._site_url = project, language, site_url
        self._home = project.pages.get(language, INDEX)

    def context(self, address: str) -> dict[str, Any]:
        report, language = self._project.report, self._language
        own, place = urljoin(self._site_url, address), Place(self._site_url, self._shown)
        view = self._project.renderers[language].changes.view(place)
        entries = list(self._entries(view, own))
        return {
            "language": language,
            "label": report.words[language],
            "id": own,
            "title": feed_title(self._project, language),
            "updated": entries[0].updated,
            "href": self._page(),
            "author": report.organization.name[language],
            "entries": entries,
        }

    def _entries(self, view: ChangesView, own: str) -> Iterator[Entry]:
        for day in view.days:
            for change in day.changes:
                yield Entry(
                    id=f"{own}#{change.id}",
                    title=plain(change.sentence),
                    updated=f"{day.iso}T00:00:00Z",
                    href=change.href or self._page(change.anchor),
                    change=change,
                )

    def _page(self, anchor: str = "") -> str:
        """The list of all changes, or the place of one on it; the home page where no page has
        that list."""
        shown = self._shown("changes")
        if shown is None:
            return urljoin(self._site_url, self._home.url)
        return f"{shown.href}#{shown.prefix}{anchor}" if anchor else shown.href

    def _shown(self, macro: str, subject: str = "") -> Shown | None:
        """As for a call, with whole addresses."""
        shown = self._project.shown(self._home, macro, subject)
        base = urljoin(self._site_url, self._home.url)
        return Shown(urljoin(base, shown.href), shown.prefix) if shown else None
