"""What every field of every file of the contract holds, as finished strings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bilan.contract.accounts import ROW_FIELDS, discrepancies_sheet, table_sheet
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
        yield self._file(prefix, "results_csv", RESULTS_CSV, RESULTS_FIELDS)
        yield self._file(prefix, "results_json", RESULTS_JSON, RESULTS_KEYS)
        yield self._file(prefix, "results_xlsx", RESULTS_XLSX)
        if report.tables:
            yield self._tables(prefix)
        for key, sheet in (
            ("discrepancies_csv", discrepancies_sheet(report)),
            ("glossary_csv", glossary_sheet(report)),
        ):
            yield self._file(prefix, key, sheet.address, sheet.fields)
        for form, key in INDICATOR_LABELS.items():
            address = indicator_address(self._words("any_id"), form)
            keys = INDICATOR_KEYS if form == "json" else ()
            yield self._file(prefix, key, address, keys, is_one=False)
        yield self._file(prefix, "datapackage", DATAPACKAGE)

    def _file(
        self, prefix: str, key: str, address: str, fields: Iterable[Field] = (), is_one: bool = True
    ) -> FileView:
        groups = (GroupView("", "", self._fields(prefix, fields)),) if fields else ()
        return FileView(
            anchor=prefix + _anchor(key),
            name=self._words(key),
            address=address,
            href=address if is_one else "",
            about=self._words(f"{key}_about"),
            groups=groups,
        )

    def _tables(self, prefix: str) -> FileView:
        words = self._words
        shared = GroupView("", "", self._fields(prefix, ROW_FIELDS))
        groups = (self._table(prefix, table) for table in self._report.tables.values())
        return FileView(
            anchor=f"{prefix}tables-csv",
            name=words("tables_csv"),
            address=f"data/tables/{words('any_id')}.csv",
            href="",
            about=words("tables_csv_about"),
            groups=(shared, *groups),
        )

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
