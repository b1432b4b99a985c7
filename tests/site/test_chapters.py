"""Built pages become chapters of one document, whose ids and links hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilan.site.chapters import Chapter, articles, headings

PLAN = Chapter("c1", Path("/site/en/plan/index.html"), "en/plan/", "https://a.example/x/en/plan/")
MONEY = Chapter(
    "c2",
    Path("/site/en/sub/money/index.html"),
    "en/sub/money/",
    "https://a.example/x/en/sub/money/",
)


def page(article: str) -> str:
    icon = '<svg><symbol id="icon-met"></symbol></svg>'
    return f'<body>{icon}<a href="#main">x</a><article class="content">{article}</article>z</body>'


def chapter(article: str, other: str = '<h2 id="fees">Fees</h2>') -> str:
    """What becomes of an article of the plan, beside one on money."""
    return articles({PLAN: page(article), MONEY: page(other)})[PLAN]


@pytest.mark.parametrize(
    "article",
    [
        "Plain &amp; simple &#8211; &nbsp;text",
        '<p class="a b" title="&quot;x&quot; &amp; y">é</p><br><hr>',
        '<svg width="1"><path d="M0 0"/></svg>',
        "<input checked><article>inner</article>after",
        '<a href="https://b.example/#x">x</a><a href="mailto:b@b.example">y</a>',
    ],
)
def test_what_needs_no_change_stays_as_it_is(article: str) -> None:
    assert chapter(article) == article


def test_only_the_article_of_a_page_is_taken() -> None:
    assert chapter("<p>a</p>") == "<p>a</p>"


def test_ids_are_told_apart_with_all_that_names_them() -> None:
    article = '<h2 id="a">A</h2><td headers="a b" aria-labelledby="a"></td><input name="n" id="b">'
    assert chapter(article) == (
        '<h2 id="c1-a">A</h2><td headers="c1-a c1-b" aria-labelledby="c1-a"></td>'
        '<input name="c1-n" id="c1-b">'
    )


def test_icons_of_the_document_keep_their_names() -> None:
    article = '<use href="#icon-met"/><g id="own"/><use href="#own"/>'
    assert chapter(article) == '<use href="#icon-met"/><g id="c1-own"/><use href="#c1-own"/>'


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("#a", "#c1-a"),
        ("", "#c1"),
        ("../plan/", "#c1"),
        ("../plan/#nowhere", "#c1"),
        ("../sub/money/", "#c2"),
        ("../sub/money/#fees", "#c2-fees"),
        ("../words/#berth", "https://a.example/x/en/words/#berth"),
        ("../../fr/plan/", "https://a.example/x/fr/plan/"),
        ("../../data/results.csv", "https://a.example/x/data/results.csv"),
    ],
)
def test_a_link_leads_to_the_chapter_or_else_to_the_public_site(link: str, leads: str) -> None:
    assert f'<a href="{leads}">' in chapter(f'<h2 id="a">A</h2><a href="{link}">x</a>')


def test_a_picture_is_loaded_from_the_built_site() -> None:
    assert chapter('<img src="map.png">') == '<img src="file:///site/en/plan/map.png">'


def test_headings_are_read_as_text() -> None:
    html = "<h1>A <span>b</span>\nc</h1><p>no</p><h3>2\u00a0% &amp; more</h3>"
    assert headings(html) == ("A b c", "2\u00a0% & more")
