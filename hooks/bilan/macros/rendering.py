"""Calls to HTML: a view in the page's language, through a template of `macros/`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from bilan.contract.accounts import table_address
from bilan.contract.files import RESULTS_CSV
from bilan.data.texts import read_text
from bilan.labels import Words
from bilan.macros.arguments import Subject
from bilan.macros.mentions import Mentions
from bilan.problems import Location, Problems, whole
from bilan.report import Report
from bilan.view.discrepancies import DiscrepancyViews, PlaceView
from bilan.view.downloads import downloads
from bilan.view.scorecards import Views
from bilan.view.tables import TableViews


@dataclass(frozen=True)
class Shown:
    """Where a scorecard, a table or a list stands whole."""

    href: str
    """Relative address of its page; empty for the page itself."""
    prefix: str
    """What its ids begin with there."""


@dataclass(frozen=True)
class Place:
    """Where on the site a call stands."""

    root: str
    """Relative address of the site's root, with a slash at its end: "../../"."""
    shown: Callable[..., Shown | None] = lambda macro, subject="": None
    """Where a macro shows its subject whole, if it does: `shown("scorecard", "2020-2021")`.
    Nowhere for the head of a page, which is text that leads to no place."""
    prefix: str = ""
    """Keeps apart the ids of blocks on one page."""


def environment(folder: Path) -> ImmutableSandboxedEnvironment:
    """Templates that cannot reach Python, escape what they print, and refuse unknown names."""
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def check_templates(root: Path, folders: Iterable[str], problems: Problems) -> None:
    """Adds a problem for each template that is not valid Jinja."""
    parser = ImmutableSandboxedEnvironment(extensions=["jinja2.ext.i18n"])
    for folder in folders:
        for path in sorted((*(root / folder).rglob("*.jinja"), *(root / folder).rglob("*.html"))):
            name = path.relative_to(root).as_posix()
            text = read_text(path, name, problems)
            try:
                parser.parse(text or "")
            except TemplateSyntaxError as error:
                reason = whole(error.message or "")
                problems.add("BIL609", Location(name, error.lineno), reason=reason)


class Renderer:
    """Renders the macros of one language."""

    def __init__(self, report: Report, words: Words, templates: Path) -> None:
        self._report, self._words = report, words
        self._views, self._tables = Views(report, words), TableViews(report, words)
        self._discrepancy_views = DiscrepancyViews(report, words)
        self._mentions = Mentions(report, self._views, self._tables)
        self._environment = environment(templates)
        self._makers: Mapping[str, Callable[[Subject, Place], Mapping[str, Any]]] = {
            "scorecard": self._scorecard,
            "area": self._area,
            "indicator": self._indicator,
            "summary": self._summary,
            "areas": self._areas,
            "objectives": self._scorecard,
            "legend": lambda subject, place: {"view": self._views.legend()},
            "sources": self._sources,
            "downloads": self._downloads,
            "badge": self._badge,
            "progress": self._indicator,
            "figure": self._figure,
            "table": self._table,
            "discrepancies": self._discrepancies,
            "reconciliations": lambda subject, place: {"view": self._views.adding_up()},
        }

    def render(self, macro: str, subject: Subject, place: Place) -> Markup:
        context = self._makers[macro](subject, place)
        template = self._environment.get_template(f"{macro}.jinja")
        register = place.shown("discrepancies")
        entries = f"{register.href}#{register.prefix}" if register else None
        around = {"label": self._words, "register": entries}
        return Markup(template.render(**around, **context).strip())

    def _scorecard(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.scorecard
        view = self._views.scorecard(subject.scorecard, place.prefix)
        return {"view": view, "downloads_href": place.root + RESULTS_CSV}

    def _summary(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.scorecard
        shown = place.shown("scorecard", subject.scorecard.id)
        view = self._views.scorecard(subject.scorecard, place.prefix)
        return {"view": view, "href": shown.href if shown else None}

    def _areas(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.scorecard
        shown = place.shown("scorecard", subject.scorecard.id)
        view = self._views.scorecard(subject.scorecard, shown.prefix if shown else "")
        return {"view": view, "href": shown.href if shown else None}

    def _area(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.scorecard and subject.area
        return {"view": self._views.area(subject.area, subject.scorecard, place.prefix)}

    def _indicator(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.scorecard and subject.entry
        return {"view": self._views.row(subject.entry, subject.scorecard, place.prefix)}

    def _badge(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.entry
        return {"view": self._views.rows.badge(subject.entry.assessment)}

    def _sources(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        sources = self._report.sources.values()
        cited = subject.scorecard.sources if subject.scorecard else sources
        views = self._views.sources(cited)
        return {"view": [replace(view, anchor=place.prefix + view.anchor) for view in views]}

    def _downloads(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        return {"view": downloads(self._words), "root": place.root}

    def _table(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.table
        href = place.root + table_address(subject.table)
        return {"view": self._tables.table(subject.table, place.prefix), "csv_href": href}

    def _discrepancies(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        def href(of: PlaceView) -> str | None:
            shown = place.shown(of.macro, of.document)
            return f"{shown.href}#{shown.prefix}{of.anchor}" if shown else None

        view = self._discrepancy_views.all(subject.document)
        return {"view": view, "href": href, "prefix": place.prefix}

    def _figure(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        return {"view": self._mentions.figure(subject), "disputed": self._mentions.entry(subject)}
