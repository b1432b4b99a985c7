"""Every row of the house's table of formats, in both languages, code point by code point."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from bilan.data.fields import number as typed
from bilan.formats import Formats, Style, plain
from bilan.languages import LANGUAGES, Bilingual, Language
from bilan.model.indicators import Quantity, Statement, Unit, UnitKind
from bilan.model.promises import Comparator, Comparison
from bilan.problems import quoted
from bilan.project import Project

PERCENT = Unit("percent", UnitKind.PERCENT, {})
CAD = Unit("CAD", UnitKind.CURRENCY, {})
RATIO = Unit("ratio", UnitKind.PLAIN, {})
MEMBERS = Unit(
    "members",
    UnitKind.COUNT,
    {"en": {"one": "member", "other": "members"}, "fr": {"one": "membre", "other": "membres"}},
)

Write = Callable[[Formats], object]


@pytest.fixture(scope="session")
def formats(project: Project) -> Mapping[Language, Formats]:
    return {language: Formats(project.report.words[language]) for language in LANGUAGES}


def number(text: str) -> Write:
    return lambda formats: formats.number(typed(text))


def change(text: str) -> Write:
    return lambda formats: formats.change(typed(text))


def percent(text: str) -> Write:
    return lambda formats: formats.percent(typed(text))


def money(text: str, style: Style, currency: str = "CAD") -> Write:
    return lambda formats: formats.money(typed(text), currency, style)


def period(text: str) -> Write:
    return lambda formats: formats.period(text)


def day(year: int, month: int, day_of_month: int) -> Write:
    return lambda formats: formats.date(date(year, month, day_of_month))


def counted(text: str) -> Write:
    return lambda formats: formats.quantity(Quantity(typed(text), MEMBERS))


def target(comparator: str, *bounds: str, unit: Unit = PERCENT, style: Style = "sentence") -> Write:
    comparison = Comparison(Comparator(comparator), *map(typed, bounds))

    def write(formats: Formats) -> str:
        words, figure = formats.comparison(comparison, unit, None, style)
        return f"{words} {escape(figure)}".strip()

    return write


def label(key: str, **values: str) -> Callable[[Project, Language], str]:
    return lambda project, language: project.report.words[language](key, **values)


def rows(*table: tuple[str, Write, str, str]) -> pytest.MarkDecorator:
    """A test for each row (what is written, how, in English, in French)."""
    cases = [
        pytest.param(language, write, expected, id=f"{name}-{language}")
        for name, write, *both in table
        for language, expected in zip(LANGUAGES, both, strict=True)
    ]
    return pytest.mark.parametrize(("language", "write", "expected"), cases)


@rows(
    ("four digits", number("3334"), "3,334", "3\u00a0334"),
    ("three digits", number("999"), "999", "999"),
    ("seven digits", number("1234567"), "1,234,567", "1\u00a0234\u00a0567"),
    ("millions", number("5.0 million"), "5,000,000", "5\u00a0000\u00a0000"),
    ("a half", number("0.5"), "0.5", "0,5"),
    ("two decimals", number("1.67"), "1.67", "1,67"),
    ("a last zero", number("10.40"), "10.40", "10,40"),
    ("thousands and decimals", number("1234.50"), "1,234.50", "1\u00a0234,50"),
    ("nine decimals", number("0.000000001"), "0.000000001", "0,000000001"),
    ("zero", number("0"), "0", "0"),
    ("negative", number("-1500.5"), "\u22121,500.5", "\u22121\u00a0500,5"),
    ("positive change", change("21"), "+21", "+21"),
    ("negative change", change("-21"), "\u221221", "\u221221"),
    ("no change", change("0"), "0", "0"),
    ("large change", change("1250.0"), "+1,250.0", "+1\u00a0250,0"),
    ("percent", percent("36"), "36%", "36\u00a0%"),
    ("percent with decimals", percent("71.50"), "71.50%", "71,50\u00a0%"),
    ("percent above 1000", percent("1250"), "1,250%", "1\u00a0250\u00a0%"),
)
def test_a_number_shows_the_digits_it_was_typed_with(
    formats: Mapping[Language, Formats], language: Language, write: Write, expected: str
) -> None:
    assert write(formats[language]) == expected


@rows(
    (
        "millions in a sentence",
        money("275000000", "sentence"),
        "$275\u00a0million",
        "275\u00a0millions de dollars",
    ),
    ("millions in a table", money("275000000", "table"), "$275M", "275\u00a0M$"),
    (
        "millions as typed, sentence",
        money("5.0 million", "sentence"),
        "$5.0\u00a0million",
        "5,0\u00a0millions de dollars",
    ),
    ("millions as typed, table", money("5.0 million", "table"), "$5.0M", "5,0\u00a0M$"),
    (
        "a French million is singular below 2",
        money("1.5 million", "sentence"),
        "$1.5\u00a0million",
        "1,5\u00a0million de dollars",
    ),
    (
        "a billion and a bit",
        money("1300000000", "sentence"),
        "$1.3\u00a0billion",
        "1,3\u00a0milliard de dollars",
    ),
    ("a billion in a table", money("1300000000", "table"), "$1.3B", "1,3\u00a0G$"),
    (
        "two billion",
        money("2000000000", "sentence"),
        "$2\u00a0billion",
        "2\u00a0milliards de dollars",
    ),
    (
        "a billion with four decimals is said in millions",
        money("1065600000", "sentence"),
        "$1,065.6\u00a0million",
        "1\u00a0065,6\u00a0millions de dollars",
    ),
    ("in full", money("9777090", "full"), "$9,777,090", "9\u00a0777\u00a0090\u00a0$"),
    (
        "no scale word fits, sentence",
        money("9777090", "sentence"),
        "$9,777,090",
        "9\u00a0777\u00a0090\u00a0$",
    ),
    (
        "no scale word fits, table",
        money("9777090", "table"),
        "$9,777,090",
        "9\u00a0777\u00a0090\u00a0$",
    ),
    (
        "millions in full",
        money("275 million", "full"),
        "$275,000,000",
        "275\u00a0000\u00a0000\u00a0$",
    ),
    (
        "two decimals of a million",
        money("1250000", "sentence"),
        "$1.25\u00a0million",
        "1,25\u00a0million de dollars",
    ),
    (
        "three decimals of a million",
        money("1.255 million", "table"),
        "$1,255,000",
        "1\u00a0255\u00a0000\u00a0$",
    ),
    ("just under a million", money("999999.99", "table"), "$999,999.99", "999\u00a0999,99\u00a0$"),
    ("a million", money("1000000", "table"), "$1M", "1\u00a0M$"),
    ("cents", money("10.40", "full"), "$10.40", "10,40\u00a0$"),
    ("nothing", money("0", "sentence"), "$0", "0\u00a0$"),
    (
        "negative in full",
        money("-1500000", "full"),
        '<span class="unseen">minus </span>($1,500,000)',
        '<span class="unseen">moins </span>(1\u00a0500\u00a0000\u00a0$)',
    ),
    (
        "negative millions, sentence",
        money("-1.5 million", "sentence"),
        "\u2212$1.5\u00a0million",
        "\u22121,5\u00a0million de dollars",
    ),
    (
        "negative millions, table",
        money("-1.5 million", "table"),
        "\u2212$1.5M",
        "\u22121,5\u00a0M$",
    ),
    (
        "another dollar",
        money("275 million", "sentence", "USD"),
        "US$275M",
        "275\u00a0M$\u00a0US",
    ),
    (
        "another currency",
        money("9777090", "full", "EUR"),
        "€9,777,090",
        "9\u00a0777\u00a0090\u00a0€",
    ),
)
def test_money_is_written_with_the_scale_word_that_keeps_it_exact(
    formats: Mapping[Language, Formats], language: Language, write: Write, expected: str
) -> None:
    assert write(formats[language]) == expected


@rows(
    ("fiscal year", period("2020-2021"), "2020\u201321", "2020-2021"),
    ("turn of a decade", period("2029-2030"), "2029\u201330", "2029-2030"),
    ("calendar year", period("2020"), "2020", "2020"),
    ("several years", period("2018/2028"), "2018\u20132028", "2018-2028"),
    ("two of several years", period("2018/2019"), "2018\u20132019", "2018-2019"),
    ("last of a month", day(2028, 3, 31), "March\u00a031,\u00a02028", "31\u00a0mars\u00a02028"),
    (
        "first of a month",
        day(2028, 4, 1),
        "April\u00a01,\u00a02028",
        "1<sup>er</sup>\u00a0avril\u00a02028",
    ),
    (
        "eleventh of a month",
        day(2028, 8, 11),
        "August\u00a011,\u00a02028",
        "11\u00a0août\u00a02028",
    ),
)
def test_a_date_has_no_space_where_a_line_could_break(
    formats: Mapping[Language, Formats], language: Language, write: Write, expected: str
) -> None:
    assert write(formats[language]) == expected


@rows(
    ("at least", target("at_least", "90"), "at least 90%", "au moins 90\u00a0%"),
    (
        "more than",
        target("more_than", "50", unit=MEMBERS),
        "more than 50 members",
        "plus de 50 membres",
    ),
    ("at most", target("at_most", "5", unit=RATIO), "at most 5", "au plus 5"),
    ("less than", target("less_than", "5", unit=RATIO), "less than 5", "moins de 5"),
    ("exactly", target("exactly", "12", unit=RATIO), "exactly 12", "exactement 12"),
    ("between", target("between", "10", "15"), "10% to 15%", "de 10 à 15\u00a0%"),
    (
        "between counts",
        target("between", "1000", "1500", unit=MEMBERS),
        "1,000 to 1,500 members",
        "de 1\u00a0000 à 1\u00a0500 membres",
    ),
    (
        "between nothing and one",
        target("between", "0", "1", unit=MEMBERS),
        "0 to 1 member",
        "de 0 à 1 membre",
    ),
    (
        "between sums",
        target("between", "2 million", "5 million", unit=CAD),
        "$2\u00a0million to $5\u00a0million",
        "de 2 à 5\u00a0millions de dollars",
    ),
    (
        "between sums in a table",
        target("between", "2 million", "5 million", unit=CAD, style="table"),
        "$2M to $5M",
        "de 2 à 5\u00a0M$",
    ),
    (
        "between sums of two scales",
        target("between", "5 million", "1200000000", unit=CAD),
        "$5\u00a0million to $1.2\u00a0billion",
        "de 5\u00a0millions de dollars à 1,2\u00a0milliard de dollars",
    ),
    (
        "between a loss and a gain",
        target("between", "-500", "1500", unit=CAD),
        '<span class="unseen">minus </span>($500) to $1,500',
        'de <span class="unseen">moins </span>(500\u00a0$) à 1\u00a0500\u00a0$',
    ),
    (
        "between two losses",
        target("between", "-500", "-300", unit=CAD),
        '<span class="unseen">minus </span>($500) to <span class="unseen">minus </span>($300)',
        'de <span class="unseen">moins </span>(500\u00a0$)'
        ' à <span class="unseen">moins </span>(300\u00a0$)',
    ),
)
def test_a_target_says_its_comparator_in_words(
    formats: Mapping[Language, Formats], language: Language, write: Write, expected: str
) -> None:
    assert write(formats[language]) == expected


@rows(
    ("none", counted("0"), "0 members", "0 membre"),
    ("one", counted("1"), "1 member", "1 membre"),
    ("one and a half", counted("1.5"), "1.5 members", "1,5 membre"),
    ("two", counted("2"), "2 members", "2 membres"),
    ("a million", counted("1 million"), "1,000,000 members", "1\u00a0000\u00a0000 membres"),
)
def test_french_is_singular_below_two_and_english_at_one_alone(
    formats: Mapping[Language, Formats], language: Language, write: Write, expected: str
) -> None:
    assert str(write(formats[language])) == expected


@pytest.mark.parametrize(
    ("typed", "en", "fr"),
    [
        ("1000000", "1,000,000 students", "1\u00a0000\u00a0000 d’élèves et d’étudiants"),
        ("2E+6", "2,000,000 students", "2\u00a0000\u00a0000 d’élèves et d’étudiants"),
        ("1200000", "1,200,000 students", "1\u00a0200\u00a0000 élèves et étudiants"),
    ],
)
def test_a_round_million_takes_its_french_noun_with_de(
    project: Project, formats: Mapping[Language, Formats], typed: str, en: str, fr: str
) -> None:
    students = Quantity(Decimal(typed), project.report.units["students"])
    assert [str(formats[each].quantity(students)) for each in LANGUAGES] == [en, fr]


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("en", 0, "0 targets met"),
        ("en", 1, "1 target met"),
        ("en", 2, "2 targets met"),
        ("fr", 0, "0 cible atteinte"),
        ("fr", 1, "1 cible atteinte"),
        ("fr", 2, "2 cibles atteintes"),
    ],
)
def test_a_count_agrees_with_its_number(
    project: Project, language: Language, count: int, expected: str
) -> None:
    assert project.report.words[language].counted("count_met", count, n=str(count)) == expected


def test_each_language_has_its_own_quotation_marks() -> None:
    assert quoted("boats", "en") == "\u201cboats\u201d"
    assert quoted("bateaux", "fr") == "\u00ab\u00a0bateaux\u00a0\u00bb"


def test_a_french_colon_has_a_no_break_space_before_it(project: Project) -> None:
    words = {"indicator": "A", "status": "B"}
    assert project.report.words["en"]("mark_label", **words) == "A: B"
    assert project.report.words["fr"]("mark_label", **words) == "A\u00a0: B"


@pytest.mark.parametrize(
    ("share", "en", "fr"),
    [
        (Fraction(1), "100%", "100\u00a0%"),
        (Fraction(13, 10), "130%", "130\u00a0%"),
        (Fraction(2, 3), "67%", "67\u00a0%"),
        (Fraction(365, 1000), "37%", "37\u00a0%"),
        (Fraction(996, 1000), "99.6%", "99,6\u00a0%"),
        (Fraction(9995, 10000), "99.95%", "99,95\u00a0%"),
        (Fraction(1004, 1000), "100.4%", "100,4\u00a0%"),
        (Fraction(1000001, 1000000), "100.0001%", "100,0001\u00a0%"),
        (Fraction(0), "0%", "0\u00a0%"),
        (Fraction(-1, 3), "\u221233%", "\u221233\u00a0%"),
        (Fraction(12), "1,200%", "1\u00a0200\u00a0%"),
    ],
)
def test_a_share_of_target_is_rounded_half_up_and_never_to_100(
    formats: Mapping[Language, Formats], share: Fraction, en: str, fr: str
) -> None:
    assert formats["en"].percent_of_target(share) == en
    assert formats["fr"].percent_of_target(share) == fr


def test_a_figure_in_a_statement_keeps_its_form_and_the_words_are_escaped(
    formats: Mapping[Language, Formats],
) -> None:
    loss = Statement(
        Bilingual("Loss & gain: {loss}", "Perte et gain\u00a0: {loss}"),
        {"loss": Quantity(Decimal(-1234), CAD)},
    )
    written = formats["en"].statement(loss)
    assert written == Markup('Loss &amp; gain: <span class="unseen">minus </span>($1,234)')
    assert plain(written) == "Loss & gain: minus ($1,234)"
    assert plain(formats["fr"].statement(loss)) == (
        "Perte et gain\u00a0: moins (1\u00a0234\u00a0$)"
    )


def test_plain_text_keeps_no_break_spaces_and_text_that_looks_like_a_tag(
    formats: Mapping[Language, Formats],
) -> None:
    assert plain(formats["fr"].date(date(2028, 4, 1))) == "1er\u00a0avril\u00a02028"
    assert plain("a <b> c") == "a <b> c"


# What is written can be read back: nothing was rounded on the way

WHOLES = st.one_of(st.integers(0, 9999), st.integers(0, 10**18 - 1))
DECIMALS = st.text("0123456789", max_size=9)


@st.composite
def figures(draw: st.DrawFn) -> str:
    """Whatever the data files take as a number, up to 18 digits and 9 decimals."""
    decimals = draw(DECIMALS)
    digits = f"{draw(WHOLES)}.{decimals}" if decimals else str(draw(WHOLES))
    sign = draw(st.sampled_from(["", "-"])) if typed(digits) else ""
    return sign + digits + draw(st.sampled_from(["", " million"]))


SCALES = {"million": 6, "millions": 6, "M": 6}
SCALES |= {"billion": 9, "milliard": 9, "milliards": 9, "B": 9, "G": 9}


def read(text: str, language: Language) -> Decimal:
    """A written figure as a reader takes it."""
    seen = re.sub(r"<span.*?</span>", "", text)
    digits = re.sub(r"[^0-9.]" if language == "en" else r"[^0-9,]", "", seen)
    words = re.findall(r"[A-Za-z]+", seen)
    scale = next((SCALES[word] for word in words if word in SCALES), 0)
    sign = "-" if seen.startswith(("\u2212", "(")) else ""
    return Decimal(f"{sign}{digits.replace(',', '.')}e{scale}")


@given(figures())
def test_a_number_reads_back_as_what_was_typed(
    formats: Mapping[Language, Formats], text: str
) -> None:
    for language in LANGUAGES:
        shown = read(formats[language].number(typed(text)), language)
        assert shown == typed(text)
        if "million" not in text:
            assert str(shown) == str(typed(text))


@given(figures())
def test_a_percentage_reads_back_as_what_was_typed(
    formats: Mapping[Language, Formats], text: str
) -> None:
    for language in LANGUAGES:
        assert read(formats[language].percent(typed(text)), language) == typed(text)


@pytest.mark.parametrize("style", ["sentence", "table", "full"])
@given(text=figures())
def test_money_reads_back_as_what_was_typed(
    formats: Mapping[Language, Formats], style: Style, text: str
) -> None:
    for language in LANGUAGES:
        written = formats[language].money(typed(text), "CAD", style)
        assert read(written, language) == typed(text)
        assert " " not in re.sub(r"<span.*?</span>| de dollars$", "", written)


@given(figures(), figures().filter(typed))
def test_a_share_of_target_is_on_the_side_of_100_that_the_figures_are(
    formats: Mapping[Language, Formats], result: str, promised: str
) -> None:
    share = Fraction(typed(result)) / Fraction(typed(promised))
    for language in LANGUAGES:
        shown = Fraction(read(formats[language].percent_of_target(share), language))
        assert (shown > 100, shown == 100) == (share > 1, share == 1)


@given(st.integers(1, 10**40))
def test_a_share_as_near_to_the_target_as_can_be_is_not_the_target(
    formats: Mapping[Language, Formats], parts: int
) -> None:
    for share in (1 - Fraction(1, parts), 1 + Fraction(1, parts)):
        for language in LANGUAGES:
            written = formats[language].percent_of_target(share)
            assert read(written, language) != 100
