"""The published folder changes only for a complete, verified site."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.languages import Language
from bilan.problems import InputRefused
from bilan.project import Project
from bilan.site import publishing, swapping
from bilan.site.publishing import publish
from tampering import Change, fingerprint

GOALS, PAGE = "data/scorecards/2024-2025.yml", "docs/en/goals.md"


def below_heading(text: str, waived: str = "BIL807") -> Change:
    """In the English page alone, with the waiver that this takes."""
    waiver = f"<!-- bilan: allow {waived}: one page is broken on purpose -->"
    return Change(PAGE, "# Goals\n", f"# Goals\n\n{waiver}\n{text}\n")


def published(
    root: Path, *options: str, language: Language = "en"
) -> subprocess.CompletedProcess[str]:
    """Runs the command behind `make site`."""
    command = [sys.executable, "-m", "bilan", "site", "--no-pdf", "--lang", language, *options]
    environment = {**os.environ, "PYTHONPATH": "hooks", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def site(harbour: Path) -> Path:
    """A site that was published before; it need not be a real one to be left alone."""
    folder = harbour / "site"
    for name in ("index.html", "sitemap.xml", "en/index.html", ".well-known/security.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"published before: {name}", encoding="utf-8")
    return folder


@pytest.fixture
def refused(harbour: Path, site: Path) -> Callable[..., list[str]]:
    """Makes a change and publishes: the messages, after a look at what was left behind."""

    def refused_after(change: Change, language: Language = "en") -> list[str]:
        before = fingerprint(site)
        change.make(harbour)
        names = {path.name for path in harbour.iterdir()}
        done = published(harbour, language=language)
        assert (done.returncode, done.stdout) == (1, ""), done.stderr
        assert fingerprint(site) == before
        assert {path.name for path in harbour.iterdir()} == names, "something was left behind"
        assert "Traceback" not in done.stderr and str(harbour) not in done.stderr
        *messages, _ = done.stderr.splitlines()
        return messages

    return refused_after


def test_a_sound_repository_replaces_the_site_that_was_there(harbour: Path, site: Path) -> None:
    names = {path.name for path in harbour.iterdir()}
    done = published(harbour)
    assert (done.returncode, done.stderr) == (0, "")
    compared, first, second = done.stdout.splitlines()
    assert compared == "Nothing published to compare with."
    assert first == "The site is complete, verified and in place: site/"
    assert re.fullmatch(r"It takes \d+ MB in \d+ files; GitHub Pages takes 1000 MB\.", second)
    assert "published before" not in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "fr/objectifs/index.html").is_file()
    assert not (site / ".well-known").exists()
    assert {path.name for path in harbour.iterdir()} == names
    assert site.stat().st_mode & 0o777 == 0o755


def test_a_site_can_be_published_into_a_folder_that_is_not_there_yet(harbour: Path) -> None:
    done = published(harbour, "--into", "out/public", language="fr")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\nLe site est complet, vérifié et en place\u00a0: out/public/\n" in done.stdout
    assert (harbour / "out/public/fr/index.html").is_file()
    assert [path.name for path in (harbour / "out").iterdir()] == ["public"]


@pytest.mark.parametrize("into", [".", "docs", "..", "mkdocs.yml", "data/scorecards"])
def test_a_folder_of_something_else_is_never_replaced(harbour: Path, into: str) -> None:
    before = fingerprint(harbour)
    with pytest.raises(InputRefused) as refused:
        publish(harbour, Path(into))
    [problem] = refused.value.problems
    assert problem.message().startswith(f"{into}:1:1 BIL608: ")
    assert fingerprint(harbour) == before


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (Change(GOALS, "value: 2880", "value: eighty"), f"{GOALS}:20:18 BIL205"),
        (Change(GOALS, "result: {value: 12}", "result: {value: 11}"), f"{GOALS}:40:9 BIL405"),
        (Change(PAGE, "# Goals\n", "# Goals\n\n{{ x }}\n"), f"{PAGE}:7:1 BIL508"),
        (Change("macros/_badge.jinja", "{% macro badge(", "{% macrobadge("), "macros/_badge.jinja"),
        (Change("overrides/main.html", "{% endblock %}", "{{ a b }}"), "overrides/main.html"),
        (Change("overrides/main.html", "{% extends", '\u00e9{% extends "'), "overrides/main.html"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.file,
)
def test_what_the_check_refuses_leaves_the_site_as_it_was(
    refused: Callable[..., list[str]], change: Change, told: str
) -> None:
    [message] = refused(change)
    assert message.startswith(told)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_broken_template_is_told_in_a_plain_line(
    refused: Callable[..., list[str]], language: Language
) -> None:
    [message] = refused(
        Change("macros/badge.jinja", "{{- badge(view) -}}", "{{ badge( }}"), language
    )
    colon = ": this template" if language == "en" else "\u00a0: ce gabarit"
    assert message.startswith(f"macros/badge.jinja:2:1 BIL609{colon}")


def test_a_template_that_fails_on_a_page_is_told_with_the_page(
    refused: Callable[..., list[str]],
) -> None:
    change = Change("overrides/main.html", "{{ page.content | safe }}", "{{ a.b.c }}")
    [message] = refused(change)
    assert message.startswith("mkdocs.yml:1:1 BIL601: Error building page 'en/")
    assert "'a' is undefined" in message


def test_an_engine_that_cannot_start_is_told_in_a_plain_line(
    refused: Callable[..., list[str]],
) -> None:
    [message] = refused(Change("hooks/entry.py", "import sys\n", "import sys\nimport no_such\n"))
    assert "BIL601: ModuleNotFoundError: No module named 'no_such'; " in message


def test_a_broken_link_between_pages_is_told_in_full(refused: Callable[..., list[str]]) -> None:
    [message] = refused(below_heading("[news](news.md)"))
    assert "'en/goals.md' contains a link 'news.md'" in message
    assert "is not found among documentation files" in message


def test_a_link_to_nowhere_in_raw_html_is_found_in_the_built_site(
    refused: Callable[..., list[str]],
) -> None:
    [message] = refused(below_heading('<a href="../nowhere/">news</a>'))
    assert message.startswith("site/en/goals/index.html:1:1 BIL606: the link “../nowhere/” leads")


def test_braces_that_a_template_prints_are_found_in_the_built_site(
    refused: Callable[..., list[str]], harbour_project: Project
) -> None:
    change = Change("overrides/main.html", "{% endblock %}", "{{ '{{' }} x }}{% endblock %}")
    messages = refused(change)
    assert len(messages) == len(list(harbour_project.pages))
    assert all(" BIL603: “{{ x }}" in message for message in messages)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_call_where_nothing_can_be_shown_is_told_at_its_place(
    refused: Callable[..., list[str]], language: Language
) -> None:
    call = '{{ figure("2024-2025", "boats") }}'
    [message] = refused(below_heading(f"Shown: {call}, [linked]({call})"), language)
    assert message.startswith(f"{PAGE}:8:{len(f'Shown: {call}, [linked](') + 1} BIL513")
    words = {"en": "the macro “figure” stands inside", "fr": "la macro «\u00a0figure\u00a0» est"}
    assert words[language] in message


def test_a_foot_that_names_an_unknown_page_is_told_with_the_nearest(
    refused: Callable[..., list[str]],
) -> None:
    [message] = refused(Change("mkdocs.yml", "footer: [goals.md]", "footer: [goal.md]"))
    assert message.startswith("mkdocs.yml:1:1 BIL516: “goal.md”")
    assert "write “goals.md”" in message


def test_a_figure_broken_after_publishing_leaves_every_byte_of_a_real_site(
    harbour: Path, harbour_site: Path
) -> None:
    (harbour / "site").symlink_to(harbour_site)
    before = fingerprint(harbour_site)
    Change(GOALS, "value: 2880", "value: 71,5").make(harbour)
    assert published(harbour).returncode == 1
    assert fingerprint(harbour_site) == before


@pytest.mark.parametrize("address", ["", 'site_url: ""\n'])
def test_a_site_without_an_address_is_refused(
    refused: Callable[..., list[str]], address: str
) -> None:
    line = 'site_url: !ENV [SITE_URL, "https://example.org/"]\n'
    [message] = refused(Change("mkdocs.yml", line, address))
    assert message.startswith("mkdocs.yml:1:1 BIL517: the site has no public address")


def test_html_that_a_page_may_not_hold_is_told_where_it_is_written_in_both_languages(
    harbour: Path,
) -> None:
    written = "[x](javascript:b())\n\n## 1 {: onclick=b() }\n\n<iframe></iframe>"
    for name in (PAGE, PAGE.replace("/en/", "/fr/")):
        page = harbour / name
        text = page.read_text(encoding="utf-8")
        page.write_text(f"{text}\n{written}\n", encoding="utf-8")
    *messages, _ = published(harbour).stderr.splitlines()
    told = [message.partition(" is not allowed")[0] for message in messages]
    for name in (PAGE, PAGE.replace("/en/", "/fr/")):
        line = (harbour / name).read_text(encoding="utf-8").splitlines().index(written[:19]) + 1
        assert f"{name}:{line}:5 BIL520: “javascript:”" in told
        assert f"{name}:{line + 2}:9 BIL520: “onclick=”" in told
        assert f"{name}:{line + 4}:1 BIL520: “<iframe>”" in told
    assert len(told) == 6
    assert not (harbour / "site").exists()


def test_an_id_that_stands_twice_is_found_in_the_built_site(
    refused: Callable[..., list[str]],
) -> None:
    [message] = refused(below_heading("## A {#boats}", "BIL801"))
    told = "site/en/goals/index.html:1:1 BIL610: the id “boats” stands more than once"
    assert message.startswith(told)


def test_a_table_with_aligned_columns_is_published(harbour: Path) -> None:
    below_heading("| a | b |\n|:--|--:|\n| c | d |").make(harbour)
    done = published(harbour)
    assert (done.returncode, done.stderr) == (0, "")
    assert '<td align="right">d</td>' in (harbour / "site/en/goals/index.html").read_text("utf-8")


@pytest.mark.parametrize("failure", [OSError(28, "disk full"), KeyboardInterrupt()])
@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_swap_that_fails_half_way_brings_the_earlier_site_back(
    harbour: Path,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    failure: BaseException,
    can_exchange: bool,
) -> None:
    before, names = fingerprint(site), {path.name for path in harbour.iterdir()}
    rename = Path.rename

    def fail_at_the_new_site(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise failure
        return rename(path, target)

    def exchange(one: Path, other: Path) -> bool:
        if can_exchange:
            raise failure
        return False

    monkeypatch.setattr(Path, "rename", fail_at_the_new_site)
    monkeypatch.setattr(swapping, "_exchanged", exchange)
    for skipped in ("_build", "verify"):
        monkeypatch.setattr(publishing, skipped, lambda *_: ())
    monkeypatch.setattr(Path, "chmod", lambda *_: None)
    expected = InputRefused if isinstance(failure, OSError) else type(failure)
    with pytest.raises(expected):
        publish(harbour, Path("site"), has_pdfs=False)
    assert fingerprint(site) == before
    assert {path.name for path in harbour.iterdir()} == names
