"""The rules of the house: who may import whom, who may name the organization, how long is long."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from itertools import takewhile
from pathlib import Path

import pytest

from bilan.languages import LANGUAGES
from bilan.project import Project

ROOT = Path(__file__).parent.parent
HOOKS = ROOT / "hooks"
ENGINE = ("hooks", "macros", "overrides")

ORDER = (
    "languages",  # English and French, and texts in both
    "model",  # what a report says: no language, no file, no engine
    "problems",  # what is wrong with the input
    "listing",  # problems as lists
    "labels",  # interface words
    "report",  # everything one organization reports, with its words
    "formats",  # how a figure is written
    "macros.signatures",  # which macros there are
    "used_labels",  # which labels the package asks for
    "wording",  # labels used, held against those written
    "data",  # YAML to report
    "contract",  # report to files for programs
    "view",  # report to finished strings
    "macros",  # calls and views to HTML
    "pages",  # Markdown pages and the calls in them
    "draft",  # data and pages as read, with what is wrong
    "guard",  # the two languages side by side
    "project",  # a report and its pages
    "messages",  # what the commands say at their end
    "site",  # the site as a whole
    "__main__",  # the commands
)
"""The rooms of the package: a module imports from its own room and from those before it."""

LONGEST_MODULE, LONGEST_FUNCTION = 250, 40


def modules() -> Mapping[str, Path]:
    """Every module of the package by its dotted name below `bilan`."""
    package = HOOKS / "bilan"
    paths = {p.relative_to(package).with_suffix(""): p for p in package.rglob("*.py")}
    names = {".".join(takewhile(lambda s: s != "__init__", n.parts)): p for n, p in paths.items()}
    return {name: path for name, path in names.items() if name}


MODULES = modules()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, at its top or inside a function; absolute names."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            assert node.module
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_modules(name: str) -> set[str]:
    """The modules of the package that a module of it imports."""
    found = (wanted.removeprefix("bilan.") for wanted in imported(MODULES[name]))
    return {wanted for wanted in found if wanted in MODULES} - {name}


def room(name: str) -> str:
    return max((r for r in ORDER if f"{name}.".startswith(f"{r}.")), key=len)


@pytest.mark.parametrize("name", MODULES)
def test_nothing_but_the_adapter_knows_the_site_engine(name: str) -> None:
    engines = {"mkdocs", "material", "mkdocs_static_i18n", "properdocs", "zensical"}
    assert not engines & {wanted.partition(".")[0] for wanted in imported(MODULES[name])}


def test_the_adapter_is_one_file_beside_the_package() -> None:
    assert [path.name for path in HOOKS.glob("*.py")] == ["entry.py"]
    assert "mkdocs.plugins" in set(imported(HOOKS / "entry.py"))


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_from_its_own_room_and_from_those_before_it(name: str) -> None:
    allowed = ORDER[: ORDER.index(room(name)) + 1]
    assert {room(wanted) for wanted in imported_modules(name)} <= set(allowed)


def test_no_two_modules_import_each_other_even_in_a_round() -> None:
    graph = {name: imported_modules(name) for name in MODULES}
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


def test_every_room_is_in_the_house() -> None:
    assert set(ORDER) == {room(name) for name in MODULES}


def test_neither_engine_nor_templates_name_the_organization(project: Project) -> None:
    written = [project.report.organization.name[language] for language in LANGUAGES]
    names = {part for name in written for part in re.split(r"\s*[()]\s*", name) if part}
    assert "NGen" in names
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names), re.IGNORECASE)
    for folder in ENGINE:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix not in (".pyc", ".woff2"):
                found = pattern.search(path.read_text(encoding="utf-8"))
                assert not found, f"{path.relative_to(ROOT)} names {found and found[0]}"


@pytest.mark.parametrize("path", [*MODULES.values(), HOOKS / "entry.py"], ids=lambda p: p.stem)
def test_a_module_and_its_functions_can_be_read_at_a_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    functions = [n for n in ast.walk(tree(path)) if isinstance(n, ast.FunctionDef)]
    lengths = {n.name: (n.end_lineno or 0) - n.lineno + 1 for n in functions}
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}
