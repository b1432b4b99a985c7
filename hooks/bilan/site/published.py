"""What was published before: a file, an address, or a version of the repository."""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from io import BytesIO
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from bilan.contract.files import RESULTS_JSON, results_json
from bilan.contract.published import Key, NotResults, PublishedFigure, published_figures
from bilan.data.loading import read
from bilan.draft import DATA
from bilan.problems import InputRefused, Location, Problem, Problems, whole

NOTHING = "no"
"""In place of a source: compare with nothing."""
PATIENCE = 30
"""Seconds without a byte of an answer."""
MOST_BYTES = 50_000_000
_MAIN = ("origin/HEAD", "HEAD")
"""What a clone knows of the main branch; where there is no such branch, the last commit."""


class _Unreadable(Exception):
    """Why what was published cannot be read."""


@dataclass(frozen=True)
class PublishedBefore:
    """The figures that were published, and where they were looked for."""

    figures: Mapping[Key, PublishedFigure]
    where: str = ""

    def problems(self) -> Iterator[Problem]:
        """A warning where there was nothing: an address that is not the right one looks the same
        as a site that was never published."""
        if self.where and not self.figures:
            yield Problem.of("BIL469", Location(DATA), address=whole(self.where))


def published_before(root: Path, where: str | None) -> PublishedBefore:
    """The figures of a `results.json` or of a site, by its folder or its address (nothing where
    there is no such page yet), or of a version of Git; without any of these, of the main branch,
    as far as the clone in `root` knows it.

    Raises:
        InputRefused: when it cannot be read.
    """
    if where == NOTHING:
        return PublishedBefore({})
    if not where:
        return _of_main_branch(root)
    try:
        text = _text(root, where)
        return PublishedBefore({} if text is None else published_figures(text), where)
    except (_Unreadable, NotResults) as error:
        problems = Problems()
        reason = whole(" ".join(str(error).split()))
        problems.add("BIL465", Location(DATA), where=whole(where), reason=reason)
        raise InputRefused(problems) from None


def _of_main_branch(root: Path) -> PublishedBefore:
    """Nothing where the data is not kept with Git, or follows rules of an earlier time."""
    version = next((version for version in _MAIN if _commit(root, version)), None)
    try:
        text = _of_version(root, version) if version else None
    except _Unreadable:
        text = None
    return PublishedBefore(published_figures(text), version or "") if text else PublishedBefore({})


def _text(root: Path, where: str) -> str | None:
    if where.startswith(("https://", "http://")):
        return _of_address(where)
    path = root / where
    try:
        if path.is_dir():
            path /= RESULTS_JSON
        if path.is_file():
            return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:  # a name too long, a file that is no text
        raise _Unreadable(str(error)) from None
    found = _of_version(root, where)
    if found is None:
        raise _Unreadable("no such file, address or version")
    return found


def _of_address(url: str) -> str | None:
    if not url.endswith(".json"):
        url = f"{url.rstrip('/')}/{RESULTS_JSON}"
    try:
        with urlopen(Request(url, headers={"User-Agent": "bilan"}), timeout=PATIENCE) as answer:
            return str(answer.read(MOST_BYTES).decode("utf-8"))
    except HTTPError as error:
        if error.code == 404:
            return None
        raise _Unreadable(f"HTTP {error.code}") from None
    except (URLError, OSError, HTTPException, ValueError) as error:
        raise _Unreadable(str(getattr(error, "reason", error))) from None


def _of_version(root: Path, version: str) -> str | None:
    """The `results.json` that the data of a version makes today; None where it has no data."""
    archive = _archive(root, version)
    if not archive:
        return None
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
        problems = Problems()
        report = read(Path(folder) / DATA, problems).report
    if report is None:
        raise _Unreadable(next(iter(problems)).message())
    return results_json(report)


def _archive(root: Path, version: str) -> bytes:
    commit = _commit(root, version)
    return _git(root, "archive", "--format=tar", commit, DATA) if commit else b""


def _commit(root: Path, version: str) -> str:
    options = ("--verify", "--quiet", "--end-of-options")
    return _git(root, "rev-parse", *options, f"{version}^{{commit}}").decode().strip()


def _git(root: Path, *arguments: str) -> bytes:
    """What Git says; nothing where it fails, or where there is none."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
