"""Corrections that need nobody's judgement, made in the files themselves."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from bilan.problems import Correction, Problem

AS_A_WHOLE = ("BIL837", "BIL838")
"""Rules that are mended in a whole file: accents joined, line ends made one."""
_CODE_IN_A_LIST = " " * 8
"""So far in, a line of a page may be code, which the reader of pages cannot tell."""


def mend(root: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Makes every safe correction; returns the problems that were mended."""
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.rule in AS_A_WHOLE or (problem.correction and problem.correction.is_safe):
            by_file[problem.location.file].append(problem)
    return [done for file, found in by_file.items() for done in _mend_file(root / file, found)]


def _mend_file(path: Path, problems: list[Problem]) -> list[Problem]:
    before = path.read_bytes().decode("utf-8")
    mended, lines = [], before.splitlines(keepends=True)
    for problem in sorted(problems, key=lambda problem: problem.location, reverse=True):
        if problem.correction is None:
            mended.append(problem)
            continue
        index, column = problem.location.line - 1, problem.location.column - 1
        line = unicodedata.normalize("NFC", lines[index])
        is_code = path.suffix == ".md" and line.startswith(_CODE_IN_A_LIST)
        corrected = None if is_code else _corrected(line, column, problem.correction)
        if corrected is not None:
            lines[index] = corrected
            mended.append(problem)
    after = "".join(lines)
    if any(problem.rule == "BIL837" for problem in problems):
        after = unicodedata.normalize("NFC", after)
    if any(problem.rule == "BIL838" for problem in problems):
        after = after.replace("\r\n", "\n").replace("\r", "\n")
    if after != before:
        path.write_bytes(after.encode("utf-8"))
    return mended


def _corrected(line: str, column: int, correction: Correction) -> str | None:
    """The line with the correction at its column; None where the file writes it otherwise."""
    if _is_escape(line, column, correction):
        return None
    for escape in (str, _escaped):
        found = escape(correction.found)
        if line.startswith(found, column):
            return line[:column] + escape(correction.write) + line[column + len(found) :]
    return None


def _is_escape(line: str, column: int, correction: Correction) -> bool:
    """A backslash of Markdown or YAML, or a quote that YAML wants doubled: for people to mend."""
    end = column + len(correction.found)
    around = line[max(0, column - 1) : column], line[end : end + 1]
    return "\\" in around or ("'" in correction.found and "'" in around)


def _escaped(text: str) -> str:
    """As a YAML text in double quotes may write it."""
    return text.replace("\u00a0", "\\_")
