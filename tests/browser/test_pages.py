"""Pages of every kind in a real browser: `make audit` reads all of them, this a sample."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser

from browser.inspection import Inspection
from browser.markup import NOT_FOUND, Markup, sample

PARTS = 8


def test_the_sample_shows_each_component_of_the_site_in_each_language(
    pages: Mapping[str, Markup],
) -> None:
    chosen = [pages[address] for address in sample(pages)]
    assert {NOT_FOUND, ""} < {page.address for page in chosen}
    for language in ("en", "fr"):
        shown, all_shown = (
            {part for page in among if page.language == language for part in page.components}
            for among in (chosen, pages.values())
        )
        assert shown == all_shown


@pytest.mark.parametrize("part", range(PARTS))
def test_a_page_serves_every_reader_on_every_screen(
    part: int, pages: Mapping[str, Markup], browser: Browser, address: str
) -> None:
    inspection = Inspection(browser, address)
    chosen = sample(pages)[part::PARTS]
    assert [finding for page in chosen for finding in inspection.of(page)] == []
