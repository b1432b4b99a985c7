"""What the inspection of a page finds, shown on a page where nearly everything is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.inspection import Inspection
from browser.serving import served

RIGHT = """<!doctype html><html lang="en"><head><title>A page</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>a:focus-visible { outline: 3px solid } @media print { nav { display: none } }
nav a { display: block; padding: 6px } .badge { border: 2px solid }</style></head>
<body><header><nav aria-label="Main"><a href="/">Home</a><a href="?b">Berths</a></nav></header>
<main><h1>A page</h1><p>Some text.</p><p class="badge"><span>Met</span></p></main></body></html>"""
FAULTS = {
    "axe at 320 dark": ("<p>Some text.</p>", '<p><img src="data:,"></p>'),
    "requests": ("Some text.", 'Some <link rel="stylesheet" href="/missing.css"> text.'),
    "console": ("Some text.", "Some text.<script>console.error('no')</script>"),
    "legible at 320": (
        "Some text.",
        '<span style="white-space: nowrap">' + "word " * 99 + "</span>",
    ),
    "legible at 1280": ("<p>Some", '<p style="position: absolute; top: 0; left: 0">Some'),
    "spaced text at 320": (
        "Some text.",
        '<span style="float: left; width: 76px; white-space: nowrap; overflow: hidden">'
        "Some words</span> text.",
    ),
    "text of 200% at 1280": (
        "<p>Some text.</p>",
        '<p style="max-height: 16px; overflow: hidden">Some</p>',
    ),
    "forced colours": (
        ".badge {",
        "@media (forced-colors: active) {"
        " .badge { forced-color-adjust: none; color: #eee } } .badge {",
    ),
    "print": ("nav { display: none }", "p { color: black }"),
    "keyboard": ("a:focus-visible { outline: 3px solid }", "a { outline: none }"),
    "no script": (
        "Some text.",
        "<b hidden>x</b><script>document.querySelector('b').hidden = 0</script>",
    ),
}


def found(html: str, folder: Path, browser: Browser) -> set[str]:
    (folder / "index.html").write_text(html, encoding="utf-8")
    (folder / "404.html").write_text("", encoding="utf-8")
    with served(folder) as address:
        return {finding.check for finding in Inspection(browser, address).of("")}


def test_nothing_is_found_on_a_page_without_fault(tmp_path: Path, browser: Browser) -> None:
    assert found(RIGHT, tmp_path, browser) == set()


@pytest.mark.parametrize("check", FAULTS)
def test_a_fault_is_found(check: str, tmp_path: Path, browser: Browser) -> None:
    right, wrong = FAULTS[check]
    assert RIGHT.count(right) == 1
    assert check in found(RIGHT.replace(right, wrong), tmp_path, browser)
