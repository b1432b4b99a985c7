"""The files of the data folder: one entry each, read and validated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bilan.data.fields import as_identifier, is_identifier
from bilan.data.nodes import Node
from bilan.data.reading import read_nodes
from bilan.data.validation import validate
from bilan.problems import Location, Problems


class File(NamedTuple):
    """A data file as read: all of it as nodes, and what is valid of it."""

    node: Node | None
    valid: tuple[Any, Node] | None
    is_whole: bool
    """False when something in it has a problem: then anything may stand there."""

    @property
    def entry(self) -> Any:
        assert self.valid is not None
        return self.valid[0]


class Document(NamedTuple):
    """A file of a folder whose files are entries by id."""

    id: str
    file: File


class DataFolder:
    """Places are named relative to the folder's parent (`data/units.yml:4:9`)."""

    def __init__(self, path: Path, problems: Problems) -> None:
        self.path, self._problems = path, problems
        self.nodes: dict[str, Node] = {}
        """What could be read, by the name that places give the file."""

    def shown(self, name: str) -> str:
        return f"{self.path.name}/{name}"

    def has(self, name: str) -> bool:
        return (self.path / name).exists() or (self.path / name).is_symlink()

    def read(self, name: str, form: Any, *, is_optional: bool = False) -> File:
        path, shown = self.path / name, self.shown(name)
        if not self.has(name):
            if not is_optional:
                self._problems.add("BIL114", Location(shown))
            return File(None, None, is_whole=is_optional)
        before = len(self._problems)
        node = read_nodes(path, shown, self._problems)
        if node is not None:
            self.nodes[shown] = node
        valid = validate(node, form, self._problems) if node else None
        return File(node, valid, is_whole=len(self._problems) == before)

    def documents(self, subfolder: str, form: Any) -> Iterator[Document]:
        folder = self.path / subfolder
        for path in [] if folder.is_symlink() else sorted(folder.glob("*.yml")):
            if path.name.startswith("."):
                continue
            name = f"{subfolder}/{path.name}"
            if not is_identifier(path.stem):
                where, write = Location(self.shown(name)), as_identifier(path.stem)
                self._problems.add("BIL208", where, found=path.stem, write=write)
            yield Document(path.stem, self.read(name, form))
