"""Problems are collected once each, in the order of their places, and told in bounded number."""

from __future__ import annotations

import pytest

from bilan.languages import Language
from bilan.problems import Location, Problem, Problems


def many(count: int) -> Problems:
    problems = Problems()
    for line in range(count, 0, -1):
        problems.add("BIL216", Location("x.yml", line), found="a", known="b")
    return problems


def test_a_problem_that_is_found_again_is_told_once() -> None:
    problems = many(3)
    problems.extend([*many(3), Problem("BIL106", Location("y.yml"))])
    assert [(p.rule, str(p.location)) for p in problems] == [
        ("BIL216", "x.yml:1:1"),
        ("BIL216", "x.yml:2:1"),
        ("BIL216", "x.yml:3:1"),
        ("BIL106", "y.yml:1:1"),
    ]
    assert len(problems) == 4


def test_a_hundred_problems_are_all_told() -> None:
    assert [message.split()[0] for message in many(100).messages()] == [
        f"x.yml:{line}:1" for line in range(1, 101)
    ]


@pytest.mark.parametrize(
    ("language", "count", "last"),
    [
        ("en", 101, "… and 1 more"),
        ("en", 10_000, "… and 9900 more"),
        ("fr", 101, "… et 1 autre"),
        ("fr", 102, "… et 2 autres"),
    ],
)
def test_of_more_than_a_hundred_problems_the_rest_is_counted(
    language: Language, count: int, last: str
) -> None:
    problems = many(count)
    messages = problems.messages(language)
    assert messages[-1] == last
    assert messages[:-1] == many(100).messages(language)
    assert len(list(problems)) == len(problems) == count


def test_problems_of_another_process_are_the_same() -> None:
    problems = many(150)
    for language in ("en", "fr"):
        assert Problems.from_json(problems.to_json()).messages(language) == problems.messages(
            language
        )
