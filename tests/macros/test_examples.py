"""Each macro makes of its example (`macros/<name>.example.md`) what its golden file holds.

The examples are written against the invented organization, and are what the editors'
guide shows. Goldens are rewritten by

    GOLDEN=rewrite python -m pytest tests/macros/test_examples.py

and are then read before they are committed: they are what readers will see.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from markdown import markdown

from bilan.languages import LANGUAGES, Language
from bilan.macros.call import Call
from bilan.macros.signatures import PARTS, SIGNATURES
from bilan.pages.calls import Text, find_calls
from bilan.problems import Problems
from bilan.project import Project
from conftest import HARBOUR
from samples import rendering

MACROS = Path(__file__).parents[2] / "macros"
GOLDEN = Path(__file__).parent / "golden"
EXTENSIONS = ["attr_list", "def_list", "fenced_code", "md_in_html", "tables"]
"""Those of `mkdocs.yml`."""
TABLES = {path.stem for path in (HARBOUR / "data/tables").glob("*.yml")}


def example(macro: str) -> str:
    return (MACROS / f"{macro}.example.md").read_text(encoding="utf-8")


def example_calls(macro: str) -> list[Call]:
    problems = Problems()
    found = find_calls(Text(example(macro), f"macros/{macro}.example.md"), problems)
    assert problems.messages() == []
    return found


def rendered(project: Project, language: Language, source: str) -> str:
    """A page's HTML as the engine makes it, on the home page of the language."""
    page = rendering(project, language, source)
    return page.into(markdown(page.markdown, extensions=EXTENSIONS)) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("macro", SIGNATURES)
def test_a_macro_makes_of_its_example_what_its_golden_file_holds(
    harbour_project: Project, macro: str, language: Language
) -> None:
    golden = GOLDEN / f"{macro}.{language}.html"
    html = rendered(harbour_project, language, example(macro))
    if os.environ.get("GOLDEN") == "rewrite":
        golden.write_text(html, encoding="utf-8", newline="\n")
    assert html == golden.read_text(encoding="utf-8")


def test_every_macro_has_an_example_and_two_goldens_and_nothing_else_has() -> None:
    examples = {path.name.removesuffix(".example.md") for path in MACROS.glob("*.example.md")}
    goldens = {path.name for path in GOLDEN.iterdir()}
    assert examples == set(SIGNATURES)
    assert goldens == {f"{macro}.{lang}.html" for macro in SIGNATURES for lang in LANGUAGES}


@pytest.mark.parametrize("macro", SIGNATURES)
def test_an_example_uses_every_argument_of_its_macro_and_no_other_macro(macro: str) -> None:
    found = example_calls(macro)
    used = {argument for call in found for argument in call.arguments}
    assert {call.macro for call in found} == {macro}
    assert used == {parameter.name for parameter in SIGNATURES[macro].parameters}


def test_the_example_of_figure_shows_every_part() -> None:
    calls = example_calls("figure")
    of_scorecards = [call for call in calls if call.arguments["scorecard"] not in TABLES]
    assert {call.arguments.get("part", "result") for call in of_scorecards} == set(PARTS)
