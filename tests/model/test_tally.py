"""Counts by status, and shares that add up to 100."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.model.status import Status
from bilan.model.tally import Tally

COUNTS = st.fixed_dictionaries({status: st.integers(0, 10**6) for status in Status})


def tally(**counts: int) -> Tally:
    return Tally.of(Status(name) for name, count in counts.items() for _ in range(count))


def test_every_status_is_counted_those_without_an_indicator_as_zero() -> None:
    found = tally(met=2, no_target=1)
    assert found.counts == {
        Status.EXCEEDED: 0,
        Status.MET: 2,
        Status.NOT_MET: 0,
        Status.FUTURE: 0,
        Status.TO_BE_DETERMINED: 0,
        Status.NO_RESULT: 0,
        Status.NO_TARGET: 1,
    }


def test_all_targets_include_those_without_a_result_and_no_result_without_a_target() -> None:
    found = tally(exceeded=17, met=4, no_result=4, no_target=3)
    assert (found.targets, found.successes, found.verdicts) == (25, 21, 21)


def test_a_verdict_is_exceeded_met_or_not_met() -> None:
    found = tally(exceeded=1, met=2, not_met=4, future=8, to_be_determined=16, no_result=32)
    assert (found.targets, found.successes, found.verdicts) == (63, 3, 7)


def test_a_list_of_counts_says_that_none_was_missed_and_leaves_out_what_is_not_used() -> None:
    assert tally(met=1).shown == (Status.EXCEEDED, Status.MET, Status.NOT_MET, Status.NO_RESULT)
    assert tally(future=1, to_be_determined=1, no_target=1).shown == (
        Status.EXCEEDED,
        Status.MET,
        Status.NOT_MET,
        Status.FUTURE,
        Status.TO_BE_DETERMINED,
        Status.NO_RESULT,
    )


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ({"exceeded": 17, "met": 4, "no_result": 4}, (68, 16, 0, 16)),
        ({"exceeded": 1, "met": 1, "not_met": 1}, (34, 33, 33, 0)),
        ({"exceeded": 2, "met": 2, "not_met": 2, "no_result": 1}, (29, 29, 28, 14)),
        ({"exceeded": 1, "met": 199}, (1, 99, 0, 0)),
        ({"exceeded": 1, "met": 299}, (0, 100, 0, 0)),
        ({"met": 5, "no_target": 95}, (0, 100, 0, 0)),
        ({}, (0, 0, 0, 0)),
        ({"no_target": 3}, (0, 0, 0, 0)),
    ],
)
def test_the_largest_remainders_are_rounded_up_in_the_order_of_the_statuses(
    counts: dict[str, int], shares: tuple[int, ...]
) -> None:
    assert tuple(tally(**counts).shares.values()) == shares


@given(COUNTS)
def test_shares_add_up_to_100_and_each_is_within_one_of_its_exact_value(
    counts: dict[Status, int],
) -> None:
    found = Tally(counts)
    if not found.targets:
        assert set(found.shares.values()) == {0}
        return
    assert sum(found.shares.values()) == 100
    for status, share in found.shares.items():
        assert abs(share * found.targets - counts[status] * 100) < found.targets
        assert counts[status] or not share


@given(COUNTS)
def test_a_status_with_more_targets_has_no_smaller_share(counts: dict[Status, int]) -> None:
    shares = Tally(counts).shares
    for more in shares:
        for fewer in shares:
            assert counts[more] <= counts[fewer] or shares[more] >= shares[fewer]
