"""What is wrong with the input, told to the person who can mend it.

A problem is data (rule, place, values). Its sentences stand in `rules.yml`, in
both languages, so that a message, its rule page and its translation cannot drift.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Literal, Protocol

import yaml

from bilan.languages import LANGUAGES, Bilingual, Language

LONGEST_QUOTE = 60
MOST_MESSAGES = 100

Severity = Literal["error", "warning"]
"""An error keeps a site from being published; a warning is told."""


@dataclass(frozen=True, order=True)
class Location:
    """A place in an input file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Phrase(Protocol):
    """A value of a message that reads differently in each language."""

    def in_language(self, language: Language) -> str: ...


Value = str | Bilingual | Phrase
"""A `str` is quoted from the input, and shortened; the others are shown whole."""


@dataclass(frozen=True)
class Suggestion:
    """The nearest known name, or the known names when none is near."""

    found: str
    known: tuple[str, ...]

    @staticmethod
    def among(found: str, known: Iterable[str]) -> Suggestion:
        return Suggestion(found, tuple(known))

    @property
    def nearest(self) -> str | None:
        folded = {name.casefold(): name for name in self.known}
        close = difflib.get_close_matches(self.found.casefold(), folded, n=1, cutoff=0.6)
        return folded[close[0]] if close else None

    def in_language(self, language: Language) -> str:
        if self.nearest is not None:
            return quoted(self.nearest, language)
        if not self.known:
            return "a known name" if language == "en" else "un nom connu"
        names = ", ".join(self.known[:12]) + (" …" if len(self.known) > 12 else "")
        return f"one of: {names}" if language == "en" else f"l’un de\u00a0: {names}"


@dataclass(frozen=True)
class Rule:
    """One thing that is checked; `code` is stable and documented in the editors' guide."""

    code: str
    severity: Severity
    title: Bilingual
    found: Bilingual
    write: Bilingual


@dataclass(frozen=True)
class Correction:
    """What replaces `found` at a problem's place; `is_safe` when nobody need be asked."""

    found: str
    write: str
    is_safe: bool


@dataclass(frozen=True)
class Problem:
    rule: str
    location: Location
    values: tuple[tuple[str, Value], ...] = ()
    correction: Correction | None = None

    @staticmethod
    def of(
        rule: str, where: Location, correction: Correction | None = None, **values: Value
    ) -> Problem:
        return Problem(rule, where, tuple(values.items()), correction)

    @property
    def severity(self) -> Severity:
        return rules()[self.rule].severity

    @property
    def spoken(self) -> dict[str, tuple[str, ...]]:
        """Each value as it reads in each language."""
        return {
            name: tuple(_shown(value, each) for each in LANGUAGES) for name, value in self.values
        }

    def sentence(self, language: Language = "en") -> str:
        """`what was found; what to write`."""
        rule = rules()[self.rule]
        values = {name: _shown(value, language) for name, value in self.values}
        found, write = rule.found[language].format(**values), rule.write[language].format(**values)
        return f"{found}; {write}"

    def message(self, language: Language = "en") -> str:
        """`file:line:column CODE: what was found; what to write`; a warning says that it is one."""
        severity = f" ({_WARNING[language]})" if self.severity == "warning" else ""
        colon = ":" if language == "en" else "\u00a0:"
        return f"{self.location} {self.rule}{severity}{colon} {self.sentence(language)}"


_WARNING = Bilingual("warning", "avertissement")


@dataclass
class Problems:
    """Collects every problem, so that an editor sees them all at once."""

    _found: dict[Problem, None] = field(default_factory=dict)
    """A set that keeps the order in which problems were found."""

    def add(self, rule: str, location: Location, **values: Value) -> None:
        self._found[Problem(rule, location, tuple(values.items()))] = None

    def extend(self, problems: Iterable[Problem]) -> None:
        self._found.update(dict.fromkeys(problems))

    def __iter__(self) -> Iterator[Problem]:
        """In the order of file, line and column."""
        return iter(sorted(self._found, key=lambda problem: (problem.location, problem.rule)))

    def __len__(self) -> int:
        return len(self._found)

    def of(self, severity: Severity) -> Problems:
        return Problems({each: None for each in self._found if each.severity == severity})

    def messages(self, language: Language = "en") -> list[str]:
        """One line each; after the first hundred, one line that counts the rest."""
        told = [problem.message(language) for problem in islice(self, MOST_MESSAGES)]
        left = len(self) - len(told)
        return [*told, _and_more(left)[language]] if left else told

    def to_json(self) -> str:
        """For another process, with the values in both languages."""
        return json.dumps([[p.rule, astuple(p.location), p.spoken] for p in self])

    @staticmethod
    def from_json(text: str) -> Problems:
        problems = Problems()
        for rule, location, spoken in json.loads(text):
            values = {name: Bilingual(*both) for name, both in spoken.items()}
            problems.add(rule, Location(*location), **values)
        return problems


class InputRefused(Exception):
    """The input has problems; nothing was made from it."""

    def __init__(self, problems: Problems) -> None:
        super().__init__("\n".join(problems.messages()))
        self.problems = problems


def quoted(text: str, language: Language) -> str:
    return f"“{text}”" if language == "en" else f"«\u00a0{text}\u00a0»"


def quotation(text: str) -> Bilingual:
    """A text in the quotation marks of each language, whole."""
    return Bilingual(*(quoted(text, language) for language in LANGUAGES))


@cache
def rules() -> dict[str, Rule]:
    """All rules by code."""
    text = Path(__file__).with_name("rules.yml").read_text(encoding="utf-8")
    entries = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {
        code: Rule(
            code,
            entry.get("severity", "error"),
            *(Bilingual(**entry[part]) for part in ("title", "found", "write")),
        )
        for code, entry in entries.items()
    }


def whole(text: str) -> Bilingual:
    """A text of ours, the same in both languages, that a message does not shorten."""
    return Bilingual(text, text)


def _and_more(count: int) -> Bilingual:
    return Bilingual(f"… and {count} more", f"… et {count} autre{'s' if count > 1 else ''}")


def _shown(value: Value, language: Language) -> str:
    if isinstance(value, Bilingual):
        return value[language]
    if isinstance(value, str):
        one_line = " ".join(value.split())
        return one_line if len(one_line) <= LONGEST_QUOTE else one_line[: LONGEST_QUOTE - 1] + "…"
    return value.in_language(language)
