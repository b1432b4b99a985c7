"""The same repository makes the same bytes: on any machine, for any user, on any day."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from conftest import HARBOUR, ROOT, add_search_page, settle
from measured import Row
from torture.environments import Environment, differing, environments, unlike


def reproducibility() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        tried = list(environments(Path(folder)))
        first, *others = tried
        expected = first.built(harbour)
        for other in others:
            yield _row("harbour", other, expected, other.built(harbour))
        names = {each.what for each in tried}
        for rare, why in (("another day", "no compiler"), ("LC_ALL=fr_CA.UTF-8", "no localedef")):
            if rare not in names:
                yield Row(f"harbour: {rare}", 0, f"not tried: {why}", "0 differ", is_met=False)
        other = unlike(Path(folder))
        yield _row("this site", other, first.built(own), other.built(own))


def harbour(root: Path) -> None:
    settle(HARBOUR, root)
    add_search_page(root)


def own(root: Path) -> None:
    """This repository's own report and pages."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    settle(root, root)


def _row(whose: str, other: Environment, one: dict[str, str], two: dict[str, str]) -> Row:
    found = differing(one, two)
    told = f"{len(found)} differ" + (f", first {found[0]}" if found else "")
    return Row(f"{whose}: {other.what}", len(one.keys() | two.keys()), told, "0 differ", not found)
