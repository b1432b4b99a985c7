"""The site in a real browser, as a reader meets it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from bilan.project import Project
from conftest import ROOT

AXE = Path(__file__).parent.parent / "node_modules/axe-core/axe.min.js"
SCORECARDS = {"en": "en/scorecards/2020-2021/", "fr": "fr/tableaux-de-bord/2020-2021/"}
SEARCH = {"en": "en/search/", "fr": "fr/recherche/"}
EVERY_PAGE = ("", "404.html", *(page.url for page in Project.open(ROOT).pages))
WITH_TERMS = {"en": "en/framework/", "fr": "fr/cadre-de-mesure/"}
SCREENS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((320, "dark"), (1280, "light"))
"""Each width in one scheme: both widths use the colours of both schemes alike."""


def violations(page: Page) -> list[str]:
    if not page.evaluate("'axe' in window"):
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


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_axe_finds_nothing(path: str, browser: Browser, address: str) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(address + path)
    for width, scheme in SCREENS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], f"{width} {scheme}"
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


# Acronyms and terms


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


# Search


def searched(page: Page, address: str, language: str, query: str) -> list[str]:
    """The addresses of the pages that are found, after what the status says of their number."""
    page.goto(f"{address}{SEARCH[language]}?{urlencode({'q': query})}")
    expect(page.locator(".search-status")).to_contain_text(re.compile(r"^\d+ r[eé]sult"))
    counted = page.locator(".search-status").inner_text().split()[0]
    expect(page.locator(".finds > li")).to_have_count(min(6, int(counted)))
    links = page.locator(".finds h2 a").evaluate_all("links => links.map(link => link.pathname)")
    return [counted, *(str(link).removeprefix("/") for link in links)]


@pytest.mark.parametrize(
    ("language", "query", "found"),
    [
        ("fr", "resultats", "résultats"),
        ("fr", "evaluation", "évaluation"),
        ("fr", "évaluation", "d’évaluation"),
        ("fr", "mesurer", "mesure"),
        ("fr", "membre", "membres"),
        ("fr", "l'industrie", "l’industrie"),
        ("fr", "l’industrie", "l’industrie"),
        ("fr", "industrie", "l’industrie"),
        ("fr", "SPIA", "SPIA"),
        ("fr", "pqari", "PQARI"),
        ("fr", "PME", "PME"),
        ("fr", "11 485", "11\u00a0485"),
        ("fr", "11485", "11\u00a0485"),
        ("en", "project", "projects"),
        ("en", "members", "member"),
        ("en", "SME", "SMEs"),
        ("en", "ISED", "ISED"),
        ("en", "11,485", "11,485"),
        ("en", "$275", "$275M"),
        ("en", "ngen's", "NGen’s"),
    ],
)
def test_what_is_typed_is_found_in_its_language_as_pages_write_it(
    language: str, query: str, found: str, page: Page, address: str
) -> None:
    _, *links = searched(page, address, language, query)
    assert links and all(link.startswith(f"{language}/") for link in links)
    while page.locator(".search-more").is_visible():
        shown = page.locator(".finds > li").count()
        page.locator(".search-more").click()
        expect(page.locator(".finds > li").nth(shown)).to_be_visible()
        expect(page.locator(".finds > li").nth(shown).locator("h2 a")).to_be_focused()
    expect(page.locator(".finds p", has_text=found).first).to_be_visible()
    assert page.locator(".finds mark").count()


@pytest.mark.parametrize("language", SEARCH)
def test_a_result_leads_to_the_place_on_the_page(language: str, page: Page, address: str) -> None:
    searched(page, address, language, {"en": "ISED", "fr": "ISDE"}[language])
    for link in page.locator(".finds a").all():
        href = str(link.get_attribute("href"))
        assert urlsplit(href).path.startswith(f"/{language}/")
    entry = page.locator(".finds a[href$='#term-ised']")
    entry.click()
    expect(page.locator("dl.glossary > :target dfn")).to_have_text(
        {"en": "ISED", "fr": "ISDE"}[language]
    )


@pytest.mark.parametrize(
    ("language", "query", "said"),
    [
        ("en", "zzzz", "No result for “zzzz”. Check the spelling"),
        ("fr", "zzzz", "Aucun résultat pour «\u00a0zzzz\u00a0». Vérifiez l’orthographe"),
        ("fr", "cluster", "1 résultat pour «\u00a0cluster\u00a0»."),
        ("en", "membres", "1 result for “membres”."),
        ("en", "<b>members</b>", "for “<b>members</b>”."),
    ],
)
def test_the_number_of_results_is_told_in_words(
    language: str, query: str, said: str, page: Page, address: str
) -> None:
    page.goto(f"{address}{SEARCH[language]}?{urlencode({'q': query})}")
    expect(page.get_by_role("status")).to_contain_text(said)


def test_typing_searches_keeps_the_address_and_leaves_the_focus(page: Page, address: str) -> None:
    page.goto(address + SEARCH["fr"])
    field = page.get_by_role("searchbox", name="Rechercher dans le site")
    field.press_sequentially("grappe")
    expect(page.get_by_role("status")).to_contain_text("résultats pour «\u00a0grappe\u00a0»")
    expect(field).to_be_focused()
    assert parse_qs(urlsplit(page.url).query) == {"q": ["grappe"]}
    field.fill("")
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.locator(".finds > li")).to_have_count(0)
    assert urlsplit(page.url).query == ""


def test_the_search_of_any_page_leads_to_results(page: Page, address: str) -> None:
    page.goto(address + SCORECARDS["fr"])
    field = page.get_by_role("search").get_by_role("searchbox")
    field.fill("propriété intellectuelle")
    field.press("Enter")
    expect(page.locator(".finds > li")).to_have_count(6)
    assert page.url.startswith(address + SEARCH["fr"])
    expect(page.get_by_role("searchbox")).to_have_value("propriété intellectuelle")


def test_nothing_of_search_is_loaded_before_it_is_used(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address + SCORECARDS["en"], wait_until="networkidle")
    assert not [url for url in asked if url.endswith(".js") or "pagefind" in url]
    page.goto(address + SEARCH["en"], wait_until="networkidle")
    assert [url for url in asked if url.endswith(".js") or "pagefind" in url] == [
        "assets/search.js"
    ]


@pytest.mark.parametrize("language", SEARCH)
def test_without_a_script_the_search_page_says_what_to_do(
    language: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + SCORECARDS[language])
    page.locator("header input[type=search]").fill("PME")
    page.locator("header input[type=search]").press("Enter")
    page.wait_for_url(f"{address}{SEARCH[language]}?q=PME")
    expect(page.locator(".search-script")).to_contain_text("JavaScript")
    assert page.locator(".search-elsewhere a").count() > 3
    context.close()


def test_an_index_that_does_not_come_is_told_and_tried_again(page: Page, address: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{address}{SEARCH['en']}?q=members")
    expect(page.get_by_role("status")).to_contain_text("its index could not be loaded")
    page.unroute("**/pagefind/**")
    page.reload()
    expect(page.locator(".finds > li")).to_have_count(6)


@pytest.mark.parametrize("language", SEARCH)
def test_results_are_accessible_on_every_screen(
    language: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    searched(page, address, language, {"en": "members", "fr": "membres"}[language])
    for width, scheme in SCREENS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page) == [], f"{width} {scheme}"
    context.close()


def test_search_works_under_a_strict_content_security_policy(page: Page, address: str) -> None:
    policy = (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
        "font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'"
    )
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))

    def answer(route: Route) -> None:
        response = route.fetch()
        headers = {**response.headers, "content-security-policy": policy}
        route.fulfill(response=response, headers=headers)

    page.route(f"{address}{SEARCH['en']}*", answer)
    searched(page, address, "en", "members")
    assert not [text for text in complaints if "favicon.ico" not in text]
