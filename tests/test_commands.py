"""The commands: what they choose, what they print, and what their exit codes say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bilan.__main__ import main
from guard.story import EN, FR, write_story


@pytest.fixture
def here(harbour: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository to run commands in."""
    monkeypatch.chdir(harbour)
    return harbour


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_errors_fail_and_warnings_do_not_unless_asked(here: Path) -> None:
    write_story(here)
    assert main(["check"]) == main(["check", "--strict"]) == 0
    edit(here / FR, "(DAH)", "<!-- bilan: allow BIL827: a poem --> (DAH)")
    assert (main(["check"]), main(["check", "--strict"])) == (0, 1)
    edit(here / EN, "17.5%", "17.6%")
    assert main(["check"]) == 1


@pytest.mark.parametrize(
    "arguments",
    [["--select", "XYZ"], ["--ignore", ""], ["--format", "xml"], ["--lang", "de"], ["more"]],
)
def test_a_wrong_call_is_told_and_checks_nothing(here: Path, arguments: list[str]) -> None:
    assert here
    with pytest.raises(SystemExit) as ended:
        main(["check", *arguments])
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ([], ["BIL825", "BIL851"]),
        (["--select", "BIL82"], ["BIL825"]),
        (["--select", "BIL82,BIL851"], ["BIL825", "BIL851"]),
        (["--ignore", "BIL82"], ["BIL851"]),
        (["--select", "bil8", "--ignore", "BIL851"], ["BIL825"]),
    ],
)
def test_rules_are_chosen_by_how_their_codes_begin(
    here: Path, options: list[str], codes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write_story(here)
    edit(here / FR, "17,5\u00a0%", "17,5%")
    edit(here / FR, "à côté du quai", "à côté de la place à quai")
    assert main(["check", "--format", "json", *options]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in found] == codes


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_a_list_for_programs_is_all_that_is_printed(
    here: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", form]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.strip() == "" if form == "github" else json.loads(printed.out) is not None


def test_the_fix_says_what_it_mended(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_story(here)
    edit(here / FR, "17,5\u00a0%", "17,5%")
    assert main(["fix", "--lang", "fr"]) == 0
    assert capsys.readouterr().out.endswith("BIL825\n1 correction faite.\n")
    assert main(["check"]) == 0


def test_a_review_is_recorded_and_counted(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reviewed", "goals.md", "money.md"]) == 0
    assert capsys.readouterr().out == "2 texts recorded as reviewed.\n"
    assert main(["reviewed", "--lang", "fr", "gaols.md"]) == 2
    assert "Aucune page" in capsys.readouterr().err
    assert here


def test_a_site_with_a_fault_of_language_is_not_published(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_story(here)
    edit(here / FR, "17,5\u00a0%", "17,5%")
    assert main(["site"]) == 1
    printed = capsys.readouterr()
    assert "BIL825" in printed.err and printed.err.endswith("1 error; nothing was published.\n")
    assert not (here / "site").exists()
