"""YAML is read as it was typed, and what would surprise its author is refused."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest

from bilan.data.nodes import MappingNode, Plain, locate, plain
from bilan.data.reading import DEEPEST_NESTING, parse_nodes, read_nodes
from bilan.data.texts import LARGEST_FILE
from bilan.problems import Problems


def parsed(text: str) -> Plain:
    problems = Problems()
    node = parse_nodes(text, "x.yml", problems)
    assert node is not None, problems.messages()
    return plain(node)


def refused(text: str, first_line: int = 1) -> list[str]:
    """Place and rule of each problem: `line:column rule`."""
    problems = Problems()
    parse_nodes(text, "x.yml", problems, first_line)
    assert problems
    return [f"{p.location.line}:{p.location.column} {p.rule}" for p in problems]


def read(path: Path, content: bytes) -> tuple[Plain | None, list[str]]:
    path.write_bytes(content)
    problems = Problems()
    node = read_nodes(path, "x.yml", problems)
    told = [f"{p.location.line}:{p.location.column} {p.rule}" for p in problems]
    return (None if node is None else plain(node)), told


WORDS = "NO yes on true null ~ 0123 0o17 0x1F 1:30 1_000 1.10 1e3 .nan .inf -0 2021-02-30 = 36% <<"


@pytest.mark.parametrize("typed", WORDS.split(" "))
def test_a_word_stays_the_text_that_was_typed(typed: str) -> None:
    assert parsed(f"key: {typed}") == {"key": typed}
    assert parsed(f"key: [{typed}]") == {"key": [typed]}
    assert parsed(f"{typed}: value") == {typed: "value"}


def test_a_number_of_any_length_stays_a_text() -> None:
    assert parsed(f"key: {'9' * 5000}") == {"key": "9" * 5000}


def test_quotes_and_block_texts_are_read_as_yaml_means_them() -> None:
    assert parsed("a: \"1 \\u00e9\"\nb: 'it''s'\nc: |\n  x\n  y\nd: >\n  x\n  y\n") == {
        "a": "1 é",
        "b": "it's",
        "c": "x\ny\n",
        "d": "x y\n",
    }


def test_keys_keep_their_order_and_their_places() -> None:
    node = parse_nodes("b: 1\na:\n  - x\n  - {c: 2}\n", "x.yml", Problems(), first_line=10)
    assert isinstance(node, MappingNode) and list(node.values) == ["b", "a"]
    assert str(locate(node, ("b",))) == "x.yml:10:4"
    assert str(locate(node, ("b",), of_key=True)) == "x.yml:10:1"
    assert str(locate(node, ("a",))) == "x.yml:11:1"
    assert str(locate(node, ("a", 1, "c"))) == "x.yml:13:9"


def test_what_is_absent_is_placed_where_it_belongs() -> None:
    node = parse_nodes("a:\n  b: {c: 1}\n", "x.yml", Problems())
    assert node
    assert str(locate(node, ("a", "b", "missing", "deeper"))) == "x.yml:2:3"
    assert str(locate(node, ("missing",))) == "x.yml:1:1"


def test_a_second_value_for_a_key_is_refused_with_each_further_one() -> None:
    assert refused("a: 1\nb: {c: 1, c: 2}\na: 2\na: 3\n") == [
        "2:11 BIL108",
        "3:1 BIL108",
        "4:1 BIL108",
    ]


def test_the_same_key_in_two_groups_is_no_duplicate() -> None:
    assert parsed("- {a: 1}\n- {a: 1}\n") == [{"a": "1"}, {"a": "1"}]


def test_a_key_that_differs_by_its_accents_form_alone_is_a_duplicate(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "é")
    content = f"é: 1\n{decomposed}: 2\n".encode()
    assert read(tmp_path / "x.yml", content) == (None, ["2:1 BIL108"])


@pytest.mark.parametrize(
    "text",
    ["a: &b 1", "a: *b", "a: &b {c: 1}", "a: &b [1]", "*a : 1", "&a b: 1", "{*a : 1}", "<<: *b"],
)
def test_an_alias_or_its_anchor_is_refused(text: str) -> None:
    assert {told[-6:] for told in refused(text)} == {"BIL109"}


def test_a_bomb_of_aliases_is_refused_without_being_unfolded() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]" for n in range(1, 60)]
    assert {told[-6:] for told in refused("\n".join(lines))} == {"BIL109"}


@pytest.mark.parametrize("tag", ["!!int", "!!python/object:os.system", "!x", "!<tag:x>"])
def test_a_tag_is_refused_on_any_node(tag: str) -> None:
    assert refused(f"a: {tag} 1\nb: {tag} [1]\nc: {tag} {{d: 1}}\n") == [
        "1:4 BIL110",
        "2:4 BIL110",
        "3:4 BIL110",
    ]


def test_a_second_document_is_refused() -> None:
    assert refused("a: 1\n---\nb: 2\n") == ["2:1 BIL107"]
    assert parsed("---\na: 1\n...\n") == {"a": "1"}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n", '""'])
def test_a_text_without_content_is_empty(text: str) -> None:
    assert refused(text, first_line=7) == ["7:1 BIL106"]


def test_a_long_line_of_commas_is_read_in_no_time() -> None:
    began = time.process_time()
    assert refused("a: {b: " + "1," * 100_000 + " c: 2}\n") == ["1:8 BIL205"]
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    "text", ["a: 1\nb: [2,\n", "a: 1\nb: {c: 2\n\n \n", 'a: 1\nb: "c\n', "a: 1\nb: 'c"]
)
def test_what_nothing_closes_is_told_at_the_last_line_that_is_written(text: str) -> None:
    problems = Problems()
    assert parse_nodes(text, "x.yml", problems, first_line=3) is None
    [problem] = problems
    assert (problem.rule, problem.location.line) == ("BIL105", 4)
    assert "“b: " in problem.message()


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a:\n\tb: 1\n", "2:1"),
        ("a: b: c\n", "1:5"),
        ("a: 'open\n\n", "1:1"),
        ("a: {b: 1\nc: 2\n", "2:2"),
        ("a: 1\n  b: 2\n", "2:4"),
        ("a: 1\nb\n", "2:1"),
        ("a: @b\n", "1:4"),
        ("a: `b`\n", "1:4"),
        ("? [a]\n: b\n", "1:3"),
        ("? {a: b}\n: c\n", "1:3"),
        ("%YAML 9.9\n---\na: 1\n", "1:1"),
    ],
)
def test_a_line_that_is_no_yaml_is_refused_at_its_place(text: str, where: str) -> None:
    assert refused(text) == [f"{where} BIL105"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u200b", "\u2060", "\u3000"])
def test_a_key_after_a_space_that_is_none_is_refused_and_shown(space: str) -> None:
    problems = Problems()
    node = parse_nodes(f"a:\n  {space}b: 1\nc: 2\n", "x.yml", problems)
    assert node is not None and plain(node) == {"c": "2"}
    [message] = problems.messages()
    assert message.startswith("x.yml:2:3 BIL111")
    assert f"“⟨U+{ord(space):04X}⟩b”" in message


def test_a_no_break_space_inside_a_value_is_text() -> None:
    assert parsed("a: 31\u00a0mars\n") == {"a": "31\u00a0mars"}


def test_a_text_that_a_comment_cuts_is_refused() -> None:
    assert refused("a: see page #4\n") == ["1:4 BIL112"]
    assert refused("- one two\t# three\n") == ["1:3 BIL112"]
    assert refused("a: 3.7 million #3\n") == ["1:4 BIL112"]
    assert refused("a: 3.7 millions # p. 3\n") == ["1:4 BIL112"]


@pytest.mark.parametrize("number", ["3", "3.7 million", "-275 million"])
def test_a_comment_after_a_whole_number_cuts_nothing(number: str) -> None:
    assert parsed(f"a: {number} # p. 3\n") == {"a": number}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('a: "see page #4"', "see page #4"),
        ("a: see#4 page", "see#4 page"),
        ("a: 5 # five", "5"),
        ('a: "one two" # three', "one two"),
        ("a: one two\n# three", "one two"),
    ],
)
def test_a_comment_that_cuts_no_sentence_is_a_comment(text: str, value: str) -> None:
    assert parsed(text) == {"a": value}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("a: {en: one, two, fr: x}", ["1:14 BIL115"]),
        ("a: {en: one, two and three, fr: x}", ["1:14 BIL115"]),
        ("a: {en: one, fr: un, deux, trois}", ["1:22 BIL115", "1:28 BIL115"]),
        ("a: {en: one, and so: x}", ["1:14 BIL115"]),
    ],
)
def test_a_text_that_a_comma_cuts_is_refused_at_what_follows(text: str, rules: list[str]) -> None:
    assert refused(text) == rules


@pytest.mark.parametrize(
    ("typed", "write"),
    [
        ("71,50", "71.50"),
        ("71, 5", "71.5"),
        ("-0,5", "-0.5"),
        ("1,3 million", "1.3 million"),
        ("1,000,000", "1000000"),
        ("1,000", "1000, or 1.000 if the comma marks decimals"),
    ],
)
def test_a_number_that_a_comma_cuts_is_refused_as_a_whole(typed: str, write: str) -> None:
    problems = Problems()
    node = parse_nodes(f"a: {{value: {typed}}}\nb: 2", "x.yml", problems)
    assert node is not None and plain(node) == {"b": "2"}
    [message] = problems.messages()
    assert message.startswith(f"x.yml:1:12 BIL205: “{typed}”")
    assert f"write {write} (" in message


@pytest.mark.parametrize(
    "text", ["{a: 1, b: 2}", '{"a":1, b: 2}', "{a: 1, b: 2,}", "{a: 1,\n b: 2}", "{? a : 1, b: 2}"]
)
def test_commas_between_keys_cut_nothing(text: str) -> None:
    assert parsed(text) == {"a": "1", "b": "2"}


def test_groups_are_nested_as_deep_as_the_limit_and_no_deeper() -> None:
    assert parsed("[" * DEEPEST_NESTING + "]" * DEEPEST_NESTING)
    assert refused("[" * (DEEPEST_NESTING + 1)) == [f"1:{DEEPEST_NESTING + 1} BIL104"]
    assert refused("- " * 100_000) == [f"1:{2 * DEEPEST_NESTING + 1} BIL104"]


def test_a_file_is_as_large_as_the_limit_and_no_larger(tmp_path: Path) -> None:
    content = b"a: 1\n".ljust(LARGEST_FILE, b"\n")
    assert read(tmp_path / "x.yml", content) == ({"a": "1"}, [])
    assert read(tmp_path / "x.yml", content + b"\n") == (None, ["1:1 BIL103"])


def test_every_line_end_is_a_line_end(tmp_path: Path) -> None:
    for end in (b"\n", b"\r\n", b"\r"):
        content = end.join([b"a: 1", b"b: |", b"  x", b"  y", b""])
        assert read(tmp_path / "x.yml", content) == ({"a": "1", "b": "x\ny\n"}, [])
        content = end.join([b"a: 1", b"b: 2", b"a: 3"])
        assert read(tmp_path / "x.yml", content) == (None, ["3:1 BIL108"])


def test_a_mark_of_byte_order_begins_a_file_and_stands_nowhere_else(tmp_path: Path) -> None:
    mark = "\ufeff".encode()
    assert read(tmp_path / "x.yml", mark + b"a: 1\n") == ({"a": "1"}, [])
    assert read(tmp_path / "x.yml", b"a: 1\n" + mark + b"b: 2\n") == (None, ["2:1 BIL102"])
    assert read(tmp_path / "x.yml", mark + mark + b"a: 1\n") == (None, ["1:1 BIL102"])


def test_a_letter_has_one_form(tmp_path: Path) -> None:
    content = unicodedata.normalize("NFD", "clé: été").encode()
    assert read(tmp_path / "x.yml", content) == ({"clé": "été"}, [])


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"a: 1\nb: caf\xe9\n", "2:7"),
        ("a: é".encode("utf-16"), "1:1"),
        (b"a: \xed\xa0\x80\n", "1:4"),
        (b"a: 1\n\0", "2:1"),
        (b"a: \x1b[0m\n", "1:4"),
        ("a: 1\u2028b: 2".encode(), "1:5"),
        ("a: \uffff".encode(), "1:4"),
    ],
)
def test_what_is_no_utf_8_text_is_refused_at_its_place(
    tmp_path: Path, content: bytes, where: str
) -> None:
    assert read(tmp_path / "x.yml", content) == (None, [f"{where} BIL102"])


def test_letters_beyond_the_first_plane_are_text(tmp_path: Path) -> None:
    assert read(tmp_path / "x.yml", "a: 🚢 b\nc: 𝒳".encode()) == ({"a": "🚢 b", "c": "𝒳"}, [])
