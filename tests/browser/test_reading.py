"""The site in a real browser, as a reader meets it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

AXE = Path(__file__).parent.parent / "node_modules/axe-core/axe.min.js"
SCORECARDS = {"en": "en/scorecards/2020-2021/", "fr": "fr/tableaux-de-bord/2020-2021/"}
EVERY_PAGE = (
    "",
    "404.html",
    "en/",
    "fr/",
    *SCORECARDS.values(),
    "en/framework/",
    "fr/cadre-de-mesure/",
    "en/methodology/",
    "fr/methodologie/",
    "en/data/",
    "fr/donnees/",
    "en/sources/",
    "fr/sources/",
)
WIDTHS = (320, 1280)


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Says nothing: the requests of a test are not news."""


@pytest.fixture(scope="session")
def address(own_site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=own_site)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run()")["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_a_page_loads_whole_without_asking_another_site(
    path: str, page: Page, address: str
) -> None:
    asked: list[str] = []
    failed: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    answer = page.goto(address + path, wait_until="networkidle")
    assert answer is not None and answer.ok
    assert all(url.startswith(address) for url in asked)
    assert not failed
    assert not [text for text in complaints if "favicon.ico" not in text]


@pytest.mark.parametrize("language", SCORECARDS)
def test_the_toggle_leads_to_the_other_language_and_back(
    language: str, page: Page, address: str
) -> None:
    other = "fr" if language == "en" else "en"
    page.goto(address + SCORECARDS[language])
    page.click(f"header a[hreflang={other}]")
    assert page.url == address + SCORECARDS[other]
    assert page.evaluate("document.documentElement.lang") == other
    page.click(f"header a[hreflang={language}]")
    assert page.url == address + SCORECARDS[language]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", EVERY_PAGE)
def test_axe_finds_nothing(
    path: str, width: int, scheme: Any, browser: Browser, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(address + path)
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_no_page_scrolls_sideways_on_a_narrow_screen(path: str, page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("language", SCORECARDS)
def test_choosing_a_status_shows_its_targets_alone(language: str, page: Page, address: str) -> None:
    page.goto(address + SCORECARDS[language])
    rows = page.locator("tr.result")
    assert rows.count() == 28
    page.locator("input[type=radio][value=met]").check(force=True)
    shown = [row for row in rows.all() if row.is_visible()]
    assert {row.get_attribute("data-status") for row in shown} == {"met"}
    assert len(shown) == 4


def test_the_filter_and_the_skip_link_work_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + SCORECARDS["en"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.locator("input[type=radio]").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("tr.result[data-status=exceeded]").first.is_visible()
    assert not page.locator("tr.result[data-status=met]").first.is_visible()
