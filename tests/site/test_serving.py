"""The live preview: an edit to data, pages or macros shows without a restart."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from bilan.draft import Draft
from bilan.guard.recording import record
from conftest import build

PATIENCE = 60  # seconds; how long a slow machine may take, not how long it should


@contextmanager
def preview(root: Path) -> Iterator[Callable[[str], str]]:
    """Serves a repository; yields what reads a page."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "hooks"), "SITE_URL": "https://a.example/"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def read(path: str) -> str:
        with urlopen(f"http://127.0.0.1:{port}/{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))

    try:
        yield read
    finally:
        server.terminate()
        server.wait(PATIENCE)


def wait_for(text: str, read: Callable[[str], str], path: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if re.search(text, read(path)):
                return
        except (URLError, ConnectionError):
            pass
        time.sleep(0.2)
    raise AssertionError(f"{text!r} never showed on {path!r}")


def edit(path: Path, old: str, new: str) -> None:
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "says"),
    [("fr", "BIL508\u00a0: «\u00a0{{ x }}\u00a0»"), ("", "BIL508: “{{ x }}”"), ("de", "BIL508: “")],
)
def test_the_engine_tells_problems_in_the_language_that_is_asked_for(
    harbour: Path, asked: str, says: str
) -> None:
    edit(harbour / "docs/en/goals.md", "# Goals", "# Goals {{ x }}")
    environment = {**os.environ, "PYTHONPATH": "hooks", "BILAN_MESSAGES": asked}
    environment |= {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=harbour,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert f"docs/en/goals.md:5:9 {says}" in done.stderr


def test_edits_show_in_both_languages_and_a_mistake_is_survived(harbour: Path) -> None:
    scorecard = harbour / "data/scorecards/2024-2025.yml"
    with preview(harbour) as read:
        wait_for("71.50%", read, "en/goals/")
        edit(scorecard, "value: 71.50", "value: 82.50")
        wait_for("82.50%", read, "en/goals/")
        wait_for("82,50\u00a0%", read, "fr/objectifs/")
        edit(scorecard, "value: 82.50", "value: 82,50")
        time.sleep(1)
        edit(scorecard, "value: 82,50", "value: 82.75")
        wait_for("82.75%", read, "en/goals/")
        edit(harbour / "docs/fr/goals.md", "# Objectifs", "# Nos objectifs")
        wait_for("Nos objectifs", read, "fr/objectifs/")
        edit(harbour / "macros/scorecard.jinja", '<div class="scorecard">', '<div class="board">')
        wait_for('class="board"', read, "fr/objectifs/")


def test_staff_see_what_is_to_be_reviewed_and_readers_do_not(harbour: Path) -> None:
    record(Draft.read(harbour), ["all"])
    edit(harbour / "docs/en/goals.md", "Every goal of", "Each goal of")
    with preview(harbour) as read:
        wait_for("L’anglais a changé; relisez le français", read, "fr/objectifs/")
        assert "review-note" not in read("en/goals/")
        wait_for("docs/fr/goals.md:1:1", read, "en/translation-status/")
        status = read("fr/etat-de-la-traduction/")
        assert '<html lang="fr">' in status and 'href="../../fr/objectifs/"' in status
        record(Draft.read(harbour), ["goals.md"])
        wait_for("Rien n’est à revoir", read, "fr/etat-de-la-traduction/")
        assert "review-note" not in read("fr/objectifs/")
    published = build(harbour, "bilan")
    assert not list(published.rglob("*translation*")) + list(published.rglob("*traduction*"))
