"""Calls to HTML: a view in the page's language, through a template of `macros/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from markupsafe import Markup

from bilan.contract.accounts import table_address
from bilan.contract.feeds import feeds
from bilan.contract.files import RESULTS_CSV
from bilan.labels import Words
from bilan.languages import other_language
from bilan.macros.arguments import Subject
from bilan.macros.places import Place
from bilan.macros.sentences import SentenceFigures
from bilan.macros.signatures import LATEST
from bilan.macros.templates import environment
from bilan.report import Report
from bilan.view.changes import MOST, ChangeViews
from bilan.view.charts import Charts
from bilan.view.dictionary import DictionaryViews
from bilan.view.discrepancies import DiscrepancyViews, PlaceView
from bilan.view.downloads import downloads
from bilan.view.framework import FrameworkViews
from bilan.view.glossary import GlossaryViews
from bilan.view.indicators import IndicatorLists
from bilan.view.profiles import Profiles
from bilan.view.related import Links
from bilan.view.scorecards import Views
from bilan.view.searching import search
from bilan.view.tables import TableViews
from bilan.view.trends import Trends


class Renderer:
    """Renders the macros of one language."""

    def __init__(self, report: Report, words: Words, templates: Path) -> None:
        self._report, self._words = report, words
        self._views, self._tables = Views(report, words), TableViews(report, words)
        self._charts, self._trends = Charts(report, words, self._tables), Trends(report, words)
        self._discrepancy_views = DiscrepancyViews(report, words)
        self.changes = ChangeViews(report, words, self._views)
        self._framework_views = FrameworkViews(self._views, words)
        self._profiles = Profiles(report, words, self._views)
        self._lists = IndicatorLists(report, words, self._views)
        self._figures = SentenceFigures(report, self._views, self._tables)
        self._terms, self._environment = GlossaryViews(words), environment(templates)
        self._makers: Mapping[str, Callable[[Subject, Place], Mapping[str, Any]]] = {
            "scorecard": self._scorecard,
            "area": self._area,
            "indicator": self._indicator,
            "summary": self._summary,
            "areas": self._areas,
            "outlook": self._outlook,
            "objectives": self._scorecard,
            "framework": self._framework,
            "legend": lambda subject, place: {"view": self._views.legend()},
            "sources": self._sources,
            "downloads": self._downloads,
            "search": self._search,
            "dictionary": self._dictionary,
            "reports": self._reports,
            "badge": self._badge,
            "progress": self._indicator,
            "figure": self._figure,
            "table": self._table,
            "chart": self._chart,
            "trend": self._trend,
            "profile": self._profile,
            "indicators": self._indicators,
            "discrepancies": self._discrepancies,
            "changes": self._changes,
            "reconciliations": lambda subject, place: {"view": self._views.adding_up()},
            "glossary": self._glossary,
            "term": self._term,
        }

    def render(self, macro: str, subject: Subject, place: Place) -> Markup:
        context = self._makers[macro](subject, place)
        template = self._environment.get_template(f"{macro}.jinja")
        register = place.shown("discrepancies")
        entries = f"{register.href}#{register.prefix}" if register else None
        around = {"label": self._words, "register": entries, "profile": place.profile}
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

    def _outlook(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.scorecard
        shown = place.shown("scorecard", subject.scorecard.id)
        view = self._views.outlook(subject.scorecard, shown.prefix if shown else "")
        return {"view": view, "href": shown.href if shown else None}

    def _area(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.scorecard and subject.area
        return {"view": self._views.area(subject.area, subject.scorecard, place.prefix)}

    def _indicator(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.scorecard and subject.entry
        return {"view": self._views.row(subject.entry, subject.scorecard, place.prefix)}

    def _framework(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.framework
        views, whole, objective = self._framework_views, subject.framework, subject.objective
        if objective:
            return {"view": views.part(whole, objective, place.row, place.prefix)}
        return {"view": views.whole(whole, place.row, place.prefix)}

    def _badge(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.entry
        return {"view": self._views.rows.badge(subject.entry.assessment)}

    def _sources(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        sources = self._report.sources.values()
        cited = subject.scorecard.sources if subject.scorecard else sources
        views = self._views.sources(cited)
        return {"view": [replace(view, anchor=place.prefix + view.anchor) for view in views]}

    def _downloads(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        return {"view": downloads(self._report, self._words), "root": place.root}

    def _search(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        def href(*of: str) -> str | None:
            shown = place.shown(*of)
            return shown.href if shown else None

        view = search(self._report, self._words, href)
        return {"view": view, "root": place.root, "prefix": place.prefix}

    def _dictionary(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        views = DictionaryViews(self._report, self._words)
        return {"view": views.all(place.prefix), "root": place.root}

    def _reports(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        own, other = self._words.language, other_language(self._words.language)
        return {"view": tuple(zip(place.pdfs(own), place.pdfs(other), strict=True))}

    def _table(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.table
        href = place.root + table_address(subject.table.id)
        return {"view": self._tables.table(subject.table, place.prefix), "csv_href": href}

    def _chart(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.table and subject.column
        shown = place.shown("table", subject.table.id)
        href = f"{shown.href}#{shown.prefix}{subject.table.id}" if shown else None
        view = self._charts.chart(subject.table, subject.column, subject.row)
        return {"view": view, "href": href}

    def _trend(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        return {"view": self._trends.trend(subject.indicator_id, place.row)}

    def _profile(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        framework, legend = place.shown("framework"), place.shown("legend")
        measures = f"{framework.href}#{framework.prefix}" if framework else None
        links = Links(place.row, place.profile, measures)
        view = self._profiles.profile(subject.indicator_id, links, place.prefix)
        return {"view": view, "methodology": legend.href if legend else None}

    def _indicators(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        return {"view": self._lists.all(place.row, place.profile, place.prefix), "root": place.root}

    def _discrepancies(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        def href(of: PlaceView) -> str | None:
            shown = place.shown(of.macro, of.document)
            return f"{shown.href}#{shown.prefix}{of.anchor}" if shown else None

        view = self._discrepancy_views.all(subject.document)
        return {"view": view, "href": href, "prefix": place.prefix}

    def _changes(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        whole, is_short = place.shown("changes"), subject.show == LATEST
        feed = feeds(self._report).get(self._words.language)
        most = MOST if is_short else None
        return {
            "view": self.changes.view(place, place.prefix, subject.scorecard, most),
            "is_short": is_short,
            "href": whole.href if whole and is_short else None,
            "feed": place.root + feed if feed else None,
        }

    def _glossary(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        terms = self._report.glossary.values()
        return {"view": self._terms.entries(terms, place.prefix)}

    def _term(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.term
        shown = place.shown("glossary")
        glossary = f"{shown.href}#{shown.prefix}" if shown else None
        in_full = subject.show == "name"
        return {"view": self._terms.term(subject.term, in_full, glossary, place.prefix)}

    def _figure(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        figures = self._figures
        disputed, name = figures.discrepancy(subject), figures.name(subject)
        return {"view": figures.figure(subject), "disputed": disputed, "name": name}
