"""The data folder as one `Report`, or every problem in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bilan.data import definitions, schema
from bilan.data.fields import as_identifier, is_identifier
from bilan.data.figures import PLACEHOLDER
from bilan.data.library import Entries, Library
from bilan.data.nodes import MappingNode, Node, locate
from bilan.data.reading import read_nodes
from bilan.data.resolution import ScorecardResolver
from bilan.data.term_entries import Glossary
from bilan.data.terms import Terms
from bilan.data.validation import validate
from bilan.labels import Words
from bilan.languages import LANGUAGES, Bilingual, Language
from bilan.model.glossary import Term
from bilan.model.scorecards import Scorecard
from bilan.model.status import Status
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


class File(NamedTuple):
    """A data file as read: all of it as nodes, and what is valid of it."""

    node: Node | None
    valid: tuple[Any, Node] | None


class Data(NamedTuple):
    """What pages and templates can be held against, whatever is wrong with the files."""

    report: Report | None
    """None when there is a problem."""
    scorecards: Mapping[str, Scorecard | None]
    """None where a scorecard has a problem: then anything may be in it."""
    glossary: Mapping[str, Term | None] | None
    """None where a term has a problem; for the whole, where any term may be in it."""
    words: Words | None
    faulty_labels: Collection[str]


def read(folder: Path, problems: Problems) -> Data:
    """The files in `folder`; every problem is added.

    Places are named relative to the folder's parent (`data/units.yml:4:9`).
    """
    before = len(problems)
    _refuse_strangers(folder, problems)
    files = {name: _read(folder, name, form, problems) for name, form in FILES.items()}
    library = Library.of(
        Entries.of(*files["units.yml"]),
        Entries.of(*files["sources.yml"]),
        Entries.of(*files["indicators.yml"]),
        problems,
    )
    is_library_whole = len(problems) == before
    found = dict(_scorecards(folder, library, problems))
    terms = Terms(Entries.of(*files["glossary.yml"]), library.sources, problems).all()
    words = _words(files["labels.yml"], problems)
    return Data(
        report=_report(files, library, found, terms, words) if len(problems) == before else None,
        scorecards=found if is_library_whole else dict.fromkeys(found),
        glossary=terms,
        words=words.get("en"),
        faulty_labels=_faulty(files["labels.yml"]),
    )


def _report(
    files: Mapping[str, File],
    library: Library,
    found: Mapping[str, Scorecard | None],
    terms: Mapping[str, Term | None] | None,
    words: Mapping[Language, Words],
) -> Report:
    scorecards = [scorecard for scorecard in found.values() if scorecard]
    scorecards.sort(key=lambda scorecard: (scorecard.as_of, scorecard.id), reverse=True)
    return Report(
        organization=_organization(_valid(files["organization.yml"])),
        words=words,
        units=library.units.items,
        sources=library.sources.items,
        indicators=library.indicators.items,
        statuses=_statuses(_valid(files["statuses.yml"])),
        scorecards={scorecard.id: scorecard for scorecard in scorecards},
        glossary={term_id: term for term_id, term in (terms or {}).items() if term},
    )


def _refuse_strangers(folder: Path, problems: Problems) -> None:
    """A file that nothing reads is most often a name mistyped."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        is_scorecard = path.parent == folder / SCORECARDS and path.suffix == ".yml"
        if path.is_file() and name not in FILES and not is_scorecard and path.name[0] != ".":
            known = (*FILES, f"{SCORECARDS}/{path.stem}.yml")
            suggestion = Suggestion.among(name, known)
            problems.add("BIL113", Location(_shown(folder, name)), known=suggestion)


def _read(folder: Path, name: str, form: Any, problems: Problems) -> File:
    path, shown = folder / name, _shown(folder, name)
    if not path.exists() and not path.is_symlink():
        problems.add("BIL114", Location(shown))
        return File(None, None)
    node = read_nodes(path, shown, problems)
    return File(node, validate(node, form, problems) if node else None)


def _shown(folder: Path, name: str) -> str:
    return f"{folder.name}/{name}"


def _valid(file: File) -> Any:
    assert file.valid is not None
    return file.valid[0]


def _scorecards(
    folder: Path, library: Library, problems: Problems
) -> Iterator[tuple[str, Scorecard | None]]:
    for path in sorted((folder / SCORECARDS).glob("*.yml")):
        if path.name.startswith("."):
            continue
        name, before = f"{SCORECARDS}/{path.name}", len(problems)
        if not is_identifier(path.stem):
            where = Location(_shown(folder, name))
            problems.add("BIL208", where, found=path.stem, write=as_identifier(path.stem))
        file = _read(folder, name, schema.ScorecardEntry, problems)
        scorecard = None
        if file.valid:
            entry, node = file.valid
            scorecard = ScorecardResolver(node, library, problems).scorecard(entry, path.stem)
        yield path.stem, scorecard if len(problems) == before else None


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
