"""Each rule of the guard has a page in each language, whose examples do what they say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from bilan.draft import Draft
from bilan.guard.examination import Examination
from bilan.languages import LANGUAGES, Language
from bilan.problems import rules
from conftest import ROOT

FOLDERS: dict[Language, str] = {"en": "rules", "fr": "regles"}
HEADINGS: dict[Language, list[str]] = {
    "en": ["Why", "Wrong", "Right"],
    "fr": ["Pourquoi", "Mauvais", "Bon"],
}
SEVERITIES: dict[Language, dict[str, str]] = {
    "en": {"error": "Severity: error", "warning": "Severity: warning"},
    "fr": {"error": "Gravité\u00a0: erreur", "warning": "Gravité\u00a0: avertissement"},
}
CODES = [code for code in rules() if code.startswith("BIL8")]
OF_FILES = ("BIL837", "BIL838", "BIL840", "BIL861", "BIL862", "BIL863", "BIL864")
"""Rules about files and reviews, which no pair of texts can break."""

each_language = pytest.mark.parametrize("language", LANGUAGES)


class Example(NamedTuple):
    kind: str
    text: str


def page(code: str, language: Language) -> str:
    return (ROOT / "guide" / FOLDERS[language] / f"{code}.md").read_text(encoding="utf-8")


def examples(code: str, language: Language) -> list[Example]:
    found = re.findall(r"^```(\w+)\n(.*?)^```$", page(code, language), re.DOTALL | re.MULTILINE)
    return [Example(*each) for each in found]


@each_language
def test_there_is_a_page_for_each_rule_and_no_other(language: Language) -> None:
    folder = ROOT / "guide" / FOLDERS[language]
    assert sorted(path.stem for path in folder.iterdir()) == CODES


@each_language
@pytest.mark.parametrize("code", CODES)
def test_a_page_says_its_title_its_severity_why_wrong_and_right(
    code: str, language: Language
) -> None:
    lines, rule = page(code, language).splitlines(), rules()[code]
    colon = ":" if language == "en" else "\u00a0:"
    assert lines[0] == f"# {code}{colon} {rule.title[language]}"
    assert SEVERITIES[language][rule.severity] in lines
    assert [line[3:] for line in lines if line.startswith("## ")] == HEADINGS[language]
    assert len(examples(code, language)) == 2


@pytest.mark.parametrize("code", CODES)
def test_the_examples_are_the_same_in_both_languages(code: str) -> None:
    assert examples(code, "en") == examples(code, "fr")


def broken(harbour: Path, example: Example) -> list[str]:
    """The rules that an example breaks, put into a repository without a fault."""
    first, _, rest = example.text.partition("\n")
    if first == "# data/labels.yml":
        _put_entry(harbour / "data/labels.yml", rest)
    elif first == "# data":
        _put_text(harbour, rest)
    else:
        _put_pages(harbour, example.text)
    return [problem.rule for problem in Examination(Draft.read(harbour)).problems()]


def _put_entry(path: Path, entry: str) -> None:
    key = entry.partition(":")[0]
    text = path.read_text(encoding="utf-8")
    pattern = re.compile(rf"^{key}:.*\n(?:^[ ].*\n)*", re.MULTILINE)
    assert len(pattern.findall(text)) == 1
    path.write_text(pattern.sub(lambda _: entry.rstrip("\n") + "\n", text), encoding="utf-8")


def _put_text(harbour: Path, pair: str) -> None:
    path = harbour / "data/sources.yml"
    lines = "".join(f"    {line}\n" for line in pair.splitlines())
    text = f"\nexample:\n  title:\n{lines}  publisher: {{en: The harbour, fr: Le havre}}\n"
    path.write_text(path.read_text(encoding="utf-8") + text + "  language: fr\n", encoding="utf-8")


def _put_pages(harbour: Path, pair: str) -> None:
    texts = _texts(pair)
    heads = {
        "en": "---\ntitle: A rule and its example\ndescription: What the rule is about.\n---\n",
        "fr": "---\ntitle: Une règle et son exemple\ndescription: Ce que vise la règle.\n"
        "address: regle\n---\n",
    }
    for language in LANGUAGES:
        path = harbour / "docs" / language / "rule.md"
        path.write_text(f"{heads[language]}{texts[language]}\n", encoding="utf-8")


def _texts(pair: str) -> dict[str, str]:
    """`en` and `fr`, each on its line or as a block below it."""
    found = re.split(r"^(en|fr):[ ]?", pair, flags=re.MULTILINE)[1:]
    texts = {}
    for key, text in zip(found[::2], found[1::2], strict=True):
        is_block = text.startswith("|")
        body = re.sub(r"^  ", "", text.partition("\n")[2], flags=re.MULTILINE)
        texts[key] = body if is_block else text.strip().strip("'\"")
    return texts


@pytest.mark.parametrize("code", [code for code in CODES if code not in OF_FILES])
def test_the_wrong_example_breaks_its_rule_alone_and_the_right_one_none(
    harbour: Path, code: str
) -> None:
    wrong, right = examples(code, "en")
    before = {
        path: path.read_bytes()
        for folder in ("data", "docs")
        for path in (harbour / folder).rglob("*.*")
    }
    assert set(broken(harbour, wrong)) == {code}
    for path, content in before.items():
        path.write_bytes(content)
    assert broken(harbour, right) == []
