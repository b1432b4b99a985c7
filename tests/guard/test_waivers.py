"""A waiver holds for what stands beside it, with a reason, and is told when it is of no use."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilan.draft import Draft
from bilan.guard.examination import Examination
from bilan.guard.waivers import without_waivers
from guard.story import FR, FRENCH, write_story

FAULTY = "Rien d’autre n’est prévu ; avant l’été."
UNITS = "data/units.yml"


def found(root: Path) -> list[str]:
    problems = Examination(Draft.read(root)).problems()
    return [f"{p.location.file}:{p.location.line} {p.rule}" for p in problems]


def page(root: Path, before: str, after: str = "") -> None:
    """The French page with a fault in its last paragraph, and something before and after it."""
    write_story(root)
    old = "Les droits annuels de havre (DAH) restent tels quels. Rien d’autre n’est prévu avant l’été."
    new = f"{before}Les droits annuels de havre (DAH) restent tels quels. {FAULTY}{after}"
    (root / FR).write_text(FRENCH.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    "waiver",
    [
        "<!-- bilan: allow BIL827: a poem -->\n",
        "<!-- bilan: allow BIL827 — un poème -->\n",
        "<!--bilan: allow BIL827, BIL827: a poem-->\n\n",
        "<!-- bilan : allow BIL827 : un poème -->\n",
    ],
)
def test_a_waiver_in_a_page_holds_for_the_block_that_follows(harbour: Path, waiver: str) -> None:
    page(harbour, waiver)
    assert found(harbour) == []


def test_a_waiver_on_the_line_itself_holds_for_it(harbour: Path) -> None:
    page(harbour, "", " <!-- bilan: allow BIL827: a poem -->")
    assert found(harbour) == []


def test_a_waiver_does_not_reach_the_block_after_the_next(harbour: Path) -> None:
    page(harbour, "<!-- bilan: allow BIL827: a poem -->\n### Poème {#poem}\n\n")
    told = found(harbour)
    assert any("BIL873" in each for each in told) and any("BIL827" in each for each in told)


def test_a_waiver_of_another_rule_waives_nothing(harbour: Path) -> None:
    page(harbour, "<!-- bilan: allow BIL826: a poem -->\n")
    assert [each.split()[1] for each in found(harbour)] == ["BIL873", "BIL827"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "fr: {one: bateau, other: bateaux}",
            "fr: {one: bateau ; x, other: bateaux} # bilan: allow BIL827: a poem",
        ),
        ("boats:\n", "# bilan: allow BIL827: a poem\nboats:\n"),
        ("    fr: {one: bateau,", "    # bilan: allow BIL827: a poem\n    fr: {one: bateau ; x,"),
    ],
)
def test_a_waiver_in_the_data_holds_for_its_line_or_for_the_entry_below(
    harbour: Path, old: str, new: str
) -> None:
    path = harbour / UNITS
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(
        text.replace(old, new).replace("{one: bateau,", "{one: bateau ; x,"), encoding="utf-8"
    )
    assert found(harbour) == []


def test_readers_see_no_waiver() -> None:
    markdown = "One.\n\n<!-- bilan: allow BIL827: a poem -->\nTwo. <!-- bilan: allow BIL1: b -->\n"
    assert without_waivers(markdown) == "One.\n\nTwo."
