"""The documentation names everything there is, in both languages, and its examples work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote

import pytest
from pydantic import BaseModel

from bilan.data import definitions, revision_entries, schema, term_entries
from bilan.data.framework import (
    FrameworkEntry,
    FrameworkIndicatorEntry,
    FrameworkObjectiveEntry,
)
from bilan.data.loading import FILES
from bilan.data.nodes import MappingNode, Node
from bilan.data.printed_entries import PRINTED, Printed, PrintedEntry
from bilan.data.reading import parse_nodes
from bilan.data.reconciliation_entries import Discrepancies, ReconciliationEntry, Reconciliations
from bilan.data.table_entries import RowEntry, TableEntry
from bilan.data.terminology_entries import TERMINOLOGY, TerminologyEntry
from bilan.data.validation import validate
from bilan.languages import LANGUAGES, Language
from bilan.macros.signatures import COUNTS, NUMBER, PARTS, SIGNATURES, TERM_FORMS
from bilan.model.status import Status
from bilan.pages.calls import Text, find_calls
from bilan.pages.page import Head
from bilan.problems import InputRefused, Problems, rules
from bilan.project import Project
from test_architecture import ORDER

ROOT = Path(__file__).parent.parent
GUIDES: dict[Language, Path] = {
    "en": ROOT / "guide/README.md",
    "fr": ROOT / "guide/LISEZMOI.md",
}
RULES: dict[Language, Path] = {
    "en": ROOT / "guide/rules.md",
    "fr": ROOT / "guide/regles.md",
}
PAIRS = {
    "README.md": "LISEZMOI.md",
    "CONTRIBUTING.md": "CONTRIBUER.md",
    "guide/README.md": "guide/LISEZMOI.md",
    "guide/rules.md": "guide/regles.md",
}
DOCUMENTS = sorted(
    path for folder in (".", "guide", "decisions") for path in (ROOT / folder).glob("*.md")
)

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_pair = pytest.mark.parametrize(("english", "french"), PAIRS.items(), ids=PAIRS)
each_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix()
)


# Reading the documents


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def fences(text: str) -> list[tuple[str, str]]:
    """The code blocks, each with the name of its language."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def without_fences(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def heading_levels(text: str) -> list[int]:
    return [len(marks) for marks in re.findall(r"^(#+) ", without_fences(text), re.MULTILINE)]


def code_spans(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", without_fences(text))


def sections(text: str) -> list[str]:
    return re.split(r"^#+ .*$", without_fences(text), flags=re.MULTILINE)


def described_keys(section: str) -> set[str]:
    """The names in the first column of the section's tables."""
    first_cells = re.findall(r"^\| (`[^|]*`) \|", section, re.MULTILINE)
    return {name for cell in first_cells for name in re.findall(r"`([^`]+)`", cell)}


# What there is to describe


def entries(form: Any) -> Iterator[type[BaseModel]]:
    """The groups of keys that a schema is made of."""
    if isinstance(form, type) and issubclass(form, BaseModel):
        yield form
        for field in form.model_fields.values():
            yield from entries(field.annotation)
    else:
        for part in get_args(form):
            yield from entries(part)


def literals(form: Any) -> Iterator[str]:
    """The words that a schema lets an editor choose from."""
    if isinstance(form, type) and issubclass(form, BaseModel):
        for field in form.model_fields.values():
            yield from literals(field.annotation)
    else:
        for part in get_args(form):
            if isinstance(part, str):
                yield part
            else:
                yield from literals(part)


FORMS = (
    *FILES.values(),
    schema.ScorecardEntry,
    FrameworkEntry,
    TableEntry,
    Reconciliations,
    Discrepancies,
    TerminologyEntry,
    Printed,
    Head,
)
GROUPS = sorted({entry for form in FORMS for entry in entries(form)}, key=lambda e: e.__name__)
each_group = pytest.mark.parametrize("group", GROUPS, ids=lambda entry: entry.__name__)


# Every name is described


@each_language
@each_group
def test_the_keys_of_a_group_are_described_together(
    group: type[BaseModel], language: Language
) -> None:
    described = [described_keys(section) for section in sections(read(GUIDES[language]))]
    assert any(set(group.model_fields) <= keys for keys in described), set(group.model_fields)


@each_language
def test_every_choice_of_a_key_is_described(language: Language) -> None:
    choices = {choice for form in FORMS for choice in literals(form)}
    assert choices - set(code_spans(read(GUIDES[language]))) == set()


@each_language
def test_the_guide_describes_nothing_that_does_not_exist(language: Language) -> None:
    keys = {key for group in GROUPS for key in group.model_fields}
    choices = {choice for form in FORMS for choice in literals(form)}
    arguments = {p.name for signature in SIGNATURES.values() for p in signature.parameters}
    known = keys | choices | arguments | set(SIGNATURES) | set(Status)
    assert described_keys(read(GUIDES[language])) - known == set()


@each_language
def test_every_status_has_its_row(language: Language) -> None:
    described = [described_keys(section) for section in sections(read(GUIDES[language]))]
    assert any(set(Status) == keys for keys in described)


@each_language
@pytest.mark.parametrize("macro", SIGNATURES)
def test_every_macro_has_a_row_that_names_its_arguments(macro: str, language: Language) -> None:
    rows = [r for r in read(GUIDES[language]).splitlines() if r.startswith(f"| `{macro}` |")]
    named = {name for row in rows for name in code_spans(row)}
    assert {parameter.name for parameter in SIGNATURES[macro].parameters} <= named
    assert any(f"{{{{ {macro}(" in row for row in rows)


@each_language
def test_every_argument_is_described_with_its_choices(language: Language) -> None:
    arguments = {p.name for signature in SIGNATURES.values() for p in signature.parameters}
    assert arguments in [described_keys(part) for part in read(GUIDES[language]).split("\n\n")]
    assert {*PARTS, *COUNTS, *TERM_FORMS, NUMBER} <= set(code_spans(read(GUIDES[language])))


@each_language
def test_every_rule_stands_under_its_code_with_its_title(language: Language) -> None:
    titled = re.findall(r"^### (BIL\d+)\n\n\*\*(.*?)\.\*\*", read(RULES[language]), re.MULTILINE)
    assert titled == [(code, rules()[code].title[language]) for code in sorted(rules())]


# Both languages say the same


@each_pair
def test_a_document_has_the_same_headings_in_both_languages(english: str, french: str) -> None:
    assert heading_levels(read(ROOT / english)) == heading_levels(read(ROOT / french))


@each_pair
def test_a_document_has_the_same_code_blocks_in_both_languages(english: str, french: str) -> None:
    """Of plain text, such as a list of folders, only the first word of a line is code."""

    def blocks(name: str) -> list[tuple[str, object]]:
        return [
            (kind, [line.split()[:1] for line in text.splitlines()] if kind == "text" else text)
            for kind, text in fences(read(ROOT / name))
        ]

    assert blocks(english) == blocks(french)


@each_pair
def test_a_document_has_the_same_tables_and_lists_in_both_languages(
    english: str, french: str
) -> None:
    def shape(name: str) -> list[int]:
        lines = without_fences(read(ROOT / name)).splitlines()
        return [line.count("|") for line in lines if re.match(r"\||[-*] |\d+\. ", line)]

    assert shape(english) == shape(french)


@each_pair
def test_a_document_links_to_its_other_language(english: str, french: str) -> None:
    first = "\n".join(read(ROOT / english).splitlines()[:5])
    other = "\n".join(read(ROOT / french).splitlines()[:5])
    assert f"[Français]({Path(french).name})" in first
    assert f"[English]({Path(english).name})" in other


@pytest.mark.parametrize("french", PAIRS.values())
def test_french_typography_is_that_of_canada(french: str) -> None:
    prose = re.sub(r"`[^`\n]*`", "`", without_fences(read(ROOT / french)))
    prose = re.sub(r"https?://\S+|<[^>]*>|\]\([^)]*\)", "", prose)
    wrong = re.findall(
        r".{0,20}(?:[^\u00a0|*-]:(?!-)|« | »|[ \u00a0][;!?]|\d %|\w'\w).{0,20}", prose
    )
    assert wrong == []


# Examples work


EXAMPLES = {
    **{f"data/{name}": form for name, form in FILES.items()},
    "data/statuses.yml › met": definitions.StatusEntry,
    "data/framework.yml": FrameworkEntry,
    "data/tables/harbour-fees.yml": TableEntry,
    "data/tables/harbour-figures.yml": TableEntry,
    "data/reconciliations.yml": Reconciliations,
    "data/discrepancies.yml": Discrepancies,
    f"data/{TERMINOLOGY}": TerminologyEntry,
    f"data/{PRINTED}": Printed,
    "data/scorecards/2020-2021.yml": schema.ScorecardEntry,
    "data/scorecards/2020-2021.yml › areas": list[schema.AreaEntry],
    "data/scorecards/2020-2021.yml › areas › indicators": list[schema.ReportedIndicatorEntry],
}


def yaml_examples(path: Path) -> list[str]:
    return [text for kind, text in fences(read(path)) if kind == "yaml"]


@pytest.mark.parametrize("example", yaml_examples(GUIDES["en"]), ids=lambda e: e.splitlines()[0])
def test_an_example_of_the_guide_is_valid_in_the_file_it_names(example: str) -> None:
    place = example.splitlines()[0].removeprefix("# ")
    problems = Problems()
    node = parse_nodes(example, place, problems)
    assert node
    validate(node, EXAMPLES[place], problems)
    assert problems.messages() == []


@each_document
def test_every_yaml_example_can_be_read(document: Path) -> None:
    problems = Problems()
    for example in yaml_examples(document):
        parse_nodes(example, document.name, problems)
    assert problems.messages() == []


@each_language
def test_every_call_in_the_guide_is_valid(language: Language) -> None:
    text = read(GUIDES[language])
    spans = [span for span in code_spans(text) if re.match(r"\{\{ \w", span)]
    blocks = [block for kind, block in fences(text) if kind == "markdown"]
    problems = Problems()
    found = [
        call for part in (*spans, *blocks) for call in find_calls(Text(part, "guide"), problems)
    ]
    assert problems.messages() == []
    assert {call.macro for call in found} == set(SIGNATURES)


@each_language
def test_the_head_of_a_page_in_the_guide_is_valid(language: Language) -> None:
    [block] = [block for kind, block in fences(read(GUIDES[language])) if kind == "markdown"]
    problems = Problems()
    node = parse_nodes(block.split("---\n")[1], "guide", problems)
    assert node
    assert validate(node, Head, problems)


REST_OF_TABLE = (
    "name: {en: a, fr: b}\nsource: report\nlocator: {en: a, fr: b}\nrow_heading: {en: a, fr: b}\n"
)

# An example of a rule is a few lines out of an entry; here is the rest of the entry.
REST: dict[Any, str] = {
    schema.ScorecardEntry: (
        "name: {en: a, fr: b}\nperiod: 2024\nas_of: 2024-03-31\ndate_to_achieve: 2024-03-31\n"
        "source: report\nlocator: {en: a, fr: b}\nareas: [{id: a, name: {en: a, fr: b}, "
        "aim: {en: a, fr: b}, indicators: [{indicator: a, result: {value: 1}}]}]"
    ),
    schema.AreaEntry: (
        "id: a\nname: {en: a, fr: b}\naim: {en: a, fr: b}\n"
        "indicators: [{indicator: a, result: {value: 1}}]"
    ),
    definitions.IndicatorEntry: (
        "name: {en: a, fr: b}\naddress: a\ndefinition: {en: a, fr: b}\nunit: CAD\nbetter: higher\n"
        "measures: level"
    ),
    definitions.SourceEntry: "title: {en: a, fr: b}\npublisher: {en: a, fr: b}\nlanguage: en",
    term_entries.TermEntry: "meaning: {en: a, fr: b}",
    definitions.UnitEntry: "",
    FrameworkObjectiveEntry: "id: a\nname: {en: a, fr: b}\nimpacts: [{en: a, fr: b}]",
    FrameworkIndicatorEntry: "id: a\nname: {en: a, fr: b}",
    RowEntry: "id: a\nname: {en: a, fr: b}",
    ReconciliationEntry: "",
    PrintedEntry: "",
    schema.BaselineEntry: "",
    schema.FigureEntry: "unit: percent",
    revision_entries.RevisionEntry: "",
    schema.ReportedIndicatorEntry: "",
    schema.TargetEntry: "",
    schema.ResultEntry: "",
}


def rule_examples(path: Path) -> dict[str, tuple[str, str]]:
    """By code, the wrong and the right way to write."""
    parts = re.split(r"^### (BIL\d+)$", read(path), flags=re.MULTILINE)[1:]
    found = {code: fences(part) for code, part in zip(parts[::2], parts[1::2], strict=True)}
    return {code: (blocks[0][1], blocks[1][1]) for code, blocks in found.items() if blocks}


def broken(text: str, form: Any) -> set[str]:
    """The rules that `text` breaks as part of an entry of this form."""
    problems = Problems()
    node = parse_nodes(text, "example", problems)
    rest = parse_nodes(REST[form], "rest", problems) if REST[form] else None
    if isinstance(node, MappingNode):
        validate(merged(rest, node), form, problems)
    return {problem.rule for problem in problems}


def merged(rest: Node | None, part: MappingNode) -> MappingNode:
    if not isinstance(rest, MappingNode):
        return part
    return MappingNode(part.where, rest.values | part.values, rest.keys | part.keys)


RULE_EXAMPLES = rule_examples(RULES["en"])


@pytest.mark.parametrize("code", [code for code in RULE_EXAMPLES if code < "BIL2"])
def test_an_example_that_cannot_be_read_breaks_its_rule_and_is_mended(code: str) -> None:
    def read_as_yaml(text: str) -> set[str]:
        problems = Problems()
        parse_nodes(text, "example", problems)
        return {problem.rule for problem in problems}

    wrong, right = RULE_EXAMPLES[code]
    assert read_as_yaml(wrong) == {code}
    assert read_as_yaml(right) == set()


@pytest.mark.parametrize("code", [code for code in RULE_EXAMPLES if "BIL2" < code < "BIL4"])
def test_an_example_of_an_entry_breaks_its_rule_and_is_mended(code: str) -> None:
    wrong, right = RULE_EXAMPLES[code]
    outcomes = [(broken(wrong, form), broken(right, form)) for form in REST]
    assert ({code}, set()) in outcomes, outcomes


@pytest.mark.parametrize("code", ["BIL430", "BIL431", "BIL432", "BIL433", "BIL435"])
def test_an_example_of_a_table_breaks_its_rule_and_is_mended(harbour: Path, code: str) -> None:
    def rules_broken_by(text: str) -> set[str]:
        (harbour / "data/tables/example.yml").write_text(f"{REST_OF_TABLE}{text}", encoding="utf-8")
        try:
            Project.open(harbour)
        except InputRefused as refused:
            return {problem.rule for problem in refused.problems}
        return set()

    wrong, right = RULE_EXAMPLES[code]
    assert rules_broken_by(wrong) == {code}
    assert rules_broken_by(right) == set()


def test_the_tables_of_the_guide_add_up(harbour: Path) -> None:
    examples = [e for e in yaml_examples(GUIDES["en"]) if e.startswith("# data/tables/")]
    for example in examples:
        path = harbour / example.splitlines()[0].removeprefix("# ")
        path.write_text(example.replace("report-2024", "report"), encoding="utf-8")
    report = Project.open(harbour).report
    assert {"harbour-fees", "harbour-figures"} <= report.tables.keys()
    checks = [c for c in report.checks if c.reconciliation.id.startswith("harbour-fees/")]
    assert [check.holds for check in checks] == [True, True]
    assert [check.is_rounded for check in checks] == [False, True]


@pytest.mark.parametrize(
    "code", ["BIL504", "BIL505", "BIL506", "BIL507", "BIL508", "BIL510", "BIL511", "BIL514"]
)
def test_an_example_of_a_call_breaks_its_rule_and_is_mended(code: str) -> None:
    def read_as_page(text: str) -> set[str]:
        problems = Problems()
        find_calls(Text(text, "example"), problems)
        return {problem.rule for problem in problems}

    wrong, right = RULE_EXAMPLES[code]
    assert read_as_page(wrong) == {code}
    assert read_as_page(right) == set()


# Nothing leads nowhere


@each_document
def test_every_relative_link_leads_to_a_file(document: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", without_fences(read(document))))
    paths = [unquote(link.partition("#")[0]) for link in links if "://" not in link]
    assert [path for path in paths if path and not (document.parent / path).exists()] == []


@each_document
def test_every_link_to_a_heading_leads_to_one(document: Path) -> None:
    def anchors(path: Path) -> set[str]:
        titles = re.findall(r"^#+ (.*)$", without_fences(read(path)), re.MULTILINE)
        return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}

    links = re.findall(r"\]\(([^)\s:]*)#([^)\s]+)\)", without_fences(read(document)))
    missing = [
        f"{file}#{anchor}"
        for file, anchor in links
        if anchor not in anchors(document.parent / file if file else document)
    ]
    assert missing == []


@each_document
def test_every_file_that_is_named_exists(document: Path) -> None:
    """A path in code that begins with a folder of the repository, and holds no placeholder."""
    roots = {path.name for path in ROOT.iterdir() if path.is_dir()} - {"site", ".venv", ".tools"}
    named = [span for span in code_spans(read(document)) if span.partition("/")[0] in roots]
    named = [span for span in named if "/" in span and not re.search(r"[<*… ]", span)]
    examples = ("docs/en/goals.md", "docs/fr/goals.md")
    assert [p for p in named if p not in examples and not (ROOT / p).exists()] == []


@each_document
def test_every_make_target_that_is_named_exists(document: Path) -> None:
    targets = re.findall(r"^([a-z-]+):", read(ROOT / "Makefile"), re.MULTILINE)
    named = re.findall(r"`make ([a-z-]+)", read(document))
    named += re.findall(r"^make ([a-z-]+)", read(document), re.MULTILINE)
    assert set(named) - set(targets) == set()


@pytest.mark.parametrize("guide", ["CONTRIBUTING.md", "CONTRIBUER.md"])
def test_the_order_of_imports_is_the_one_that_is_enforced(guide: str) -> None:
    [line] = [line for line in read(ROOT / guide).splitlines() if " → " in line]
    assert re.findall(r"`([\w.]+)`", line) == [room for room in ORDER if room != "__main__"]


def test_the_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in DOCUMENTS if path.parent.name == "decisions"]
    assert numbers[0] == 1
    assert all(after == before + 1 for before, after in pairwise(numbers))
