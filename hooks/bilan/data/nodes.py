"""YAML as an editor wrote it: nested nodes, each with its place, every scalar a text.

YAML's implicit types never apply: `NO`, `0123`, `1:30` and `1.10` stay the text
that was typed, and the schema says what each may be. What makes YAML surprising
or dangerous (duplicate keys, aliases, tags, several documents) is refused.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bilan.problems import Location, Problems

LARGEST_FILE = 1_000_000  # bytes
DEEPEST_NESTING = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_INVISIBLE = re.compile(r"[\s\u00a0\u200b-\u200f\u2028\u2029\u2060\ufeff]")
_COMMENT = re.compile(r"[ \t]+#")


@dataclass(frozen=True)
class Scalar:
    text: str
    where: Location


@dataclass(frozen=True)
class Sequence:
    items: list[Node]
    where: Location


@dataclass(frozen=True)
class Mapping:
    """`values` and `keys` (the place of each key) have the same keys, in the written order."""

    where: Location
    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Location] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping
Plain = str | list["Plain"] | dict[str, "Plain"]


def read_text(path: Path, name: str, problems: Problems) -> str | None:
    """The file's text in Unicode's composed form, or None with a problem added."""
    where = Location(name)
    try:
        raw = path.read_bytes()
    except OSError as error:
        problems.add("BIL101", where, reason=error.strerror or type(error).__name__)
        return None
    if len(raw) > LARGEST_FILE:
        problems.add("BIL103", where, size=f"{len(raw):,}", limit=f"{LARGEST_FILE:,}")
        return None
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.add("BIL102", Location(name, line), reason="UTF-8")
        return None
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        problems.add("BIL102", Location(name, line), reason=f"U+{ord(control.group()):04X}")
        return None
    return unicodedata.normalize("NFC", text)


def read_nodes(path: Path, name: str, problems: Problems) -> Node | None:
    """The one document of a YAML file, or None when problems (added) prevent it."""
    text = read_text(path, name, problems)
    return None if text is None else parse_nodes(text, name, problems)


def parse_nodes(text: str, name: str, problems: Problems, first_line: int = 1) -> Node | None:
    """The one document of a YAML text; `first_line` is the text's place in the file `name`."""
    before = len(problems)
    builder = _Builder(text.splitlines(), name, first_line, problems)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.refuse_syntax(getattr(error, "problem_mark", None))
    except _TooDeep as error:
        problems.add("BIL104", error.where, limit=str(DEEPEST_NESTING))
    if builder.root is None and len(problems) == before:
        problems.add("BIL106", Location(name, first_line))
    return builder.root if len(problems) == before else None


def plain(node: Node) -> Plain:
    """The node without its places: texts, lists and dictionaries."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.values.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text


def locate(node: Node, path: tuple[str | int, ...], *, of_key: bool = False) -> Location:
    """The place of a path of keys and indexes; the nearest written place when it is absent.

    A scalar's place is its own, not its key's, unless `of_key` asks for that.
    """
    where = node.where
    for step in path:
        if isinstance(node, Mapping) and step in node.values:
            where, node = node.keys[str(step)], node.values[str(step)]
            if isinstance(node, Scalar) and not of_key:
                where = node.where
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            where = node.where
        else:
            break
    return where


class _TooDeep(Exception):
    def __init__(self, where: Location) -> None:
        self.where = where


class _Builder:
    """Turns the parser's events into nodes, without recursion."""

    def __init__(self, lines: list[str], name: str, first_line: int, problems: Problems) -> None:
        self.root: Node | None = None
        self._lines, self._name, self._first_line = lines, name, first_line
        self._problems = problems
        self._open: list[Mapping | Sequence] = []
        self._pending_keys: list[Scalar | None] = []
        self._is_flow: list[bool] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        where = self._place(event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self._problems.add("BIL107", where)
        elif isinstance(event, yaml.AliasEvent):
            self._problems.add("BIL109", where, name=f"*{event.anchor}")
            self._place_node(Scalar("", where))
        elif isinstance(event, yaml.NodeEvent):
            self._refuse_anchor_and_tag(event, where)
            self._start(event, where)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._pending_keys.pop()
            self._is_flow.pop()

    def refuse_syntax(self, mark: Any) -> None:
        self._refuse_line(self._place(mark) if mark else Location(self._name, self._first_line))

    def _start(self, event: yaml.NodeEvent, where: Location) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_cut_text(event, where)
            self._place_node(Scalar(event.value, where))
            return
        node = Mapping(where) if isinstance(event, yaml.MappingStartEvent) else Sequence([], where)
        self._place_node(node)
        self._open.append(node)
        self._pending_keys.append(None)
        self._is_flow.append(bool(getattr(event, "flow_style", False)))
        if len(self._open) > DEEPEST_NESTING:
            raise _TooDeep(where)

    def _place_node(self, node: Node) -> None:
        if not self._open:
            self.root = self.root or (None if node == Scalar("", node.where) else node)
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._pending_keys[-1]
        if key is None:
            self._pending_keys[-1] = self._key(node)
        else:
            self._pending_keys[-1] = None
            self._enter(parent, key, node)

    def _key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self._refuse_line(node.where)
            return Scalar("", node.where)
        if _INVISIBLE.search(node.text):
            is_text_cut_by_comma = self._is_flow[-1] and " " in node.text
            rule = "BIL115" if is_text_cut_by_comma else "BIL111"
            self._problems.add(rule, node.where, key=_visible(node.text, spaces=rule == "BIL111"))
        return node

    def _enter(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if key.text in parent.values:
            first = str(parent.keys[key.text].line)
            self._problems.add("BIL108", key.where, key=key.text, first=first)
            return
        parent.values[key.text] = node
        parent.keys[key.text] = key.where

    def _refuse_anchor_and_tag(self, event: yaml.NodeEvent, where: Location) -> None:
        if event.anchor:
            self._problems.add("BIL109", where, name=f"&{event.anchor}")
        if getattr(event, "tag", None) not in (None, "!"):
            self._problems.add("BIL110", where, tag=str(event.tag))  # type: ignore[attr-defined]

    def _refuse_cut_text(self, event: yaml.ScalarEvent, where: Location) -> None:
        """An unquoted sentence followed by ` #` has lost its end without a word."""
        end = event.end_mark
        assert end is not None
        if event.style or " " not in event.value or end.line >= len(self._lines):
            return
        if _COMMENT.match(self._lines[end.line], end.column):
            self._problems.add("BIL112", where, text=event.value)

    def _refuse_line(self, where: Location) -> None:
        index = where.line - self._first_line
        text = self._lines[index] if index < len(self._lines) else ""
        self._problems.add("BIL105", where, text=text)

    def _place(self, mark: Any) -> Location:
        return Location(self._name, mark.line + self._first_line, mark.column + 1)


def _visible(key: str, spaces: bool) -> str:
    return _INVISIBLE.sub(
        lambda found: (
            found.group()
            if found.group() == " " and not spaces
            else f"⟨U+{ord(found.group()):04X}⟩"
        ),
        key,
    )
