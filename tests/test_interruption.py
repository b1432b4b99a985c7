"""A sample of the campaign against builds that fail or are killed: `make torture` runs it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from torture.interruption import Kill, killed, recovered, repository
from torture.publishing_again import Repository
from torture.stages import failures

KILLS = (Kill(0.35, is_of_group=False), Kill(0.6, is_of_group=True), Kill(0.9, is_of_group=False))
"""In the engine, for the most part, and after it."""


@pytest.fixture(scope="module")
def ours() -> Iterator[Repository]:
    with repository(has_pdfs=False) as made:
        yield made


def test_an_engine_that_is_killed_leaves_the_published_site_alone(ours: Repository) -> None:
    [failure] = [each for each in failures() if (each.stage, each.what) == ("engine", "killed")]
    failure.spoil(ours.root)
    assert list(ours.refusal()) == []
    ours.restore()


def test_kills_leave_a_whole_site_and_nothing_that_the_next_build_minds(ours: Repository) -> None:
    seen: Counter[str] = Counter()
    for kill in KILLS:
        assert list(killed(ours, kill, seen)) == []
    assert list(recovered(ours)) == []
