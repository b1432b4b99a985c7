"""The structured file of one indicator, and the descriptions of the keys of JSON files."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from bilan.contract.descriptions import INDICATOR_KEYS, RESULTS_KEYS
from bilan.contract.files import RESULTS_JSON
from bilan.contract.indicators import indicator_address
from bilan.project import Project
from samples import contract_texts


@pytest.fixture(scope="module")
def made(harbour_project: Project) -> Mapping[str, str]:
    return contract_texts(harbour_project.report)


def test_an_indicator_is_told_with_all_its_results_and_what_they_refer_to(
    made: Mapping[str, str],
) -> None:
    everything = json.loads(made[RESULTS_JSON])
    reported = {each["indicator"] for each in everything["results"]}
    definitions = [each for each in everything["indicators"] if each["id"] in reported]
    assert definitions
    for definition in definitions:
        indicator = definition["id"]
        found = json.loads(made[indicator_address(indicator, "json")])
        own = [each for each in everything["results"] if each["indicator"] == indicator]
        assert (found["indicator"], found["results"]) == (definition, own)
        assert found["unit"]["id"] == definition["unit"]
        parts = (part for each in own for part in (each["target"], each["result"]) if part)
        cited = {part["source"] for part in parts}
        assert cited <= {source["id"] for source in found["sources"]}


def test_an_indicator_is_told_with_its_known_discrepancies(made: Mapping[str, str]) -> None:
    found = json.loads(made[indicator_address("boats", "json")])
    assert [each["id"] for each in found["discrepancies"]] == ["boats-twice"]


def test_every_key_of_the_structured_files_is_described_in_its_place(
    made: Mapping[str, str],
) -> None:
    for address, keys in (
        (RESULTS_JSON, RESULTS_KEYS),
        (indicator_address("boats", "json"), INDICATOR_KEYS),
    ):
        content = json.loads(made[address])
        assert list(content) == [key.name for key in keys]
        kinds = {"string": str, "object": dict, "array": list}
        for key in keys:
            assert isinstance(content[key.name], kinds[key.type])


def test_an_indicator_that_no_scorecard_reports_has_no_files(
    project: Project, harbour_project: Project
) -> None:
    for each in (project, harbour_project):
        reported = {
            entry.indicator.id
            for scorecard in each.report.scorecards.values()
            for entry in scorecard.indicators
        }
        texts = contract_texts(each.report)
        named = {a.rpartition("/")[2] for a in texts if a.startswith("data/indicators/")}
        assert named == {f"{name}.{form}" for name in reported for form in ("csv", "json")}
