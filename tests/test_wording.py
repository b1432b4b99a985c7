"""Every label is used, every used one is written, and both languages name the same values."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from bilan.data.figures import PLACEHOLDER
from bilan.labels import Words
from bilan.languages import LANGUAGES
from bilan.macros.rendering import Renderer
from bilan.macros.signatures import SIGNATURES
from bilan.problems import InputRefused, Problems
from bilan.project import Project
from bilan.used_labels import used_by_package
from bilan.wording import check_labels, strange_values, used_by_templates
from samples import rendering

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "hooks" / "bilan"
TEMPLATES = (ROOT / "macros", ROOT / "overrides")
ASKING = {"words", "_words", "counted", "marked_up", "_with_date", "labelled"}
"""The functions whose first argument is the key of a label."""


@dataclass(frozen=True)
class Listener(Words):
    """Words that remember what they were asked for, and the values they were given."""

    heard: dict[str, set[str]] = field(default_factory=dict)

    def __call__(self, key: str, **values: object) -> str:
        self.heard.setdefault(key, set()).update(values)
        return super().__call__(key, **values)

    def counted(self, key: str, count: int | Decimal, **values: object) -> str:
        self.heard.setdefault(key, set()).update(values)
        return super().counted(key, count, **values)


@pytest.fixture(scope="module")
def heard(harbour_project: Project, project: Project) -> dict[str, set[str]]:
    """Each label that the examples of all macros ask for, with the values it is given."""
    heard: dict[str, set[str]] = {}
    examples = [path.read_text(encoding="utf-8") for path in TEMPLATES[0].glob("*.example.md")]
    assert len(examples) == len(SIGNATURES)
    of_own = ['{{ scorecard("2020-2021") }}', '{{ summary("2020-2021") }}']
    for made, sources in ((harbour_project, examples), (project, of_own)):
        listening = with_listeners(made, heard)
        for language in LANGUAGES:
            for source in sources:
                rendering(listening, language, source)
    return heard


def with_listeners(project: Project, heard: dict[str, set[str]]) -> Project:
    words = {
        language: Listener(language, said.forms, said.places, heard)
        for language, said in project.report.words.items()
    }
    report = replace(project.report, words=words)
    renderers = {lang: Renderer(report, words[lang], TEMPLATES[0]) for lang in LANGUAGES}
    return replace(project, report=report, renderers=renderers)


def trees() -> Iterator[ast.Module]:
    for path in PACKAGE.rglob("*.py"):
        if path.name != "used_labels.py":
            yield ast.parse(path.read_text(encoding="utf-8"))


def keys_asked_for() -> Iterator[ast.expr]:
    """What the package's code gives as the key of a label."""
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in ASKING:
                    yield node.args[0]


def pattern(template: ast.JoinedStr) -> str:
    """A regular expression of what an f-string can make."""
    parts = (
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_]+"
        for part in template.values
    )
    return "".join(parts)


def test_each_label_written_out_in_the_code_is_declared_as_used() -> None:
    written = {key.value for key in keys_asked_for() if isinstance(key, ast.Constant)}
    assert len(written) > 10
    assert written <= used_by_package()


def test_each_label_declared_as_used_is_asked_for_somewhere_in_the_code() -> None:
    constants = {
        node.value for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Constant)
    }
    patterns = [pattern(key) for key in keys_asked_for() if isinstance(key, ast.JoinedStr)]
    unasked = {
        key
        for key in used_by_package() - constants
        if not any(re.fullmatch(form, key) for form in patterns)
    }
    assert unasked == set()


def test_each_label_that_the_macros_ask_for_is_declared_as_used(
    heard: dict[str, set[str]],
) -> None:
    declared = used_by_package() | {key for key, _ in used_by_templates(TEMPLATES)}
    assert len(heard) > 60
    assert set(heard) <= declared


def test_each_label_is_given_the_values_it_may_name_and_no_others(
    heard: dict[str, set[str]], project: Project
) -> None:
    for key, values in heard.items():
        assert strange_values(key, "".join(f"{{{value}}}" for value in values)) == []
        for language in LANGUAGES:
            for form in project.report.words[language].forms[key].values():
                assert set(PLACEHOLDER.findall(form)) <= values


def test_templates_write_the_key_of_a_label_out_so_that_it_can_be_checked() -> None:
    for folder in TEMPLATES:
        for path in (*folder.rglob("*.jinja"), *folder.rglob("*.html")):
            text = path.read_text(encoding="utf-8")
            asked = re.findall(r"\blabel(?:\.counted)?\(", text)
            assert len(asked) == len(re.findall(r"\blabel\(\s*[\"'][a-z_]+[\"']\s*[,)]", text))


def test_every_label_is_used_and_every_used_one_is_written(project: Project) -> None:
    problems = Problems()
    check_labels(project.report.words["en"], TEMPLATES, "data/labels.yml", problems)
    assert problems.messages() == []


def test_a_label_that_nothing_uses_is_refused_where_it_stands(harbour: Path) -> None:
    labels = harbour / "data" / "labels.yml"
    text = labels.read_text(encoding="utf-8")
    labels.write_text(f"{text}spare: {{en: spare, fr: libre}}\n", encoding="utf-8")
    line = text.count("\n") + 1
    [problem] = refused(harbour)
    assert problem.startswith(f"data/labels.yml:{line}:1 BIL414: nothing uses the label “spare”")


def test_a_missing_label_is_named_with_the_template_that_uses_it(harbour: Path) -> None:
    labels = harbour / "data" / "labels.yml"
    text = labels.read_text(encoding="utf-8")
    labels.write_text(re.sub(r"(?m)^milestone:.*\n", "", text), encoding="utf-8")
    [problem] = refused(harbour)
    assert "BIL413: the label “milestone”, which macros/_table.jinja uses, is missing" in problem


def refused(root: Path) -> list[str]:
    with pytest.raises(InputRefused) as refusal:
        Project.open(root)
    return refusal.value.problems.messages()


def test_both_languages_of_a_label_name_the_same_values(project: Project) -> None:
    english, french = (project.report.words[language].forms for language in LANGUAGES)
    for key, forms in english.items():
        assert names(forms["other"]) == names(french[key]["other"])
        for language in (forms, french[key]):
            assert all(names(form) <= names(forms["other"]) for form in language.values())


def names(form: str) -> set[str]:
    return set(PLACEHOLDER.findall(form))


# French typography

FAULTS = {
    "no no-break space before a colon": r"[^\u00a0]:(?!//)",
    "a space before ; ! or ?": r"[ \u00a0][;!?]",
    "no no-break space before %": r"[^\u00a0]%",
    "no no-break space after «": r"«[^\u00a0]",
    "no no-break space before »": r"[^\u00a0]»",
    "a straight apostrophe": r"'",
}


def french(node: object, is_french: bool = False) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from french(value, is_french or key == "fr")
    elif isinstance(node, list):
        for item in node:
            yield from french(item, is_french)
    elif is_french:
        yield str(node)


@pytest.mark.parametrize("fault", FAULTS)
def test_french_texts_follow_the_typography_of_canada(fault: str) -> None:
    for path in (ROOT / "data").rglob("*.yml"):
        content = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        found = [text for text in french(content) if re.search(FAULTS[fault], text)]
        assert found == [], f"{path.name}: {fault}"
