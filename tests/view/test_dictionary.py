"""What every field of every file holds, told to readers."""

from __future__ import annotations

import json

import pytest

from bilan.contract.files import DATAPACKAGE, addresses, sheets
from bilan.contract.vocabulary import vocabularies
from bilan.languages import LANGUAGES, Language
from bilan.project import Project
from bilan.report import Report
from bilan.view.dictionary import DictionaryView, DictionaryViews
from samples import contract_texts

each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module", params=["project", "harbour_project"])
def report(request: pytest.FixtureRequest) -> Report:
    project: Project = request.getfixturevalue(request.param)
    return project.report


def view(report: Report, language: Language) -> DictionaryView:
    return DictionaryViews(report, report.words[language]).all()


@each_language
def test_every_file_of_the_contract_has_its_place(report: Report, language: Language) -> None:
    files = view(report, language).files
    told = {file.href for file in files} | {g.href for file in files for g in file.groups}
    single = {a for a in addresses(report) if not a.startswith("data/indicators/")}
    assert told - {""} == single
    anyone = report.words[language]("any_id")
    assert {file.address for file in files if not file.href} == {
        f"data/tables/{anyone}.csv",
        *(f"data/indicators/{anyone}.{form}" for form in ("csv", "json", "xlsx")),
    }


@each_language
def test_fields_mean_what_the_data_package_says(report: Report, language: Language) -> None:
    key = "description" if language == "en" else "description_fr"
    package = json.loads(contract_texts(report)[DATAPACKAGE])
    described = {
        (field["name"], field[key])
        for resource in package["resources"]
        for field in resource.get("schema", {"fields": ()})["fields"]
    }
    csv = [file for file in view(report, language).files if file.address.endswith(".csv")]
    told = {(f.name, f.meaning) for file in csv for group in file.groups for f in group.fields}
    assert told == described


@each_language
def test_a_table_is_told_with_its_own_columns_after_those_of_all(
    report: Report, language: Language
) -> None:
    [tables] = [f for f in view(report, language).files if f.address.startswith("data/tables/")]
    shared, *own = tables.groups
    by_address = {sheet.address: sheet for sheet in sheets(report)}
    for group in own:
        names = [field.name for field in (*shared.fields, *group.fields)]
        assert names == [field.name for field in by_address[group.href].fields]


@each_language
def test_the_lists_that_fields_lead_to_are_there_with_every_value(
    report: Report, language: Language
) -> None:
    made = view(report, language)
    led = {f.values for file in made.files for group in file.groups for f in group.fields}
    lists = {each.anchor: each for each in made.lists}
    assert led - {""} == set(lists)
    for values in vocabularies(report).values():
        told = [[(value.id, value.meaning[language]) for value in values]]
        assert told[0] in [[(v.id, v.meaning) for v in each.values] for each in lists.values()]


def test_the_values_are_written_out_in_each_language(project: Project) -> None:
    lists = {
        name: {v.id: v.meaning for v in values}
        for name, values in vocabularies(project.report).items()
    }
    assert lists["comparators"]["at_most"].fr == "au plus"
    assert lists["units"]["CAD"].en == "Canadian dollars"
    assert lists["units"]["CAD"].fr == "dollars canadiens"
    assert lists["row_kinds"]["heading"].fr == "intertitre"
    assert lists["statuses"]["met"].en.startswith("Target met. ")
