"""The files that other people's programs read: their fields, their order and their values."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bilan.contract.files import DATAPACKAGE, RESULTS_CSV, RESULTS_JSON, files
from bilan.contract.glossary import GLOSSARY_CSV
from bilan.languages import LANGUAGES
from bilan.model.status import Status
from bilan.project import Project
from samples import contract_texts

FIELDS = (
    "scorecard",
    "area",
    "indicator",
    "name_en",
    "name_fr",
    "unit",
    "comparator",
    "target",
    "target_high",
    "target_statement_en",
    "target_statement_fr",
    "date_to_achieve",
    "baseline",
    "result",
    "result_statement_en",
    "result_statement_fr",
    "as_of",
    "interim",
    "status",
    "progress_percent",
    "source",
    "locator",
    "note_en",
    "note_fr",
)
TERM_FIELDS = (
    "id",
    "acronym_en",
    "acronym_fr",
    "name_en",
    "name_fr",
    "meaning_en",
    "meaning_fr",
    "variants_en",
    "variants_fr",
)
"""A change of these lists breaks the programs of others: it needs a new version."""

TABLES = {"results": (RESULTS_CSV, FIELDS), "glossary": (GLOSSARY_CSV, TERM_FIELDS)}

each_table = pytest.mark.parametrize("table", TABLES)

READERS: Mapping[str, Callable[[str], object]] = {
    "string": str,
    "number": Decimal,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}

Row = dict[str, str]


def rows(text: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def changed(harbour: Path, file: str, *changes: tuple[str, str]) -> Mapping[str, str]:
    """The contract's files after changes to one data file of the harbour."""
    path = harbour / "data" / file
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return contract_texts(Project.open(harbour).report)


@pytest.fixture(scope="module")
def own(project: Project) -> Mapping[str, str]:
    return contract_texts(project.report)


@pytest.fixture(scope="module")
def of_harbour(harbour_project: Project) -> Mapping[str, str]:
    return contract_texts(harbour_project.report)


@pytest.fixture(scope="module")
def by_indicator(of_harbour: Mapping[str, str]) -> Mapping[str, Row]:
    return {row["indicator"]: row for row in rows(of_harbour[RESULTS_CSV])}


# This repository's own results


def test_every_indicator_of_2020_2021_is_one_row(own: Mapping[str, str]) -> None:
    found = rows(own[RESULTS_CSV])
    of_year = [row for row in found if row["scorecard"] == "2020-2021"]
    assert len(of_year) == 28
    assert len({(row["scorecard"], row["indicator"]) for row in found}) == len(found)
    assert Counter(row["status"] for row in of_year) == {
        "exceeded": 17,
        "met": 4,
        "no_result": 4,
        "no_target": 3,
    }
    assert sum(bool(row["comparator"]) for row in of_year) == 25


def test_a_row_of_2020_2021_says_the_whole_of_it(own: Mapping[str, str]) -> None:
    wanted = ("2020-2021", "industry-contributions")
    [row] = [r for r in rows(own[RESULTS_CSV]) if (r["scorecard"], r["indicator"]) == wanted]
    assert (row["unit"], row["comparator"], row["target"]) == ("CAD", "at_least", "3700000")
    assert (row["result"], row["status"]) == ("5000000", "exceeded")
    assert (row["as_of"], row["date_to_achieve"]) == ("2021-03-31", "2021-03-31")
    assert row["progress_percent"] == "135.1"


# results.csv


@each_table
def test_the_fields_of_a_table_stand_in_their_fixed_order(
    own: Mapping[str, str], table: str
) -> None:
    address, fields = TABLES[table]
    assert own[address].partition("\r\n")[0] == ",".join(fields)


@each_table
@pytest.mark.parametrize("fixture", ["own", "of_harbour"])
def test_a_table_is_rfc_4180_without_a_byte_order_mark(
    request: pytest.FixtureRequest, fixture: str, table: str
) -> None:
    address, fields = TABLES[table]
    text: str = request.getfixturevalue(fixture)[address]
    field = r'(?:"(?:[^"]|"")*"|[^",\r\n]*)'
    line = rf"{field}(?:,{field}){{{len(fields) - 1}}}\r\n"
    assert re.fullmatch(f"(?:{line})+", text)


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        (
            "boats",
            {
                "comparator": "at_least",
                "target": "3000",
                "result": "2880",
                "status": "not_met",
                "progress_percent": "96.0",
                "note_en": "Two storms closed the quay.",
                "interim": "false",
            },
        ),
        ("visits", {"comparator": "more_than", "target": "70.5", "result": "71.50"}),
        ("waiting", {"comparator": "at_most", "status": "met", "progress_percent": ""}),
        ("spills", {"comparator": "less_than", "target": "2", "result": "1", "status": "met"}),
        (
            "crew",
            {
                "comparator": "between",
                "target": "10",
                "target_high": "15",
                "result": "12.5",
                "note_fr": "Comptés au printemps.",
            },
        ),
        ("inspections", {"comparator": "exactly", "target": "12", "status": "met"}),
        (
            "tide",
            {
                "comparator": "to_be_determined",
                "target": "",
                "result": "40",
                "status": "to_be_determined",
            },
        ),
        (
            "investment",
            {
                "target": "3000000000",
                "date_to_achieve": "2033-04-01",
                "baseline": "100000000",
                "result": "1065600000",
                "as_of": "2024-12-31",
                "interim": "true",
                "status": "future",
                "progress_percent": "33.3",
                "source": "plan",
                "locator": "p. 2",
            },
        ),
        (
            "deficit",
            {
                "comparator": "",
                "target": "",
                "date_to_achieve": "",
                "result": "-1500000.50",
                "status": "no_target",
            },
        ),
        (
            "charter",
            {
                "comparator": "statement",
                "target": "",
                "target_statement_en": "Charter in force",
                "target_statement_fr": "Charte en vigueur",
                "result_statement_en": "In force, signed by 80% of owners",
                "result_statement_fr": "En vigueur, signée par 80\u00a0% des propriétaires",
                "status": "exceeded",
                "note_en": "More owners signed than was asked.",
            },
        ),
        (
            "visitors",
            {
                "result": "620000",
                "status": "exceeded",
                "progress_percent": "",
                "note_en": "The source says “more than 620,000”.",
                "note_fr": "La source dit «\u00a0plus de 620\u00a0000\u00a0».",
            },
        ),
        (
            "walkers",
            {
                "result": "9000",
                "status": "not_met",
                "note_en": "The source says “about 9,000”. The pier was closed in May. "
                "The plan itself says that the target was missed.",
            },
        ),
        (
            "lights",
            {
                "result": "",
                "as_of": "",
                "status": "no_result",
                "note_en": "The figure would name one person.",
                "note_fr": "Le chiffre désignerait une personne.",
            },
        ),
    ],
)
def test_every_form_of_target_and_result_has_its_fields(
    by_indicator: Mapping[str, Row], indicator: str, expected: Row
) -> None:
    row = by_indicator[indicator]
    assert {field: row[field] for field in expected} == expected


def test_no_program_meets_html_in_a_table(harbour: Path) -> None:
    share = "share: {value: 80, unit: percent, of: {en: of owners, fr: des propriétaires}}"
    fine = "share: {value: -1234, unit: CAD}"
    text = changed(harbour, "scorecards/2024-2025.yml", (share, fine))[RESULTS_CSV]
    [row] = [row for row in rows(text) if row["indicator"] == "charter"]
    assert row["result_statement_en"] == "In force, signed by minus ($1,234)"
    assert row["result_statement_fr"] == "En vigueur, signée par moins (1\u00a0234\u00a0$)"


def test_text_that_a_spreadsheet_would_run_is_neutralised_and_numbers_stay_numbers(
    harbour: Path,
) -> None:
    made = changed(
        harbour,
        "indicators.yml",
        ("{en: Boats moored,", "{en: '=HYPERLINK(\"https://example.org\")',"),
        ("fr: Solde de l’exercice}", "fr: -Solde}"),
    )
    found = {row["indicator"]: row for row in rows(made[RESULTS_CSV])}
    assert found["boats"]["name_en"] == '\'=HYPERLINK("https://example.org")'
    assert found["deficit"]["name_fr"] == "'-Solde"
    assert found["deficit"]["result"] == "-1500000.50"
    indicators = {each["id"]: each for each in exact(made[RESULTS_JSON])["indicators"]}
    assert indicators["deficit"]["name"]["fr"] == "-Solde"


def test_quotes_commas_and_every_letter_come_back_from_the_table(harbour: Path) -> None:
    name = 'Boats “à quai”, 5\' "long"; čeština 🚤'
    made = changed(
        harbour,
        "indicators.yml",
        ("en: Boats moored,", f"en: {json.dumps(name, ensure_ascii=False)},"),
    )
    found = {row["indicator"]: row for row in rows(made[RESULTS_CSV])}
    assert found["boats"]["name_en"] == name


# glossary.csv


def test_a_term_is_told_in_both_languages_with_its_variants(of_harbour: Mapping[str, str]) -> None:
    found = {row["id"]: row for row in rows(of_harbour[GLOSSARY_CSV])}
    assert found["annual-harbour-dues"] == {
        "id": "annual-harbour-dues",
        "acronym_en": "AHD",
        "acronym_fr": "DAH",
        "name_en": "annual harbour dues",
        "name_fr": "droits annuels de havre",
        "meaning_en": "What the owner of a boat pays each year.",
        "meaning_fr": "Somme que le propriétaire d’un bateau verse chaque année.",
        "variants_en": "",
        "variants_fr": "droits de port",
    }
    assert found["berth"]["variants_fr"] == "poste d’amarrage; place à quai"
    assert found["berth"]["acronym_en"] == ""


def test_a_report_without_terms_has_a_glossary_without_rows(harbour: Path) -> None:
    (harbour / "data/glossary.yml").write_text("{}\n", encoding="utf-8")
    made = contract_texts(Project.open(harbour).report)
    assert made[GLOSSARY_CSV] == ",".join(TERM_FIELDS) + "\r\n"


# results.json


def exact(text: str) -> Any:
    return json.loads(text, parse_float=Decimal, parse_int=Decimal)


def structured(made: Mapping[str, str]) -> Mapping[str, Any]:
    """The entries of the structured results, by indicator."""
    return {entry["indicator"]: entry for entry in exact(made[RESULTS_JSON])["results"]}


def said(value: object) -> str:
    """A value of the JSON as the table writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def flat(entry: Mapping[str, Any]) -> Row:
    """What an entry of the structured results says of the fields of the table."""
    target, result = entry["target"] or {}, entry["result"]
    statements = {"target": target.get("statement") or {}, "result": result["statement"] or {}}
    values = {
        **{name: entry[name] for name in ("scorecard", "area", "indicator", "status")},
        "progress_percent": entry["progress_percent"],
        "comparator": target.get("comparator"),
        "target": target.get("value"),
        "target_high": target.get("high"),
        "date_to_achieve": target.get("date_to_achieve"),
        "baseline": (target.get("baseline") or {}).get("value"),
        "result": result["value"],
        "as_of": result["as_of"],
        "interim": result["interim"],
        **{
            f"{part}_statement_{language}": statement.get(language)
            for part, statement in statements.items()
            for language in LANGUAGES
        },
    }
    return {name: said(value) for name, value in values.items()}


@pytest.mark.parametrize("fixture", ["own", "of_harbour"])
def test_the_structured_results_are_those_of_the_table(
    request: pytest.FixtureRequest, fixture: str
) -> None:
    made: Mapping[str, str] = request.getfixturevalue(fixture)
    entries, table = exact(made[RESULTS_JSON])["results"], rows(made[RESULTS_CSV])
    found = [flat(entry) for entry in entries]
    assert found == [
        {name: row[name] for name in fields} for fields, row in zip(found, table, strict=True)
    ]


def test_the_structured_results_hold_numbers_with_all_their_digits(
    of_harbour: Mapping[str, str],
) -> None:
    entries = structured(of_harbour)
    assert str(entries["visits"]["result"]["value"]) == "71.50"
    assert str(entries["deficit"]["result"]["value"]) == "-1500000.50"
    assert entries["investment"]["target"]["value"] == Decimal(3_000_000_000)
    assert entries["boats"]["progress_percent"] == Decimal("96.0")


def test_a_target_is_told_with_its_baseline_and_its_milestones(
    of_harbour: Mapping[str, str],
) -> None:
    entry = structured(of_harbour)["investment"]
    assert entry["target"] == {
        "comparator": "at_least",
        "value": 3_000_000_000,
        "high": None,
        "statement": None,
        "figures": {},
        "date_to_achieve": "2033-04-01",
        "baseline": {"value": 100_000_000, "date": "2018-04-01", "revisions": []},
        "milestones": [
            {
                "comparator": "at_least",
                "value": 1_300_000_000,
                "high": None,
                "date_to_achieve": "2028-03-31",
                "status": "future",
                "ahead_of_date": False,
                "result": {
                    "value": 1_065_600_000,
                    "qualifier": None,
                    "not_available": None,
                    "reason": None,
                    "as_of": "2024-12-31",
                    "explanation": None,
                    "revisions": [],
                },
                "revisions": [],
            }
        ],
        "notes": [],
        "published": None,
        "revisions": [],
        "source": "report",
        "locator": {"en": "p. 7", "fr": "p. 7"},
    }
    assert (entry["result"]["source"], entry["result"]["locator"]["fr"]) == ("plan", "p. 2")
    assert structured(of_harbour)["ratio"]["ahead_of_date"] is True
    assert structured(of_harbour)["deficit"]["target"] is None
    assert structured(of_harbour)["tide"]["target"]["comparator"] == "to_be_determined"


def test_words_are_told_with_their_figures_and_their_verdict(
    of_harbour: Mapping[str, str],
) -> None:
    entry = structured(of_harbour)["charter"]
    assert entry["target"]["comparator"] == "statement"
    assert entry["target"]["statement"] == {"en": "Charter in force", "fr": "Charte en vigueur"}
    assert entry["result"] == {
        "value": None,
        "qualifier": None,
        "not_available": None,
        "reason": {
            "en": "More owners signed than was asked.",
            "fr": "Plus de propriétaires ont signé que demandé.",
        },
        "as_of": "2025-03-31",
        "explanation": None,
        "statement": {
            "en": "In force, signed by 80% of owners",
            "fr": "En vigueur, signée par 80\u00a0% des propriétaires",
        },
        "figures": {
            "share": {
                "value": 80,
                "unit": "percent",
                "of": {"en": "of owners", "fr": "des propriétaires"},
            }
        },
        "interim": False,
        "verdict": "exceeded",
        "notes": [],
        "published": None,
        "revisions": [
            {
                "kind": "revised",
                "date": "2025-06-15",
                "comparator": None,
                "value": None,
                "high": None,
                "not_available": None,
                "statement": {"en": "In force", "fr": "En vigueur"},
                "reason": {
                    "en": "The owners who signed were counted.",
                    "fr": "Les propriétaires signataires ont été comptés.",
                },
            }
        ],
        "source": "report",
        "locator": {"en": "p. 4", "fr": "p. 4"},
    }


def test_the_day_on_which_a_scorecard_or_a_figure_was_published_is_told_where_it_is_recorded(
    of_harbour: Mapping[str, str],
) -> None:
    scorecards = {each["id"]: each for each in exact(of_harbour[RESULTS_JSON])["scorecards"]}
    assert scorecards["2024-2025"]["published"] == "2025-05-01"
    assert scorecards["2023"]["published"] is None
    ratio = structured(of_harbour)["ratio"]
    assert (ratio["target"]["published"], ratio["result"]["published"]) == ("2025-07-02", None)


def test_a_missing_result_is_told_with_the_kind_of_its_absence_and_the_reason(
    of_harbour: Mapping[str, str],
) -> None:
    result = structured(of_harbour)["lights"]["result"]
    assert (result["value"], result["statement"], result["as_of"]) == (None, None, None)
    assert result["not_available"] == "suppressed"
    assert result["reason"]["fr"] == "Le chiffre désignerait une personne."


def test_a_result_that_is_not_exact_is_told_with_its_qualifier(
    of_harbour: Mapping[str, str],
) -> None:
    visitors, walkers = (structured(of_harbour)[name]["result"] for name in ("visitors", "walkers"))
    assert (visitors["value"], visitors["qualifier"]) == (620_000, "more_than")
    assert (walkers["qualifier"], walkers["verdict"]) == ("about", "not_met")


def test_explanations_notes_and_revisions_are_told_in_both_languages(
    of_harbour: Mapping[str, str],
) -> None:
    boats = structured(of_harbour)["boats"]["result"]
    assert boats["explanation"]["fr"] == "Deux tempêtes ont fermé le quai."
    assert boats["revisions"] == [
        {
            "kind": "revised",
            "date": "2025-06-01",
            "comparator": None,
            "value": 2900,
            "high": None,
            "not_available": None,
            "statement": None,
            "reason": {
                "en": "Boats counted twice were removed.",
                "fr": "Des bateaux comptés deux fois ont été retirés.",
            },
        }
    ]
    crew = structured(of_harbour)["crew"]["result"]
    assert crew["notes"] == [{"en": "Counted in spring.", "fr": "Comptés au printemps."}]


def test_a_milestone_is_told_with_the_result_of_its_own(harbour: Path) -> None:
    ahead = "- {at_least: 1300000000, date_to_achieve: 2028-03-31}"
    missed = (
        "- at_least: 200 million\n              date_to_achieve: 2020-03-31\n"
        "              result: {value: 150 million, as_of: 2020-02-29, "
        "explanation: {en: Rain., fr: La pluie.}}\n            " + ahead
    )
    made = changed(harbour, "scorecards/2024-2025.yml", (ahead, missed))
    first, second = structured(made)["investment"]["target"]["milestones"]
    assert (first["status"], second["status"]) == ("not_met", "future")
    assert first["result"] == {
        "value": 150_000_000,
        "qualifier": None,
        "not_available": None,
        "reason": None,
        "as_of": "2020-02-29",
        "explanation": {"en": "Rain.", "fr": "La pluie."},
        "revisions": [],
    }


def test_what_the_results_refer_to_is_told_whole(of_harbour: Mapping[str, str]) -> None:
    content = exact(of_harbour[RESULTS_JSON])
    by_id = {
        part: {entry["id"]: entry for entry in content[part]}
        for part in ("scorecards", "indicators", "units", "sources")
    }
    assert by_id["scorecards"]["2024-2025"]["notes"] == [
        {"en": "All figures are invented.", "fr": "Tous les chiffres sont inventés."}
    ]
    assert by_id["indicators"]["visits"]["of"] == {"en": "of berths", "fr": "des places"}
    assert by_id["indicators"]["boats"]["of"] is None
    assert by_id["units"]["CAD"] == {"id": "CAD", "kind": "currency", "nouns": None}
    assert by_id["units"]["boats"]["nouns"] == {
        "en": {"one": "boat", "other": "boats"},
        "fr": {"one": "bateau", "other": "bateaux"},
    }
    assert by_id["sources"]["report"]["note"]["en"] == "Read on paper."
    assert by_id["sources"]["plan"]["note"] is None


def test_the_framework_is_told_with_what_reports_on_it(of_harbour: Mapping[str, str]) -> None:
    framework = exact(of_harbour[RESULTS_JSON])["framework"]
    assert framework["name"] == {"en": "Harbours framework", "fr": "Cadre des havres"}
    assert (framework["source"], framework["locator"]["fr"]) == ("plan", "p. 9")
    assert framework["notes"][0]["en"] == "The plan gives the framework two names."
    [harbour, rules] = framework["objectives"]
    assert harbour["impacts"][0] == {"en": "More boats", "fr": "Plus de bateaux"}
    reported = {
        kind: {each["id"]: each["reported_by"] for each in harbour[kind]}
        for kind in ("programme_indicators", "own_indicators")
    }
    assert reported == {
        "programme_indicators": {
            "traffic": ["boats", "visits"],
            "quay-spending": ["investment"],
        },
        "own_indicators": {"storm-shelter": []},
    }
    assert (rules["id"], rules["programme_indicators"]) == ("fair-rules", [])


def test_an_organization_without_a_framework_says_null(harbour: Path) -> None:
    (harbour / "data/framework.yml").unlink()
    assert exact(contract_texts(Project.open(harbour).report)[RESULTS_JSON])["framework"] is None


def test_whatever_the_structured_results_refer_to_is_among_them(
    own: Mapping[str, str], of_harbour: Mapping[str, str]
) -> None:
    for made in (own, of_harbour):
        content = exact(made[RESULTS_JSON])
        ids = {
            part: {entry["id"] for entry in content[part]}
            for part in ("scorecards", "indicators", "units", "sources", "statuses")
        }
        assert {indicator["unit"] for indicator in content["indicators"]} <= ids["units"]
        areas = {area["id"] for scorecard in content["scorecards"] for area in scorecard["areas"]}
        for record in content["results"]:
            assert record["scorecard"] in ids["scorecards"]
            assert record["indicator"] in ids["indicators"]
            assert record["result"]["source"] in ids["sources"]
            assert record["status"] in ids["statuses"]
            assert record["area"] in areas


def test_counts_by_status_are_those_of_the_rows(of_harbour: Mapping[str, str]) -> None:
    content = exact(of_harbour[RESULTS_JSON])
    for scorecard in content["scorecards"]:
        own = (entry for entry in content["results"] if entry["scorecard"] == scorecard["id"])
        counted = Counter(entry["status"] for entry in own)
        assert {status: n for status, n in scorecard["counts"].items() if n} == counted


# datapackage.json


@pytest.mark.parametrize("fixture", ["project", "harbour_project"])
def test_the_data_package_describes_every_other_file_by_size_and_hash(
    request: pytest.FixtureRequest, fixture: str
) -> None:
    """Those of single indicators hold the same rows once more."""
    made = files(request.getfixturevalue(fixture).report)
    package = json.loads(made[DATAPACKAGE])
    described = {f"data/{resource['path']}": resource for resource in package["resources"]}
    assert {*described, DATAPACKAGE} == {a for a in made if not a.startswith("data/indicators/")}
    for address, resource in described.items():
        content = made[address]
        written = content.encode("utf-8") if isinstance(content, str) else content
        assert resource["bytes"] == len(written)
        assert resource["hash"] == f"sha256:{hashlib.sha256(written).hexdigest()}"
        assert resource.get("encoding") == ("utf-8" if isinstance(content, str) else None)


def test_the_data_package_names_every_value_of_a_closed_list(own: Mapping[str, str]) -> None:
    fields = {field["name"]: field for field in schema(own, "results")["fields"]}
    assert fields["status"]["constraints"]["enum"] == [status.value for status in Status]
    assert {"at_least", "statement"} <= set(fields["comparator"]["constraints"]["enum"])
    assert "constraints" not in fields["unit"]
    for row in rows(own[RESULTS_CSV]):
        assert row["comparator"] in ("", *fields["comparator"]["constraints"]["enum"])


@each_table
def test_the_data_package_describes_every_field_in_both_languages(
    own: Mapping[str, str], table: str
) -> None:
    fields = schema(own, table)["fields"]
    assert tuple(field["name"] for field in fields) == TABLES[table][1]
    for language in ("description", "description_fr"):
        said = [field[language] for field in fields]
        assert all(said) and len(set(said)) == len(said)


@each_table
@pytest.mark.parametrize("fixture", ["own", "of_harbour"])
def test_every_value_of_a_table_is_of_its_described_type(
    request: pytest.FixtureRequest, fixture: str, table: str
) -> None:
    made: Mapping[str, str] = request.getfixturevalue(fixture)
    types = {field["name"]: field["type"] for field in schema(made, table)["fields"]}
    for row in rows(made[TABLES[table][0]]):
        for name, text in row.items():
            if text:
                READERS[types[name]](text)


@each_table
def test_the_described_key_is_different_in_every_row(
    of_harbour: Mapping[str, str], table: str
) -> None:
    key = schema(of_harbour, table)["primaryKey"]
    found = [tuple(row[name] for name in key) for row in rows(of_harbour[TABLES[table][0]])]
    assert len(set(found)) == len(found) > 0


def schema(made: Mapping[str, str], name: str = "results") -> Any:
    [table] = [r for r in json.loads(made[DATAPACKAGE])["resources"] if r["name"] == name]
    return table["schema"]


def test_the_same_data_give_the_same_files(project: Project, own: Mapping[str, str]) -> None:
    assert contract_texts(project.report) == own
