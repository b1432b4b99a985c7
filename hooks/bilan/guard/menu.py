"""The titles of the menu's sections, which the engine's own file translates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from bilan.data.texts import read_text
from bilan.guard.entries import OTHER, Entry
from bilan.guard.prose import Pair, Prose, masked_text
from bilan.languages import Language
from bilan.problems import Location, Problems

FILE = "mkdocs.yml"
TRANSLATIONS = "nav_translations"


def menu(root: Path) -> Iterator[Entry]:
    """Each section's title in English and as the French menu shows it: translated, or as it is."""
    text = read_text(root / FILE, FILE, Problems()) if (root / FILE).exists() else None
    try:
        top = yaml.compose(text or "", Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, RecursionError):
        return  # the engine says what is wrong
    translated = {
        key.value: value
        for node in _values(top, TRANSLATIONS)
        if isinstance(node, yaml.MappingNode)
        for key, value in node.value
        if isinstance(value, yaml.ScalarNode)
    }
    for title in (title for nav in _values(top, "nav") for title in _sections(nav)):
        texts = _prose("en", title), _prose("fr", translated.get(title.value, title))
        yield Entry(FILE, f"nav/{title.value}", {OTHER: Pair(*texts)}, texts)


def _values(node: yaml.Node | None, name: str) -> Iterator[yaml.Node]:
    """What stands under a key, wherever that is."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _values(item, name)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == name:
                yield value
            else:
                yield from _values(value, name)


def _sections(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The keys of a menu whose values are lists of pages."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        for key, value in item.value if isinstance(item, yaml.MappingNode) else ():
            if isinstance(value, yaml.SequenceNode):
                yield key
                yield from _sections(value)


def _prose(language: Language, node: yaml.ScalarNode) -> Prose:
    where = Location(FILE, node.start_mark.line + 1, node.start_mark.column + 1)
    return Prose(language, node.value, masked_text(node.value), lambda _: where)
