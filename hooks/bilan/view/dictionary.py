"""What every field of every file of the contract holds, as finished strings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bilan.contract.accounts import ROW_FIELDS, discrepancies_sheet, table_address, table_sheet
from bilan.contract.descriptions import INDICATOR_KEYS, RESULTS_FIELDS, RESULTS_KEYS
from bilan.contract.files import DATAPACKAGE, RESULTS_CSV, RESULTS_JSON, RESULTS_XLSX
from bilan.contract.glossary import glossary_sheet
from bilan.contract.indicators import indicator_address
from bilan.contract.sheets import Field
from bilan.contract.vocabulary import vocabularies
from bilan.labels import Words
from bilan.model.tables import Table
from bilan.report import Report
from bilan.view.downloads import INDICATOR_LABELS


@dataclass(frozen=True)
class FieldView:
    name: str
    """As it stands in the file: "date_to_achieve"."""
    type: str
    meaning: str
    values: str
    """id of the list that its values are from, or empty."""


@dataclass(frozen=True)
class GroupView:
    """Fields that belong together: those of one table, or all of a file."""

    heading: str
    """The name of the table, or empty."""
    href: str
    """Relative to the site's root; empty where the heading is."""
    fields: tuple[FieldView, ...]


@dataclass(frozen=True)
class FileView:
    anchor: str
    name: str
    address: str
    """ "data/results.csv"; "data/tables/id.csv" where it stands for several files."""
    href: str
    """The address of a single file; empty of several."""
    about: str
    groups: tuple[GroupView, ...]


@dataclass(frozen=True)
class ValueView:
    id: str
    meaning: str


@dataclass(frozen=True)
class ListView:
    """A closed list of values."""

    anchor: str
    name: str
    values: tuple[ValueView, ...]


@dataclass(frozen=True)
class DictionaryView:
    files: tuple[FileView, ...]
    lists: tuple[ListView, ...]


class DictionaryViews:
    def __init__(self, report: Report, words: Words) -> None:
        self._report, self._words = report, words

    def all(self, prefix: str = "") -> DictionaryView:
        """`prefix` keeps ids apart."""
        words = self._words
        lists = tuple(
            ListView(
                anchor=prefix + _anchor(f"list_{name}"),
                name=words(f"list_{name}"),
                values=tuple(ValueView(each.id, words.of(each.meaning)) for each in values),
            )
            for name, values in vocabularies(self._report).items()
            if values
        )
        return DictionaryView(tuple(self._files(prefix)), lists)

    def _files(self, prefix: str) -> Iterator[FileView]:
        report = self._report
        yield self._file(prefix, "results_csv", RESULTS_CSV, self._whole(prefix, RESULTS_FIELDS))
        yield self._file(prefix, "results_json", RESULTS_JSON, self._whole(prefix, RESULTS_KEYS))
        yield self._file(prefix, "results_xlsx", RESULTS_XLSX)
        if report.tables:
            address, of_tables = table_address(self._words("any_id")), tuple(self._tables(prefix))
            yield self._file(prefix, "tables_csv", address, of_tables, is_one=False)
        for key, sheet in (
            ("discrepancies_csv", discrepancies_sheet(report)),
            ("glossary_csv", glossary_sheet(report)),
        ):
            yield self._file(prefix, key, sheet.address, self._whole(prefix, sheet.fields))
        for form, key in INDICATOR_LABELS.items():
            address = indicator_address(self._words("any_id"), form)
            groups = self._whole(prefix, INDICATOR_KEYS) if form == "json" else ()
            yield self._file(prefix, key, address, groups, is_one=False)
        yield self._file(prefix, "datapackage", DATAPACKAGE)

    def _file(
        self,
        prefix: str,
        key: str,
        address: str,
        groups: tuple[GroupView, ...] = (),
        is_one: bool = True,
    ) -> FileView:
        return FileView(
            anchor=prefix + _anchor(key),
            name=self._words(key),
            address=address,
            href=address if is_one else "",
            about=self._words(f"{key}_about"),
            groups=groups,
        )

    def _whole(self, prefix: str, fields: Iterable[Field]) -> tuple[GroupView, ...]:
        """All fields of a file, as one group."""
        return (GroupView("", "", self._fields(prefix, fields)),)

    def _tables(self, prefix: str) -> Iterator[GroupView]:
        """What all tables share, then what each has of its own."""
        yield from self._whole(prefix, ROW_FIELDS)
        for table in self._report.tables.values():
            yield self._table(prefix, table)

    def _table(self, prefix: str, table: Table) -> GroupView:
        sheet = table_sheet(table)
        own = sheet.fields[len(ROW_FIELDS) :]
        return GroupView(self._words.of(table.name), sheet.address, self._fields(prefix, own))

    def _fields(self, prefix: str, fields: Iterable[Field]) -> tuple[FieldView, ...]:
        return tuple(
            FieldView(
                name=field.name,
                type=self._words(f"field_type_{field.type}"),
                meaning=self._words.of(field.description),
                values=prefix + _anchor(f"list_{field.values}") if field.values else "",
            )
            for field in fields
        )


def _anchor(key: str) -> str:
    return key.replace("_", "-")
