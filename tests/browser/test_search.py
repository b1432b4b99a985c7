"""Search in each language, as a reader uses it."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.inspection import SCREENS, violations

SCORECARDS = {"en": "en/scorecards/2020-2021/", "fr": "fr/tableaux-de-bord/2020-2021/"}
SEARCH = {"en": "en/search/", "fr": "fr/recherche/"}


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
        ("fr", "clavier", "1 résultat pour «\u00a0clavier\u00a0»."),
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
