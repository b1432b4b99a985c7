"""Waivers: `bilan: allow BIL842: a name in both languages`, in a comment beside what it waives.

In a page the comment is `<!-- … -->` and holds for the block that follows; in the data it is
`# …` and holds for its own line, or, on a line of its own, for the entry that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from bilan.data.texts import read_text
from bilan.languages import Bilingual
from bilan.problems import Location, Problem, Problems, Suggestion, rules

FIRST_CODE = "BIL8"
"""Only what the guard finds can be waived: other problems leave nothing to publish."""

_WAIVER = re.compile(
    r"\bbilan\s*:\s*allow\b(?P<codes>(?:[\s,]*BIL\d+)*)(?P<reason>.*)", re.IGNORECASE
)
_CODE = re.compile(r"[A-Z]+[0-9]+", re.IGNORECASE)
_IN_PAGE = re.compile(r"[ \t]*<!--\s*bilan\s*:(?:(?!<!--).)*?-->[ \t]*\n?", re.DOTALL)


@dataclass(frozen=True)
class Waiver:
    codes: tuple[str, ...]
    reason: str
    where: Location
    lines: range
    """Those of its file that it holds for."""

    def covers(self, problem: Problem) -> bool:
        return (
            problem.rule in self.codes
            and problem.location.file == self.where.file
            and problem.location.line in self.lines
        )


def without_waivers(markdown: str) -> str:
    """Staff write them; readers never see them."""
    return _IN_PAGE.sub("", markdown)


def waivers(root: Path, files: Iterable[str]) -> Iterator[Waiver]:
    """Every waiver of these files, well written or not."""
    for file in files:
        text = read_text(root / file, file, Problems()) or ""
        if "bilan" in text:
            yield from _waivers(text.split("\n"), file, is_page=file.endswith(".md"))


def _waivers(lines: list[str], file: str, *, is_page: bool) -> Iterator[Waiver]:
    for index, line in enumerate(lines):
        found = _WAIVER.search(line)
        comment = line[: found.start()].rstrip() if found else ""
        if not found or not comment.endswith("<!--" if is_page else "#"):
            continue
        stands_alone = comment in ("<!--", "#") or not comment.rstrip("<!-#").strip()
        reason = found["reason"].partition("-->")[0].strip(" \t:—–-")
        yield Waiver(
            codes=tuple(code.upper() for code in _CODE.findall(found["codes"])),
            reason=reason,
            where=Location(file, index + 1, found.start() + 1),
            lines=_block(lines, index, is_page=is_page)
            if stands_alone
            else range(index + 1, index + 2),
        )


def _block(lines: list[str], index: int, *, is_page: bool) -> range:
    """The lines of the paragraph, or of the entry, that follow a comment; they count from 1."""
    first = next((i for i in range(index + 1, len(lines)) if lines[i].strip()), len(lines))
    below = lines[first + 1 :]
    if is_page:
        length = len(list(takewhile(str.strip, below)))
    else:
        depth = _depth(lines[first]) if first < len(lines) else 0
        length = len(list(takewhile(lambda line: not line.strip() or _depth(line) > depth, below)))
    return range(index + 1, first + length + 2)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def apply(found: Iterable[Waiver], problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems that no waiver covers, then what is wrong with the waivers."""
    kept = list(found)
    by_file: dict[str, list[Waiver]] = {}
    for waiver in kept:
        by_file.setdefault(waiver.where.file, []).append(waiver)
    used: set[tuple[Location, str]] = set()
    for problem in problems:
        covering = [w for w in by_file.get(problem.location.file, ()) if w.covers(problem)]
        used.update((waiver.where, problem.rule) for waiver in covering)
        if not covering:
            yield problem
    for waiver in kept:
        yield from _faults(waiver, used)


def _a_code(found: str, waivable: list[str]) -> Bilingual | Suggestion:
    """The nearest code, or how one looks."""
    nearest = Suggestion.among(found, waivable)
    return (
        nearest
        if nearest.nearest
        else Bilingual("its code, as BIL842", "son code, par exemple BIL842")
    )


def _faults(waiver: Waiver, used: set[tuple[Location, str]]) -> Iterator[Problem]:
    waivable = [code for code in rules() if code.startswith(FIRST_CODE)]
    unknown = [code for code in waiver.codes if code not in waivable]
    if not waiver.reason:
        yield Problem.of("BIL871", waiver.where)
        return
    if unknown or not waiver.codes:
        found = ", ".join(unknown) or waiver.reason.partition(" ")[0].rstrip(":") or "…"
        yield Problem.of("BIL872", waiver.where, found=found, known=_a_code(found, waivable))
    for code in waiver.codes:
        if code in waivable and (waiver.where, code) not in used:
            yield Problem.of("BIL873", waiver.where, found=code)
