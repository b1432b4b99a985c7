"""The HTML of every built page: valid, in order, named, and matched by the other language's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from browser.markup import Markup, examine, read
from browser.validation import invalid

PAGE = """<!doctype html>
<html lang="en"><head><title>The harbour</title>
<meta name="description" content="What the harbour is for, and who uses it.">
<link rel="canonical" href="https://x/en/a/">
<link rel="alternate" hreflang="en" href="https://x/en/a/">
<link rel="alternate" hreflang="fr" href="https://x/fr/a/">
<link rel="alternate" hreflang="x-default" href="https://x/en/a/">
</head><body><header><a href="../../fr/a/" rel="alternate" hreflang="fr">Français</a></header>
<nav aria-label="Main"><a href="../b/">Berths</a></nav>
<main><h1>The harbour</h1><h2>Boats</h2><a href="#x">Boats</a></main><footer>End</footer>
</body></html>"""
WORDS = {
    "What the harbour is for, and who uses it.": "À quoi sert le port, et qui s’en sert.",
    "The harbour": "Le port",
    '<html lang="en">': '<html lang="fr">',
    'canonical" href="https://x/en/a/"': 'canonical" href="https://x/fr/a/"',
    'href="../../fr/a/" rel="alternate" hreflang="fr"': (
        'href="../../en/a/" rel="alternate" hreflang="en"'
    ),
}
ENTRANCE = '<html lang="en"><link rel="canonical" href="https://x/"><body class="bilingual">'
ENTRANCE += '<main><h1>a</h1><h1>b</h1></main><meta name="description" content="a / b">'
SITEMAP = "<loc>https://x/</loc><loc>https://x/en/a/</loc><loc>https://x/fr/a/</loc>"


@dataclass(frozen=True)
class Fault:
    check: str
    right: str
    wrong: str


FAULTS = (
    Fault("headings", "<h2>Boats</h2>", "<h3>Boats</h3>"),
    Fault("headings", "<h2>Boats</h2>", "<h1>Boats</h1>"),
    Fault("headings", "<h2>Boats</h2>", '<h2><b aria-hidden="true">Boats</b></h2>'),
    Fault("landmarks", "<footer>End</footer>", ""),
    Fault("landmarks", "<main>", "<nav></nav><main>"),
    Fault("language", '<html lang="en">', '<html lang="fr">'),
    Fault("description", '<meta name="description"', "<meta"),
    Fault(
        "description", "What the harbour is for, and who uses it.", "À quoi sert le port des gens."
    ),
    Fault("link text", "</h1>", '</h1><a href="#y">Boats</a>'),
    Fault("link text", '<a href="#x">Boats</a>', '<a href="#x"><b aria-hidden="true">†</b></a>'),
    Fault("toggle", 'href="../../fr/a/"', 'href="../../fr/"'),
    Fault(
        "alternates", 'hreflang="fr" href="https://x/fr/a/"', 'hreflang="fr" href="https://x/fr/"'
    ),
    Fault("alternates", 'canonical" href="https://x/en/a/"', 'canonical" href="https://x/fr/a/"'),
    Fault("sitemap", 'canonical" href="https://x/en/a/"', 'canonical" href="https://x/en/b/"'),
)


def small_site(english: str) -> dict[str, Markup]:
    french = PAGE
    for word, other in WORDS.items():
        french = french.replace(word, other)
    written = {"": ENTRANCE, "404.html": ENTRANCE, "en/a/": english, "fr/a/": french}
    written["404.html"] = ENTRANCE.replace('<link rel="canonical" href="https://x/">', "")
    return {address: Markup(address, html) for address, html in written.items()}


def test_nothing_is_found_in_a_site_without_fault() -> None:
    assert list(examine(small_site(PAGE), SITEMAP)) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.check}: {fault.wrong}")
def test_each_fault_of_a_page_is_found(fault: Fault) -> None:
    assert PAGE.count(fault.right) == 1
    found = examine(small_site(PAGE.replace(fault.right, fault.wrong)), SITEMAP)
    assert ("en/a/", fault.check) in [(each.page, each.check) for each in found] or (
        fault.check == "sitemap"
    )


def test_two_pages_of_one_language_do_not_share_a_title_or_a_description() -> None:
    site = small_site(PAGE)
    site["en/b/"] = Markup("en/b/", PAGE)
    found = [each.detail for each in examine(site, SITEMAP) if each.check == "titles"]
    assert [text.split()[0] for text in found] == ["title", "description"]


def test_every_page_of_the_site_is_in_order(pages: Mapping[str, Markup], own_site: Path) -> None:
    assert list(examine(pages, (own_site / "sitemap.xml").read_text("utf-8"))) == []


def test_every_page_of_another_organization_is_in_order(harbour_site: Path) -> None:
    sitemap = (harbour_site / "sitemap.xml").read_text("utf-8")
    assert list(examine(read(harbour_site), sitemap)) == []


def test_the_html_of_every_page_is_valid(own_site: Path) -> None:
    assert list(invalid(own_site)) == []


def test_the_html_of_another_organization_is_valid(harbour_site: Path) -> None:
    assert list(invalid(harbour_site)) == []


def test_html_that_is_not_valid_is_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p><table></p><img src=a>", encoding="utf-8")
    assert {finding.page for finding in invalid(tmp_path)} == {""}
