"""Whether each text has been read against its counterpart as that now stands.

`data/reviews.yml` holds, for each page and each text of the data, the versions of its two
languages that were last read side by side. Either language may be the original: whichever has
changed since marks the other “to review”.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from bilan.data.nodes import MappingNode, ScalarNode
from bilan.data.reading import read_nodes
from bilan.draft import DATA, DOCS, Draft
from bilan.guard.entries import Entry
from bilan.guard.structure import NAMES
from bilan.guard.versions import version
from bilan.languages import LANGUAGES, Language, other_language
from bilan.pages.page import Page
from bilan.problems import Location, Problem, Problems, whole

FILE = f"{DATA}/reviews.yml"
PAGE = "page"
"""Stands for the path of a page, which is one text."""

_HEAD = """\
# The versions of each text that were last read side by side, English and French.
# Written by “make reviewed”. | Écrit par « make reviewed ».
"""


class Versions(NamedTuple):
    en: str
    fr: str


Records = Mapping[str, Mapping[str, Versions]]
"""By file (below `docs/`, both languages under one name), then by path; a page has one, ""."""


class State(Enum):
    REVIEWED = "reviewed"
    ENGLISH_CHANGED = "en"
    FRENCH_CHANGED = "fr"
    BOTH_CHANGED = "both"
    NEVER = "never"


@dataclass(frozen=True)
class Text:
    """What a person reads against its counterpart: a page, or an entry of the data."""

    file: str
    path: str
    versions: Versions
    places: Mapping[Language, Location]

    @property
    def name(self) -> str:
        return f"{self.file}#{self.path}" if self.path else self.file

    def state(self, records: Records) -> State:
        seen = records.get(self.file, {}).get(self.path)
        if seen is None:
            return State.NEVER
        en, fr = (now == then for now, then in zip(self.versions, seen, strict=True))
        return {
            (True, True): State.REVIEWED,
            (False, True): State.ENGLISH_CHANGED,
            (True, False): State.FRENCH_CHANGED,
            (False, False): State.BOTH_CHANGED,
        }[en, fr]


def texts(draft: Draft, found: Iterable[Entry]) -> Iterator[Text]:
    """Every page that stands in both languages, and every text of the data."""
    for page in draft.pages:
        if page.language == "en" and ("fr", page.name) in draft.pages:
            yield _page_text(page, draft.pages.get("fr", page.name))
    for entry in found:
        versions = Versions(
            *(
                version("\n".join(text.raw for text in entry.texts if text.language == language))
                for language in LANGUAGES
            )
        )
        places = {language: entry.pair[language].where for language in LANGUAGES}
        yield Text(entry.file, entry.path, versions, places)


def _page_text(*pages: Page) -> Text:
    written = [[*(p.markdown for p in page.head.values()), page.body.markdown] for page in pages]
    places = {page.language: Location(f"{DOCS}/{page.language}/{page.name}") for page in pages}
    versions = Versions(*(version("\n".join(parts)) for parts in written))
    return Text(f"{DOCS}/{pages[0].name}", "", versions, places)


def read_records(root: Path, problems: Problems) -> Records | None:
    """What has been reviewed; None where none was ever recorded, or where they
    cannot be read."""
    if not (root / FILE).exists():
        return None
    node = read_nodes(root / FILE, FILE, problems)
    if not isinstance(node, MappingNode):
        if node is not None:
            problems.add("BIL864", node.where)
        return None
    files = node.values.items()
    return {file: dict(_records(entries, problems)) for file, entries in files}


def _records(node: object, problems: Problems) -> Iterator[tuple[str, Versions]]:
    values = node.values.items() if isinstance(node, MappingNode) else ()
    for path, written in values:
        seen = written.text.split() if isinstance(written, ScalarNode) else []
        if len(seen) == len(LANGUAGES):
            yield ("" if path == PAGE else path), Versions(*seen)
        else:
            problems.add("BIL864", written.where)


def compare_reviews(found: Iterable[Text], records: Records) -> Iterator[Problem]:
    for text in found:
        state = text.state(records)
        record = whole(_command(text))
        if state in (State.ENGLISH_CHANGED, State.FRENCH_CHANGED):
            changed: Language = "en" if state is State.ENGLISH_CHANGED else "fr"
            stale = other_language(changed)
            yield Problem.of(
                "BIL861",
                text.places[stale],
                side=NAMES[changed],
                other=NAMES[stale],
                at=whole(str(text.places[changed])),
                record=record,
            )
        elif state is not State.REVIEWED:
            rule = "BIL863" if state is State.NEVER else "BIL862"
            yield Problem.of(
                rule, text.places["en"], at=whole(str(text.places["fr"])), record=record
            )


def _command(text: Text) -> str:
    file = text.file.removeprefix(f"{DOCS}/")
    return f"make reviewed page={file}" if not text.path else f'make reviewed text="{text.name}"'


def written(found: Iterable[Text], records: Records, is_chosen: Callable[[str], object]) -> str:
    """The text of `data/reviews.yml` in which the chosen texts are reviewed as they stand.

    The others keep what was recorded; what no longer exists is left out.
    """
    lines, file = [_HEAD], ""
    for text in sorted(found, key=lambda text: text.file):
        seen = text.versions if is_chosen(text.name) else records.get(text.file, {}).get(text.path)
        if seen is None:
            continue
        if text.file != file:
            file = text.file
            lines.append(f"{file}:\n")
        lines.append(f'  "{text.path or PAGE}": {seen.en} {seen.fr}\n')
    return "".join(lines)
