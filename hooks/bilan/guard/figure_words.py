"""Published figures as sentences and tables for editors say them, in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

from bilan.contract.published import PublishedFigure
from bilan.contract.published_form import Published, Said
from bilan.formats import Formats, plain
from bilan.guard.comparison import DATES, FIGURE, WORDS, Difference
from bilan.languages import LANGUAGES, Bilingual, Language
from bilan.model.indicators import Quantity
from bilan.model.promises import Comparator, Comparison
from bilan.problems import quoted
from bilan.report import Report

_NAMES: Mapping[str, Bilingual] = {
    "target": Bilingual("the target of {}", "la cible de {}"),
    "result": Bilingual("the result of {}", "le résultat de {}"),
    "baseline": Bilingual("the baseline of {}", "les données de référence de {}"),
    "milestone": Bilingual("a milestone of {}", "un jalon de {}"),
    "milestone result": Bilingual(
        "the result of a milestone of {}", "le résultat d’un jalon de {}"
    ),
}

_NOTHING = Bilingual("—", "—")


class FigureWords:
    """Says figures of one report; what it no longer knows is said as the data writes it."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._formats = {language: Formats(report.words[language]) for language in LANGUAGES}

    def name(self, figure: PublishedFigure) -> Bilingual:
        """ "the result of “Members” (2020-2021)"."""
        return Bilingual(*(self._name(figure, language) for language in LANGUAGES))

    def said(self, figure: PublishedFigure) -> Bilingual:
        """ "at least 3,000 members", "not reported", "“In force”"."""
        return Bilingual(*(self._said(figure, language) for language in LANGUAGES))

    def of(self, difference: Difference) -> tuple[Bilingual, Bilingual]:
        """What was and what is said, or a dash; where both are the same, with the keys and the
        values that differ: "80 boats (date_to_achieve: 2025-03-31)"."""
        was, now = difference.was, difference.now
        one, other = (self.said(figure) if figure else _NOTHING for figure in (was, now))
        if was is None or now is None or one != other:
            return one, other
        return _with(one, was.said, now.said), _with(other, now.said, was.said)

    def _name(self, figure: PublishedFigure, language: Language) -> str:
        if figure.column:
            return self._name_of_cell(figure, language)
        indicator = self._report.indicators.get(figure.entry)
        name = indicator.name[language] if indicator else figure.entry
        part, _, date = figure.part.removesuffix(".result").partition(".")
        part = f"{part} result" if figure.part.endswith(".result") else part
        shown = _NAMES[part][language].format(quoted(name, language))
        return f"{shown} ({figure.document}{f', {date}' if date else ''})"

    def _name_of_cell(self, figure: PublishedFigure, language: Language) -> str:
        """ "“Total”, “2024-2025” (portfolio)"."""
        table = self._report.tables.get(figure.document)
        rows = {row.id: row.name[language] for row in table.rows} if table else {}
        columns = {each.id: each.name[language] for each in table.columns} if table else {}
        row = quoted(rows.get(figure.entry, figure.entry), language)
        column = quoted(columns.get(figure.column, figure.column), language)
        return f"{row}, {column} ({figure.document})"

    def _said(self, figure: PublishedFigure, language: Language) -> str:
        said, words = figure.said, self._report.words[language]
        if said.statement:
            return quoted(said.statement[language], language)
        if said.not_available:
            return words(f"{said.not_available.value}_word")
        if said.printed:
            return words(f"cell_{said.printed.value}")
        if said.value is None:
            return words("to_be_determined")
        return self._written(figure, said.value, language)

    def _written(self, figure: PublishedFigure, value: Decimal, language: Language) -> str:
        said, formats = figure.said, self._formats[language]
        indicator = None if figure.column else self._report.indicators.get(figure.entry)
        unit, of = self._report.units.get(said.unit or ""), indicator.of if indicator else None
        if unit is None:
            return as_written(said)
        if isinstance(said.comparator, Comparator):
            comparison = Comparison(said.comparator, value, said.high)
            words, written = formats.comparison(comparison, unit, of)
        else:
            words = formats.qualifier(said.qualifier)
            written = formats.quantity(
                Quantity(value, unit, of), "full" if figure.column else "sentence"
            )
        return f"{words} {plain(written.__html__())}".strip()


def as_written(said: Said) -> str:
    """A figure, or what a revision says that it was, as a revision in the data has it."""
    match said:
        case Said(statement=statement) if statement:
            words = (f"{language}: {_in_quotes(statement[language])}" for language in LANGUAGES)
            return f"statement: {{{', '.join(words)}}}"
        case Said(not_available=missing) if missing:
            return f"not_available: {missing.value}"
        case Said(value=None):
            return "to_be_determined: true"
        case Said(comparator=Comparator.BETWEEN, value=low, high=high):
            return f"between: [{low:f}, {high:f}]"
    return f"{said.comparator or 'value'}: {said.value:f}"


def _in_quotes(text: str) -> str:
    """As YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)


def _keys(one: Published, other: Published, language: Language) -> Iterator[str]:
    for name in (*FIGURE, *DATES, *WORDS):
        value = getattr(one, name)
        if value != getattr(other, name):
            yield f"{name}: {_plain(value, language)}"


def _plain(value: object, language: Language) -> str:
    match value:
        case None:
            return "—"
        case Mapping():
            return str(value[language])
        case StrEnum():
            return value.value
    return str(value).lower()


def _with(said: Bilingual, one: Published, other: Published) -> Bilingual:
    told = {language: ", ".join(_keys(one, other, language)) for language in LANGUAGES}
    return Bilingual(*(f"{said[language]} ({told[language]})" for language in LANGUAGES))
