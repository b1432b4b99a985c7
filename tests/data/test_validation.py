"""A slip hides nothing else: what remains without it is read on."""

from __future__ import annotations

from typing import Any

import pytest

from bilan.data import definitions, schema
from bilan.data.nodes import plain
from bilan.data.reading import parse_nodes
from bilan.data.validation import validate
from bilan.problems import Problems

PLAIN = "ratio: {kind: plain}\n"


def read(form: Any, text: str) -> tuple[Any, list[str]]:
    """What is left, as plain values, and the place and rule of each problem."""
    problems = Problems()
    node = parse_nodes(text, "x.yml", problems)
    assert node, problems.messages()
    valid = validate(node, form, problems)
    left = None if valid is None else plain(valid[1])
    return left, [f"{p.location.line}:{p.location.column} {p.rule}" for p in problems]


def message(form: Any, text: str) -> str:
    problems = Problems()
    node = parse_nodes(text, "x.yml", problems)
    assert node
    validate(node, form, problems)
    [only] = problems.messages()
    return only


def test_what_is_valid_stays_as_it_is() -> None:
    assert read(definitions.Units, PLAIN) == ({"ratio": {"kind": "plain"}}, [])


@pytest.mark.parametrize(
    ("faulty", "told"),
    [
        ("bad: {kind: plane}", "2:13 BIL216"),
        ("bad: {kind: [plain]}", "2:7 BIL204"),
        ("bad: {kind: }", "2:13 BIL209"),
        ("bad: {kind: plain, kinds: plain}", "2:20 BIL201"),
        ("bad: {}", "2:1 BIL202"),
        ("bad: plain", "2:6 BIL214"),
        ("bad: [plain]", "2:1 BIL214"),
        ("bad:", "2:5 BIL213"),
        ("bad: {kind: count}", "2:1 BIL301"),
        ("Bad: {kind: plain}", "2:1 BIL208"),
        ('"": {kind: plain}', "2:1 BIL209"),
        ("'[key]': {kind: plain}", "2:1 BIL208"),
    ],
)
def test_a_faulty_entry_goes_and_the_others_stay(faulty: str, told: str) -> None:
    text = f"{PLAIN}{faulty}\nwords: {{kind: words}}\n"
    left = {"ratio": {"kind": "plain"}, "words": {"kind": "words"}}
    assert read(definitions.Units, text) == (left, [told])


def test_every_fault_of_every_entry_is_told() -> None:
    text = "a: {kind: x, y: z}\nb: {nouns: {en: {one: '', other: o}}}\n"
    told = ["1:11 BIL216", "1:14 BIL201", "2:1 BIL202", "2:5 BIL203", "2:23 BIL209"]
    assert read(definitions.Units, text) == ({}, told)


def test_of_a_list_the_innermost_faulty_item_goes() -> None:
    text = """\
name: {en: a, fr: b}
period: 2024
as_of: 2024-12-31
date_to_achieve: 2024-12-31
source: plan
locator: {en: a, fr: b}
areas:
  - id: one
    name: {en: a, fr: b}
    aim: {en: a, fr: b}
    indicators:
      - {indicator: good, result: {value: 1}}
      - {indicator: bad, result: {value: x, interim: y}}
      - {indicator: better, result: {value: 2}}
"""
    left, told = read(schema.ScorecardEntry, text)
    assert told == ["13:42 BIL205", "13:54 BIL210"]
    kept = [entry["indicator"] for entry in left["areas"][0]["indicators"]]
    assert kept == ["good", "better"]


def test_of_a_whole_file_a_needed_key_cannot_go() -> None:
    text = "name: {en: a, fr: b}\nsite_name: {en: a}\ntagline: {en: a, fr: b}\n"
    told = ["1:1 BIL202", "2:1 BIL203"]
    assert read(definitions.OrganizationEntry, text) == (None, told)


def test_of_a_whole_file_an_unknown_key_can_go() -> None:
    known = "name: a\nsite_name: a\ntagline: a\ndescription: a\n".replace(" a", " {en: a, fr: b}")
    left, told = read(definitions.OrganizationEntry, f"{known}slogan: a\n")
    assert (list(left), told) == (
        ["name", "site_name", "tagline", "description"],
        ["5:1 BIL201"],
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- a\n", "x.yml:1:1 BIL214"),
        ("a\n", "x.yml:1:1 BIL214"),
    ],
)
def test_a_file_of_another_shape_is_told_at_its_beginning(text: str, says: str) -> None:
    for form in (definitions.Units, definitions.Labels, definitions.OrganizationEntry):
        assert message(form, text).startswith(says)


def test_an_unknown_key_is_told_with_the_nearest_known_one() -> None:
    near = message(definitions.Units, "a: {kind: plain, kinds: x}\n")
    assert near.endswith("the key “kinds” is unknown here; write “kind”")
    far = message(definitions.Units, "a: {kind: plain, zzz: x}\n")
    assert far.endswith("the key “zzz” is unknown here; write one of: kind, nouns")


def test_an_unknown_choice_is_told_with_the_choices() -> None:
    told = message(definitions.Units, "a: {kind: zzz}\n")
    assert told.endswith("write one of: count, percent, currency, plain, words")


def test_one_text_where_two_languages_belong_is_told_once() -> None:
    told = message(definitions.Labels, "a: [x]\n")
    assert told.startswith("x.yml:1:1 BIL214")
    told = message(definitions.Labels, "a: x\n")
    assert told.startswith("x.yml:1:4 BIL203: a language is missing (en, fr)")
