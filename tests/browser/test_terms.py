"""Acronyms and terms: their meaning appears where they stand."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.inspection import violations

WITH_TERMS = {"en": "en/framework/", "fr": "fr/cadre-de-mesure/"}


def meaning(term: Locator) -> Locator:
    """What is shown of a term on hover and on focus."""
    return term.page.locator(f"#{term.get_attribute('aria-describedby')}")


def tab_to(term: Locator) -> None:
    """As a keyboard does: from the beginning of the page, link by link."""
    for _ in range(100):
        term.page.keyboard.press("Tab")
        if term.evaluate("term => term === document.activeElement"):
            return
    raise AssertionError("the keyboard does not reach the term")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_meaning_of_a_term_appears_on_hover_and_stays_while_it_is_pointed_at(
    script: bool, browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(address + WITH_TERMS["en"])
    term = page.locator("a.term").first
    expect(meaning(term)).to_be_hidden()
    term.hover()
    expect(meaning(term)).to_be_visible()
    meaning(term).hover()
    page.wait_for_timeout(1500)
    expect(meaning(term)).to_be_visible()
    page.mouse.move(0, 0)
    expect(meaning(term)).to_be_hidden()
    context.close()


@pytest.mark.parametrize("language", WITH_TERMS)
def test_the_meaning_of_a_term_appears_on_keyboard_focus_and_stays_until_it_is_left(
    language: str, page: Page, address: str
) -> None:
    page.goto(address + WITH_TERMS[language])
    term = page.locator("a.term").first
    tab_to(term)
    expect(meaning(term)).to_be_visible()
    page.wait_for_timeout(1500)
    expect(meaning(term)).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(meaning(term)).to_be_hidden()


def test_escape_puts_the_meaning_of_a_term_away_and_moves_nothing(page: Page, address: str) -> None:
    page.goto(address + WITH_TERMS["en"])
    term = page.locator("a.term").first
    term.hover()
    expect(meaning(term)).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning(term)).to_be_hidden()
    page.mouse.move(0, 0)
    tab_to(term)
    expect(meaning(term)).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning(term)).to_be_hidden()
    expect(term).to_be_focused()


@pytest.mark.parametrize("language", WITH_TERMS)
def test_the_meaning_of_a_term_stays_on_a_narrow_screen(
    language: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(address + WITH_TERMS[language])
    for term in page.locator("a.term").all():
        term.hover()
        expect(meaning(term)).to_be_visible()
        box = meaning(term).bounding_box()
        assert box is not None
        assert box["x"] >= 0 and box["x"] + box["width"] <= 320
        assert box["y"] >= 0 and box["y"] + box["height"] <= 900
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []
    context.close()


def test_a_term_leads_to_its_entry_which_is_named_by_its_id(page: Page, address: str) -> None:
    page.goto(address + WITH_TERMS["fr"])
    page.locator("a.term", has_text="(ISDE)").click()
    assert page.url == f"{address}fr/sigles-et-termes/#term-ised"
    assert page.locator("dl.glossary > :target dfn").inner_text() == "ISDE"


def test_screen_readers_are_told_the_meaning_with_the_link(page: Page, address: str) -> None:
    page.goto(address + WITH_TERMS["en"])
    term = page.locator("a.term").first
    said = (meaning(term).text_content() or "").strip()
    assert said
    expect(term).to_have_accessible_name(term.inner_text())
    expect(term).to_have_accessible_description(said)


def test_no_meaning_stands_between_the_words_on_paper(page: Page, address: str) -> None:
    page.goto(address + WITH_TERMS["en"])
    page.emulate_media(media="print")
    assert not any(each.is_visible() for each in page.locator(".term-meaning").all())
