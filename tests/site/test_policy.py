"""The content security policy: first on every page, as strict as the page allows, and obeyed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from bilan.project import Project
from bilan.site import verification
from bilan.site.policy import content_policy
from bilan.site.verification import verify
from torture.watching import Seen, watch

HEAD = re.compile(
    r'<!doctype html>\s*<html lang="\w+">\s*<head>\s*<meta charset="utf-8">\s*'
    r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">'
)
BUILT_SITES = ("own_site", "harbour_site")


@pytest.fixture(params=BUILT_SITES)
def built(request: pytest.FixtureRequest) -> Path:
    return Path(request.getfixturevalue(request.param))


def pages(site: Path) -> dict[str, str]:
    """Every page; a fragment stands on pages of other sites, under their policy."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    return {
        path.relative_to(site).as_posix(): text
        for path, text in texts.items()
        if not text.lstrip().startswith(("{#", "<figure"))
    }


def policy(html: str) -> str:
    found = HEAD.match(html.lstrip())
    return found[1].replace("&#39;", "'") if found else ""


def test_a_policy_forbids_everything_but_what_stands_on_the_site() -> None:
    directives = [each.split() for each in content_policy().split("; ")]
    assert directives[0] == ["default-src", "'none'"]
    assert {source for _, *sources in directives for source in sources} == {"'none'", "'self'"}
    assert not {"script-src", "connect-src", "object-src"} & {name for name, *_ in directives}


def test_a_macro_with_a_script_allows_that_and_no_more() -> None:
    before = set(content_policy().split("; "))
    assert set(content_policy(["indicators", "table"]).split("; ")) - before == {
        "script-src 'self'"
    }
    search = "script-src 'self' 'wasm-unsafe-eval'"
    for macros in (["search"], ["search", "indicators"], ["indicators", "search", "search"]):
        assert set(content_policy(macros).split("; ")) - before == {search, "connect-src 'self'"}


@pytest.mark.parametrize("weak", ["'unsafe-inline'", "'unsafe-eval'", "*", "data:", "https:"])
def test_no_policy_is_weak(weak: str) -> None:
    assert weak not in content_policy(["indicators", "search"]).replace(";", "").split()


def test_every_page_begins_with_its_policy(built: Path) -> None:
    found = {name: policy(html) for name, html in pages(built).items()}
    assert found
    assert [name for name, each in found.items() if not each.startswith("default-src")] == []


def test_a_page_runs_scripts_only_where_it_has_one(built: Path) -> None:
    for name, html in pages(built).items():
        assert ("script-src" in policy(html)) == ('<script type="module"' in html), name


@pytest.fixture
def sound(harbour_site: Path, tmp_path: Path) -> Path:
    """A site of links to the files of the invented organization's, for a test to change some."""
    for path in harbour_site.rglob("*"):
        if path.is_file():
            copy = tmp_path / "site" / path.relative_to(harbour_site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.hardlink_to(path)
    return tmp_path / "site"


def told(site: Path, project: Project) -> list[tuple[str, str]]:
    return [
        (each.rule, each.location.file) for each in verify(site, project) if each.rule != "BIL605"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"<meta http-equiv=[^>]*>", ""),
        (r"(<meta http-equiv=[^>]*>)(.*?)</head>", r"\2\1</head>"),
        (r"default-src &#39;none&#39;", "default-src *"),
        (r"<meta http-equiv=", r"<div></div>\g<0>"),
        (r"<meta http-equiv=", r"<title>a</title>\g<0>"),
        (r"form-action", "script-src &#39;self&#39;; form-action"),
        (r"Content-Security-Policy\"", 'Content-Security-Policy-Report-Only"'),
    ],
)
def test_a_page_that_lost_its_policy_is_found(
    sound: Path, harbour_project: Project, old: str, new: str
) -> None:
    page = sound / "en/money/index.html"
    html, count = re.subn(old, new, page.read_text(encoding="utf-8"), count=1, flags=re.DOTALL)
    assert count
    page.unlink()
    page.write_text(html, encoding="utf-8")
    assert told(sound, harbour_project) == [("BIL614", "site/en/money/index.html")]


@pytest.mark.parametrize(("share", "rule"), [(0.9, ["BIL615"]), (1.1, ["BIL616"]), (2, [])])
def test_a_site_that_is_or_will_be_too_large_is_told(
    sound: Path,
    harbour_project: Project,
    monkeypatch: pytest.MonkeyPatch,
    share: float,
    rule: list[str],
) -> None:
    size = sum(path.stat().st_size for path in sound.rglob("*") if path.is_file())
    monkeypatch.setattr(verification, "LIMIT", int(size * share))
    monkeypatch.setattr(verification, "NEAR", int(size * share * 0.8))
    assert told(sound, harbour_project) == [(each, "site") for each in rule]


def test_pages_obey_their_policy_in_the_browser(
    own_site: Path, harbour_site: Path, browser: Browser
) -> None:
    seen = watch(browser, harbour_site, only=sampled)
    seen.add(watch(browser, own_site, ("q=target&text=target",), only=sampled))
    found: dict[str, Any] = vars(seen)
    assert found.pop("pages") > 20
    assert found == {name: [] for name in vars(Seen()) if name != "pages"}


def sampled(address: str) -> bool:
    """The pages with a script, and some of each kind in one language."""
    name = address.removeprefix("fr/").removesuffix("index.html")
    is_chosen = name in ("recherche/", "indicateurs/", "fil.xml")
    return is_chosen or not (address.startswith("fr/") or name.count("/") > 2)
