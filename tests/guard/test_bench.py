"""What the guard promises of texts that it was not written for, measured on its corpus."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from guard import bench

UNSEEN = ("figures-unseen", "figures-fresh")


def together(scores: Iterable[bench.Score]) -> bench.Score:
    whole = bench.Score()
    for score in scores:
        whole.faults += score.faults
        whole.found += score.found
        whole.false += score.false
        whole.missed += score.missed
        whole.alarms += score.alarms
    return whole


def test_figures_and_formats_of_unseen_pairs_are_found_without_false_alarm() -> None:
    scores = [
        score
        for name in UNSEEN
        for measure in (bench.of_figures, bench.of_formats)
        for score in measure(name).values()
    ]
    score = together(scores)
    assert score.faults > 300
    assert score.recall >= 0.95, score.missed
    assert score.precision >= 0.99, score.alarms


def test_no_trap_is_a_fault() -> None:
    scores = [*bench.of_figures("traps").values(), *bench.of_formats("traps").values()]
    assert [alarm for score in scores for alarm in score.alarms] == []


@pytest.mark.parametrize("name", ["language", "language-unseen"])
def test_sentences_in_the_wrong_language_are_found(name: str) -> None:
    score = together(bench.of_language(name).values())
    assert score.recall >= 0.9, score.missed
    assert score.precision >= 0.95, score.alarms


def test_other_terms_than_the_agreed_ones_are_found() -> None:
    score = bench.of_terms("terms")["terms"]
    assert score.recall >= 0.95, score.missed
    assert score.alarms == []


def test_pages_that_differ_in_one_thing_are_told_apart_from_those_that_do_not(
    harbour: Path,
) -> None:
    score = together(bench.of_pages("pages", harbour).values())
    assert (score.faults, score.missed, score.alarms) == (24, [], [])
