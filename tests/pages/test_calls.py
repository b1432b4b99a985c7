"""Macro calls are read, never evaluated; whatever else has two braces is refused."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.macros.call import Call
from bilan.pages.calls import Text, find_calls
from bilan.problems import Problems

BOATS = '{{ figure("2024", "boats") }}'


def found(markdown: str) -> list[Call]:
    problems = Problems()
    calls_found = find_calls(Text(markdown, "x.md"), problems)
    assert not problems, problems.messages()
    return calls_found


def refused(markdown: str) -> list[str]:
    """Place and rule of each problem: `line:column rule`."""
    problems = Problems()
    find_calls(Text(markdown, "x.md"), problems)
    return [f"{p.location.line}:{p.location.column} {p.rule}" for p in problems]


def message(markdown: str) -> str:
    problems = Problems()
    find_calls(Text(markdown, "x.md"), problems)
    [only] = problems.messages()
    return only


@pytest.mark.parametrize(
    "written",
    [
        '{{ figure("2024", "boats") }}',
        '{{figure("2024","boats")}}',
        "{{ figure('2024', 'boats') }}",
        '{{ figure("2024", indicator="boats") }}',
        '{{ figure(indicator="boats", scorecard="2024") }}',
        '{{ figure(\n  "2024",\n  "boats",\n) }}',
        '{{ figure("20" "24", "boats") }}',
    ],
)
def test_arguments_are_given_by_place_or_by_name(written: str) -> None:
    [call] = found(f"See {written}.")
    assert (call.macro, call.arguments) == ("figure", {"scorecard": "2024", "indicator": "boats"})
    assert (call.start, call.end) == (4, 4 + len(written))


def test_a_call_without_arguments_has_its_two_brackets() -> None:
    assert [call.macro for call in found("{{ legend() }}\n")] == ["legend"]
    assert refused("{{ legend }}") == ["1:1 BIL508"]


def test_an_argument_may_hold_braces_brackets_and_the_other_quotes() -> None:
    [call] = found("""{{ figure("a }} {{ b", "it's (c)") }}""")
    assert call.arguments == {"scorecard": "a }} {{ b", "indicator": "it's (c)"}


def test_an_argument_may_be_very_long() -> None:
    [call] = found(f'{{{{ figure("{"a" * 100_000}") }}}}')
    assert len(call.arguments["scorecard"]) == 100_000


def test_calls_stand_side_by_side_and_several_on_a_line() -> None:
    text = f"{BOATS}{BOATS} and\n{BOATS}, {BOATS}\n"
    places = [f"{call.where.line}:{call.where.column}" for call in found(text)]
    assert places == ["1:1", f"1:{len(BOATS) + 1}", "2:1", f"2:{len(BOATS) + 3}"]
    assert {text[call.start : call.end] for call in found(text)} == {BOATS}


@pytest.mark.parametrize(
    "around",
    [
        "# Heading {}",
        "Heading {}\n=======",
        "- item {}",
        "- item\n\n    paragraph of the item {}",
        "1. one\n   {}",
        "| a | b |\n|---|---|\n| {} | c |",
        "> {}",
        "**{}**",
        "[{}](page.md)",
        "<p>{}</p>",
        "<div markdown>\n{}\n</div>",
        "<!-- {} -->",
        "    \nfour spaces on an empty line {}",
        "word\n    continued {}",
        "`code` {} `code`",
        "a \\` {} \\` b",
        "\\{}",
    ],
)
def test_a_call_is_found_wherever_text_is(around: str) -> None:
    assert [call.macro for call in found(around.replace("{}", BOATS))] == ["figure"]


@pytest.mark.parametrize(
    "around",
    [
        "`{}`",
        "``a ` {}``",
        "`over\n{} two lines`",
        "```\n{}\n```",
        "```yaml title\na\n\n{}\n```",
        "~~~\n{}\n~~~",
        "```\n~~~\n{}\n```",
        "    {}",
        "text\n\n    {}",
        "text\n\n\t{}",
        "<pre>\n{}\n</pre>",
        "<code>{}</code>",
        "<script>{}</script>",
    ],
)
@pytest.mark.parametrize("shown", [BOATS, "{{ anything at all", "{{", "{{ x(1) }}"])
def test_code_shows_braces_as_they_are(around: str, shown: str) -> None:
    assert found(around.replace("{}", shown)) == []


def test_after_code_a_call_is_a_call_again() -> None:
    text = f"```\n{{{{ x }}}}\n```\n{BOATS}\n\n    {{{{ x }}}}\n\n{BOATS} `{{{{ x }}}}` {BOATS}\n"
    assert [call.where.line for call in found(text)] == [4, 8, 8]


@pytest.mark.parametrize(
    "written",
    [
        "{{ boats }}",
        "{{ }}",
        "{{}}",
        "{{",
        "{{ figure(",
        '{{ figure("2024") }',
        '{{ figure("2024) }}',
        '{{ figure("2024", "boats" }}',
        "{{ figure(“2024”, “boats”) }}",
        "{{ figure(«2024») }}",
        "{{ {{ legend() }} }}",
        '{{ {"a": 1} }}',
        "{{ legend()() }}",
        "{{ bilan.legend() }}",
        "{{ legend() + legend() }}",
        "{{ legend() if 1 else 2 }}",
        "{{ lambda: legend() }}",
        "{{ x := legend() }}",
        "{{ legend(); legend() }}",
        "{{ legend()\n\n",
        "{{ await legend() }}",
        "{{ legend(" + "(" * 5000 + ")" * 5000 + ") }}",
        "{{ legend() }}"[:-1],
        "{{% legend() %}}",
        "{{{ legend() }}}",
    ],
)
def test_what_is_no_call_is_refused_with_a_call_to_copy(written: str) -> None:
    assert refused(f"See\nthis: {written}")[0] == "2:7 BIL508"
    assert 'write for example {{ figure("' in message(f"See\nthis: {written}")


def test_an_attribute_list_with_two_braces_is_no_call() -> None:
    assert refused("# Heading {{#anchor}}") == ["1:11 BIL508"]
    assert found("# Heading {#anchor}\n\n{: .note } {% x %} {x}") == []


def test_each_line_with_stray_braces_is_told_once() -> None:
    assert refused("{{ a {{ b\n{{ c\n") == ["1:1 BIL508", "2:1 BIL508"]


@pytest.mark.parametrize(
    "value",
    [
        "2024",
        "None",
        "True",
        "...",
        "b'2024'",
        'f"{2024}"',
        'f"2024"',
        '"20" + "24"',
        '"20%s" % 24',
        '"2024".strip()',
        '["2024"]',
        '("2024", "boats")',
        "boats",
        '__import__("os")',
        '__import__("os").system("true")',
        "(lambda: 1)()",
        "*x",
        "-" * 200 + "1",
        "[x for x in y]",
        "not " * 300 + "1",
    ],
)
def test_an_argument_is_a_text_and_nothing_is_evaluated(value: str) -> None:
    assert refused(f"{{{{ figure({value}) }}}}") == ["1:1 BIL507"]


def test_a_value_that_is_no_text_is_shown_as_it_was_written() -> None:
    told = message('{{ figure(__import__( "os" )) }}')
    assert '“__import__( "os" )” is not a text in quotes' in told


def test_a_stray_backslash_warns_nobody() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        [call] = found(r'{{ figure("\d") }}')
    assert call.arguments == {"scorecard": r"\d"}


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ('{{ figur("a") }}', "BIL504: the macro “figur” is unknown; write “figure”"),
        ('{{ Badge("a", "b") }}', "BIL504: the macro “Badge” is unknown; write “badge”"),
        ("{{ __import__('os') }}", "BIL504: the macro “__import__” is unknown; write one of: "),
        ('{{ badge("a", indicatr="b") }}', "BIL505: the macro “badge” has no argument “indicatr”"),
        ('{{ badge("a", indicatr="b") }}', "; write “indicator”"),
        ("{{ badge(**x) }}", "BIL505: the macro “badge” has no argument “**”"),
        ('{{ legend(scorecard="a") }}', "BIL505: the macro “legend” has no argument “scorecard”"),
        ('{{ badge("a") }}', "BIL506: the macro “badge” needs the argument “indicator”"),
        (
            '{{ badge("a", "b", "c") }}',
            "BIL510: the macro “badge” is given too many arguments (at most 2)",
        ),
        ('{{ legend("a") }}', "BIL510: the macro “legend” is given too many arguments (at most 0)"),
        ('{{ figure("a", part="b", part="c") }}', "the argument “part” twice"),
        (
            '{{ badge("a", "b", scorecard="a") }}',
            "BIL514: the macro “badge” is given the argument “scorecard” twice",
        ),
    ],
)
def test_a_wrong_name_or_number_is_told_once_with_the_right_one(written: str, says: str) -> None:
    assert says in message(written)


def test_each_wrong_call_of_a_page_is_told() -> None:
    text = "{{ a() }} {{ b() }}\n\n{{ legend(1) }}\n"
    assert refused(text) == ["1:1 BIL504", "1:11 BIL504", "3:1 BIL510"]


@pytest.mark.parametrize("around", ["See {}", "{} here", "- {}", "| {} |", "# {}"])
def test_a_block_stands_on_a_line_of_its_own(around: str) -> None:
    block = '{{ scorecard("2024") }}'
    assert [told[-6:] for told in refused(around.replace("{}", block))] == ["BIL511"]
    assert found(f"See\n\n  {block}  \n\nthis")


def test_places_count_from_where_the_text_begins_in_its_file() -> None:
    problems = Problems()
    find_calls(Text("{{ a }}\n{{ b }}", "x.md", first_line=7, first_column=20), problems)
    assert [str(problem.location) for problem in problems] == ["x.md:7:20", "x.md:8:1"]


@given(st.text(alphabet="{}()\"'`~, =ab\n\\#-*<>!", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    problems = Problems()
    for call in find_calls(Text(text, "x.md"), problems):
        assert text[call.start : call.start + 2] + text[call.end - 2 : call.end] == "{{}}"
    assert all(problem.message("fr") for problem in problems)
