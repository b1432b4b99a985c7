"""Nodes against a schema: typed entries, or problems at the place they were typed."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from bilan.data.fields import UnknownKey
from bilan.data.nodes import MappingNode, Node, SequenceNode, locate, plain, without
from bilan.languages import LANGUAGES
from bilan.problems import Location, Problems, Suggestion

T = TypeVar("T")
KeyPath = tuple[str | int, ...]

_SHAPES = {"dict_type": "BIL214", "list_type": "BIL217", "too_short": "BIL218"}


def validate(node: Node, schema: type[T], problems: Problems) -> tuple[T, Node] | None:
    """The node as `schema`, with every problem added.

    Where there are problems, what remains without the smallest faulty entries comes
    back (with the node that holds just that), so that one slip does not hide what
    else is wrong; None when nothing does.
    """
    adapter, reported = TypeAdapter(schema), False
    while True:
        try:
            return adapter.validate_python(plain(node)), node
        except ValidationError as refused:
            errors = [dict(error) for error in refused.errors(include_url=False)]
        if not reported:
            for error in errors:
                _add(error, node, problems)
            reported = True
        faulty = {id(_enclosing_entry(node, _path(error))) for error in errors}
        if id(node) in faulty:
            return None
        node = without(node, faulty)


def _path(error: dict[str, Any]) -> KeyPath:
    """The error's place; pydantic marks an error of a key itself by one step more."""
    path: KeyPath = error["loc"]
    return path[:-1] if path[-1:] == ("[key]",) else path


def _enclosing_entry(root: Node, path: KeyPath) -> Node:
    """The innermost list item, or else the top-level entry, around `path`.

    What a top-level key lacks cannot be taken away: then it is the whole.
    """
    innermost = node = root
    for depth, step in enumerate(path):
        if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            innermost = node = node.items[step]
        elif isinstance(node, MappingNode) and step in node.values:
            node = node.values[str(step)]
            innermost = innermost if depth else node
        else:
            break
    return innermost


def _add(error: dict[str, Any], node: Node, problems: Problems) -> None:
    path = _path(error)
    where, kind, found = locate(node, path), error["type"], error["input"]
    if kind.startswith("BIL"):
        problems.add(kind, where, **error.get("ctx", {}))
    elif kind == "extra_forbidden" and isinstance(found, UnknownKey):
        key = str(path[-1])
        where = locate(node, path, of_key=True)
        problems.add("BIL201", where, key=key, known=Suggestion.among(key, found.known))
    elif kind == "missing":
        if not _was_left_out(node, path):
            rule = "BIL203" if path[-1] in LANGUAGES else "BIL202"
            problems.add(rule, where, key=str(path[-1]))
    elif kind == "literal_error":
        _add_choice(found, re.findall(r"'([^']+)'", error["ctx"]["expected"]), where, problems)
    else:
        is_absent = kind in ("dict_type", "list_type") and found == ""
        problems.add("BIL213" if is_absent else _SHAPES.get(kind, "BIL204"), where)


def _was_left_out(node: Node, path: KeyPath) -> bool:
    """Whether the key is written, and its value was left out for a problem told already."""
    for step in path[:-1]:
        if isinstance(node, SequenceNode) and isinstance(step, int):
            node = node.items[step]
        elif isinstance(node, MappingNode):
            node = node.values[str(step)]
    return isinstance(node, MappingNode) and path[-1] in node.keys


def _add_choice(found: object, choices: list[str], where: Location, problems: Problems) -> None:
    if not isinstance(found, str):
        problems.add("BIL204", where)
    elif not found:
        problems.add("BIL209", where)
    else:
        problems.add("BIL216", where, found=found, known=Suggestion.among(found, choices))
