"""A sample of the campaign against builds that fail or are killed: `make torture` runs it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from torture.interruption import Kill, killed, repository
from torture.publishing_again import Repository
from torture.stages import failures

KILLS = (Kill(0.35, is_of_group=False), Kill(0.6, is_of_group=True), Kill(0.9, is_of_group=False))
"""In the engine, for the most part, and after it."""


@pytest.fixture(scope="module")
def ours() -> Iterator[Repository]:
    with repository(has_pdfs=False) as made:
        yield made


@pytest.mark.parametrize("what", ["killed"])
def test_an_engine_that_fails_leaves_the_published_site_alone(ours: Repository, what: str) -> None:
    [failure] = [each for each in failures() if (each.stage, each.what) == ("engine", what)]
    failure.spoil(ours.root)
    assert list(ours.refusal()) == []
    ours.restore()


@pytest.mark.parametrize("kill", KILLS, ids=lambda kill: f"{kill.after:.0%}")
def test_a_kill_leaves_a_whole_site_and_nothing_that_the_next_build_minds(
    ours: Repository, kill: Kill
) -> None:
    assert list(killed(ours, kill, Counter())) == []
