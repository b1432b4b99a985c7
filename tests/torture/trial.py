"""One mutated file, held against all that `bilan check` and the pages make of it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import markdown
import yaml
from bs4 import BeautifulSoup

from bilan.contract import published
from bilan.contract.files import results_json
from bilan.contract.published import Key, PublishedFigure
from bilan.draft import Draft
from bilan.guard.examination import Examination
from bilan.guard.history import refuse_silent_revisions
from bilan.languages import LANGUAGES, Language
from bilan.listing import LISTINGS
from bilan.messages import closing, reconciled
from bilan.pages.page import Page
from bilan.problems import InputRefused, Problem
from bilan.project import Project, Rendering
from site_reading import figure
from torture.reader import Figure, Figures, differences, published_figures, written_figures

PATIENCE = 60
"""Seconds of work, however busy the machine, after which a look counts as one without end."""
LEAST_SCALED = 1_000_000
"""From here on figures may be written with "million", which a range says once."""
_MESSAGE = re.compile(r"\S+:\d+:\d+ BIL\d{3}(?: \(\w+\))?\u00a0?: .+; .+")
_LINE = re.compile(r"\S.*?:\d+:\d+ BIL\d{3}\b.*|… (?:and|et) \d+ .*|\d+ (?:error|warning)s?\b.*")


@dataclass
class Verdict:
    """What was found on one mutated file."""

    is_accepted: bool = False
    tracebacks: list[str] = field(default_factory=list)
    refusals: int = 0
    vague: list[str] = field(default_factory=list)
    """Messages without a place that exists, or without a remedy."""
    figures: int = 0
    wrong: list[str] = field(default_factory=list)
    cells: int = 0
    misread: list[str] = field(default_factory=list)
    """Cells of pages that show another figure than the file."""
    changed: int = 0
    silent: list[str] = field(default_factory=list)
    """Published figures that are others now, of which nothing is told."""
    commands: int = 0
    contrary: list[str] = field(default_factory=list)
    """What the real command did otherwise."""


class Whole(NamedTuple):
    """A repository before anything was mutated, as it was published."""

    published: Mapping[Key, PublishedFigure]
    written: Figures

    @classmethod
    def of(cls, root: Path) -> Whole:
        return cls(published.published_figures(results_json(Project.open(root).report)), _of(root))


class Trial:
    """Looks at one repository, as it stands, for one mutated file."""

    def __init__(self, root: Path, file: str, whole: Whole, *, is_every_page_made: bool) -> None:
        self._root, self._file, self._whole = root, file, whole
        self._is_every_page_made = is_every_page_made
        self.verdict = Verdict()

    def run(self, *, with_command: bool = False) -> Verdict:
        try:
            with _patience(), patch("bilan.draft.check_templates"):  # they are whole, and slow
                self._look()
        except Exception:  # every exception is a finding
            self.verdict.tracebacks.append(traceback.format_exc())
        if with_command:
            self._compare_with_command()
        return self.verdict

    def _look(self) -> None:
        draft = Draft.read(self._root)
        found = Examination(draft).problems()
        self._hold(found)
        self.verdict.is_accepted = not found.of("error")
        for language in LANGUAGES:
            closing(found, language)
            LISTINGS["text"](found, language)
        if draft.data.report:
            self._compare_figures(results_json(draft.data.report))
            reconciled(draft.data.report, "en")
        if self.verdict.is_accepted:
            self._hold_against_the_published(draft)
            self._make_pages(Project.of(draft))

    def _hold_against_the_published(self, draft: Draft) -> None:
        """Whatever says another figure than before is told, or has a revision."""
        told = list(refuse_silent_revisions(draft, self._whole.published))
        self._hold(told)
        now = _of(self._root)
        changed = [
            place
            for place, was in self._whole.written.items()
            if was not in (None, "to_be_determined") and now.get(place) != was
        ]
        self.verdict.changed += bool(changed)
        self.verdict.silent += [] if told else [f"{changed[0]} is another" for _ in changed[:1]]

    def _hold(self, found: Iterable[Problem]) -> None:
        """Each problem names a line that exists, and says what to write."""
        for problem in found:
            self.verdict.refusals += 1
            messages = [problem.message(language) for language in LANGUAGES]
            if not self._exists(problem) or not all(map(_MESSAGE.fullmatch, messages)):
                self.verdict.vague.append(messages[0])

    def _exists(self, problem: Problem) -> bool:
        path, line = self._root / problem.location.file, problem.location.line
        if not path.is_file():
            return False
        raw = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return 1 <= line <= max(1, raw.count(b"\n") + (not raw.endswith(b"\n")))

    def _compare_figures(self, published: str) -> None:
        try:
            written = written_figures(self._root)
        except Exception as error:  # what the plain reader cannot read must not be accepted
            self.verdict.wrong.append(f"unreadable: {error!r}")
            return
        self.verdict.figures += len(written)
        self.verdict.wrong += differences(written, published_figures(published))

    def _make_pages(self, project: Project) -> None:
        engine = _engine(self._root)
        for page in project.pages:
            name = f"docs/{page.language}/{page.name}"
            if self._is_every_page_made or name == self._file:
                self._make(project, page, engine)
        if self._file.startswith("data/") and not self.verdict.wrong:
            written = written_figures(self._root)
            for page in project.pages:
                self._read_back(project, page, written)

    def _make(self, project: Project, page: Page, engine: markdown.Markdown) -> None:
        for key in page.head:
            project.text(page, key)
        rendering = Rendering(project, page)
        try:
            rendering.into(engine.reset().convert(rendering.markdown))
        except InputRefused as refused:
            self._hold(refused.problems)

    def _read_back(self, project: Project, page: Page, written: Figures) -> None:
        """Every row of the scorecards that a page shows whole, cell by cell."""
        for call in page.body.calls:
            if call.macro != "scorecard":
                continue
            rows = BeautifulSoup(str(project.call(page, call, "")), "html.parser").select(
                "tr.result"
            )
            for place, row in enumerate(rows):
                at = f"{call.subject}/{place}/{row['id']}"
                for part, cell in (("target", ".target"), ("result", ".actual")):
                    shown = row.select_one(f"{cell} .measure")
                    text = shown.get_text() if shown else None
                    self._compare_cell(f"{at}/{part}", text, written, page.language)

    def _compare_cell(
        self, place: str, shown: str | None, written: Figures, language: Language
    ) -> None:
        value: Figure = written.get(f"{place}/value")
        is_range = written.get(f"{place}/high") is not None
        if is_range and isinstance(value, Fraction) and abs(value) >= LEAST_SCALED:
            return
        self.verdict.cells += 1
        read = None if shown is None else Fraction(figure(shown, language))
        if read != value:
            self.verdict.misread.append(f"{place} ({language}): written {value}, shown {shown!r}")

    def _compare_with_command(self) -> None:
        command = [sys.executable, "-m", "bilan", "check"]
        environment = {**os.environ, "PYTHONPATH": "hooks", "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            command, cwd=self._root, env=environment, capture_output=True, check=False
        )
        self.verdict.commands += 1
        told = done.stderr.decode("utf-8").splitlines()
        strange = [line for line in told if not _LINE.fullmatch(line)]
        if done.returncode != int(not self.verdict.is_accepted) or strange:
            self.verdict.contrary.append(f"exit code {done.returncode}; {strange[:3]}")


def _of(root: Path) -> Figures:
    """By the indicator or the row, wherever it stands in its file."""
    return {
        re.sub(r"^([^/]+)/\d+/(?=[^/]+/.*/)", r"\1/", place): figure
        for place, figure in written_figures(root).items()
    }


@contextmanager
def _patience() -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise TimeoutError(f"no end after {PATIENCE} seconds")

    signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _engine(root: Path) -> markdown.Markdown:
    """The Markdown engine as `mkdocs.yml` sets it up."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    entries = yaml.load(text, Loader=yaml.BaseLoader)["markdown_extensions"]
    named = [entry if isinstance(entry, dict) else {entry: {}} for entry in entries]
    settings = {name: options for entry in named for name, options in entry.items()}
    return markdown.Markdown(extensions=list(settings), extension_configs=settings)
