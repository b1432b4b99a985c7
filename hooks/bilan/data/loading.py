"""The data folder as one `Report`, or every problem in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bilan.data import definitions, schema
from bilan.data.accounts import DISCREPANCIES, RECONCILIATIONS, TABLES, Accounts, read_accounts
from bilan.data.figures import PLACEHOLDER
from bilan.data.files import DataFolder, File
from bilan.data.framework import FRAMEWORK, read_framework
from bilan.data.ledger import Read
from bilan.data.library import Entries, Library
from bilan.data.nodes import MappingNode, Node, locate
from bilan.data.printed_entries import PRINTED, Printed, printed_reports
from bilan.data.resolution import ScorecardResolver
from bilan.data.term_entries import Glossary
from bilan.data.terminology_entries import NO_TERMINOLOGY, TERMINOLOGY, TerminologyEntry
from bilan.data.terms import Terms
from bilan.labels import Words
from bilan.languages import LANGUAGES, Bilingual, Language
from bilan.model.framework import Framework
from bilan.model.glossary import Term
from bilan.model.printed import PrintedReport
from bilan.model.scorecards import Scorecard
from bilan.model.status import Status
from bilan.model.tables import Table
from bilan.problems import Location, Problems, Suggestion, whole
from bilan.report import Organization, Report, StatusWords
from bilan.wording import known_values, strange_values

FILES: Mapping[str, Any] = {
    "organization.yml": definitions.OrganizationEntry,
    "units.yml": definitions.Units,
    "sources.yml": definitions.Sources,
    "indicators.yml": definitions.Indicators,
    "glossary.yml": Glossary,
    "statuses.yml": definitions.StatusesEntry,
    "labels.yml": definitions.Labels,
}
SCORECARDS = "scorecards"
REVIEWS = "reviews.yml"
"""Written by a command, and read by the guard."""
OPTIONAL_FILES = (FRAMEWORK, RECONCILIATIONS, DISCREPANCIES, TERMINOLOGY, PRINTED, REVIEWS)
"""Files that an organization may do without."""
FOLDERS = (SCORECARDS, TABLES)
"""Folders whose files are entries by id."""


class Data(NamedTuple):
    """What pages and templates can be held against, whatever is wrong with the files."""

    report: Report | None
    """None when there is a problem."""
    scorecards: Mapping[str, Scorecard | None]
    """None where a scorecard has a problem: then anything may be in it."""
    tables: Mapping[str, Table | None]
    """None where a table has a problem."""
    framework: Framework | None
    """None where there is none; `UNKNOWN_FRAMEWORK` where it has a problem."""
    glossary: Mapping[str, Term | None] | None
    """None where a term has a problem; for the whole, where any term may be in it."""
    printed: Mapping[str, PrintedReport]
    """Those that could be read."""
    words: Words | None
    faulty_labels: Collection[str]
    terminology: TerminologyEntry
    nodes: Mapping[str, Node]
    """What could be read of each file, by its name from the root: "data/units.yml"."""


class Parts(NamedTuple):
    """What is read once the library is."""

    scorecards: Mapping[str, Scorecard | None]
    accounts: Accounts
    framework: Framework | None
    glossary: Mapping[str, Term | None] | None
    printed: Mapping[str, PrintedReport]
    words: Mapping[Language, Words]


def read(path: Path, problems: Problems) -> Data:
    """The files of the data folder; every problem is added."""
    before, folder = len(problems), DataFolder(path, problems)
    _refuse_strangers(folder, problems)
    files = {name: folder.read(name, form) for name, form in FILES.items()}
    units, sources, indicators = (
        Entries.of(files[name].node, files[name].valid)
        for name in ("units.yml", "sources.yml", "indicators.yml")
    )
    library = Library.of(units, sources, indicators, problems)
    is_library_whole = len(problems) == before
    found = {
        name: each if is_library_whole else Read(None, each.node)
        for name, each in _scorecards(folder, library, problems)
    }
    scorecards: dict[str, Any] = {name: each.document for name, each in found.items()}
    glossary = Entries.of(files["glossary.yml"].node, files["glossary.yml"].valid)
    parts = Parts(
        scorecards,
        read_accounts(folder, library, found, problems),
        read_framework(folder, library, scorecards, problems),
        Terms(glossary, library.sources, problems).all(),
        _printed(folder.read(PRINTED, Printed, is_optional=True)),
        _words(files["labels.yml"], problems),
    )
    tables = parts.accounts.tables
    agreed = folder.read(TERMINOLOGY, TerminologyEntry, is_optional=True)
    return Data(
        report=_report(files, library, parts) if len(problems) == before else None,
        scorecards=scorecards,
        tables=tables if is_library_whole else dict.fromkeys(tables),
        framework=parts.framework,
        glossary=parts.glossary,
        printed=parts.printed,
        words=parts.words.get("en"),
        faulty_labels=_faulty(files["labels.yml"]),
        terminology=agreed.entry if agreed.valid else NO_TERMINOLOGY,
        nodes=folder.nodes,
    )


def _report(files: Mapping[str, File], library: Library, parts: Parts) -> Report:
    scorecards = [scorecard for scorecard in parts.scorecards.values() if scorecard]
    scorecards.sort(key=lambda scorecard: (scorecard.as_of, scorecard.id), reverse=True)
    return Report(
        organization=_organization(files["organization.yml"].entry),
        words=parts.words,
        units=library.units.items,
        sources=library.sources.items,
        indicators=library.indicators.items,
        statuses=_statuses(files["statuses.yml"].entry),
        scorecards={scorecard.id: scorecard for scorecard in scorecards},
        tables={name: table for name, table in parts.accounts.tables.items() if table},
        checks=parts.accounts.checks,
        discrepancies=parts.accounts.discrepancies,
        framework=parts.framework,
        glossary={term_id: term for term_id, term in (parts.glossary or {}).items() if term},
        printed=parts.printed,
    )


def _refuse_strangers(folder: DataFolder, problems: Problems) -> None:
    """A file that nothing reads is most often a name mistyped."""
    for path in sorted(folder.path.rglob("*")):
        name = path.relative_to(folder.path).as_posix()
        is_document = (
            path.suffix == ".yml" and name.count("/") == 1 and name.split("/")[0] in FOLDERS
        )
        is_known = name in FILES or name in OPTIONAL_FILES or is_document
        if path.is_file() and not is_known and path.name[0] != ".":
            documents = (f"{subfolder}/{path.stem}.yml" for subfolder in FOLDERS)
            suggestion = Suggestion.among(name, (*FILES, *OPTIONAL_FILES, *documents))
            problems.add("BIL113", Location(folder.shown(name)), known=suggestion)


def _scorecards(
    folder: DataFolder, library: Library, problems: Problems
) -> Iterator[tuple[str, Read]]:
    documents = folder.documents(SCORECARDS, schema.ScorecardEntry)
    while True:
        before = len(problems)
        document = next(documents, None)
        if document is None:
            return
        scorecard = None
        if document.file.valid:
            entry, node = document.file.valid
            scorecard = ScorecardResolver(node, library, problems).scorecard(entry, document.id)
        is_whole = len(problems) == before
        yield document.id, Read(scorecard if is_whole else None, document.file.node)


def _printed(file: File) -> Mapping[str, PrintedReport]:
    return printed_reports(file.entry) if file.valid else {}


def _faulty(file: File) -> Collection[str]:
    """The keys of entries that had to be left out of a file of entries by key."""
    written = file.node.keys if isinstance(file.node, MappingNode) else {}
    return written.keys() - (file.valid[0] if file.valid else {})


def _organization(entry: definitions.OrganizationEntry) -> Organization:
    return Organization(
        entry.name.bilingual,
        entry.site_name.bilingual,
        entry.tagline.bilingual,
        entry.description.bilingual,
        entry.licence.bilingual if entry.licence else None,
        entry.licence_url or "",
    )


def _statuses(entry: Any) -> dict[Status, StatusWords]:
    return {
        status: StatusWords(_forms(words.name), _forms(words.short), words.rule.bilingual)
        for status in Status
        for words in [getattr(entry, status.value)]
    }


def _words(file: File, problems: Problems) -> dict[Language, Words]:
    if file.valid is None:
        return {}
    entries, node = file.valid
    forms: dict[Language, dict[str, dict[str, str]]] = {language: {} for language in LANGUAGES}
    for key, entry in entries.items():
        _refuse_strange_values(key, entry, node, problems)
        for language in LANGUAGES:
            forms[language][key] = _forms(entry)[language]
    places = {key: locate(node, (key,), of_key=True) for key in entries}
    return {language: Words(language, forms[language], places) for language in LANGUAGES}


def _refuse_strange_values(
    key: str, entry: definitions.LabelEntry, node: Node, problems: Problems
) -> None:
    """A label would fail to be filled in, or show its braces."""
    before, known = len(problems), known_values(key)
    for language, forms in _forms(entry).items():
        for form, label in forms.items():
            for found in strange_values(key, label):
                where = locate(node, (key, language, form))
                problems.add("BIL416", where, key=key, found=found, known=known)
    names = {language: _names(getattr(entry, language)) for language in LANGUAGES}
    if len(problems) == before and names["en"] != names["fr"]:
        problems.add("BIL411", locate(node, (key,)), en=names["en"], fr=names["fr"])


def _forms(entry: definitions.LabelEntry) -> dict[Language, dict[str, str]]:
    forms: dict[Language, dict[str, str]] = {}
    for language in LANGUAGES:
        forms[language] = getattr(entry, language).model_dump(exclude_none=True)
    return forms


def _names(forms: definitions.PluralForms) -> Bilingual:
    """The `{names}` of values in a label, which both languages need alike."""
    names = sorted(set(PLACEHOLDER.findall(forms.other)))
    return whole(", ".join(names)) if names else Bilingual("none", "aucune")
