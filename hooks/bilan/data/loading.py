"""The data folder as one `Report`, or every problem in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bilan.data import definitions, schema
from bilan.data.figures import PLACEHOLDER
from bilan.data.library import Collection, Library
from bilan.data.nodes import Node, locate, read_nodes
from bilan.data.resolution import ScorecardResolver
from bilan.data.validation import validate
from bilan.labels import Words
from bilan.languages import LANGUAGES, Language
from bilan.model.scorecards import Scorecard
from bilan.model.status import Status
from bilan.problems import Location, Problems, Suggestion
from bilan.report import Organization, Report, StatusWords

FILES: Mapping[str, Any] = {
    "organization.yml": definitions.OrganizationEntry,
    "units.yml": definitions.Units,
    "sources.yml": definitions.Sources,
    "indicators.yml": definitions.Indicators,
    "statuses.yml": definitions.StatusesEntry,
    "labels.yml": definitions.Labels,
}
SCORECARDS = "scorecards"


class File(NamedTuple):
    """A data file as read: all of it as nodes, and what is valid of it."""

    node: Node | None
    valid: tuple[Any, Node] | None


def load(folder: Path, problems: Problems) -> Report | None:
    """The report of the files in `folder`; None, with every problem added, when there is one.

    Places are named relative to the folder's parent (`data/units.yml:4:9`).
    """
    before = len(problems)
    _refuse_strangers(folder, problems)
    files = {name: _read(folder, name, form, problems) for name, form in FILES.items()}
    library = Library.of(
        Collection.of(*files["units.yml"]),
        Collection.of(*files["sources.yml"]),
        Collection.of(*files["indicators.yml"]),
        problems,
    )
    scorecards = _scorecards(folder, library, problems)
    words = _words(files["labels.yml"], problems)
    if len(problems) > before:
        return None
    return Report(
        organization=_organization(_valid(files["organization.yml"])),
        words=words,
        units=library.units.items,
        sources=library.sources.items,
        indicators=library.indicators.items,
        statuses=_statuses(_valid(files["statuses.yml"])),
        scorecards={scorecard.id: scorecard for scorecard in scorecards},
    )


def _refuse_strangers(folder: Path, problems: Problems) -> None:
    """A file that nothing reads is most often a name mistyped."""
    known = (*FILES, f"{SCORECARDS}/2020-2021.yml")
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        is_scorecard = path.parent == folder / SCORECARDS and path.suffix == ".yml"
        if path.is_file() and name not in FILES and not is_scorecard and path.name[0] != ".":
            suggestion = Suggestion.among(name, known)
            problems.add("BIL113", Location(_shown(folder, name)), known=suggestion)


def _read(folder: Path, name: str, form: Any, problems: Problems) -> File:
    path, shown = folder / name, _shown(folder, name)
    if not path.exists():
        problems.add("BIL114", Location(shown))
        return File(None, None)
    node = read_nodes(path, shown, problems)
    return File(node, validate(node, form, problems) if node else None)


def _shown(folder: Path, name: str) -> str:
    return f"{folder.name}/{name}"


def _valid(file: File) -> Any:
    assert file.valid is not None
    return file.valid[0]


def _scorecards(folder: Path, library: Library, problems: Problems) -> list[Scorecard]:
    """The latest first."""
    found = []
    for path in sorted((folder / SCORECARDS).glob("*.yml")):
        name = f"{SCORECARDS}/{path.name}"
        file = _read(folder, name, schema.ScorecardEntry, problems)
        if file.valid is None:
            continue
        entry, node = file.valid
        scorecard = ScorecardResolver(node, library, problems).scorecard(entry, path.stem)
        if scorecard:
            found.append(scorecard)
    return sorted(found, key=lambda scorecard: (scorecard.as_of, scorecard.id), reverse=True)


def _organization(entry: definitions.OrganizationEntry) -> Organization:
    return Organization(
        entry.name.bilingual,
        entry.site_name.bilingual,
        entry.tagline.bilingual,
        entry.description.bilingual,
    )


def _statuses(entry: Any) -> dict[Status, StatusWords]:
    return {
        status: StatusWords(words.name.bilingual, _forms(words.short), words.rule.bilingual)
        for status in Status
        for words in [getattr(entry, status.value)]
    }


def _words(file: File, problems: Problems) -> dict[Language, Words]:
    if file.valid is None:
        return {}
    entries, node = file.valid
    forms: dict[Language, dict[str, dict[str, str]]] = {language: {} for language in LANGUAGES}
    for key, entry in entries.items():
        names = {language: _names(getattr(entry, language)) for language in LANGUAGES}
        if names["en"] != names["fr"]:
            problems.add("BIL411", locate(node, (key,)), en=names["en"], fr=names["fr"])
        for language in LANGUAGES:
            forms[language][key] = _forms(entry)[language]
    places = {key: locate(node, (key,), of_key=True) for key in entries}
    return {language: Words(language, forms[language], places) for language in LANGUAGES}


def _forms(entry: definitions.LabelEntry) -> dict[Language, dict[str, str]]:
    forms: dict[Language, dict[str, str]] = {}
    for language in LANGUAGES:
        forms[language] = getattr(entry, language).model_dump(exclude_none=True)
    return forms


def _names(forms: definitions.PluralForms) -> str:
    """The `{names}` of values in a label, which both languages need alike."""
    return " ".join(sorted(set(PLACEHOLDER.findall(forms.other)))) or "–"
