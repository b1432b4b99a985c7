"""The smallest target, result and page that say something, to vary in a test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bilan.contract.files import files
from bilan.languages import Bilingual, Language
from bilan.model.absences import Missing, NotAvailable
from bilan.model.indicators import Outcome, Qualifier, Statement
from bilan.model.promises import Comparator, Comparison, Promise
from bilan.model.results import Judgement, Result, Verdict
from bilan.model.sources import Citation, Source
from bilan.model.targets import Baseline, Milestone, Target
from bilan.pages.calls import Passage, Text
from bilan.problems import Problems
from bilan.project import Project, Rendering
from bilan.report import Report

BEFORE, DUE, AFTER = date(2024, 3, 31), date(2025, 3, 31), date(2026, 3, 31)

_TEXT = Bilingual("text", "texte")
CITATION = Citation(Source("report", _TEXT, _TEXT, "en", "", None), _TEXT)
IN_WORDS = Statement(Bilingual("in force", "en vigueur"))
NO_FIGURE = NotAvailable(Missing.NOT_REPORTED, None)


def comparison(comparator: str, *bounds: str) -> Comparison:
    return Comparison(Comparator(comparator), *map(Decimal, bounds))


def target(
    promise: Promise, baseline: str | None = None, milestones: tuple[Milestone, ...] = ()
) -> Target:
    start = None if baseline is None else Baseline(Decimal(baseline), BEFORE)
    return Target(promise, DUE, CITATION, start, milestones)


def result(
    outcome: str | Outcome | NotAvailable,
    verdict: Verdict | None = None,
    interim: bool = False,
    qualifier: str | None = None,
) -> Result:
    found = Decimal(outcome) if isinstance(outcome, str) else outcome
    judgement = Judgement(verdict, _TEXT) if verdict else None
    said = Qualifier(qualifier) if qualifier else None
    return Result(found, DUE, CITATION, interim, judgement, qualifier=said)


def rendering(project: Project, language: Language, markdown: str) -> Rendering:
    """A Markdown text on the home page of the language, instead of its own."""
    problems = Problems()
    body = Passage.read(Text(markdown, "x.md"), problems)
    assert problems.messages() == []
    return Rendering(project, replace(project.pages.get(language, "index.md"), body=body))


def contract_texts(report: Report) -> Mapping[str, str]:
    """The files of the contract that are texts, by address."""
    return {address: made for address, made in files(report).items() if isinstance(made, str)}
