"""Known discrepancies: what fails and is recorded is shown, and only as long as it fails so."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from bilan.model.discrepancies import Discrepancy
from bilan.problems import InputRefused
from bilan.project import Project

DISCREPANCIES, RECONCILIATIONS = "data/discrepancies.yml", "data/reconciliations.yml"
FEES, FACTS = "data/tables/fees.yml", "data/tables/facts.yml"
NOTE = "note: {en: a, fr: b}"


def change(harbour: Path, file: str, old: str, new: str) -> None:
    path = harbour / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def record(harbour: Path, entry: str) -> None:
    """One more discrepancy, called "more"."""
    path = harbour / DISCREPANCIES
    path.write_text(f"{path.read_text(encoding='utf-8')}more: {{{entry}}}\n", encoding="utf-8")


def refused(root: Path) -> list[str]:
    with pytest.raises(InputRefused) as found:
        Project.open(root)
    return found.value.problems.messages()


@pytest.fixture(scope="module")
def known(harbour_project: Project) -> dict[str, Discrepancy]:
    return dict(harbour_project.report.discrepancies)


def where(discrepancy: Discrepancy) -> list[str]:
    return [str(address) for address in discrepancy.where]


def test_a_failing_sum_marks_the_printed_figure_and_cites_it(
    known: dict[str, Discrepancy],
) -> None:
    found = known["channel-total"]
    assert (found.kind, where(found)) == ("sum", ["fees/all/channel"])
    assert (found.printed, found.computed) == (Decimal(31000), Decimal(30000))
    assert found.unit and found.unit.id == "CAD"
    assert (found.citation.source.id, found.citation.locator.en) == ("report", "p. 7")
    assert found.check and not found.check.holds


def test_two_values_of_one_quantity_are_both_marked(known: dict[str, Discrepancy]) -> None:
    found = known["boats-twice"]
    assert where(found) == ["facts/boats-counted/value", "2024-2025/boats/result"]
    assert (found.printed, found.computed) == (Decimal(2890), Decimal(2880))


def test_what_no_arithmetic_shows_is_quoted_as_it_is_printed(
    known: dict[str, Discrepancy],
) -> None:
    found = known["year"]
    assert (found.kind, found.printed, found.computed) == ("period", "2024-2024", "2024-2025")
    assert (found.unit, found.check, where(found)) == (None, None, [])
    assert found.citation.source.id == "plan"


def test_shares_that_do_not_make_a_whole_are_all_marked(harbour: Path) -> None:
    change(harbour, FACTS, "    rounding: {value: 0.1}\n", "")
    record(harbour, f"reconciliation: facts/kinds/value, printed: 100, computed: 99.9, {NOTE}")
    found = Project.open(harbour).report.discrepancies["more"]
    assert where(found) == ["facts/sail/value", "facts/motor/value"]


def test_other_figures_can_be_marked_too_each_once(harbour: Path) -> None:
    places = "where: [fees/all/channel, fees/passage/channel]"
    change(harbour, DISCREPANCIES, "  printed: 31000", f"  {places}\n  printed: 31000")
    report = Project.open(harbour).report
    found = report.discrepancies["channel-total"]
    assert where(found) == ["fees/all/channel", "fees/passage/channel"]
    assert [d.id for address in found.where for d in report.discrepancies_of(address)] == [
        "channel-total",
        "channel-total",
    ]


def test_its_own_place_stands_before_that_of_the_figure(harbour: Path) -> None:
    place = "source: plan\n  locator: {en: p. 5, fr: p. 5}"
    change(harbour, DISCREPANCIES, "  printed: 31000", f"  {place}\n  printed: 31000")
    found = Project.open(harbour).report.discrepancies["channel-total"]
    assert (found.citation.source.id, found.citation.locator.en) == ("plan", "p. 5")


def test_a_place_alone_is_one_in_the_document_of_the_figure(harbour: Path) -> None:
    place = "locator: {en: ch. 2, fr: ch. 2}"
    change(harbour, DISCREPANCIES, "  printed: 31000", f"  {place}\n  printed: 31000")
    found = Project.open(harbour).report.discrepancies["channel-total"]
    assert (found.citation.source.id, found.citation.locator.en) == ("report", "ch. 2")


def test_a_discrepancy_without_another_figure_has_none(harbour: Path) -> None:
    change(harbour, DISCREPANCIES, "  computed: 2024-2025\n", "")
    assert Project.open(harbour).report.discrepancies["year"].computed == ""


@pytest.mark.parametrize("computed", ["30", "30.0", "30.00"])
def test_a_quotient_is_recorded_with_as_many_digits_as_one_likes(
    harbour: Path, computed: str
) -> None:
    change(harbour, RECONCILIATIONS, "tolerance: 5", "tolerance: 0.05")
    record(harbour, f"reconciliation: night-share, printed: 33.3, computed: {computed}, {NOTE}")
    found = Project.open(harbour).report.discrepancies["more"]
    assert found.computed == Decimal(computed)


def test_a_quotient_with_other_digits_is_refused(harbour: Path) -> None:
    change(harbour, RECONCILIATIONS, "tolerance: 5", "tolerance: 0.05")
    record(harbour, f"reconciliation: night-share, printed: 33.3, computed: 30.1, {NOTE}")
    [message] = refused(harbour)
    assert message.startswith("data/tables/facts.yml:18:20 BIL709")


def test_a_sum_is_recorded_to_its_last_digit(harbour: Path) -> None:
    """Otherwise a part could change by less than the digits that were recorded."""
    change(harbour, FEES, "channel: dash, total: 12000", "channel: 0.4, total: 12000.4")
    messages = refused(harbour)
    assert any("BIL709: “fees/fees/channel”" in message for message in messages)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (FEES, "channel: 31000", "channel: 31001", "31001 is printed here and 30000 is computed"),
        (
            FEES,
            "channel: dash, total: 12000",
            "channel: 1, total: 12000",
            "31000 is printed here and 30001 is computed",
        ),
        (DISCREPANCIES, "printed: 31000", "printed: 32000", "records 32000 and 30000"),
        (DISCREPANCIES, "computed: 30000", "computed: 31000", "records 31000 and 31000"),
    ],
)
def test_other_figures_than_the_recorded_ones_are_refused_at_the_printed_one(
    harbour: Path, file: str, old: str, new: str, told: str
) -> None:
    change(harbour, file, old, new)
    [message] = [message for message in refused(harbour) if "BIL709" in message]
    assert message.startswith("data/tables/fees.yml:46:35 BIL709")
    assert told in message


def test_a_discrepancy_that_is_mended_is_told_at_its_record(harbour: Path) -> None:
    change(harbour, "data/scorecards/2024-2025.yml", "value: 2880", "value: 2890")
    [message] = refused(harbour)
    assert message.startswith("data/discrepancies.yml:7:19 BIL708: “boats” holds, and")


def test_a_failure_that_is_not_recorded_is_told_at_the_printed_figure(harbour: Path) -> None:
    (harbour / DISCREPANCIES).unlink()
    assert [message[: message.index(":", 30)] for message in refused(harbour)] == [
        "data/tables/facts.yml:31:20 BIL705",
        "data/tables/fees.yml:46:35 BIL705",
    ]


def test_a_misspelt_reconciliation_is_not_also_a_failure_unrecorded(harbour: Path) -> None:
    change(harbour, DISCREPANCIES, "fees/fees/channel", "fees/fees/chanel")
    [message] = refused(harbour)
    assert message.startswith("data/discrepancies.yml:2:19 BIL707")
    assert message.endswith("write “fees/fees/channel”")


def test_a_reconciliation_of_a_table_with_a_slip_is_not_unknown(harbour: Path) -> None:
    change(harbour, FEES, "of: [quay, channel]", "of: [quays, channel]")
    [message] = refused(harbour)
    assert "BIL430" in message
    change(harbour, FEES, "equals: all", "equals: al")
    assert ["BIL430" in message for message in refused(harbour)] == [True, True]
