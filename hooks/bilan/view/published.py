"""Published figures as sentences and tables for editors say them, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from bilan.contract.published import Json, PublishedFigure
from bilan.formats import Formats, plain
from bilan.languages import LANGUAGES, Bilingual, Language
from bilan.model.indicators import Qualifier, Quantity
from bilan.model.targets import Comparator, Comparison
from bilan.problems import quoted
from bilan.report import Report

_NAMES: Mapping[str, Bilingual] = {
    "target": Bilingual("the target of {}", "la cible de {}"),
    "result": Bilingual("the result of {}", "le résultat de {}"),
    "baseline": Bilingual("the baseline of {}", "les données de référence de {}"),
    "milestone": Bilingual("a milestone of {}", "un jalon de {}"),
}


class PublishedFigures:
    """Says figures of one report; one that it no longer knows is said in bare digits."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._formats = {language: Formats(report.words[language]) for language in LANGUAGES}

    def name(self, figure: PublishedFigure) -> Bilingual:
        """ "the result of “Members” (2020-2021)"."""
        return Bilingual(*(self._name(figure, language) for language in LANGUAGES))

    def said(self, figure: PublishedFigure) -> Bilingual:
        """ "at least 3,000 members", "not reported", "“In force”"."""
        return Bilingual(*(self._said(figure, language) for language in LANGUAGES))

    def _name(self, figure: PublishedFigure, language: Language) -> str:
        if figure.column:
            return self._name_of_cell(figure, language)
        indicator = self._report.indicators.get(figure.entry)
        name = indicator.name[language] if indicator else figure.entry
        part, _, date = figure.part.removesuffix(".result").partition(".")
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
        if figure.statement:
            return quoted(figure.statement[language], language)
        if said.get("not_available"):
            return words(f"{said['not_available']}_word")
        if said.get("printed"):
            return words(f"cell_{said['printed']}")
        if figure.value is None:
            return words("to_be_determined")
        return self._written(figure, figure.value, language)

    def _written(self, figure: PublishedFigure, value: Decimal, language: Language) -> str:
        indicator, formats = self._report.indicators.get(figure.entry), self._formats[language]
        unit = self._report.units.get(figure.said.get("unit", "")) if figure.column else None
        if unit:
            return plain(formats.quantity(Quantity(value, unit), "full").__html__())
        if indicator is None or figure.column:
            return formats.number(value)
        comparator, qualifier = figure.said.get("comparator"), figure.said.get("qualifier")
        if comparator:
            comparison = Comparison(Comparator(comparator), value, figure.said.get("high"))
            words, written = formats.comparison(comparison, indicator.unit, indicator.of)
        else:
            words = formats.qualifier(Qualifier(qualifier) if qualifier else None)
            written = formats.quantity(Quantity(value, indicator.unit, indicator.of))
        return f"{words} {plain(written.__html__())}".strip()


def as_written(said: Json) -> str:
    """A figure, or what a revision says that it was, as the data has it."""
    if said.get("value") is not None:
        return f"value: {said['value']:f}"
    statement = said.get("statement") or {}
    return f"statement: {{en: {statement.get('en', '…')}, fr: {statement.get('fr', '…')}}}"
