"""The measurement framework, as `results.json` shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from bilan.contract.structure import Json, texts
from bilan.model.framework import Framework, FrameworkIndicator, FrameworkObjective


def framework(framework: Framework) -> Json:
    citation = framework.citation
    return {
        "name": asdict(framework.name),
        "about": asdict(framework.about),
        "source": citation.source.id,
        "locator": asdict(citation.locator),
        "objectives": [_objective(objective) for objective in framework.objectives],
        "notes": texts(framework.notes),
    }


def _objective(objective: FrameworkObjective) -> Json:
    return {
        "id": objective.id,
        "name": asdict(objective.name),
        "impacts": texts(objective.impacts),
        "programme_indicators": _indicators(objective.programme_indicators),
        "own_indicators": _indicators(objective.own_indicators),
    }


def _indicators(indicators: Iterable[FrameworkIndicator]) -> list[Json]:
    return [
        {
            "id": indicator.id,
            "name": asdict(indicator.name),
            "reported_by": [report.entry.indicator.id for report in indicator.reported_by],
        }
        for indicator in indicators
    ]
