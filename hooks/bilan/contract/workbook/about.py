"""What a workbook says of itself: its cover, its sources, and what its fields mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bilan.contract.sheets import Field, Sheet
from bilan.contract.vocabulary import labelled, vocabularies
from bilan.contract.workbook.forms import Forms
from bilan.contract.workbook.pieces import Column, Line, Link, Tab, both
from bilan.languages import LANGUAGES, OWN_NAMES, Bilingual
from bilan.model.sources import Source
from bilan.report import Report

_COVER_WIDTH = 70
_READING = ("workbook_numbers", "workbook_empty", "workbook_printed")


class Cover:
    """The first tab: English in the first column, French in the second."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def tab(
        self,
        name: str,
        about: Sequence[Bilingual],
        others: Iterable[tuple[Tab, Bilingual]],
        sources: Iterable[Source],
    ) -> Tab:
        """`about` is the title and what else there is to say; `others` are the tabs it leads
        to, each with its title."""
        organization = self._report.organization
        title, *rest = about
        lines = (
            self._pair(title, is_strong=True),
            *(self._pair(each) for each in rest),
            *self._part("publisher", [organization.name, organization.description]),
            self._heading("results_as_of"),
            Line(tuple(Forms(each).day(self._report.data_date) for each in LANGUAGES)),
            *self._part("workbook_reading", [labelled(key, self._report) for key in _READING]),
            self._heading("workbook_sheets"),
            *(
                Line(tuple(Link(text[each], tab.name) for each in LANGUAGES))
                for tab, text in others
            ),
            *self._part("sources", map(_cited, sources)),
        )
        columns = tuple(Column(OWN_NAMES[each], _COVER_WIDTH) for each in LANGUAGES)
        return Tab(name, both(title), columns, lines, is_list=False)

    def _part(self, key: str, texts: Iterable[Bilingual]) -> Iterator[Line]:
        yield self._heading(key)
        yield from map(self._pair, texts)

    def _heading(self, key: str) -> Line:
        return self._pair(labelled(key, self._report), is_strong=True)

    def _pair(self, text: Bilingual, is_strong: bool = False) -> Line:
        return Line((text.en, text.fr), is_strong=is_strong)


def _cited(source: Source) -> Bilingual:
    en, fr = (f"{source.title[each]}. {source.publisher[each]}" for each in LANGUAGES)
    return Bilingual(en, fr)


_SOURCE_FIELDS = (
    Field("id", Bilingual("Id of the source", "Identifiant de la source")),
    Field("title_en", Bilingual("Title, in English", "Titre, en anglais")),
    Field("title_fr", Bilingual("Title, in French", "Titre, en français")),
    Field("publisher_en", Bilingual("Publisher, in English", "Éditeur, en anglais")),
    Field("publisher_fr", Bilingual("Publisher, in French", "Éditeur, en français")),
    Field("language", Bilingual("Language it was read in", "Langue de consultation")),
    Field("url", Bilingual("Address", "Adresse")),
    Field("note_en", Bilingual("Note, in English", "Note, en anglais")),
    Field("note_fr", Bilingual("Note, in French", "Note, en français")),
)
_FIELD_FIELDS = (
    Field("file", Bilingual("File", "Fichier")),
    Field("field", Bilingual("Field", "Champ")),
    Field("type", Bilingual("Type", "Type")),
    Field("meaning_en", Bilingual("Meaning, in English", "Sens, en anglais")),
    Field("meaning_fr", Bilingual("Meaning, in French", "Sens, en français")),
)
_VALUE_FIELDS = (
    Field("list", Bilingual("List", "Liste")),
    Field("value", Bilingual("Value", "Valeur")),
    *_FIELD_FIELDS[-2:],
)


def sources_sheet(report: Report) -> Sheet:
    rows = [
        [
            source.id,
            *(source.title.en, source.title.fr),
            *(source.publisher.en, source.publisher.fr),
            both(labelled(f"read_in_{source.language}", report)),
            source.url or None,
            *((source.note.en, source.note.fr) if source.note else (None, None)),
        ]
        for source in report.sources.values()
    ]
    return _sheet(labelled("sheet_sources", report), _SOURCE_FIELDS, rows)


def fields_sheet(report: Report, sheets: Iterable[Sheet]) -> Sheet:
    """What every field of the files for programs holds."""
    rows = [
        [
            *(sheet.address, field.name, both(labelled(f"field_type_{field.type}", report))),
            *(field.description.en, field.description.fr),
        ]
        for sheet in sheets
        for field in sheet.fields
    ]
    return _sheet(labelled("sheet_fields", report), _FIELD_FIELDS, rows)


def values_sheet(report: Report) -> Sheet:
    """What every value of the closed lists means."""
    rows = [
        [both(labelled(f"list_{name}", report)), value.id, value.meaning.en, value.meaning.fr]
        for name, values in vocabularies(report).items()
        for value in values
    ]
    return _sheet(labelled("sheet_values", report), _VALUE_FIELDS, rows)


def _sheet(
    title: Bilingual, fields: tuple[Field, ...], rows: Sequence[Sequence[str | None]]
) -> Sheet:
    """For the workbook alone: it has no address."""
    return Sheet(name="", address="", title=title, fields=fields, rows=rows)
