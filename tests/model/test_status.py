"""The status of a result: the table of the methodology, row by row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.model.absences import Missing, NotAvailable
from bilan.model.indicators import Qualifier
from bilan.model.promises import NO_TARGET, TO_BE_DETERMINED, Promise
from bilan.model.results import Result, Verdict
from bilan.model.status import Assessment, Status, assess, compared
from samples import AFTER, BEFORE, DUE, IN_WORDS, NO_FIGURE, comparison, result

EXCEEDED, MET, NOT_MET, FUTURE = Status.EXCEEDED, Status.MET, Status.NOT_MET, Status.FUTURE

AT_THE_BOUNDARY = [
    (("at_least", "10"), ("9.99", NOT_MET), ("10", MET), ("10.01", EXCEEDED)),
    (("at_least", "10.0"), ("9.99", NOT_MET), ("10", MET), ("10.01", EXCEEDED)),
    (("at_least", "10"), ("9.99", NOT_MET), ("10.00", MET), ("10.01", EXCEEDED)),
    (("at_least", "0"), ("-0.01", NOT_MET), ("0.0", MET), ("0.01", EXCEEDED)),
    (("at_least", "-5"), ("-5.1", NOT_MET), ("-5.0", MET), ("-4.9", EXCEEDED)),
    (("more_than", "10"), ("9.99", NOT_MET), ("10.0", NOT_MET), ("10.01", MET)),
    (("at_most", "10"), ("9.99", MET), ("10.0", MET), ("10.01", NOT_MET)),
    (("less_than", "10"), ("9.99", MET), ("10.0", NOT_MET), ("10.01", NOT_MET)),
    (("exactly", "10"), ("9.99", NOT_MET), ("10.0", MET), ("10.01", NOT_MET)),
    (("exactly", "0"), ("-1", NOT_MET), ("0.00", MET), ("1", NOT_MET)),
    (("between", "10", "15"), ("9.99", NOT_MET), ("10.0", MET), ("12", MET)),
    (("between", "10", "15"), ("12", MET), ("15.0", MET), ("15.01", NOT_MET)),
]
CASES = [(promise, *case) for promise, *cases in AT_THE_BOUNDARY for case in cases]


@pytest.mark.parametrize(("promise", "outcome", "status"), CASES)
@pytest.mark.parametrize("interim", [False, True])
@pytest.mark.parametrize("reporting_date", [DUE, AFTER])
def test_a_result_on_or_after_the_date_to_achieve_is_held_against_the_target(
    promise: tuple[str, ...], outcome: str, status: Status, interim: bool, reporting_date: date
) -> None:
    found = assess(comparison(*promise), DUE, result(outcome, interim=interim), reporting_date)
    assert found == Assessment(status)


@pytest.mark.parametrize(("promise", "outcome", "status"), CASES)
@pytest.mark.parametrize("interim", [False, True])
def test_before_the_date_only_a_minimum_is_judged_and_only_when_it_is_reached(
    promise: tuple[str, ...], outcome: str, status: Status, interim: bool
) -> None:
    found = assess(comparison(*promise), DUE, result(outcome, interim=interim), BEFORE)
    if promise[0] in ("at_least", "more_than") and status.is_success:
        assert found == Assessment(status, ahead_of_date=True)
    else:
        assert found == Assessment(FUTURE)


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("promise", [IN_WORDS, comparison("at_least", "10")])
def test_words_have_the_status_they_were_judged_to_have(verdict: Verdict, promise: Promise) -> None:
    found = assess(promise, DUE, result(IN_WORDS, verdict), DUE)
    assert found == Assessment(Status(verdict.value))


def test_a_figure_held_against_words_has_the_status_it_was_judged_to_have() -> None:
    assert assess(IN_WORDS, DUE, result("3", Verdict.NOT_MET), DUE) == Assessment(NOT_MET)


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict.EXCEEDED, Assessment(EXCEEDED, ahead_of_date=True)),
        (Verdict.MET, Assessment(MET, ahead_of_date=True)),
        (Verdict.NOT_MET, Assessment(FUTURE)),
    ],
)
def test_words_can_be_fulfilled_early_and_never_failed_early(
    verdict: Verdict, expected: Assessment
) -> None:
    assert assess(IN_WORDS, DUE, result(IN_WORDS, verdict), BEFORE) == expected


@pytest.mark.parametrize("promise", [comparison("at_least", "10"), comparison("at_most", "10")])
def test_a_verdict_never_takes_the_place_of_a_comparison_of_figures(promise: Promise) -> None:
    with pytest.raises(AssertionError, match="compared, not judged"):
        assess(promise, DUE, result("12", Verdict.NOT_MET), DUE)


@pytest.mark.parametrize("promise", [IN_WORDS, comparison("at_least", "10")])
def test_words_without_a_verdict_have_no_status(promise: Promise) -> None:
    with pytest.raises(AssertionError, match="judged by a person"):
        assess(promise, DUE, result(IN_WORDS), DUE)


OPEN = None
"""What a comparison answers when some of the values meet the target and others do not."""

QUALIFIED = [
    (
        ("at_least", "10"),
        (("more_than", "9.99"), OPEN),
        (("more_than", "10"), EXCEEDED),
        (("at_least", "9.99"), OPEN),
        (("at_least", "10"), MET),
        (("at_least", "10.01"), EXCEEDED),
        (("less_than", "10"), NOT_MET),
        (("less_than", "10.01"), OPEN),
    ),
    (
        ("more_than", "10"),
        (("more_than", "9.99"), OPEN),
        (("more_than", "10"), MET),
        (("at_least", "10"), OPEN),
        (("at_least", "10.01"), MET),
        (("less_than", "10"), NOT_MET),
        (("less_than", "10.01"), OPEN),
    ),
    (
        ("at_most", "10"),
        (("more_than", "9.99"), OPEN),
        (("more_than", "10"), NOT_MET),
        (("at_least", "10"), OPEN),
        (("at_least", "10.01"), NOT_MET),
        (("less_than", "10"), MET),
        (("less_than", "10.01"), OPEN),
    ),
    (
        ("less_than", "10"),
        (("more_than", "9.99"), OPEN),
        (("at_least", "10"), NOT_MET),
        (("less_than", "10"), MET),
        (("less_than", "10.01"), OPEN),
    ),
    (
        ("exactly", "10"),
        (("more_than", "10"), NOT_MET),
        (("at_least", "10"), OPEN),
        (("less_than", "10"), NOT_MET),
        (("less_than", "10.01"), OPEN),
    ),
    (
        ("between", "10", "15"),
        (("more_than", "9.99"), OPEN),
        (("at_least", "15"), OPEN),
        (("more_than", "15"), NOT_MET),
        (("less_than", "10"), NOT_MET),
        (("less_than", "10.01"), OPEN),
    ),
]
QUALIFIED_CASES = [(promise, *case) for promise, *cases in QUALIFIED for case in cases]


@pytest.mark.parametrize(("promise", "said", "status"), QUALIFIED_CASES)
def test_a_result_that_is_not_exact_has_a_verdict_only_if_it_holds_for_every_value(
    promise: tuple[str, ...], said: tuple[str, str], status: Status | None
) -> None:
    reported = result(said[1], qualifier=said[0])
    if status is None:
        assert compared(comparison(*promise), reported.outcome, reported.qualifier) is None
        judged = result(said[1], Verdict.MET, qualifier=said[0])
        assert assess(comparison(*promise), DUE, judged, DUE) == Assessment(MET)
    else:
        assert assess(comparison(*promise), DUE, reported, DUE) == Assessment(status)


@pytest.mark.parametrize("promise", {promise for promise, *_ in QUALIFIED})
@pytest.mark.parametrize("number", ["-1000000", "10", "12", "1000000"])
def test_about_a_number_decides_nothing_as_it_says_not_how_near(
    promise: tuple[str, ...], number: str
) -> None:
    assert compared(comparison(*promise), Decimal(number), Qualifier.ABOUT) is None


@given(
    st.sampled_from([q for q in Qualifier if q is not Qualifier.ABOUT]),
    st.integers(-20, 20),
    st.sampled_from([promise for promise, *_ in AT_THE_BOUNDARY]),
    st.integers(0, 20),
)
def test_what_is_said_of_a_qualified_result_is_true_of_each_value_it_allows(
    qualifier: Qualifier, number: int, promise: tuple[str, ...], step: int
) -> None:
    way = Decimal(-1 if qualifier is Qualifier.LESS_THAN else 1) / 4
    allowed = number + way * (step if qualifier is Qualifier.AT_LEAST else step + 1)
    verdict = compared(comparison(*promise), Decimal(number), qualifier)
    exact = compared(comparison(*promise), allowed, None)
    assert verdict in (exact, None) or (verdict, exact) == (Verdict.MET, Verdict.EXCEEDED)


def test_an_undecided_result_can_be_judged_early_and_never_missed_early() -> None:
    for verdict, expected in (
        (Verdict.MET, Assessment(MET, ahead_of_date=True)),
        (Verdict.NOT_MET, Assessment(FUTURE)),
    ):
        judged = result("9", verdict, qualifier="more_than")
        assert assess(comparison("at_least", "10"), DUE, judged, BEFORE) == expected


WHENEVER = pytest.mark.parametrize("reporting_date", [BEFORE, DUE, AFTER])


@pytest.mark.parametrize("reported", [result("12"), result(IN_WORDS), result(NO_FIGURE)])
@WHENEVER
def test_a_target_still_to_be_determined_stays_so_whatever_came_of_it(
    reported: Result, reporting_date: date
) -> None:
    found = assess(TO_BE_DETERMINED, DUE, reported, reporting_date)
    assert found == Assessment(Status.TO_BE_DETERMINED)


@pytest.mark.parametrize("reported", [result("12"), result(IN_WORDS)])
@WHENEVER
def test_a_result_without_a_target_is_neither_met_nor_missed(
    reported: Result, reporting_date: date
) -> None:
    assert assess(NO_TARGET, DUE, reported, reporting_date) == Assessment(Status.NO_TARGET)


@WHENEVER
def test_without_a_target_a_missing_result_is_not_counted_as_a_target_without_a_result(
    reporting_date: date,
) -> None:
    found = assess(NO_TARGET, DUE, result(NO_FIGURE), reporting_date)
    assert found == Assessment(Status.NO_TARGET)


@pytest.mark.parametrize("why", Missing)
@pytest.mark.parametrize("promise", [IN_WORDS, comparison("at_most", "0")])
@pytest.mark.parametrize(
    ("reporting_date", "status"),
    [(BEFORE, FUTURE), (DUE, Status.NO_RESULT), (AFTER, Status.NO_RESULT)],
)
def test_a_missing_result_is_awaited_until_the_date_and_missing_from_then_on(
    why: Missing, promise: Promise, reporting_date: date, status: Status
) -> None:
    missing = result(NotAvailable(why, None))
    assert assess(promise, DUE, missing, reporting_date) == Assessment(status)


def test_only_exceeded_met_and_not_met_are_verdicts_and_the_first_two_successes() -> None:
    assert [status for status in Status if status.is_verdict] == [EXCEEDED, MET, NOT_MET]
    assert [status for status in Status if status.is_success] == [EXCEEDED, MET]
