"""Thousands of damaged data files and pages: none may break the command, or pass for another.

Each file is damaged in one place, at random but the same in every run. Then all that
`bilan check` does is done to it, and what comes of it is held against four things: no
exception but a refusal; each refusal names a line that exists and a remedy; each figure is
what a second, independent reader reads in the damaged file, and what pages show; and the real
command does as we did.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from pathlib import Path
from random import Random
from typing import ClassVar, NamedTuple

from conftest import HARBOUR, ROOT, settle
from measured import Row
from torture.data_slips import OF_FIGURES, OF_YAML
from torture.page_slips import OF_PAGES
from torture.slips import OF_BYTES, OF_CHARACTERS, OF_LINES, Slip
from torture.trial import Trial, Verdict, Whole

SEED = 2025
EVERY_COMMAND = 100
"""Each hundredth case also runs the real command."""
MOST_TOLD = 30
DATA_FILES, PAGES = 3_000, 500
KINDS = ("data files", "pages")
ORGANIZATIONS = ("harbour", "own")


class Batch(NamedTuple):
    """How many cases of one kind, and of how many accepted ones every page is made."""

    organization: str
    kind: str
    size: int
    every_page_of: int


WHOLE = (
    Batch("harbour", "data files", 2_450, 3),
    Batch("own", "data files", 560, 10),
    Batch("harbour", "pages", 400, 20),
    Batch("own", "pages", 120, 40),
)
SAMPLE = (Batch("harbour", "data files", 20, 5), Batch("harbour", "pages", 8, 8))


class Case(NamedTuple):
    batch: Batch
    number: int

    @property
    def name(self) -> str:
        return f"{self.batch.organization} {self.batch.kind} {self.number}"


class Repositories:
    """Both organizations in folders of one process, each set up when it is first asked for."""

    folder: ClassVar[Path]

    @classmethod
    def begin(cls, parent: str) -> None:
        cls.folder = Path(tempfile.mkdtemp(dir=parent))

    @classmethod
    def root(cls, organization: str) -> Path:
        folder = cls.folder / organization
        if folder.exists():
            return folder
        if organization == "harbour":
            return settle(HARBOUR, folder)
        for name in ("data", "docs"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        return settle(folder, folder)

    @staticmethod
    @cache
    def whole(root: Path) -> Whole:
        """It is asked for before the first file of a repository is damaged."""
        return Whole.of(root)


def mutation() -> Iterator[Row]:
    """The whole campaign, spread over the machine's processors."""
    with tempfile.TemporaryDirectory() as folder:
        processes = multiprocessing.get_context("spawn").Pool(
            os.cpu_count(), Repositories.begin, (folder,)
        )
        with processes:
            yield from rows(processes.imap_unordered(tried, cases(WHOLE), chunksize=4))


def cases(batches: Sequence[Batch]) -> Iterator[Case]:
    return chain.from_iterable(
        (Case(batch, number) for number in range(batch.size)) for batch in batches
    )


def tried(case: Case) -> tuple[Case, str, Verdict]:
    """A case with the file that was damaged; the file is whole again afterwards."""
    root = Repositories.root(case.batch.organization)
    path = _file(root, case)
    file, whole = path.relative_to(root).as_posix(), path.read_bytes()
    before = Repositories.whole(root)
    path.write_bytes(mutated(case, whole))
    try:
        made = case.number % case.batch.every_page_of == 0
        is_hundredth = case.number % EVERY_COMMAND == EVERY_COMMAND - 1
        trial = Trial(root, file, before, is_every_page_made=made)
        return case, file, trial.run(with_command=is_hundredth)
    finally:
        path.write_bytes(whole)


def _file(root: Path, case: Case) -> Path:
    """Every file in its turn."""
    folder, ending = ("data", "yml") if case.batch.kind == "data files" else ("docs", "md")
    files = sorted((root / folder).rglob(f"*.{ending}"))
    return files[case.number % len(files)]


def mutated(case: Case, whole: bytes) -> bytes:
    """The file with one slip in it, or a few."""
    rng = Random(f"{SEED} {case.name}")
    of_kind = (OF_FIGURES, OF_FIGURES, OF_YAML) if case.batch.kind == "data files" else (OF_PAGES,)
    damaged = whole
    while damaged == whole:
        for _ in range(rng.choice((1, 1, 1, 2, 3))):
            group: Sequence[Slip] = rng.choice((*of_kind, *of_kind, OF_LINES, OF_CHARACTERS))
            if rng.random() < 0.12:
                damaged = rng.choice(OF_BYTES)(rng, damaged or whole)
                break
            text = rng.choice(group)(rng, damaged.decode("utf-8"))
            damaged = text.encode("utf-8")
    return damaged


def rows(done: Iterable[tuple[Case, str, Verdict]]) -> Iterator[Row]:
    """The table; what was found is told as it comes."""
    counted = _Count()
    for case, file, verdict in done:
        counted.add(case, verdict)
        told = (verdict.tracebacks, verdict.vague, verdict.wrong, verdict.silent, verdict.misread)
        for fault in islice(chain(*told, verdict.contrary), 3):
            counted.tell(f"{case.name} ({file}): {fault}")
    yield from counted.rows()


class _Count:
    """What all the cases come to."""

    def __init__(self) -> None:
        self._tried, self._accepted = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
        self._verdicts: list[Verdict] = []
        self._told = 0

    def add(self, case: Case, verdict: Verdict) -> None:
        self._tried[case.batch.kind] += 1
        self._accepted[case.batch.kind] += verdict.is_accepted
        self._verdicts.append(verdict)

    def tell(self, fault: str) -> None:
        self._told += 1
        if self._told <= MOST_TOLD:
            print(fault, file=sys.stderr, flush=True)

    def rows(self) -> Iterator[Row]:
        for kind, least in zip(KINDS, (DATA_FILES, PAGES), strict=True):
            count, accepted = self._tried[kind], self._accepted[kind]
            found = f"{accepted} accepted, {count - accepted} refused"
            yield Row(f"mutated {kind}", count, found, f"at least {least}", count >= least)
        every = self._verdicts
        for what, count, faults in (
            ("tracebacks", len(every), [v.tracebacks for v in every]),
            ("refusals vague", sum(v.refusals for v in every), [v.vague for v in every]),
            ("silent wrong values", sum(v.figures for v in every), [v.wrong for v in every]),
            ("silent revisions", sum(v.changed for v in every), [v.silent for v in every]),
            ("cells shown wrong", sum(v.cells for v in every), [v.misread for v in every]),
            ("command otherwise", sum(v.commands for v in every), [v.contrary for v in every]),
        ):
            wrong = sum(map(len, faults))
            yield Row(what, count, str(wrong), "0", wrong == 0 and count > 0)
