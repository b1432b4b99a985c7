"""What the tests of this folder share: the site on a local server, and a browser to read it in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.markup import Markup, read
from browser.serving import served


@pytest.fixture(scope="session")
def pages(own_site: Path) -> dict[str, Markup]:
    """Every page of the built site by its address, as its HTML says it is."""
    return read(own_site)


@pytest.fixture(scope="session")
def address(own_site: Path) -> Iterator[str]:
    with served(own_site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    yield context.new_page()
    context.close()
