"""Builds beside, verifies, swaps: the published folder is replaced only by a whole site."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bilan.problems import InputRefused, Location, Problems
from bilan.project import Project
from bilan.site.verification import verify

_MESSAGE = re.compile(r"^(?:ERROR|WARNING) +-? *(.*)$", re.MULTILINE)


def publish(root: Path, into: Path) -> None:
    """Builds the site of `root` and puts it in place of the folder `into`.

    Raises:
        InputRefused: with every problem of the input or of the built site; the published
            folder is then as it was.
    """
    project = Project.open(root)
    target = root / into
    with tempfile.TemporaryDirectory(prefix=".site-", dir=target.parent) as beside:
        built = Path(beside) / "new"
        _build(root, built)
        problems = verify(built, project)
        if problems:
            raise InputRefused(problems)
        _swap(built, target, Path(beside) / "old")


def _build(root: Path, built: Path) -> None:
    """Runs the engine in a process of its own: what it prints and leaves behind stays there."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(built)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)
    if done.returncode:
        problems = Problems()
        for reason in _messages(done.stderr.decode("utf-8", errors="replace")):
            problems.add("BIL601", Location("mkdocs.yml"), reason=reason)
        raise InputRefused(problems)


def _messages(log: str) -> list[str]:
    return _MESSAGE.findall(log) or [log]


def _swap(built: Path, target: Path, old: Path) -> None:
    built.chmod(0o755)
    if target.exists():
        target.rename(old)
    built.rename(target)
    shutil.rmtree(old, ignore_errors=True)
