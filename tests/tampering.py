"""What tests do to a repository, and how they see what came of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Change:
    """`old`, which the file holds once, becomes `new`."""

    file: str
    old: str
    new: str

    def make(self, root: Path) -> None:
        path = root / self.file
        text = path.read_text(encoding="utf-8")
        assert text.count(self.old) == 1, f"{self.old!r} is not once in {self.file}"
        path.write_text(text.replace(self.old, self.new), encoding="utf-8")


def fingerprint(folder: Path) -> str:
    """Changes with any byte or name below the folder, but for the byte code of a command."""
    content = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if "__pycache__" in path.parts:
            continue
        content.update(f"{path.relative_to(folder)}\0".encode())
        content.update(path.read_bytes() if path.is_file() else b"")
        content.update(b"\0")
    return content.hexdigest()
