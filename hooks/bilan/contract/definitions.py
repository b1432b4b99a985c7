"""What the results refer to by id, as `results.json` shows it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bilan.contract.framework import framework
from bilan.contract.structure import Json, text, texts
from bilan.languages import LANGUAGES
from bilan.model.indicators import Indicator, Unit
from bilan.model.scorecards import Scorecard
from bilan.model.sources import Source
from bilan.model.status import Status
from bilan.report import Report, StatusWords


def definitions(report: Report) -> dict[str, Any]:
    return {
        "organization": asdict(report.organization.name),
        "scorecards": [_scorecard(scorecard) for scorecard in report.scorecards.values()],
        "indicators": [indicator_object(indicator) for indicator in report.indicators.values()],
        "units": [unit_object(unit) for unit in report.units.values()],
        "sources": [source_object(source) for source in report.sources.values()],
        "statuses": [_status(status, words) for status, words in report.statuses.items()],
        "framework": framework(report.framework) if report.framework else None,
    }


def _scorecard(scorecard: Scorecard) -> Json:
    return {
        "id": scorecard.id,
        "name": asdict(scorecard.name),
        "period": scorecard.period,
        "as_of": scorecard.as_of,
        "published": scorecard.published,
        "source": scorecard.source.id,
        "objectives": texts(scorecard.objectives),
        "areas": [
            {"id": area.id, "name": asdict(area.name), "aim": asdict(area.aim)}
            for area in scorecard.areas
        ],
        "counts": {status.value: count for status, count in scorecard.tally.counts.items()},
        "notes": texts(scorecard.notes),
    }


def indicator_object(indicator: Indicator) -> Json:
    return {
        "id": indicator.id,
        "name": asdict(indicator.name),
        "definition": asdict(indicator.definition),
        "unit": indicator.unit.id,
        "of": text(indicator.of),
        "better": indicator.better.value,
        "measures": indicator.measures.value,
        "since": indicator.since,
    }


def unit_object(unit: Unit) -> Json:
    nouns = {language: dict(unit.nouns[language]) for language in LANGUAGES if unit.nouns}
    return {"id": unit.id, "kind": unit.kind.value, "nouns": nouns or None}


def source_object(source: Source) -> Json:
    return {
        "id": source.id,
        "title": asdict(source.title),
        "publisher": asdict(source.publisher),
        "language": source.language,
        "url": source.url or None,
        "note": text(source.note),
    }


def _status(status: Status, words: StatusWords) -> Json:
    return {
        "id": status.value,
        "name": {language: forms["one"] for language, forms in words.name.items()},
        "rule": asdict(words.rule),
    }
