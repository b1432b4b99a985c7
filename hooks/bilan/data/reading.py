"""From the text of a YAML file to nodes, without YAML's surprises.

YAML's implicit types never apply: `NO`, `0123`, `1:30` and `1.10` stay the text
that was typed, and the schema says what each may be. What makes YAML surprising
or dangerous (duplicate keys, aliases, tags, several documents) is refused.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from bilan.data.fields import is_number, plainly
from bilan.data.nodes import MappingNode, Node, ScalarNode, SequenceNode, without
from bilan.data.texts import code_point, hidden, read_text
from bilan.problems import Location, Problems, Value

DEEPEST_NESTING = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INVISIBLE = re.compile(r"[\s\u00a0\u200b-\u200f\u2028\u2029\u2060\ufeff]")
_COMMENT = re.compile(r"[ \t]+#(?P<is_glued>\S)?")
_BLANK = re.compile(r"\s*")
_COLON = re.compile(r"\s*:")
_NUMBER_WITH_COMMA = re.compile(
    r"-?\$?[0-9][0-9.\u00a0 ]*(?:, ?[0-9]+)+(?:\.[0-9]+)?(?:[\u00a0 ]?(?:millions?|M)\b)?"
    r"(?:[\u00a0 ]?\$)?"
)


def read_nodes(path: Path, name: str, problems: Problems) -> Node | None:
    """The one document of a YAML file; see `parse_nodes`."""
    text = read_text(path, name, problems)
    return None if text is None else parse_nodes(text, name, problems)


def parse_nodes(text: str, name: str, problems: Problems, first_line: int = 1) -> Node | None:
    """The one document of a YAML text, with every problem added.

    A slip in one entry (a list item, or else a top-level key) leaves that entry out and the
    rest to be checked; None where the whole cannot be read. `first_line` is the text's place
    in the file `name`.
    """
    before = len(problems)
    builder = _Builder(text.splitlines(), name, first_line, problems)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.refuse_syntax(getattr(error, "problem_mark", None))
        return None
    except _TooDeep as error:
        problems.add("BIL104", error.where, limit=str(DEEPEST_NESTING))
        return None
    if builder.root is None and len(problems) == before:
        problems.add("BIL106", Location(name, first_line))
    return builder.sound()


class _TooDeep(Exception):
    def __init__(self, where: Location) -> None:
        self.where = where


class _Builder:
    """Turns the parser's events into nodes, without recursion."""

    def __init__(self, lines: list[str], name: str, first_line: int, problems: Problems) -> None:
        self.root: Node | None = None
        self._lines, self._name, self._first_line = lines, name, first_line
        self._problems = problems
        self._open: list[MappingNode | SequenceNode] = []
        self._pending_keys: list[ScalarNode | None] = []
        self._is_flow: list[bool] = []
        self._documents = 0
        self._end: Any = None
        self._cut_keys: set[Location] = set()
        self._cut_numbers: set[Location] = set()
        self._numbers: dict[int, list[re.Match[str]]] = {}
        self._faulty: set[int] = set()

    def sound(self) -> Node | None:
        """The document without its faulty entries, or None where it is faulty as a whole."""
        if self.root is None or id(self.root) in self._faulty:
            return None
        return without(self.root, self._faulty)

    def take(self, event: yaml.Event) -> None:
        where = self._place(event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self._refuse("BIL107", where)
        elif isinstance(event, yaml.AliasEvent):
            self._end = event.end_mark
            self._refuse("BIL109", where, name=f"*{event.anchor}")
            self._place_node(ScalarNode("", where))
        elif isinstance(event, yaml.NodeEvent):
            self._refuse_anchor_and_tag(event, where)
            self._start(event, where)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._pending_keys.pop()
            self._is_flow.pop()

    def refuse_syntax(self, mark: Any) -> None:
        """Where nothing closes what was opened, the parser stops below the last line: the last
        one with content is told."""
        written = [index for index, line in enumerate(self._lines) if line.strip()]
        last = written[-1] if written else 0
        is_in_text = mark is not None and mark.line <= last
        below = Location(self._name, self._first_line + (last if mark else 0))
        self._refuse_line(self._place(mark) if is_in_text else below)

    def _start(self, event: yaml.NodeEvent, where: Location) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_cut_text(event, where)
            self._refuse_hidden(event, where)
            self._end = event.end_mark
            self._place_node(ScalarNode(event.value, where))
            return
        node = (
            MappingNode(where)
            if isinstance(event, yaml.MappingStartEvent)
            else SequenceNode([], where)
        )
        self._place_node(node)
        self._open.append(node)
        self._pending_keys.append(None)
        self._is_flow.append(bool(getattr(event, "flow_style", False)))
        if len(self._open) > DEEPEST_NESTING:
            raise _TooDeep(where)

    def _place_node(self, node: Node) -> None:
        if not self._open:
            self.root = self.root or (None if node == ScalarNode("", node.where) else node)
            return
        parent = self._open[-1]
        if isinstance(parent, SequenceNode):
            parent.items.append(node)
            return
        key = self._pending_keys[-1]
        if key is None:
            self._pending_keys[-1] = self._key(node)
        else:
            self._pending_keys[-1] = None
            self._enter(parent, key, node)

    def _key(self, node: Node) -> ScalarNode:
        if not isinstance(node, ScalarNode):
            self._refuse_line(node.where)
            return ScalarNode("", node.where)
        if self._is_flow[-1] and (" " in node.text or not self._colon_follows()):
            self._refuse_cut_by_comma(node)
        elif _INVISIBLE.search(node.text):
            self._refuse("BIL111", node.where, key=_visible(node.text))
        return node

    def _colon_follows(self) -> bool:
        """On the same line, or after its end on the next."""
        line, *below = self._lines[self._end.line : self._end.line + 2] or [""]
        if _BLANK.fullmatch(line, self._end.column):
            return any(next_line.lstrip().startswith(":") for next_line in below)
        return bool(_COLON.match(line, self._end.column))

    def _refuse_cut_by_comma(self, key: ScalarNode) -> None:
        """Inside {…}, the end of a text or of a number that holds a comma is a key."""
        self._cut_keys.add(key.where)
        number = self._number_around(key.where)
        if number is None:
            self._refuse("BIL115", key.where, key=key.text)
            return
        where = Location(self._name, key.where.line, number.start() + 1)
        if where not in self._cut_numbers:
            self._cut_numbers.add(where)
            found = number.group()
            self._refuse("BIL205", where, found=found, write=plainly(found))

    def _number_around(self, where: Location) -> re.Match[str] | None:
        """The number with a comma that holds this place; each line is searched once, however
        many keys it has."""
        if where.line not in self._numbers:
            found = _NUMBER_WITH_COMMA.finditer(self._line(where))
            self._numbers = {where.line: list(found)}
        numbers, offset = self._numbers[where.line], where.column - 1
        before = bisect_left(numbers, offset, key=lambda number: number.start()) - 1
        return numbers[before] if before >= 0 and offset < numbers[before].end() else None

    def _enter(self, parent: MappingNode, key: ScalarNode, node: Node) -> None:
        if key.where in self._cut_keys:
            return
        if key.text in parent.values:
            first = str(parent.keys[key.text].line)
            self._refuse("BIL108", key.where, key=key.text, first=first)
            return
        parent.values[key.text] = node
        parent.keys[key.text] = key.where

    def _refuse_anchor_and_tag(self, event: yaml.NodeEvent, where: Location) -> None:
        if event.anchor:
            self._problems.add("BIL109", where, name=f"&{event.anchor}")
        if getattr(event, "tag", None) not in (None, "!"):
            self._problems.add("BIL110", where, tag=str(event.tag))  # type: ignore[attr-defined]

    def _refuse_cut_text(self, event: yaml.ScalarEvent, where: Location) -> None:
        """An unquoted sentence followed by ` #`, or a word by ` #1`, has lost its end.

        "3.7 million # p. 3" has not: it is a whole number."""
        end = event.end_mark
        assert end is not None
        if event.style or end.line >= len(self._lines):
            return
        comment = _COMMENT.match(self._lines[end.line], end.column)
        is_sentence = " " in event.value and not is_number(event.value)
        if comment and (is_sentence or comment["is_glued"]):
            self._problems.add("BIL112", where, text=event.value)

    def _refuse_hidden(self, event: yaml.ScalarEvent, where: Location) -> None:
        """Between double quotes, `\\u0000` stands for what the file itself may not hold."""
        found = hidden(event.value)
        if found:
            self._problems.add("BIL102", where, reason=code_point(found))

    def _refuse(self, rule: str, where: Location, **values: Value) -> None:
        """Adds a problem that leaves an entry unsound: the innermost list item, or else the
        top-level entry, or else the whole."""
        self._problems.add(rule, where, **values)
        items = [item for parent, item in pairwise(self._open) if isinstance(parent, SequenceNode)]
        entries = [*self._open[:2], *items]
        self._faulty.add(id(entries[-1] if entries else self.root))

    def _refuse_line(self, where: Location) -> None:
        self._refuse("BIL105", where, text=self._line(where))

    def _line(self, where: Location) -> str:
        index = where.line - self._first_line
        return self._lines[index] if index < len(self._lines) else ""

    def _place(self, mark: Any) -> Location:
        return Location(self._name, mark.line + self._first_line, mark.column + 1)


def _visible(key: str) -> str:
    return _INVISIBLE.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", key)
