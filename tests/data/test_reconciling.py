"""Every reconciliation is carried out; what fails is told, or is a known discrepancy."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from bilan.languages import LANGUAGES
from bilan.model.reconciliations import Check
from bilan.problems import InputRefused
from bilan.project import Project

FEES, FACTS = "data/tables/fees.yml", "data/tables/facts.yml"
RECONCILIATIONS = "data/reconciliations.yml"


def change(harbour: Path, file: str, old: str, new: str) -> None:
    path = harbour / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def declare(harbour: Path, entry: str) -> None:
    """One more reconciliation, called "more"."""
    path = harbour / RECONCILIATIONS
    path.write_text(f"{path.read_text(encoding='utf-8')}more: {{{entry}}}\n", encoding="utf-8")


def checks(root: Path) -> dict[str, Check]:
    return {check.reconciliation.id: check for check in Project.open(root).report.checks}


def refused(root: Path) -> list[str]:
    with pytest.raises(InputRefused) as found:
        Project.open(root)
    return found.value.problems.messages()


def test_a_reconciliation_of_a_table_is_carried_out_once_for_each_column_or_row(
    harbour: Path,
) -> None:
    assert list(checks(harbour)) == [
        "facts/kinds/value",
        "fees/fees/quay",
        "fees/fees/channel",
        "fees/fees/total",
        "fees/across/mooring",
        "fees/across/passage",
        "fees/across/refunds",
        "boats",
        "night-share",
        "refunds-within",
    ]


def test_all_columns_are_those_of_the_table_and_all_rows_those_with_cells(harbour: Path) -> None:
    change(harbour, FACTS, "in_columns: all", "in_columns: [value]")
    change(harbour, FEES, "in_rows: [mooring, passage, refunds]", "in_rows: all")
    change(harbour, FEES, "total: blank, change: blank}\n    loc", "total: 1, change: 1}\n    loc")
    change(harbour, FEES, "quay: blank", "quay: -8999")
    assert "fees/across/all" in "".join(refused(harbour))
    assert "fees/across/night-passage" not in "".join(refused(harbour))


def test_a_dash_counts_for_nothing_in_a_sum(harbour: Path) -> None:
    check = checks(harbour)["fees/across/mooring"]
    assert check.holds and check.computed == Fraction(12000)


def test_a_dash_can_be_what_a_sum_makes(harbour: Path) -> None:
    entry = "kind: difference, of: [fees/passage/quay, fees/passage/quay], "
    declare(harbour, f"{entry}equals: fees/mooring/channel")
    assert checks(harbour)["more"].holds


@pytest.mark.parametrize(
    "entry",
    [
        "kind: equal, of: [2024-2025/boats/target], equals: long-term/works/milestone.2028-03-31",
        "kind: ratio, of: [2024-2025/investment/baseline, long-term/works/target],"
        " equals: 2024-2025/ratio/result",
        "kind: equal, of: [2024-2025/charter/result.share], equals: facts/sail/value",
    ],
)
def test_every_figure_of_a_scorecard_has_an_address(harbour: Path, entry: str) -> None:
    declare(harbour, entry)
    assert not [message for message in refused(harbour) if "BIL701" in message]


@pytest.mark.parametrize(
    "address",
    [
        "2024-2025/lights/result",
        "2024-2025/charter/target",
        "2024-2025/crew/progress",
        "2024-2025/boats/milestone.2028-03-31",
        "fees/collected/quay",
        "fees/rates/quay",
    ],
)
def test_what_is_no_figure_has_none(harbour: Path, address: str) -> None:
    declare(harbour, f"kind: equal, of: [{address}], equals: facts/sail/value")
    [message] = refused(harbour)
    assert message.startswith("data/reconciliations.yml:14:26 BIL701")


def test_a_blank_is_told_at_the_cell_and_not_as_an_unknown_address(harbour: Path) -> None:
    entry = "kind: sum, of: [fees/mooring/quay, fees/all/change], equals: fees/all/quay"
    declare(harbour, entry)
    [message] = refused(harbour)
    assert message.startswith("data/tables/fees.yml:46:64 BIL702")


def test_both_figures_and_the_place_of_the_printed_one_are_told(harbour: Path) -> None:
    change(harbour, FEES, "total: 43000", "total: 34000")
    [message] = refused(harbour)
    assert message.startswith(
        "data/tables/fees.yml:46:49 BIL705: “fees/fees/total” does not hold: 34000 is printed here,"
        " 43000 is computed from fees/mooring/total, fees/passage/total, fees/refunds/total;"
    )
    assert "declare" not in message


@pytest.mark.parametrize(
    ("printed", "proposed"), [("13002", "2"), ("12998", "-2"), ("13003", None), ("12997", None)]
)
def test_a_rounding_is_proposed_up_to_what_it_can_explain(
    harbour: Path, printed: str, proposed: str | None
) -> None:
    change(harbour, FEES, "quay: 13001", f"quay: {printed}")
    [message] = refused(harbour)
    assert "BIL705" in message
    assert ("declare “rounding" in message) is bool(proposed)
    assert f"declare “rounding: {proposed}”" in message or not proposed


def test_no_rounding_is_proposed_for_what_is_counted(harbour: Path) -> None:
    declare(harbour, "kind: equal, of: [2024-2025/boats/target], equals: facts/berths/value")
    [message] = refused(harbour)
    assert "BIL705" in message and "declare" not in message


def test_a_rounding_of_what_is_counted_is_refused(harbour: Path) -> None:
    declare(
        harbour,
        "kind: equal, of: [2024-2025/boats/result], equals: facts/boats-counted/value,"
        " rounding: 10",
    )
    [message] = refused(harbour)
    assert "BIL706" in message and "differ by 0 at most" in message


def test_a_rounding_larger_than_the_digits_allow_is_refused_though_it_is_exact(
    harbour: Path,
) -> None:
    change(harbour, FEES, "quay: 13001", "quay: 13003")
    change(harbour, FEES, "rounding: {quay: 1}", "rounding: {quay: 3}")
    [message] = refused(harbour)
    assert message.startswith("data/tables/fees.yml:46:19 BIL706")
    assert "a rounding of 3" in message and "differ by 2 at most" in message


def test_a_rounding_that_nothing_needs_any_more_is_told(harbour: Path) -> None:
    change(harbour, FEES, "quay: 13001", "quay: 13000")
    [message] = refused(harbour)
    assert "13000 (with a rounding of 1 declared) is computed" in message
    assert message.endswith("; or remove “rounding”")


def test_a_sum_of_many_figures_names_the_first_of_them(harbour: Path) -> None:
    many = ", ".join(["fees/mooring/quay"] * 13)
    declare(harbour, f"kind: sum, of: [{many}], equals: fees/all/quay")
    [message] = refused(harbour)
    assert message.count("fees/mooring/quay") == 12 and "fees/mooring/quay …" in message


def test_a_quotient_is_told_to_four_decimals(harbour: Path) -> None:
    declare(
        harbour,
        "kind: ratio, of: [fees/passage/quay, fees/passage/total],"
        " equals: 2024-2025/ratio/result, tolerance: 0.005",
    )
    [message] = refused(harbour)
    assert " 0.0476 is computed" in message


@pytest.mark.parametrize(
    ("entry", "units"),
    [
        (
            "kind: sum, of: [fees/all/quay, facts/sail/value], equals: fees/all/total",
            "CAD, percent",
        ),
        ("kind: equal, of: [facts/berths/value], equals: fees/all/total", "CAD, boats"),
        ("kind: of_which, of: [facts/berths/value], equals: fees/all/total", "CAD, boats"),
        ("kind: shares, of: [fees/all/quay, fees/all/total]", "CAD"),
        ("kind: share, of: [fees/all/quay, facts/berths/value], equals: facts/sail/value", "boats"),
        ("kind: share, of: [fees/all/quay, fees/all/total], equals: facts/fund/value", "CAD"),
    ],
)
def test_figures_of_different_units_are_not_put_together(
    harbour: Path, entry: str, units: str
) -> None:
    declare(harbour, entry)
    [message] = refused(harbour)
    assert message.startswith("data/reconciliations.yml:14:1 BIL703")
    assert units in message


def test_figures_of_different_units_have_a_ratio(harbour: Path) -> None:
    declare(
        harbour,
        "kind: ratio, of: [fees/all/quay, facts/berths/value],"
        " equals: 2024-2025/ratio/result, tolerance: 1000000",
    )
    assert checks(harbour)["more"].holds


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failure_is_told_in_both_languages(harbour: Path, language: str) -> None:
    change(harbour, FEES, "    rounding: {quay: 1}\n", "")
    with pytest.raises(InputRefused) as found:
        Project.open(harbour)
    [message] = found.value.problems.messages("fr" if language == "fr" else "en")
    words = {"en": "declare “rounding: 1”", "fr": "déclarez «\u00a0rounding: 1\u00a0»"}
    assert message.endswith(words[language])
