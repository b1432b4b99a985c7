"""The framework's file: what an organization may leave out, and what a fault elsewhere hides."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilan.problems import InputRefused, Problem
from bilan.project import Project
from faults import EN, FRAMEWORK, GOALS, Fault

CALL = Fault("", EN, "# Goals", "# Goals\n\n{{ framework() }}\n")


def problems(root: Path) -> list[Problem]:
    with pytest.raises(InputRefused) as refused:
        Project.open(root)
    return list(refused.value.problems)


def test_an_organization_without_a_framework_is_sound(harbour: Path) -> None:
    (harbour / FRAMEWORK).unlink()
    assert Project.open(harbour).report.framework is None


def test_a_call_without_a_framework_says_what_to_write(harbour: Path) -> None:
    (harbour / FRAMEWORK).unlink()
    CALL.plant(harbour)
    [problem] = problems(harbour)
    assert f"{problem.location} {problem.rule}" == "docs/en/goals.md:7:1 BIL530"
    assert "write the framework into data/framework.yml" in problem.message()


@pytest.mark.parametrize(
    "fault",
    [
        Fault("BIL106", FRAMEWORK, None, ""),
        Fault("BIL203", FRAMEWORK, "{en: p. 9, fr: p. 9}", "{en: p. 9}"),
        Fault("BIL201", FRAMEWORK, "impacts:\n      - {en: Owners", "impact:\n      - {en: Owners"),
    ],
    ids=str,
)
def test_a_call_on_a_framework_with_a_fault_is_not_a_second_fault(
    harbour: Path, fault: Fault
) -> None:
    Fault("", EN, "# Goals", '# Goals\n\n{{ framework("fair-rules") }}\n').plant(harbour)
    fault.plant(harbour)
    assert fault.rule in {problem.rule for problem in problems(harbour)} <= {fault.rule, "BIL202"}


def test_a_link_to_nothing_is_no_missing_framework(harbour: Path) -> None:
    (harbour / FRAMEWORK).unlink()
    (harbour / FRAMEWORK).symlink_to("nowhere.yml")
    [problem] = problems(harbour)
    assert problem.rule == "BIL116"


@pytest.mark.parametrize(
    "fault",
    [
        Fault("BIL403", GOALS, "indicator: lights", "indicator: light"),
        Fault("BIL401", "data/indicators.yml", "unit: words", "unit: wrods"),
    ],
    ids=str,
)
def test_what_a_scorecard_with_a_fault_reports_is_not_missed(harbour: Path, fault: Fault) -> None:
    """It may report anything without its fault."""
    fault.plant(harbour)
    [problem] = problems(harbour)
    assert problem.rule == fault.rule


def test_a_mistyped_name_of_the_file_is_told_with_the_right_one(harbour: Path) -> None:
    (harbour / FRAMEWORK).rename(harbour / "data/framewrok.yml")
    [problem] = problems(harbour)
    assert problem.rule == "BIL113"
    assert "“framework.yml”" in problem.message()
