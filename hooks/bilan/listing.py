"""Problems as a list: for people, for GitHub, and for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from bilan.languages import Language
from bilan.problems import Problem, Problems, rules


def as_text(problems: Problems, language: Language) -> str:
    """One line each, at most a hundred."""
    return "\n".join(problems.messages(language))


def as_github(problems: Problems, language: Language) -> str:
    """Annotations on the lines of a pull request (GitHub's workflow commands)."""
    return "\n".join(_annotation(problem, language) for problem in problems)


def _annotation(problem: Problem, language: Language) -> str:
    at, title = problem.location, f"{problem.rule} {rules()[problem.rule].title[language]}"
    properties = {"file": at.file, "line": at.line, "col": at.column, "title": title}
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{problem.severity} {written}::{_data(problem.sentence(language))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Problems, language: Language) -> str:
    """An array of objects: `code`, `severity`, `file`, `line`, `column` (from 1), `message`, and
    `correction` (`found`, `write`, `is_safe`) or null."""
    found = [
        {
            "code": problem.rule,
            "severity": problem.severity,
            **asdict(problem.location),
            "message": problem.sentence(language),
            "correction": asdict(problem.correction) if problem.correction else None,
        }
        for problem in problems
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_sarif(problems: Problems, language: Language) -> str:
    """The Static Analysis Results Interchange Format, version 2.1.0 (OASIS)."""
    codes = sorted({problem.rule for problem in problems})
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Bilan",
                        "rules": [_sarif_rule(code, language) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _sarif_result(problem, codes.index(problem.rule), language)
                    for problem in problems
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif_rule(code: str, language: Language) -> dict[str, Any]:
    rule = rules()[code]
    return {
        "id": code,
        "shortDescription": {"text": rule.title[language]},
        "defaultConfiguration": {"level": rule.severity},
    }


def _sarif_result(problem: Problem, index: int, language: Language) -> dict[str, Any]:
    at = problem.location
    region = {"startLine": at.line, "startColumn": at.column}
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": problem.sentence(language)},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": at.file}, "region": region}}
        ],
    }


LISTINGS: Mapping[str, Callable[[Problems, Language], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "sarif": as_sarif,
}
