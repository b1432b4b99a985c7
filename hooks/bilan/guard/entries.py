"""The texts of the data that stand in both languages, each with its place in its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from bilan.data.nodes import MappingNode, Node, ScalarNode, SequenceNode
from bilan.data.texts import read_text
from bilan.guard.prose import Pair, Prose, masked_text
from bilan.languages import LANGUAGES, Language
from bilan.problems import Location, Problems

NAMES_OF_ITEMS = ("id", "indicator", "reconciliation", "date")
"""The keys that tell an item of a list from its neighbours."""
NO_PROSE = frozenset({"variants", "printed", "computed", "address"})
"""Keys whose texts are those of a document, right or wrong, or addresses."""

OTHER = "other"


@dataclass(frozen=True)
class Entry:
    """One text in both languages; in several forms where it depends on a number."""

    file: str
    path: str
    """Its keys, and the names of its items: "areas/members/name"."""
    forms: Mapping[str, Pair]
    """By plural form, those that both languages give; a text without forms is `other`."""
    texts: tuple[Prose, ...]
    """Every form of each language."""

    @property
    def pair(self) -> Pair:
        return self.forms[OTHER]

    @property
    def is_acronym(self) -> bool:
        return self.path.rpartition("/")[2] == "acronym"

    @property
    def is_label(self) -> bool:
        """Whether it is a name or an interface word rather than a sentence."""
        return not self.pair.en.raw.rstrip().endswith((".", "!", "?", ":"))


class Source:
    """The text of a data file, read when a place in it is asked for."""

    def __init__(self, root: Path, name: str) -> None:
        self._path, self._name = root / name, name

    @cached_property
    def lines(self) -> list[str]:
        text = read_text(self._path, self._name, Problems())
        return (text or "").splitlines()

    def place(self, node: ScalarNode, offset: int) -> Location:
        """Where a character of a value stands, whatever quotes and line breaks are around it."""
        line, column = node.where.line, node.where.column
        rest = iter(_typed(self.lines[line - 1 :], column - 1))
        at = line, column
        for index, character in enumerate(node.text[: offset + 1]):
            for found, shift, place in rest:
                if found == character or (found.isspace() and character.isspace()):
                    at = line + shift, place + 1
                    break
                if index and not found.isspace():
                    return node.where
        return Location(self._name, *at)


def _typed(lines: list[str], column: int) -> Iterator[tuple[str, int, int]]:
    """Each character that a scalar's lines stand for: it, its line (from 0) and its column."""
    for shift, line in enumerate(lines):
        index = column if shift == 0 else len(line) - len(line.lstrip())
        while index < len(line):
            pair = line[index : index + 2]
            if pair in _ESCAPES:
                yield _ESCAPES[pair], shift, index
                index += 2
            else:
                yield line[index], shift, index
                index += 1
        yield " ", shift, len(line)


_ESCAPES = {"\\_": "\u00a0", '\\"': '"', "\\\\": "\\", "''": "'"}


def entries(nodes: Mapping[str, Node], root: Path) -> Iterator[Entry]:
    """Every text in both languages, in the order of files and lines."""
    for file in sorted(nodes):
        source = Source(root, file)
        for path, node in _bilingual(nodes[file]):
            entry = _entry(file, path, node, source)
            if entry:
                yield entry


def _bilingual(
    node: Node, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], MappingNode]]:
    if isinstance(node, SequenceNode):
        for index, item in enumerate(node.items, 1):
            yield from _bilingual(item, (*path, _name(item) or str(index)))
    elif isinstance(node, MappingNode):
        if all(language in node.values for language in LANGUAGES):
            yield path, node
            return
        for key, value in node.values.items():
            if key not in NO_PROSE:
                yield from _bilingual(value, (*path, key))


def _name(item: Node) -> str | None:
    values = item.values if isinstance(item, MappingNode) else {}
    names = (values.get(key) for key in NAMES_OF_ITEMS)
    return next((name.text for name in names if isinstance(name, ScalarNode)), None)


def _entry(file: str, path: tuple[str, ...], node: MappingNode, source: Source) -> Entry | None:
    sides = {language: _forms(node.values[language]) for language in LANGUAGES}
    if not all(OTHER in forms for forms in sides.values()):
        return None
    prose = {
        language: {form: _prose(language, text, source) for form, text in forms.items()}
        for language, forms in sides.items()
    }
    shared = [form for form in prose["en"] if form in prose["fr"]]
    return Entry(
        file=file,
        path="/".join(path),
        forms={form: Pair(prose["en"][form], prose["fr"][form]) for form in shared},
        texts=tuple(text for forms in prose.values() for text in forms.values()),
    )


def _forms(node: Node) -> Mapping[str, ScalarNode]:
    if isinstance(node, ScalarNode):
        return {OTHER: node}
    values = node.values if isinstance(node, MappingNode) else {}
    return {form: value for form, value in values.items() if isinstance(value, ScalarNode)}


def _prose(language: Language, node: ScalarNode, source: Source) -> Prose:
    return Prose(language, node.text, masked_text(node.text), partial(source.place, node))
