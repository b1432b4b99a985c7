"""What the Markdown of a page may become: the allowed HTML as it is, and nothing else."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown

from bilan.pages.calls import Text
from bilan.pages.sanitizing import refuse_foreign, sanitized
from bilan.problems import Problems

EXTENSIONS = ("attr_list", "def_list", "fenced_code", "md_in_html", "tables")
ABOVE = "# Goals\n\nWhat `<script>` does.\n\n"
"""Code shows HTML; it is none, and the messages point past it."""


def html(markdown: str) -> str:
    return str(Markdown(extensions=list(EXTENSIONS)).convert(markdown))


def told(markdown: str) -> list[str]:
    source = Text(markdown, "docs/fr/goals.md", first_line=5)
    refuse_foreign(html(markdown), source, problems := Problems())
    assert all(problem.rule == "BIL520" for problem in problems)
    return [f"{p.location.line}:{p.location.column} {p.spoken['found'][0]}" for p in problems]


def at(markdown: str, place: str) -> str:
    """`line:column` of the mark in a text that begins on the fifth line."""
    before = markdown.partition(place)[0]
    return f"{before.count(chr(10)) + 5}:{len(before.rpartition(chr(10))[2]) + 1}"


TAGS = """
script style iframe object embed applet base form input button textarea select option meta link
svg math template slot noscript frame frameset video audio source picture canvas dialog portal
marquee blink body html head title font center
""".split()  # noqa: SIM905, a list of words


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_that_is_not_allowed_is_refused_where_it_is_written(tag: str) -> None:
    markdown = f"{ABOVE}Words <{tag} title='a'> words.\n"
    assert f"{at(markdown, f'<{tag} title')} <{tag}>" in told(markdown)


ATTRIBUTES = """
onclick onerror onload onfocus onmouseover ontoggle onbeforetoggle style srcset ping formaction
srcdoc background action name target contenteditable popover is slot itemprop xlink:href
""".split()  # noqa: SIM905, a list of words


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_an_attribute_that_is_not_allowed_is_refused_where_it_is_written(name: str) -> None:
    markdown = f'{ABOVE}Words <b class="a" {name}="b">bold</b>.\n'
    assert told(markdown) == [f"{at(markdown, f'{name}=')} {name}="]


SCHEMES = ("javascript", "JavaScript", "data", "vbscript", "file", "blob", "ftp", "ms-msdt", "app")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "written", ["[a]({}:b)", "[a](<{}:b>)", "![a]({}:b)", '<a href="{}:b">a</a>']
)
def test_a_kind_of_link_that_is_not_allowed_is_refused_where_it_is_written(
    scheme: str, written: str
) -> None:
    markdown = f"{ABOVE}Words {written.format(scheme)}.\n"
    assert told(markdown) == [f"{at(markdown, f'{scheme}:')} {scheme.lower()}:"]


@pytest.mark.parametrize(
    "written",
    [
        '<a href="&#106;avascript&colon;b">a</a>',
        '<a href="java&Tab;script:b">a</a>',
        '<a href="java&NewLine;script:b">a</a>',
        '<a href="&#1; javascript:b">a</a>',
        "[a](&#x6A;avascript:b)",
        "[a][r]\n\n[r]: javascript:b",
        "<javascript:b>",
        "a\n{: onclick=b }",
        "- a\n{: style='b' }",
        "# a {: onfocus='b' }",
        "<div markdown=1 onclick=b>a</div>",
        "<!DOCTYPE a>",
        "<?a b?>",
        "a &#8238; b",
        "a &#x202e; b",
        '<b title="&#x2066;">a</b>',
    ],
)
def test_no_way_of_writing_it_hides_it(written: str) -> None:
    markdown = f"{ABOVE}{written}\n"
    assert told(markdown)
    clean = sanitized(html(markdown)).replace(html(ABOVE), "")
    assert "javascript:" not in clean.replace("&lt;", "") or "href" not in clean
    assert not re.search(r"onclick=|style=|onfocus=|<!|<\?", clean)


ALLOWED = """
<h2 id="a" class="b">A <em>b</em> <strong>c</strong> <code>d</code></h2>
<p lang="fr" dir="ltr" title="a">A <a href="https://a.example/?b=c#d" rel="alternate">b</a>
<a href="mailto:a@a.example">c</a> <a href="tel:+15145550123">d</a> <a href="../goals/#e">e</a></p>
<p><img src="../a.png" alt="A" width="1" height="2" loading="lazy"> <abbr title="a">b</abbr></p>
<ol start="2" reversed=""><li value="3">a</li></ol>
<details open=""><summary>a</summary><p>b</p></details>
<table><caption>a</caption><thead><tr><th scope="col" colspan="2">a</th></tr></thead>
<tbody><tr><td align="right" rowspan="2">b</td><td headers="a">c</td></tr></tbody></table>
<dl><dt>a</dt><dd>b</dd></dl>
<p><time datetime="2025-03-31">a</time> <q>b</q> <sup>c</sup> <del datetime="2025-03-31">d</del></p>
<div role="note" aria-label="a" data-bilan="0"></div>
"""


def test_what_is_allowed_comes_through_unchanged() -> None:
    assert told(ALLOWED) == []
    assert sanitized(ALLOWED) == ALLOWED


@pytest.mark.parametrize(
    "markdown",
    [
        "`<script>` and `onclick=` and `javascript:`",
        "    <script>a()</script>",
        "~~~html\n<p onclick=a() style='b'>\n~~~",
        "a < b > c & d onclick= javascript:",
        "[a](goals.md 'onclick=\"b\"')",
        "<!-- <script>a()</script> -->",
    ],
)
def test_what_only_looks_like_it_is_none(markdown: str) -> None:
    assert told(markdown) == []


@pytest.mark.parametrize(
    ("hostile", "left"),
    [
        ("<p>a</p><script>b()</script>", "<p>a</p>"),
        ("<p>a</p><style>b</style>", "<p>a</p>"),
        ('<p onclick="a()" class="b">c</p>', '<p class="b">c</p>'),
        ('<a href="javascript:a()">b</a>', "<a>b</a>"),
        ('<a href=" java\nscript:a()">b</a>', "<a>b</a>"),
        ("<p>a<!-- b --></p>", "<p>a</p>"),
        ("<p>a<!-- --!><img src=x onerror=b()> --></p>", '<p>a<img src="x"> --&gt;</p>'),
        ('<noscript><p title="</noscript><img src=x onerror=a()>"></noscript>', None),
        ('<svg><desc><style><img title="</style><img src=x onerror=a()>"></desc></svg>', None),
        ('<math><mtext><mglyph><style><!--</style><img title="--><img src onerror=a()>">', None),
        ("<template><p onclick=a()>b</p></template>", None),
        ('<form action="javascript:a()"><button formaction=b>c</button></form>', "c"),
    ],
)
def test_the_sanitizer_takes_out_what_another_reading_would_miss(
    hostile: str, left: str | None
) -> None:
    clean = sanitized(hostile)
    if left is not None:
        assert clean == left
    refuse_foreign(clean, Text(clean, "docs/en/goals.md"), problems := Problems())
    assert list(problems) == []
    assert sanitized(clean) == clean
