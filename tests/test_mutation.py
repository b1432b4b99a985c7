"""A sample of the campaign of damaged files, and what its own reader must read and refuse."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from bilan.contract.files import results_json
from bilan.project import Project
from torture.mutation import SAMPLE, Repositories, cases, mutated, rows, tried
from torture.reader import differences, number, published_figures, written_figures

COUNTS = ("mutated data files", "mutated pages", "silent revisions", "command otherwise")
"""Rows that only the whole campaign can meet."""


def test_no_damaged_file_breaks_the_command_or_passes_for_another(tmp_path: Path) -> None:
    Repositories.begin(str(tmp_path))
    table = list(rows(map(tried, cases(SAMPLE))))
    assert [row for row in table if not row.is_met and row.what not in COUNTS] == []


def test_a_damage_is_the_same_in_every_run_and_never_none() -> None:
    whole = b"name: {en: A, fr: B}\nvalue: 12\n"
    damaged = [mutated(case, whole) for case in cases(SAMPLE)]
    assert damaged == [mutated(case, whole) for case in cases(SAMPLE)]
    assert whole not in damaged


def test_the_second_reader_reads_every_figure_as_the_program_does(project: Project) -> None:
    written = written_figures(project.root)
    assert differences(written, published_figures(results_json(project.report))) == []
    assert len(written) > 500


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("71.50", Fraction(143, 2)),
        ("-1500000.50", Fraction(-3000001, 2)),
        ("3.7 million", Fraction(3_700_000)),
        ("0", Fraction(0)),
    ],
)
def test_the_second_reader_reads_a_plain_number(text: str, value: Fraction) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    "text", ["", "NO", "0123", "1:30", "1,234", "1_000", "1e3", ".5", "5.", "٣", "5 M", "+5", "--5"]
)
def test_the_second_reader_reads_nothing_else_as_one(text: str) -> None:
    assert str(number(text)).startswith("unreadable")
