"""The list of all indicators in a real browser: its filters, its order and its address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bilan.languages import LANGUAGES, Language
from browser.inspection import violations

LISTS: dict[Language, str] = {"en": "en/indicators/", "fr": "fr/indicateurs/"}
SHOWN_LINES = ".indicators tr.result:visible"
ASKED = "?text=projets&scorecard=2020-2021&status=exceeded&status=met&sort=area"


def shown(page: Page) -> Locator:
    return page.locator(".indicators tbody").filter(visible=True)


def names(page: Page) -> list[str]:
    return shown(page).locator("th a").all_inner_texts()


def lines(page: Page) -> Locator:
    return page.locator(SHOWN_LINES)


def each(page: Page, attribute: str) -> set[str | None]:
    """What the lines that are shown have of it, once the page says how many it shows."""
    expect(page.get_by_role("status")).to_have_text(re.compile("107|No indicator|Aucun"))
    found = "(all, name) => all.map(line => line.getAttribute(name))"
    return set(page.locator(SHOWN_LINES).evaluate_all(found, attribute))


def query(page: Page) -> str:
    """What the address asks for; the browser knows it before `page.url` does."""
    search: str = page.evaluate("location.search")
    return search.removeprefix("?")


def test_choosing_statuses_shows_their_lines_alone(page: Page, address: str) -> None:
    page.goto(address + LISTS["en"])
    page.get_by_label("Target met").check()
    assert each(page, "data-status") == {"met"}
    page.get_by_label("Target exceeded").check()
    assert each(page, "data-status") == {"met", "exceeded"}
    assert query(page) == "status=exceeded&status=met"


@pytest.mark.parametrize("name", ["scorecard", "area"])
def test_choosing_a_scorecard_or_an_area_shows_its_lines_alone(
    name: str, page: Page, address: str
) -> None:
    page.goto(address + LISTS["fr"])
    value = page.locator(f"[name={name}] option").nth(2).get_attribute("value")
    assert value
    page.locator(f"[name={name}]").select_option(value)
    assert each(page, f"data-{name}") == {value}
    assert query(page) == f"{name}={value}"


def test_the_name_of_an_indicator_stays_beside_the_lines_that_are_shown(
    page: Page, address: str
) -> None:
    page.goto(f"{address}{LISTS['en']}?scorecard=2020-2021&text=members")
    [row] = [row for row in lines(page).all() if row.locator("th a").inner_text() == "Members"]
    assert row.get_attribute("data-scorecard") == "2020-2021"
    page.get_by_role("button", name="Clear filters").click()
    head = page.locator("tbody th", has=page.get_by_role("link", name="Members", exact=True))
    expect(head).to_have_attribute("rowspan", "2")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("RÉPARTITION", "Répartition"),
        ("repartition", "Répartition"),
        ("PME membres", "PME parmi les membres"),
        ("petites et moyennes entreprises", "PME parmi les membres"),
        ("gouvernance", "Administrateurs indépendants"),
    ],
    ids=["capitals", "no accents", "several words", "an acronym in full", "an area"],
)
def test_words_are_found_in_names_definitions_acronyms_and_areas(
    typed: str, found: str, page: Page, address: str
) -> None:
    page.goto(address + LISTS["fr"])
    page.get_by_label("Mots à chercher").fill(typed)
    assert any(name.startswith(found) for name in names(page)), names(page)
    assert 0 < len(names(page)) < 107


def test_a_definition_shows_where_only_it_has_the_words(page: Page, address: str) -> None:
    page.goto(address + LISTS["en"] + "?text=enterprises")
    assert shown(page).locator("th .detail").filter(visible=True).count() > 0
    page.get_by_label("Words to find").fill("members")
    by_name = shown(page).filter(has=page.get_by_role("link", name="Members", exact=True))
    expect(by_name.locator("th .detail")).to_be_hidden()


@pytest.mark.parametrize("sort", ["status", "area", "date"])
def test_the_list_is_sorted_by_what_is_chosen_and_says_so(
    sort: str, page: Page, address: str
) -> None:
    page.goto(address + LISTS["en"])
    page.get_by_label("Sort by").select_option(sort)
    first = f"all => all.map(body => body.rows[0].dataset.{sort} ?? '')"
    values = page.locator(".indicators tbody").evaluate_all(first)
    if sort == "date":
        assert values == sorted(values, reverse=True)
    else:
        options = f"[name={sort}] option, input[name={sort}]"
        order = page.locator(options).evaluate_all("all => all.map(each => each.value)")
        assert values == sorted(values, key=order.index)
    expect(page.locator(".indicators [aria-sort]")).to_have_attribute("data-sort", sort)
    expect(page.get_by_role("status")).to_contain_text("107 of 107 indicators, sorted by")


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "members outside", r"1 of 107 indicators, sorted by name"),
        ("fr", "membres ontario", r"1 indicateur sur 107, tri par nom"),
        ("fr", "membres", r"\d+ indicateurs sur 107, tri par nom"),
        ("en", "xyzzy", r"No indicator matches\. Clear a filter, or try other words\."),
        ("fr", "xyzzy", r"Aucun indicateur ne correspond\. Retirez un filtre .*"),
    ],
)
def test_how_many_are_shown_is_said_in_the_right_number(
    language: Language, text: str, said: str, page: Page, address: str
) -> None:
    page.goto(address + LISTS[language])
    page.locator("[name=text]").fill(text)
    expect(page.get_by_role("status")).to_have_text(re.compile(f"^{said}$"))


def test_the_address_keeps_what_is_asked_and_a_reload_restores_it(page: Page, address: str) -> None:
    page.goto(f"{address}{LISTS['fr']}{ASKED}")
    before = names(page)
    assert 0 < len(before) < 20
    page.reload()
    assert names(page) == before
    assert page.get_by_label("Mots à chercher").input_value() == "projets"
    assert page.locator("[name=scorecard]").input_value() == "2020-2021"
    assert page.locator("[name=sort]").input_value() == "area"
    assert page.locator("[name=status]:checked").count() == 2


def test_back_and_forward_undo_and_redo_a_choice_and_come_back_from_an_indicator(
    page: Page, address: str
) -> None:
    page.goto(address + LISTS["en"])
    page.get_by_label("Target met").check()
    page.get_by_label("Words to find").press_sequentially("connect")
    found = names(page)
    page.go_back()
    assert query(page) == "status=met"
    expect(page.get_by_label("Words to find")).to_have_value("")
    page.go_back()
    assert len(names(page)) == 107
    page.go_forward()
    page.go_forward()
    assert names(page) == found
    shown(page).first.locator("th a").click()
    expect(page.locator(".breadcrumbs")).to_be_visible()
    assert query(page) == ""
    page.go_back()
    assert names(page) == found


def test_an_address_that_asks_for_what_there_is_not_leaves_it_out(page: Page, address: str) -> None:
    page.goto(f"{address}{LISTS['en']}?status=nothing&area=nowhere&sort=luck&text=")
    assert len(names(page)) == 107
    expect(page.locator("[name=area]")).to_have_value("")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_toggle_keeps_the_filters(language: Language, page: Page, address: str) -> None:
    page.goto(f"{address}{LISTS[language]}?status=met&sort=date")
    page.locator("[name=scorecard]").select_option("2020-2021")
    found, rows = query(page), each(page, "data-date")
    other: Language = "fr" if language == "en" else "en"
    page.click(f"header a[hreflang={other}]")
    assert page.url == f"{address}{LISTS[other]}?{found}"
    assert each(page, "data-date") == rows


def test_clearing_brings_the_whole_list_back(page: Page, address: str) -> None:
    page.goto(f"{address}{LISTS['fr']}{ASKED}")
    page.get_by_role("button", name="Effacer les filtres").click()
    assert len(names(page)) == 107
    assert query(page) == ""
    assert page.locator("header a[hreflang=en]").evaluate("link => link.search") == ""


def test_the_keyboard_alone_filters_sorts_and_clears(page: Page, address: str) -> None:
    page.goto(address + LISTS["en"])
    page.get_by_label("Words to find").focus()
    page.keyboard.type("projects")
    page.keyboard.press("Enter")
    assert query(page) == "text=projects"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    asked = query(page).split("&")
    assert [each.partition("=")[0] for each in asked] == ["text", "scorecard", "sort", "status"]
    expect(page.locator(":focus")).to_have_attribute("value", "exceeded")
    page.get_by_role("button", name="Clear filters").focus()
    page.keyboard.press("Enter")
    assert len(names(page)) == 107


def test_without_script_the_list_stands_whole_and_nothing_is_dead(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{LISTS['en']}?status=met")
    assert len(names(page)) == 107
    expect(page.locator("form.filters")).to_be_hidden()
    page.locator(".letters a").last.click()
    expect(page.locator("tbody:target th")).to_be_in_viewport()
    context.close()


@pytest.mark.parametrize(
    ("language", "asked"), [("fr", "?text=pme&status=exceeded&sort=date"), ("en", "?text=xyzzy")]
)
def test_axe_finds_nothing_in_a_filtered_list_and_nothing_scrolls_sideways(
    language: Language, asked: str, page: Page, address: str
) -> None:
    page.goto(address + LISTS[language] + asked)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page) == [], width


def test_paper_has_the_list_that_is_shown_and_no_form(page: Page, address: str) -> None:
    page.goto(f"{address}{LISTS['en']}?status=met")
    found = names(page)
    page.emulate_media(media="print")
    expect(page.locator("form.filters")).to_be_hidden()
    assert names(page) == found
