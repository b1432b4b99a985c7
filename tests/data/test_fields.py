"""What may be typed in a field, what it becomes, and what is said of the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from bilan.data import fields
from bilan.languages import Bilingual


def refusal(read: Callable[[Any], object], typed: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(PydanticCustomError) as refused:
        read(typed)
    return refused.value.type, refused.value.context or {}


def suggested(typed: str) -> str:
    """What is said to write instead of a number, in English."""
    rule, values = refusal(fields.number, typed)
    assert rule == "BIL205" and values["found"] == typed.strip()
    assert isinstance(values["write"], Bilingual)
    return values["write"].en


@pytest.mark.parametrize("typed", ["0", "7", "-7", "3334", "10.4", "10.40", "-0.5", "9" * 18])
def test_a_plain_number_keeps_the_digits_that_were_typed(typed: str) -> None:
    assert str(fields.number(typed)) == typed
    assert str(fields.number(f"  {typed} ")) == typed


@pytest.mark.parametrize(
    ("typed", "value"),
    [("275 million", "275000000"), ("5.0 million", "5000000"), ("-1.25 million", "-1250000")],
)
def test_a_number_of_millions_is_that_many(typed: str, value: str) -> None:
    assert fields.number(typed) == Decimal(value)


def test_zero_has_no_sign() -> None:
    assert (str(fields.number("-0")), str(fields.number("-0.0"))) == ("0", "0.0")


def test_a_number_of_millions_keeps_its_decimals() -> None:
    assert str(fields.number("5.0 million")) == "5.0E+6"


@pytest.mark.parametrize(
    ("typed", "write"),
    [
        ("71,5", "71.5"),
        ("0,5", "0.5"),
        ("-71,5", "-71.5"),
        ("1,234", "1234, or 1.234 if the comma marks decimals"),
        ("-1,234", "-1234, or -1.234 if the comma marks decimals"),
        ("1,234,567", "1234567"),
        ("1,234.5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234", "1234"),
        ("1\u202f234.5", "1234.5"),
        ("80%", "80"),
        ("71,5\u00a0%", "71.5"),
        ("80 percent", "80"),
        ("80 pour cent", "80"),
        ("$275", "275"),
        ("10,40 $", "10.40"),
        ("275 CAD", "275"),
        ("349M", "349 million"),
        ("$349M", "349 million"),
        ("10,4\u00a0M$", "10.4 million"),
        ("275 millions", "275 million"),
        ("1,3 million", "1.3 million"),
        ("$1.3 million", "1.3 million"),
        ("275 millions de dollars", "275 million"),
        ("0123", "123"),
        ("-007", "-7"),
        ("00", "0"),
        (".5", "0.5"),
        ("-.5", "-0.5"),
        ("5.", "5"),
        ("+5", "5"),
        ("1_000", "1000"),
        ("\u221221", "-21"),
        ("８０", "80"),
    ],
)
def test_a_number_in_another_form_is_refused_with_its_plain_form(typed: str, write: str) -> None:
    assert suggested(typed) == write
    assert fields.number(write.partition(", or")[0]) is not None


WORDS = "eighty NO 1:30 1e3 0x1F NaN .nan .inf -inf ~ null true 1.2.3 1,2,3 1.234,5 (5) - -- 3-4"
SCALES = ("3 billion", "1 milliard")
"""Another number in the other language."""


@pytest.mark.parametrize(
    "typed", [*WORDS.split(" "), *SCALES, "80 / 100", "9" * 19, "9" * 5000, "0.1234567891", "½"]
)
def test_what_is_no_number_is_refused_with_examples(typed: str) -> None:
    assert suggested(typed) == "for example 80, 71.5 or 275 million"


@given(st.text(alphabet="0123456789.,- %$\u00a0million", min_size=1, max_size=14))
def test_a_suggested_number_can_be_typed(typed: str) -> None:
    write = fields.plainly(typed).en
    if not write.startswith("for example"):
        for each in re.sub(" if the .*", "", write).split(", or "):
            assert fields.number(each).is_finite()


def test_a_suggestion_reads_in_french_too() -> None:
    assert fields.plainly("1,234").fr == "1234, ou 1.234 si la virgule marque les décimales"
    assert fields.plainly("eighty").fr == "par exemple 80, 71.5 ou 275 million"


def test_a_date_is_written_in_one_way() -> None:
    assert fields.day("2021-03-31") == date(2021, 3, 31)
    assert fields.day("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "typed",
    [
        "2021-3-31",
        "31-03-2021",
        "03/31/2021",
        "2021/03/31",
        "March 31, 2021",
        "2021-03",
        "2021",
        "20210331",
        "2021-13-01",
        "2021-00-10",
        "0021-03-31",
        "2021-03-31T00:00",
        "２０２１-03-31",
    ],
)
def test_a_date_in_another_form_is_refused(typed: str) -> None:
    assert refusal(fields.day, typed) == ("BIL206", {"found": typed})


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("2021-02-29", "2021-02-28"),
        ("2024-02-30", "2024-02-29"),
        ("2021-04-31", "2021-04-30"),
        ("2021-12-00", "2021-12-31"),
        ("1900-02-29", "1900-02-28"),
    ],
)
def test_a_date_that_does_not_exist_is_refused_with_the_last_of_its_month(
    typed: str, last: str
) -> None:
    assert refusal(fields.day, typed) == ("BIL207", {"found": typed, "last": last})


@pytest.mark.parametrize("typed", ["a", "0", "repair-fund", "2020-2021", "a--b-", "a" * 80])
def test_an_id_is_small_letters_digits_and_hyphens(typed: str) -> None:
    assert fields.identifier(typed) == typed


@pytest.mark.parametrize(
    ("typed", "write"),
    [
        ("Repair Fund", "repair-fund"),
        ("members_outside", "members-outside"),
        ("-a", "a"),
        ("Équipe d’été", "equipe-d-ete"),
        ("../../etc/passwd", "etc-passwd"),
        ("a" * 81, "a" * 80),
        ("北京", "for example repair-fund"),
    ],
)
def test_an_id_in_another_form_is_refused_with_the_nearest_one(typed: str, write: str) -> None:
    rule, values = refusal(fields.identifier, typed)
    assert (rule, values["found"], values["write"].en) == ("BIL208", typed, write)


@given(st.text())
def test_the_nearest_id_is_an_id(typed: str) -> None:
    assert fields.is_identifier(fields.as_identifier(typed).en.removeprefix("for example "))


def test_a_unit_is_an_id_or_the_code_of_a_currency() -> None:
    assert fields.unit_identifier("CAD") == "CAD"
    assert fields.unit_identifier("boats") == "boats"
    for typed in ("Cad", "CADS", "CA"):
        assert refusal(fields.unit_identifier, typed)[0] == "BIL208"


@pytest.mark.parametrize("typed", ["2020-2021", "2098-2099", "2024"])
def test_a_period_is_two_years_that_follow_each_other_or_one(typed: str) -> None:
    assert fields.period(typed) == typed


def test_several_years_become_the_same_interval_in_both_languages() -> None:
    assert fields.period("2018 to 2028") == "2018/2028"
    assert fields.period("2018 to 2019") == "2018/2019"


@pytest.mark.parametrize(
    "typed",
    [
        "2020-21",
        "2020-2022",
        "2021-2020",
        "2020–2021",
        "2020/2021",
        "20",
        "1999",
        "FY2020",
        "2018-2028",
        "2018 to 28",
        "2018 à 2028",
        "2028 to 2018",
        "2018 to 2018",
    ],
)
def test_another_period_is_refused(typed: str) -> None:
    assert refusal(fields.period, typed) == ("BIL211", {"found": typed})


def test_only_true_and_false_are_flags() -> None:
    assert (fields.flag("true"), fields.flag("false")) == (True, False)
    for typed in ("yes", "no", "NO", "on", "True", "1", "oui"):
        assert refusal(fields.flag, typed) == ("BIL210", {"found": typed})


@pytest.mark.parametrize("typed", ["https://a.example", "https://a.example/é?x=1#y"])
def test_an_address_on_the_web_begins_with_https(typed: str) -> None:
    assert fields.web_address(typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "http://a.example",
        "a.example",
        "javascript:alert(1)",
        "https://",
        "https:///x",
        "https://[",
        "https://a b",
        'https://a"onclick=',
        "https://<b>",
        "https://?q",
    ],
)
def test_another_address_is_refused(typed: str) -> None:
    assert refusal(fields.web_address, typed) == ("BIL212", {"found": typed})


def test_a_text_stands_on_one_line() -> None:
    assert fields.text("  one\n two\tthree  ") == "one two three"
    assert fields.text("31\u00a0mars") == "31\u00a0mars"


READERS = (
    fields.number,
    fields.day,
    fields.identifier,
    fields.unit_identifier,
    fields.text,
    fields.flag,
    fields.period,
    fields.web_address,
)


@pytest.mark.parametrize("read", READERS)
def test_every_field_refuses_emptiness_and_groups(read: Callable[[Any], object]) -> None:
    for empty in ("", " ", "\n\t", "\u00a0"):
        assert refusal(read, empty)[0] == "BIL209"
    for group in ([], {}, ["a"], {"a": "b"}):
        assert refusal(read, group)[0] == "BIL204"
