"""A scorecard as a reader uses it: the toggle, the filter, the skip link."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

SCORECARDS = {"en": "en/scorecards/2020-2021/", "fr": "fr/tableaux-de-bord/2020-2021/"}


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
