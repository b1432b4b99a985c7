"""A sample of the campaign for sites that are the same everywhere: `make torture` runs it all."""

from __future__ import annotations

from pathlib import Path

from torture.environments import Environment, differing, unlike
from torture.reproducibility import harbour


def test_another_machine_user_and_day_make_the_same_bytes(tmp_path: Path) -> None:
    here = Environment("a plain folder").built(harbour, "--no-pdf")
    there = unlike(tmp_path).built(harbour, "--no-pdf")
    assert len(here) > 300
    assert differing(here, there) == []
