"""What other sites show of one indicator: its latest result, whole in a few words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bilan.formats import Formats, drawn, plain
from bilan.labels import Words
from bilan.languages import Language
from bilan.model.framework import LatestReport
from bilan.model.indicators import Indicator
from bilan.report import Report
from bilan.view.decisions import in_a_sentence
from bilan.view.pieces import FigureView, StatusView
from bilan.view.rows import RowViews
from bilan.view.trends import Trends, TrendView


@dataclass(frozen=True)
class EmbedView:
    """Every text of it is without HTML."""

    language: Language
    name: str
    figure: FigureView
    """As in a table: "$275M"."""
    result: str
    """As in a sentence: "more than $275 million (interim)"."""
    target: str
    """ "Target: at least 3,000 members", or empty where none was set."""
    status: StatusView
    verdict: str
    """ "Target exceeded, ahead of its date"."""
    date: str
    """ "As of March 31, 2021"."""
    day: str
    """ "March 31, 2021"."""
    sentence: str
    """All of it: "Members: 3,334 members. Target exceeded. As of March 31, 2021."."""
    trend: TrendView | None
    """None with fewer than two results in figures."""


class Embeds:
    """Builds the views of one language."""

    def __init__(self, report: Report, words: Words) -> None:
        self._report, self._words = report, words
        self._formats, self._rows = Formats(words), RowViews(report, words)
        self._trends = Trends(report, words)

    def embed(self, indicator: Indicator) -> EmbedView:
        latest = LatestReport.of(indicator, self._report.scorecards.values())
        assert latest, "only indicators that a scorecard reports are embedded"
        entry, words, figures = latest.entry, self._words, self._rows.figures
        told = _in_text(figures.undated(entry, "sentence"))
        promise = in_a_sentence(figures.promise(indicator, entry.target.promise, "sentence"))
        target = words("target_is", target=plain(promise))
        badge = self._rows.badge(entry.assessment)
        verdict = ", ".join(part for part in (badge.status.name, badge.ahead_of_date) if part)
        name, day = words.of(indicator.name), plain(self._formats.date(entry.result.as_of))
        date = words("stands_as_of", date=day)
        reported = words("reported_as", name=name, figure=told)
        return EmbedView(
            language=words.language,
            name=name,
            figure=_without_html(figures.undated(entry, "table")),
            result=told,
            target=target if entry.has_target else "",
            status=badge.status,
            verdict=verdict,
            date=date,
            day=day,
            sentence=f"{reported.removesuffix('.')}. {verdict}. {date}.",
            trend=self._trends.drawn(indicator.id, lambda *_: ""),
        )


def _in_text(figure: FigureView) -> str:
    details = f" ({', '.join(figure.details)})" if figure.details else ""
    return plain(in_a_sentence(figure)) + details


def _without_html(figure: FigureView) -> FigureView:
    return replace(figure, number=drawn(figure.number), words=plain(figure.words))
