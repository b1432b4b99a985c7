"""A repository whose site is published again and again, and what must hold after each time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from conftest import HARBOUR, add_search_page, settle
from tampering import fingerprint

NOTES = (
    "{en: Counted in spring., fr: Comptés au printemps.}",
    "{en: Counted in autumn., fr: Comptés à l’automne.}",
)
"""One harmless note in two versions, so that the site has two versions too."""
_NOTE_FILE = "data/scorecards/2024-2025.yml"
_LONGEST = 300
"""Seconds after which a build counts as stuck."""
_LAST_GASP = 10
"""Seconds that processes of a killed build may live on."""


class Repository:
    """The invented organization's, with a search page and a published site.

    A trial is handed a list of complaints to add to; an empty one means that all held.
    """

    def __init__(self, folder: Path, *, has_pdfs: bool) -> None:
        self.root = settle(HARBOUR, folder / "harbour")
        add_search_page(self.root)
        self.site = self.root / "site"
        self._command = [sys.executable, "-m", "bilan", "site", "--published", "no"]
        self._options = [] if has_pdfs else ["--no-pdf"]
        self._pristine = folder / "pristine"
        shutil.copytree(self.root, self._pristine)
        self.note = 0
        self.whole, self._plain = ["", ""], ["", ""]
        """The fingerprint of the site with each note."""
        self._pace, self._took = 1.0, 0.0
        for note in (1, 0):
            self.turn(note)
            self._learn(note)
        assert len({*self.whole, *self._plain}) == 2 + 2 * has_pdfs

    def _learn(self, note: int) -> None:
        assert self._publish_plain().returncode == 0
        self.whole[note] = self._plain[note] = fingerprint(self.site)
        if not self._options:
            start = time.monotonic()
            assert self.publish().returncode == 0
            self._pace = (time.monotonic() - start) / self._took
            self.whole[note] = fingerprint(self.site)

    @property
    def seconds(self) -> float:
        """How long a build takes, at the pace of the last one: others use the machine too."""
        return self._took * self._pace

    def turn(self, note: int | None = None) -> None:
        """The data says the other note, or this one."""
        self.note = 1 - self.note if note is None else note
        path = self.root / _NOTE_FILE
        text = path.read_text(encoding="utf-8")
        for each in NOTES:
            text = text.replace(each, NOTES[self.note])
        path.write_text(text, encoding="utf-8")

    def restore(self) -> None:
        """Everything but the note as it was, and the published site as it is."""
        shutil.copytree(self._pristine, self.root, dirs_exist_ok=True)
        self.turn(self.note)

    def publish(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """The command that is tried, to its end."""
        return finished(self.start(**environment))

    def _publish_plain(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """Without PDF files, which is faster."""
        start = time.monotonic()
        done = finished(self.start("--no-pdf", **environment))
        self._took = time.monotonic() - start
        return done

    def start(self, *options: str, **environment: str) -> subprocess.Popen[str]:
        """The command, as the leader of a process group of its own."""
        return subprocess.Popen(
            [*self._command, *(options or self._options)],
            cwd=self.root,
            env=settings(**environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def refusal(self, **environment: str) -> Iterator[str]:
        """Complaints about a build that must fail and leave the published site alone."""
        before, names = fingerprint(self.site), self.names()
        done = self.publish(**environment)
        if done.returncode != 1:
            yield f"exit code {done.returncode}"
        if "Traceback" in done.stderr or " BIL" not in done.stderr:
            yield f"no plain message: {' '.join(done.stderr.split())[-120:]}"
        if str(self.root) in done.stderr:
            yield "the message names a folder of the machine"
        if fingerprint(self.site) != before:
            yield "the published site changed"
        if self.names() != names:
            yield f"left beside: {', '.join(sorted(self.names() ^ names))}"

    def success(self, **environment: str) -> Iterator[str]:
        """Complaints about a build that must succeed and clear up; without PDF files."""
        done = self._publish_plain(**environment)
        if done.returncode:
            yield f"the next build failed: {' '.join(done.stderr.split())[-120:]}"
        elif fingerprint(self.site) != self._plain[self.note]:
            yield "the next build published something else"
        if left := [name for name in self.names() if name.startswith(".site-")]:
            yield f"the next build left {', '.join(left)}"

    def names(self) -> set[str]:
        return {path.name for path in self.root.iterdir()}

    def survivors(self) -> Iterator[str]:
        """A complaint about processes of a killed build that do not end."""
        end = time.monotonic() + _LAST_GASP
        while found := list(_processes_in(self.root)):
            if time.monotonic() > end:
                yield f"still running: {found[0]}"
                return
            time.sleep(0.05)


def settings(**environment: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": "hooks", "PYTHONIOENCODING": "utf-8", **environment}


def finished(process: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    """One that is stuck is killed, which its exit code then says."""
    try:
        out, err = process.communicate(timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, out or "", err or "")


def handles(process: int, number: signal.Signals) -> bool:
    """Whether a process has a handler of its own for a signal (see proc_pid_status(5))."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    [caught] = [line.split()[1] for line in lines if line.startswith("SigCgt:")]
    return bool(int(caught, 16) >> (number - 1) & 1)


def _processes_in(root: Path) -> Iterator[str]:
    """Commands that run in a folder, or were told its name."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            told = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            if str(root) in told or (process / "cwd").readlink().is_relative_to(root):
                yield told[:80]
