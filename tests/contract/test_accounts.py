"""Statement tables and known discrepancies as the programs of others read them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from frictionless import validate

from bilan.contract.files import DATAPACKAGE, RESULTS_JSON
from bilan.project import Project
from conftest import HARBOUR
from samples import contract_texts

FEES, FACTS = "data/tables/fees.csv", "data/tables/facts.csv"
DISCREPANCIES = "data/discrepancies.csv"


@pytest.fixture(scope="module")
def made(harbour_project: Project) -> Mapping[str, str]:
    return contract_texts(harbour_project.report)


@pytest.fixture(scope="module")
def content(made: Mapping[str, str]) -> Any:
    return json.loads(made[RESULTS_JSON], parse_float=Decimal, parse_int=Decimal)


def rows(text: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)}


def field_names(text: str) -> list[str]:
    return text.partition("\r\n")[0].split(",")


def resource(made: Mapping[str, str], name: str) -> Any:
    [found] = [r for r in json.loads(made[DATAPACKAGE])["resources"] if r["name"] == name]
    return found


# data/tables/<id>.csv


def test_a_table_has_the_columns_of_every_table_and_then_its_own(made: Mapping[str, str]) -> None:
    shared = ["id", "kind", "label_en", "label_fr"]
    assert field_names(made[FEES]) == [*shared, "quay", "channel", "total", "change"]


def test_a_table_with_a_unit_for_each_row_says_it_beside_the_label(
    made: Mapping[str, str],
) -> None:
    assert field_names(made[FACTS]) == ["id", "kind", "label_en", "label_fr", "unit", "value"]
    units = {name: row["unit"] for name, row in rows(made[FACTS]).items()}
    assert (units["berths"], units["sail"], units["fund"]) == ("boats", "percent", "CAD")


def test_every_row_stands_in_its_place_also_one_without_cells(made: Mapping[str, str]) -> None:
    found = rows(made[FEES])
    assert list(found) == [
        "collected",
        "mooring",
        "passage",
        "night-passage",
        "refunds",
        "all",
        "rates",
    ]
    assert (found["collected"]["kind"], found["all"]["kind"]) == ("heading", "total")
    assert [found["rates"][name] for name in ("quay", "channel", "total", "change")] == [""] * 4
    assert (found["mooring"]["label_en"], found["mooring"]["label_fr"]) == ("Mooring", "Amarrage")


def test_figures_are_plain_in_the_unit_named(made: Mapping[str, str]) -> None:
    fees, facts = rows(made[FEES]), rows(made[FACTS])
    assert (fees["refunds"]["quay"], fees["mooring"]["change"]) == ("-500", "4.5")
    assert (facts["fund"]["value"], facts["sail"]["value"]) == ("2500000", "33.3")


def test_a_dash_is_an_en_dash_and_a_blank_is_empty(made: Mapping[str, str]) -> None:
    found = rows(made[FEES])
    assert found["mooring"]["channel"] == "–"
    assert found["night-passage"]["quay"] == ""
    assert resource(made, "table-fees")["schema"]["missingValues"] == ["", "–"]


def test_the_unit_of_a_column_stands_in_its_description_in_both_languages(
    made: Mapping[str, str],
) -> None:
    fields = {f["name"]: f for f in resource(made, "table-fees")["schema"]["fields"]}
    assert (fields["quay"]["description"], fields["quay"]["description_fr"]) == (
        "Quay (CAD)",
        "Quai (CAD)",
    )
    assert (fields["quay"]["type"], fields["label_en"]["type"]) == ("number", "string")


def test_a_label_that_a_spreadsheet_would_run_is_neutralised(harbour: Path) -> None:
    path = harbour / "data/tables/fees.yml"
    text = path.read_text(encoding="utf-8").replace("{en: Refunds,", "{en: =1+1,")
    path.write_text(text, encoding="utf-8")
    found = rows(contract_texts(Project.open(harbour).report)[FEES])
    assert found["refunds"]["label_en"] == "'=1+1"
    assert found["refunds"]["quay"] == "-500"


# data/discrepancies.csv


def test_the_fields_of_the_discrepancies_stand_in_their_fixed_order(
    made: Mapping[str, str],
) -> None:
    assert field_names(made[DISCREPANCIES]) == [
        "id",
        "kind",
        "where",
        "printed",
        "computed",
        "note_en",
        "note_fr",
    ]


def test_every_discrepancy_is_a_row_with_both_figures(made: Mapping[str, str]) -> None:
    found = rows(made[DISCREPANCIES])
    assert list(found) == ["channel-total", "boats-twice", "year"]
    assert found["channel-total"] == {
        "id": "channel-total",
        "kind": "sum",
        "where": "fees/all/channel",
        "printed": "31000",
        "computed": "30000",
        "note_en": "The channel fees add up to another total.",
        "note_fr": "Les droits du chenal donnent un autre total.",
    }
    assert found["boats-twice"]["where"] == "facts/boats-counted/value; 2024-2025/boats/result"


def test_a_discrepancy_of_words_names_its_document_and_quotes_it(
    made: Mapping[str, str],
) -> None:
    found = rows(made[DISCREPANCIES])["year"]
    assert (found["kind"], found["where"]) == ("period", "plan: p. 2")
    assert (found["printed"], found["computed"]) == ("2024-2024", "2024-2025")


def test_without_a_discrepancy_there_is_a_file_without_rows(harbour: Path) -> None:
    (harbour / "data/discrepancies.yml").unlink()
    (harbour / "data/reconciliations.yml").unlink()
    path = harbour / "data/tables/fees.yml"
    text = path.read_text(encoding="utf-8").replace("channel: 31000", "channel: 30000")
    path.write_text(text, encoding="utf-8")
    text = contract_texts(Project.open(harbour).report)[DISCREPANCIES]
    assert rows(text) == {} and text.count("\r\n") == 1


# results.json


def test_the_structured_tables_hold_every_cell_with_its_unit(content: Any) -> None:
    tables = {table["id"]: table for table in content["tables"]}
    fees = {row["id"]: row for row in tables["fees"]["rows"]}
    assert fees["mooring"]["cells"]["quay"] == {
        "value": 12000,
        "unit": "CAD",
        "of": None,
        "qualifier": None,
    }
    assert fees["mooring"]["cells"]["channel"] == {"value": None, "printed": "dash"}
    assert fees["night-passage"]["cells"]["quay"] == {"value": None, "printed": "blank"}
    assert fees["night-passage"]["cells"]["channel"]["qualifier"] == "about"
    assert (fees["night-passage"]["part_of"], fees["mooring"]["part_of"]) == ("passage", None)
    assert fees["night-passage"]["locator"] == {"en": "p. 8", "fr": "p. 8"}
    assert fees["mooring"]["notes"] == [{"en": "By the night.", "fr": "À la nuit."}]
    assert fees["collected"]["cells"] == {}


def test_a_structured_table_says_what_when_and_where(content: Any) -> None:
    fees, facts = (
        {table["id"]: table for table in content["tables"]}[name] for name in ("fees", "facts")
    )
    assert (fees["as_of"], fees["period"], fees["source"]) == ("2025-03-31", "2024-2025", "report")
    assert fees["columns"][0] == {
        "id": "quay",
        "name": {"en": "Quay", "fr": "Quai"},
        "unit": "CAD",
    }
    assert (facts["as_of"], facts["period"], facts["about"]) == (None, None, None)
    assert facts["columns"][0]["unit"] is None
    assert facts["rows"][1]["cells"]["value"]["of"] == {"en": "of boats", "fr": "des bateaux"}


def test_every_reconciliation_is_told_with_what_came_of_it(content: Any) -> None:
    found = {each["id"]: each for each in content["reconciliations"]}
    assert len(found) == 10
    assert found["fees/fees/quay"] == {
        "id": "fees/fees/quay",
        "kind": "sum",
        "of": ["fees/mooring/quay", "fees/passage/quay", "fees/refunds/quay"],
        "equals": "fees/all/quay",
        "printed": 13001,
        "rounding": 1,
        "tolerance": 0,
        "holds": True,
    }
    assert found["facts/kinds/value"]["equals"] is None
    assert [name for name, each in found.items() if not each["holds"]] == [
        "fees/fees/channel",
        "boats",
    ]


def test_every_failing_reconciliation_is_among_the_discrepancies(content: Any) -> None:
    [total, boats, year] = content["discrepancies"]
    assert total == {
        "id": "channel-total",
        "kind": "sum",
        "where": ["fees/all/channel"],
        "printed": 31000,
        "computed": 30000,
        "unit": "CAD",
        "note": {
            "en": "The channel fees add up to another total.",
            "fr": "Les droits du chenal donnent un autre total.",
        },
        "source": "report",
        "locator": {"en": "p. 7", "fr": "p. 7"},
    }
    assert boats["where"] == ["facts/boats-counted/value", "2024-2025/boats/result"]
    assert (year["printed"], year["computed"], year["unit"]) == ("2024-2024", "2024-2025", None)


@pytest.mark.parametrize("fixture", ["harbour_project", "project"])
def test_the_csv_files_and_the_structure_hold_the_same_figures(
    request: pytest.FixtureRequest, fixture: str
) -> None:
    made = contract_texts(request.getfixturevalue(fixture).report)
    for table in json.loads(made[RESULTS_JSON], parse_float=Decimal, parse_int=Decimal)["tables"]:
        found = rows(made[f"data/tables/{table['id']}.csv"])
        assert list(found) == [row["id"] for row in table["rows"]]
        for row in table["rows"]:
            for column, cell in row["cells"].items():
                value = cell["value"]
                empty = {"dash": "–", "blank": ""}.get(cell.get("printed"), "")
                plain = empty if value is None else f"{value:f}"
                assert found[row["id"]][column] == plain, (table["id"], row["id"], column)


# datapackage.json


@pytest.mark.parametrize("fixture", ["harbour_site", "own_site"])
def test_the_published_data_package_is_valid_to_the_last_row(
    request: pytest.FixtureRequest, fixture: str
) -> None:
    site: Path = request.getfixturevalue(fixture)
    package = json.loads((site / DATAPACKAGE).read_text(encoding="utf-8"))
    report = validate(str(site / DATAPACKAGE), limit_rows=None)
    assert report.flatten(["resourceName", "rowNumber", "fieldName", "note"]) == []
    assert report.valid
    assert [task.name for task in report.tasks] == [each["name"] for each in package["resources"]]
    counted = {task.name: task.stats.get("rows") for task in report.tasks if task.type == "table"}
    others = {"results-json", "results-xlsx"}
    assert {*counted, *others} == {each["name"] for each in package["resources"]}
    for each in package["resources"]:
        if each["name"] in counted:
            text = (site / "data" / each["path"]).read_bytes().decode("utf-8")
            assert counted[each["name"]] == len(list(csv.reader(io.StringIO(text)))) - 1


def test_a_wrong_value_in_the_published_data_would_be_found(
    harbour_site: Path, tmp_path: Path
) -> None:
    """Else the test above could pass for nothing."""
    for path in (harbour_site / "data").rglob("*.*"):
        copy = tmp_path / path.relative_to(harbour_site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes().replace(b"31500,-2", b"many,-2"))
    report = validate(str(tmp_path / DATAPACKAGE))
    assert [4, "total", "type-error"] in report.flatten(["rowNumber", "fieldName", "type"])


def test_every_table_of_the_data_has_its_file(made: Mapping[str, str]) -> None:
    tables = {path.stem for path in (HARBOUR / "data/tables").glob("*.yml")}
    assert {f"data/tables/{name}.csv" for name in tables} <= set(made)
