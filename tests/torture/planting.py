"""Plants payloads in every field of the invented organization, and takes out what is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from conftest import HARBOUR, add_search_page, settle
from torture.hostile import PIXEL, SPOTS, Payload

Steps = tuple[str | int, ...]
LANGUAGES = ("en", "fr")
WITH_IDS = ("sources", "glossary", "indicators", "units")
"""The files whose first keys are ids."""
WAIVABLE = "BIL8"
MENTIONED = re.compile(r"planted-([a-z-]+)")


class Field(NamedTuple):
    """A text of a data file by its steps, or a spot of the pages."""

    file: str
    steps: Steps = ()


class Place(NamedTuple):
    """What a message points at."""

    file: str
    line: int
    rule: str
    message: str


@dataclass
class Planting:
    """A repository at `root` whose every field holds a payload, but for those taken out.

    Of several payloads, each field holds one, and its neighbour the next.
    """

    root: Path
    payloads: tuple[Payload, ...]
    spots: tuple[str, ...] = tuple(SPOTS)
    planted: dict[Field, int] = field(default_factory=dict)
    """What is still planted, with the number of the form that is tried."""
    places: dict[tuple[str, int], Field] = field(default_factory=dict)

    waived: dict[Field, set[str]] = field(default_factory=dict)
    """What an attacker would waive too: the guard's rules, of which a comment takes note."""

    def __post_init__(self) -> None:
        settle(HARBOUR, self.root)
        add_search_page(self.root)
        configuration = self.root / "mkdocs.yml"
        text = configuration.read_text(encoding="utf-8")
        text = text.replace("not_in_nav: search.md", "not_in_nav: |\n  search.md\n  planted-*.md")
        configuration.write_text(text, encoding="utf-8")
        (self.root / "docs/planted.png").write_bytes(bytes.fromhex(PIXEL))
        self.trees = dict(_trees(self.root / "data"))
        fields = [*_fields(self.trees), *(Field(spot) for spot in self.spots)]
        self.planted = dict.fromkeys(fields, 0)
        count = len(self.payloads)
        self._texts = {each: self.payloads[i % count].text for i, each in enumerate(fields)}
        self.tried = len(fields)

    def write(self) -> None:
        self.places = {}
        for name, tree in self.trees.items():
            lines = list(self._lines(name, tree, (), 0))
            path = self.root / name
            path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
            self._place(name, lines)
        for spot in self.spots:
            for language in LANGUAGES:
                page = self.root / f"docs/{language}/planted-{spot}.md"
                if Field(spot) in self.planted:
                    page.write_text(self._page(spot), encoding="utf-8", newline="")
                else:
                    page.unlink(missing_ok=True)

    def withdraw(self, told: Iterable[Place]) -> bool:
        """Takes out the fields that messages point at; whether there was one."""
        found: dict[Field, set[str]] = {}
        for each in told:
            for at in self._pointed(each):
                found.setdefault(at, set()).add(each.rule)
        if not found:
            found = {each: {""} for each in self.planted if each.file.startswith("data/")}
        for at, rules in found.items():
            self._withdraw(at, rules)
        return bool(found)

    def _withdraw(self, at: Field, rules: set[str]) -> None:
        waived = self.waived.setdefault(at, set())
        if all(rule.startswith(WAIVABLE) for rule in rules) and not rules <= waived:
            waived |= rules
            return
        self.planted[at] += 1
        if self.planted[at] >= len(self._forms(at)):
            del self.planted[at]

    def _waiver(self, at: Field) -> str:
        codes = ", ".join(sorted(self.waived.get(at, ())))
        return f"bilan: allow {codes}: planted" if codes and at in self.planted else ""

    def _pointed(self, place: Place) -> Iterator[Field]:
        at = self.places.get((place.file, place.line))
        mentioned = MENTIONED.search(f"{place.file} {place.message}")
        if at in self.planted:
            yield at
        elif mentioned:
            yield from (each for each in self.planted if each == Field(mentioned[1]))
        elif place.file in self.trees:
            own = [each for each in self.planted if each.file == place.file]
            yield from [each for each in own if not _is_text(each.steps)] or own

    def _page(self, spot: str) -> str:
        text = self._texts[Field(spot)]
        head = {"title": "Planted", "description": f"Planted {spot}.", "address": f"planted-{spot}"}
        if spot in head:
            head[spot] = self._forms(Field(spot))[self.planted[Field(spot)]]
        shown = "".join(f"{key}: {json.dumps(value)}\n" for key, value in head.items())
        waiver = self._waiver(Field(spot))
        above = f"<!-- {waiver} -->\n" if waiver else ""
        return f"---\n{shown}---\n# Planted\n\n{above}{SPOTS[spot].format(text)}\n\nEnd.\n"

    def _forms(self, of: Field) -> tuple[str, ...]:
        text = self._texts[of]
        if of.steps[-1:] == ("url",) or of.steps[-1:] == ("licence_url",):
            return (
                text,
                f"https://harbour.example/{text}",
                f"https://harbour.example/?a={_one(text)}",
            )
        if of.file in ("title", "description"):
            return (text, f"{text} Planted")
        if of.steps and _is_text(of.steps):
            return (f"{text} {_at(self.trees[of.file], of.steps)}",)
        return (text,)

    def _value(self, name: str, steps: Steps, written: str) -> str:
        at = Field(name, steps)
        return self._forms(at)[self.planted[at]] if at in self.planted else written

    def _lines(self, name: str, node: Any, steps: Steps, depth: int) -> Iterator[str]:
        """Each scalar on a line of its own, which begins with its steps for `_place`."""
        pad = "  " * depth
        entries = enumerate(node) if isinstance(node, list) else node.items()
        for key, value in entries:
            at = (*steps, key)
            if key == KEY and Field(name, at) not in self.planted:
                continue
            shown = json.dumps(self._texts[Field(name, at)] if key == KEY else key)
            head = f"{pad}-" if isinstance(node, list) else f"{pad}{shown}:"
            mark = f"  # {self._waiver(Field(name, at))}  # {json.dumps([*at])}"
            if isinstance(value, str):
                yield f"{head} {json.dumps(self._value(name, at, value))}{mark}"
            elif not value:
                yield f"{head} {json.dumps(value)}{mark}"
            else:
                yield f"{head}{mark}"
                yield from self._lines(name, value, at, depth + 1)

    def _place(self, name: str, lines: list[str]) -> None:
        for number, line in enumerate(lines, 1):
            steps: Steps = tuple(json.loads(line.rpartition("  # ")[2]))
            at = Field(name, steps[: steps.index(KEY) + 1] if KEY in steps else steps)
            if at in self.planted:
                self.places[name, number] = at


KEY = "planted-key"
"""Stands for the payload where it is the id of one more entry."""


def _one(text: str) -> str:
    return re.sub(r"[\s<>\"']", "_", text)


def _trees(folder: Path) -> Iterator[tuple[str, Any]]:
    for path in sorted(folder.rglob("*.yml")):
        name = path.relative_to(folder.parent).as_posix()
        tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        if path.stem == "organization":
            tree |= {
                "licence": {"en": "Free to use", "fr": "Libre"},
                "licence_url": "https://licence.example/",
            }
        if path.stem in WITH_IDS:
            tree[KEY] = next(iter(tree.values()))
        yield name, tree


def _fields(trees: dict[str, Any]) -> Iterator[Field]:
    """Every text; of ids, addresses, dates and numbers, the first of each kind."""
    kinds: set[tuple[str, Steps]] = set()
    for name, tree in trees.items():
        for steps in _scalars(tree, ()):
            kind = (Path(name).parent.as_posix(), tuple(s for s in steps[1:] if isinstance(s, str)))
            if KEY in steps:
                continue
            if _is_text(steps) or kind not in kinds:
                yield Field(name, steps)
            kinds.add(kind)
        if KEY in tree:
            yield Field(name, (KEY,))


def _scalars(node: Any, steps: Steps) -> Iterator[Steps]:
    if isinstance(node, str):
        yield steps
        return
    for key, value in enumerate(node) if isinstance(node, list) else node.items():
        yield from _scalars(value, (*steps, key))


def _is_text(steps: Steps) -> bool:
    return any(language in steps for language in LANGUAGES)


def _at(tree: Any, steps: Steps) -> str:
    for step in steps:
        tree = tree[step]
    return str(tree)
