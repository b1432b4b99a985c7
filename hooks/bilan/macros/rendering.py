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
from bilan.macros.signatures import HEADLINE, MET_OR_EXCEEDED, TARGETS
from bilan.model.addresses import Address
from bilan.model.scorecards import ReportedIndicator, Scorecard
from bilan.model.status import Status
from bilan.problems import Location, Problems, whole
from bilan.report import Report
from bilan.view.charts import Charts
from bilan.view.discrepancies import DiscrepancyViews, PlaceView, anchor
from bilan.view.downloads import downloads
from bilan.view.figures import in_words
from bilan.view.pieces import FigureView
from bilan.view.scorecards import Views
from bilan.view.tables import TableViews
from bilan.view.trends import Trends


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
        self._charts, self._trends = Charts(report, words, self._tables), Trends(report, words)
        self._discrepancy_views = DiscrepancyViews(report, words)
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
            "chart": self._chart,
            "trend": self._trend,
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

    def _chart(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.table and subject.column
        shown = place.shown("table", subject.table.id)
        href = f"{shown.href}#{shown.prefix}{subject.table.id}" if shown else None
        view = self._charts.chart(subject.table, subject.column, subject.row)
        return {"view": view, "href": href}

    def _trend(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        def row(scorecard_id: str, indicator_id: str) -> str:
            shown = place.shown("scorecard", scorecard_id)
            return f"{shown.href}#{shown.prefix}{indicator_id}" if shown else ""

        return {"view": self._trends.trend(subject.indicator_id, row)}

    def _discrepancies(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        def href(of: PlaceView) -> str | None:
            shown = place.shown(of.macro, of.document)
            return f"{shown.href}#{shown.prefix}{of.anchor}" if shown else None

        view = self._discrepancy_views.all(subject.document)
        return {"view": view, "href": href, "prefix": place.prefix}

    def _figure(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        view, disputes = self._in_sentence(subject), self._disputes(subject)
        return {"view": replace(view, unit="") if subject.number_only else view, **disputes}

    def _in_sentence(self, subject: Subject) -> FigureView:
        if subject.table:
            assert subject.row and subject.column
            return self._tables.figure(subject.table, subject.row, subject.column, in_sentence=True)
        if subject.entry is None:
            return in_words(self._count(subject))
        assert subject.scorecard
        return self._part(subject.entry, subject.scorecard, subject.part)

    def _disputes(self, subject: Subject) -> Mapping[str, Any]:
        """The entry on the register of a figure that is part of a known discrepancy."""
        if subject.table and subject.row and subject.column:
            address = Address(subject.table.id, subject.row.id, subject.column.id)
        elif subject.scorecard and subject.entry:
            address = Address(subject.scorecard.id, subject.entry.indicator.id, subject.part)
        else:
            return {"disputed": None}
        found = self._report.discrepancies_of(address)
        return {"disputed": anchor(found[0]) if found else None}

    def _count(self, subject: Subject) -> str:
        """ "17 targets exceeded", of the scorecard or of one area."""
        assert subject.scorecard
        tally = (subject.area or subject.scorecard).tally
        if subject.count == HEADLINE:
            return self._views.headline(tally)
        special = {TARGETS: tally.targets, MET_OR_EXCEEDED: tally.successes}
        count = special.get(subject.count)
        if count is None:
            count = tally.counts[Status(subject.count)]
        return self._views.counted(f"count_{subject.count}", count)

    def _part(self, entry: ReportedIndicator, scorecard: Scorecard, part: str) -> FigureView:
        figures, formats = self._views.rows.figures, self._views.formats
        match part:
            case "target":
                return figures.target(entry, scorecard, "sentence")
            case "progress":
                assert entry.progress is not None
                return in_words(formats.percent_of_target(entry.progress))
            case "baseline":
                assert entry.target.baseline
                value = figures.quantity(entry.indicator, entry.target.baseline.value, "sentence")
                return FigureView("", value.number, value.unit, "", False)
            case "as_of":
                return in_words(formats.date(entry.result.as_of))
            case "date_to_achieve":
                return in_words(formats.date(entry.target.date_to_achieve))
        return figures.result(entry, scorecard, "sentence")
