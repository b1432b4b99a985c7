"""Calls to HTML: a view in the page's language, through a template of `macros/`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from bilan.contract.files import RESULTS_CSV
from bilan.data.texts import read_text
from bilan.labels import Words
from bilan.macros.arguments import Subject
from bilan.macros.signatures import HEADLINE, MET_OR_EXCEEDED, TARGETS
from bilan.model.scorecards import ReportedIndicator, Scorecard
from bilan.model.status import Status
from bilan.problems import Location, Problems, whole
from bilan.report import Report
from bilan.view.downloads import downloads
from bilan.view.figures import in_words
from bilan.view.glossary import GlossaryViews
from bilan.view.pieces import FigureView
from bilan.view.scorecards import Views


@dataclass(frozen=True)
class Shown:
    """Where a scorecard, or the glossary, stands whole."""

    href: str
    """Relative address of its page; empty for the page itself."""
    prefix: str
    """What its ids begin with there."""


@dataclass(frozen=True)
class Place:
    """Where on the site a call stands."""

    root: str
    """Relative address of the site's root, with a slash at its end: "../../"."""
    shown: Callable[[str], Shown | None]
    """Where the scorecard with this id stands whole, if it does."""
    prefix: str = ""
    """Keeps apart the ids of blocks on one page."""
    glossary: Callable[[], Shown | None] = lambda: None
    """Where the glossary stands, if it does and a call can lead to it: the head of a page is
    text, where nothing leads anywhere."""


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
        self._views, self._terms = Views(report, words), GlossaryViews(words)
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
            "glossary": self._glossary,
            "term": self._term,
        }

    def render(self, macro: str, subject: Subject, place: Place) -> Markup:
        context = self._makers[macro](subject, place)
        template = self._environment.get_template(f"{macro}.jinja")
        return Markup(template.render(label=self._words, **context).strip())

    def _scorecard(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.scorecard
        view = self._views.scorecard(subject.scorecard, place.prefix)
        return {"view": view, "downloads_href": place.root + RESULTS_CSV}

    def _summary(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.scorecard
        shown = place.shown(subject.scorecard.id)
        view = self._views.scorecard(subject.scorecard, place.prefix)
        return {"view": view, "href": shown.href if shown else None}

    def _areas(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.scorecard
        shown = place.shown(subject.scorecard.id)
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

    def _glossary(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        terms = self._report.glossary.values()
        return {"view": self._terms.entries(terms, place.prefix)}

    def _term(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.term
        shown = place.glossary()
        glossary = f"{shown.href}#{shown.prefix}" if shown else None
        in_full = subject.show == "name"
        return {"view": self._terms.term(subject.term, in_full, glossary, place.prefix)}

    def _figure(self, subject: Subject, place: Place) -> Mapping[str, Any]:
        assert subject.scorecard
        if subject.entry is None:
            return {"view": in_words(self._count(subject))}
        return {"view": self._part(subject.entry, subject.scorecard, subject.part)}

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
