"""Problems for GitHub and for other programs: nothing is lost, and nothing breaks their forms."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bilan.languages import LANGUAGES, Language
from bilan.listing import LISTINGS, as_github, as_json, as_sarif, as_text
from bilan.problems import Correction, Location, Problem, Problems, whole

each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def problems() -> Problems:
    found = Problems()
    found.add("BIL206", Location("data/a, b.yml", 3, 7), found="50%\nor so")
    correction = Correction("12.5", "12,5", is_safe=True)
    values = {"found": whole("“12.5”"), "write": whole("“12,5”")}
    found.extend([Problem.of("BIL821", Location("docs/fr/a.md", 9, 2), correction, **values)])
    found.add("BIL873", Location("docs/fr/a.md", 1), found="BIL842")
    return found


def test_every_list_of_nothing_is_sound() -> None:
    assert as_text(Problems(), "en") == as_github(Problems(), "en") == ""
    assert json.loads(as_json(Problems(), "en")) == []
    assert json.loads(as_sarif(Problems(), "en"))["runs"][0]["results"] == []


def test_a_warning_says_that_it_is_one_in_both_languages(problems: Problems) -> None:
    assert "docs/fr/a.md:1:1 BIL873 (warning): " in as_text(problems, "en")
    assert "docs/fr/a.md:1:1 BIL873 (avertissement)\u00a0: " in as_text(problems, "fr")
    assert "docs/fr/a.md:9:2 BIL821: " in as_text(problems, "en")


def test_github_annotates_lines_and_reads_no_sign_of_ours_as_its_own(problems: Problems) -> None:
    first, warning, error = as_github(problems, "en").splitlines()
    assert first.startswith("::error file=data/a%2C b.yml,line=3,col=7,title=BIL206 ")
    assert "50%25 or so" in first
    assert warning.startswith("::warning file=docs/fr/a.md,line=1,col=1,title=BIL873 ")
    assert error.startswith("::error file=docs/fr/a.md,line=9,col=2,title=BIL821 ")


@each_language
def test_json_holds_what_an_editor_could_act_on(problems: Problems, language: Language) -> None:
    found: list[dict[str, Any]] = json.loads(as_json(problems, language))
    by_code = {each["code"]: each for each in found}
    assert [each["severity"] for each in found] == ["error", "warning", "error"]
    assert by_code["BIL821"] | {"message": ""} == {
        "code": "BIL821",
        "severity": "error",
        "file": "docs/fr/a.md",
        "line": 9,
        "column": 2,
        "message": "",
        "correction": {"found": "12.5", "write": "12,5", "is_safe": True},
    }
    assert by_code["BIL206"]["correction"] is None


@each_language
def test_sarif_names_each_rule_once_and_each_place(problems: Problems, language: Language) -> None:
    log = json.loads(as_sarif(problems, language))
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["BIL206", "BIL821", "BIL873"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        [place] = [each["physicalLocation"] for each in result["locations"]]
        assert place["artifactLocation"]["uri"] and place["region"]["startLine"] >= 1
    assert {result["level"] for result in run["results"]} == {"error", "warning"}


def test_there_are_four_lists() -> None:
    assert list(LISTINGS) == ["text", "github", "json", "sarif"]
