"""Whatever an editor gets wrong is told once, at its place, in both languages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest

from bilan.languages import LANGUAGES, Language
from bilan.problems import InputRefused, Problem, rules
from bilan.project import Project
from faults import (
    BOTH,
    DISCREPANCIES,
    EN,
    FAULTS,
    FRAMEWORK,
    GLOSSARY,
    GOALS,
    HEAD,
    HERE,
    INDICATORS,
    ORGANIZATION,
    RECONCILIATIONS,
    TOGETHER,
    UNITS,
    Fault,
    place,
)

PRIVATE_USE = 0xE000
"""Where Unicode keeps characters free: marks that tell many faults apart."""

each_fault = pytest.mark.parametrize("fault", FAULTS, ids=str)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def problems(root: Path) -> list[Problem]:
    with pytest.raises(InputRefused) as refused:
        Project.open(root)
    return list(refused.value.problems)


def told(problem: Problem) -> str:
    return f"{problem.location} {problem.rule}"


def marked(root: Path, fault: Fault) -> str:
    """Where the fault is: planted with its mark, and taken out again."""
    path = root / fault.file
    kept = path.read_bytes() if path.is_file() else None
    fault.plant(root, HERE)
    where = place(root, fault)
    if path.is_dir():
        path.rmdir()
    if kept is not None:
        path.write_bytes(kept)
    return where


def check(root: Path, language: Language = "en", *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bilan", "check", "--lang", language, *options]
    environment = {**os.environ, "PYTHONPATH": "hooks", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def fixed_words(sentence: str) -> list[str]:
    return [words for words, *_ in Formatter().parse(sentence) if words]


def test_the_repository_of_these_tests_has_no_fault(harbour: Path) -> None:
    assert Project.open(harbour).root == harbour


@each_fault
def test_a_fault_is_told_once_at_its_place(harbour: Path, fault: Fault) -> None:
    where = marked(harbour, fault)
    fault.plant(harbour)
    assert [told(problem) for problem in problems(harbour)] == [f"{where} {fault.rule}"]


@each_fault
def test_a_message_says_what_was_found_and_what_to_write(harbour: Path, fault: Fault) -> None:
    fault.plant(harbour)
    [problem] = problems(harbour)
    rule = rules()[fault.rule]
    for language in LANGUAGES:
        colon = ": " if language == "en" else "\u00a0: "
        message = problem.message(language)
        assert message.startswith(told(problem) + colon)
        assert fault.says in message.replace("\u00a0", " ")
        for words in fixed_words(f"{rule.found[language]}; {rule.write[language]}"):
            assert words in message
        assert "\n" not in message and len(message) < 500
    typed = (fault.new or "") if fault.rule in ("BIL507", "BIL508") else ""
    foreign = [quote for quote in "“”" if quote in problem.message("fr") and quote not in typed]
    assert foreign == [], "an English quote in a French message"


def test_every_rule_of_the_input_is_planted() -> None:
    elsewhere: dict[str, object] = {
        "BIL503": test_two_pages_at_one_address_are_told_at_the_second,
        "BIL540": test_an_outlook_on_no_long_term_target_is_told_at_its_call,
        "BIL513": "tests/site/test_publishing.py, as it takes a built page",
        "BIL516": "tests/site/test_publishing.py, as the engine reads mkdocs.yml",
        "BIL517": "tests/site/test_publishing.py, as the engine reads mkdocs.yml",
        "BIL530": "tests/data/test_framework.py, as it takes a file away",
    }
    elsewhere |= dict.fromkeys(
        ("BIL461", "BIL462", "BIL463", "BIL464", "BIL466", "BIL467", "BIL468"),
        "tests/guard/test_history.py",
    )
    elsewhere["BIL116"] = "tests/test_injection.py, as it takes a link"
    elsewhere |= dict.fromkeys(("BIL465", "BIL469"), "tests/site/test_published.py")
    elsewhere |= dict.fromkeys(("BIL521", "BIL522"), "tests/site/test_disclosure.py")
    elsewhere["BIL520"] = "tests/pages/test_sanitizing.py, as the engine makes the HTML"
    elsewhere |= dict.fromkeys(("BIL518", "BIL519"), "tests/guard/test_planted.py")
    ours = {code for code in rules() if not code.startswith(("BIL6", "BIL8"))}
    assert {fault.rule for fault in FAULTS} | elsewhere.keys() == ours


def test_two_pages_at_one_address_are_told_at_the_second(harbour: Path) -> None:
    (harbour / "docs/en/results.md").write_text(f"{HEAD}address: goals\n---\n", encoding="utf-8")
    (harbour / "docs/fr/results.md").write_text(f"{HEAD}address: faits\n---\n", encoding="utf-8")
    [problem] = problems(harbour)
    assert told(problem) == "docs/en/results.md:1:1 BIL503"
    assert "“en/goals/” is already that of docs/en/goals.md" in problem.message()


def test_two_indicators_at_one_address_are_told_at_the_second(harbour: Path) -> None:
    Fault("", INDICATORS, "address: places-occupees", "address: bateaux-amarres").plant(harbour)
    [problem] = problems(harbour)
    assert told(problem) == "data/indicators.yml:10:12 BIL503"
    assert "“fr/indicateurs/bateaux-amarres/” is already that of" in problem.message()


def test_an_outlook_on_no_long_term_target_is_told_at_its_call(harbour: Path) -> None:
    ahead = "- {at_least: 1300000000, date_to_achieve: 2028-03-31}"
    Fault("", GOALS, f"          milestones:\n            {ahead}\n", "").plant(harbour)
    Fault("", EN, "# Goals", '# Goals\n\n{{ outlook("2024-2025") }}').plant(harbour)
    [problem] = problems(harbour)
    assert told(problem) == "docs/en/goals.md:7:1 BIL540"
    assert "“2024-2025”" in problem.message() and "«\u00a02024-2025\u00a0»" in problem.message("fr")


def test_all_faults_at_once_are_all_told_at_once(harbour: Path) -> None:
    marks = {chr(PRIVATE_USE + index): fault for index, fault in enumerate(TOGETHER)}
    for mark, fault in marks.items():
        fault.plant(harbour, mark)
    every_mark = re.compile(f"[{''.join(marks)}]")
    expected = []
    for mark, fault in marks.items():
        path = harbour / fault.file
        if path.exists():
            text = path.read_text(encoding="utf-8")
            before, found, after = text.partition(mark)
            single = every_mark.sub("", before) + found + every_mark.sub("", after)
            (harbour / "copy").write_text(single, encoding="utf-8")
        copy = Fault(fault.rule, "copy" if path.exists() else fault.file, None, None)
        expected.append(f"{place(harbour, copy, mark).replace('copy', fault.file)} {fault.rule}")
    for path in {harbour / fault.file for fault in TOGETHER} - {harbour / "data/statuses.yml"}:
        path.write_text(every_mark.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert len(TOGETHER) > 30
    assert sorted(told(problem) for problem in problems(harbour)) == sorted(expected)


def test_a_slip_of_the_pen_in_one_entry_hides_nothing_else(harbour: Path) -> None:
    path = harbour / GOALS
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ("result: {value: 12}", "result: {value: 1,2}"),
        ("result: {value: 1}", "result: {valeu: 1}"),
        ("name: {en: Rules, fr: Règles}", "name: {en: Rules, and more, fr: Règles}"),
        ("fund\n        target: {at_least: 3.7 million}", "fonds\n        target: *other"),
        ("indicator: tide", "indicator: tides"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    assert [problem.rule for problem in problems(harbour)] == [
        "BIL201",
        "BIL205",
        "BIL403",
        "BIL109",
        "BIL115",
    ]


@each_language
def test_check_tells_every_problem_on_a_line_and_fails(harbour: Path, language: Language) -> None:
    for fault in TOGETHER:
        fault.plant(harbour)
    done = check(harbour, language, "--ignore", "BIL8")
    *lines, count = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (1, "")
    assert len(lines) == len(TOGETHER) == int(count.split()[0])
    assert [line for line in lines if not re.match(r"(data|docs)/\S.*?:\d+:\d+ BIL\d", line)] == []
    assert "Traceback" not in done.stderr and str(harbour) not in done.stderr
    assert not (harbour / "site").exists()


@each_language
def test_check_is_content_with_a_repository_without_a_fault(
    harbour: Path, language: Language
) -> None:
    done = check(harbour, language)
    says = {
        "en": "Reconciliations: 10 checked, 8 held (2 with a declared rounding), 2 are recorded"
        " discrepancies. Known discrepancies in all: 3.\nNothing published to compare with.\n"
        "No problem found.\n",
        "fr": "Rapprochements\u00a0: 10 vérifiés, 8 tiennent (2 avec un arrondi déclaré), 2 sont"
        " des écarts inscrits. Écarts connus en tout\u00a0: 3.\n"
        "Rien de publié à quoi comparer.\nAucun problème trouvé.\n",
    }
    assert (done.returncode, done.stdout, done.stderr) == (0, says[language], "")


def test_one_problem_is_counted_in_the_singular(harbour: Path) -> None:
    (harbour / ORGANIZATION).unlink()
    assert check(harbour).stderr.endswith("\n1 error.\n")
    assert check(harbour, "fr").stderr.endswith("\n1 erreur.\n")


def test_a_folder_that_holds_nothing_lacks_each_file_once(tmp_path: Path) -> None:
    needed = ("organization", "units", "sources", "indicators", "glossary", "statuses", "labels")
    missing = [f"data/{name}.yml" for name in needed] + ["docs/en/index.md", "docs/fr/index.md"]
    expected = sorted(f"{file}:1:1 BIL114" for file in missing)
    assert [told(problem) for problem in problems(tmp_path)] == expected


def test_a_link_to_nothing_is_no_missing_file(harbour: Path) -> None:
    (harbour / "data/units.yml").unlink()
    (harbour / "data/units.yml").symlink_to("nowhere.yml")
    [problem] = problems(harbour)
    assert problem.message().startswith("data/units.yml:1:1 BIL116: this is a symbolic link")


def test_an_organization_without_a_scorecard_is_sound(harbour: Path) -> None:
    for file in (FRAMEWORK, RECONCILIATIONS, DISCREPANCIES):
        (harbour / file).unlink()
    for folder in ("scorecards", "tables"):
        shutil.rmtree(harbour / "data" / folder)
    for name in ("index", "goals", "money", "plan"):
        for language, address in (("en", ""), ("fr", f"address: {name}\n")):
            path = harbour / "docs" / language / f"{name}.md"
            head = HEAD if name == "index" else f"{HEAD}{address}"
            path.write_text(f"{head}---\n{{{{ legend() }}}}\n", encoding="utf-8")
    report = Project.open(harbour).report
    assert (report.scorecards, report.tables, report.checks) == ({}, {}, ())


@pytest.mark.parametrize(
    "fault",
    [
        Fault("BIL403", GOALS, "indicator: lights", "indicator: light"),
        Fault("BIL205", GOALS, "target: {at_least: 1}", "target: {at_least: one}"),
        Fault("BIL214", INDICATORS, "lights:\n  name: {en", "lights:\n  name:\n  - {en"),
        Fault("BIL216", UNITS, "boats:\n  kind: count", "boats:\n  kind: counts"),
    ],
    ids=str,
)
def test_a_call_on_a_scorecard_with_a_fault_is_not_a_second_fault(
    harbour: Path, fault: Fault
) -> None:
    """What the scorecard would hold without its fault cannot be known."""
    Fault("", EN, "# Goals", '{{ figure("2024-2025", "lights", "target") }}').plant(harbour)
    fault.plant(harbour)
    [problem] = problems(harbour)
    assert problem.rule == fault.rule


@pytest.mark.parametrize(
    "fault",
    [
        Fault("BIL202", GLOSSARY, "meaning: {en: A place", "# {en: A place"),
        Fault("BIL402", GLOSSARY, "  variants: {en: [m", f"  source: no\n  locator: {BOTH}\n  #"),
        Fault("BIL420", GLOSSARY, "{en: berth,", "{en: Tide gauge,"),
        Fault("BIL208", GLOSSARY, "berth:\n", "Berth:\n"),
        Fault("BIL106", GLOSSARY, None, ""),
        Fault("BIL114", GLOSSARY, None, None),
    ],
    ids=str,
)
def test_a_call_of_a_term_with_a_fault_is_not_a_second_fault(harbour: Path, fault: Fault) -> None:
    Fault("", EN, "# Goals", '# Goals\n\n{{ term("berth") }}').plant(harbour)
    fault.plant(harbour)
    [problem] = problems(harbour)
    assert problem.rule == fault.rule


def test_hidden_files_are_nobody_s_fault(harbour: Path) -> None:
    for name in ("data/.DS_Store", "data/scorecards/.2024.yml", "docs/en/.draft.md"):
        (harbour / name).write_bytes(b"\xff")
    assert Project.open(harbour).root == harbour
