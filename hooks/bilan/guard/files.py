"""Files as programs left them: accents in two characters, line ends of Windows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from bilan.problems import Location, Problem


def check_files(root: Path, files: Iterable[str]) -> Iterator[Problem]:
    """One problem a file and a kind: both are read well, and make every later change hard to
    see."""
    for file in files:
        raw = (root / file).read_bytes()
        if b"\r" in raw:
            yield Problem.of("BIL838", Location(file, raw[: raw.index(b"\r")].count(b"\n") + 1))
        text = raw.decode("utf-8-sig", errors="replace")
        if not unicodedata.is_normalized("NFC", text):
            lines = text.splitlines()
            line = next(
                i for i, t in enumerate(lines, 1) if not unicodedata.is_normalized("NFC", t)
            )
            yield Problem.of("BIL837", Location(file, line))
