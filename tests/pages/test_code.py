"""Code is where the Markdown engine sees code, or nearly: where braces are shown."""

from __future__ import annotations

import pytest
from markdown import markdown as engine

from bilan.pages.code import Code

EXTENSIONS = ["attr_list", "def_list", "fenced_code", "md_in_html", "tables", "toc"]
"""Those of `mkdocs.yml`."""

HERE = "HERE"


def is_code(text: str) -> bool:
    return text.index(HERE) in Code(text)


def is_code_for_the_engine(text: str) -> bool:
    before = engine(text, extensions=EXTENSIONS).partition(HERE)[0]
    return any(before.count(f"<{tag}") > before.count(f"</{tag}>") for tag in ("code", "pre"))


TEXTS = (
    "HERE",
    "# HERE",
    "`HERE`",
    "``HERE ` ``",
    "`a` HERE `b`",
    "`a HERE",
    "`a\nHERE b`",
    "`a\n\nHERE b`",
    "\\`HERE\\`",
    "\\\\`HERE`",
    "```\nHERE\n```",
    "```python\nHERE\n```\n",
    "~~~\nHERE\n~~~",
    "````\n```\nHERE\n````",
    "```\na\n```\nHERE\n```\nb\n```",
    "```\nunclosed\n\nHERE",
    "````\nHERE\n```",
    "~~~\nHERE\n```\n\n`a` ~~~",
    "`a\n \nHERE`",
    "<pre>a</code>HERE</pre>",
    "```\na\n~~~\nHERE\n```",
    "    HERE",
    "\tHERE",
    "text\n    HERE",
    "text\n\n    HERE",
    "text\n\n    a\n\n    HERE",
    "text\n\n    a\n\nHERE",
    "- item\n\n    HERE",
    "- item\n    HERE",
    "1. item\n\n    HERE",
    "- item\n\ntext\n\n    HERE",
    "   HERE",
    "<pre>HERE</pre>",
    "<pre>\na\n\nHERE</pre>",
    "<code>HERE</code>",
    "text <code>HERE</code>",
    "<p>HERE</p>",
    "<pre>a</pre>\n\nHERE",
    "| a |\n|---|\n| `HERE` |",
    "| a |\n|---|\n| HERE |",
    "> `HERE`",
    "> HERE",
)


@pytest.mark.parametrize("text", TEXTS)
def test_code_is_what_the_engine_shows_as_code(text: str) -> None:
    assert is_code(text) == is_code_for_the_engine(text)


def test_the_places_after_code_are_text() -> None:
    text = "`a` b ```c``` d\n\n~~~\ne\n~~~\nf\n"
    code = Code(text)
    assert [letter for letter in "abcdef" if text.index(letter) in code] == ["a", "c", "e"]


def test_an_empty_text_has_no_code() -> None:
    assert 0 not in Code("")


def test_scripts_and_styles_are_code_too() -> None:
    assert is_code("<script>HERE</script>")
    assert is_code("<STYLE media=all>HERE</STYLE>")


@pytest.mark.parametrize("opened", ["```x\n", "~~~x\n```\n", "<pre ", "`\n\n", "\\`` "])
def test_a_long_text_of_code_that_is_opened_and_never_closed_is_read_to_its_end(
    opened: str,
) -> None:
    text = opened * 200_000
    assert len(text) - 1 not in Code(text + "\nend")
