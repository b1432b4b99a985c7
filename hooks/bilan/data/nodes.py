"""YAML as nested nodes, each with its place, every scalar the text that was typed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from bilan.problems import Location


@dataclass(frozen=True)
class ScalarNode:
    text: str
    where: Location


@dataclass(frozen=True)
class SequenceNode:
    items: list[Node]
    where: Location


@dataclass(frozen=True)
class MappingNode:
    """`keys` holds the place of each key as written, also of those whose value was left out."""

    where: Location
    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Location] = field(default_factory=dict)


Node = ScalarNode | SequenceNode | MappingNode
Plain = str | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    """The node without its places: texts, lists and dictionaries."""
    if isinstance(node, MappingNode):
        return {key: plain(value) for key, value in node.values.items()}
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return node.text


def locate(node: Node, path: tuple[str | int, ...], *, of_key: bool = False) -> Location:
    """The place of a path of keys and indexes; the nearest written place when it is absent.

    A scalar's place is its own, not its key's, unless `of_key` asks for that.
    """
    where = node.where
    for step in path:
        if isinstance(node, MappingNode) and step in node.values:
            where, node = node.keys[str(step)], node.values[str(step)]
            if isinstance(node, ScalarNode) and not of_key:
                where = node.where
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            where = node.where
        else:
            break
    return where


def without(node: Node, faulty: Collection[int]) -> Node:
    """The node without the nodes in it whose `id()` is among `faulty`; it keeps their keys."""
    if isinstance(node, SequenceNode):
        kept = [without(item, faulty) for item in node.items if id(item) not in faulty]
        return SequenceNode(kept, node.where)
    if isinstance(node, MappingNode):
        kept_values = {
            key: without(value, faulty)
            for key, value in node.values.items()
            if id(value) not in faulty
        }
        return MappingNode(node.where, kept_values, node.keys)
    return node
