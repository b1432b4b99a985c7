"""What is looked for in a built site, on small sites made up for it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bilan.contract.files import addresses, results_json
from bilan.problems import Problem
from bilan.project import Project
from bilan.site import embeds
from bilan.site.policy import content_policy
from bilan.site.verification import verify
from conftest import add_search_page

PAGES = {
    "index.html": "en",
    "404.html": "en",
    "en/index.html": "en",
    "en/goals/index.html": "en",
    "en/money/index.html": "en",
    "en/plan/index.html": "en",
    "en/words/index.html": "en",
    "en/indicators/index.html": "en",
    "fr/index.html": "fr",
    "fr/objectifs/index.html": "fr",
    "fr/argent/index.html": "fr",
    "fr/plan/index.html": "fr",
    "fr/vocabulaire/index.html": "fr",
    "fr/indicateurs/index.html": "fr",
}
MACROS = dict.fromkeys(("en/indicators/index.html", "fr/indicateurs/index.html"), "indicators")
SEARCH_PAGES = {"en/search/index.html": "en", "fr/recherche/index.html": "fr"}
INDICATORS = (
    *("boats", "charter", "crew", "deficit", "fund", "inspections", "investment", "jobs"),
    *("lights", "pledges", "ratio", "spills", "tide", "visitors", "visits", "waiting"),
    *("walkers", "works"),
)
PDFS = ("en/goals.pdf", "en/reports/harbour.pdf", "fr/objectifs.pdf", "fr/rapports/havre.pdf")
FILES = (
    "data/results.csv",
    "data/tables/berths.csv",
    "data/tables/facts.csv",
    "data/tables/fees.csv",
    "data/discrepancies.csv",
    "data/glossary.csv",
    "data/results.json",
    "data/results.xlsx",
    "data/datapackage.json",
    *(f"data/indicators/{name}.{form}" for name in INDICATORS for form in ("csv", "json", "xlsx")),
)
FEEDS = ("en/feed.xml", "fr/fil.xml")


def page(language: str, body: str = "", macro: str = "") -> str:
    policy = f'<meta http-equiv="Content-Security-Policy" content="{content_policy([macro])}">'
    head = f'<!doctype html>\n<html lang="{language}"><head>{policy}</head>'
    return f"{head}<body>{body}</body></html>\n"


def fragment(language: str, body: str = "") -> str:
    return f'<figure lang="{language}">{body}</figure>\n'


@pytest.fixture
def site(tmp_path: Path, harbour_project: Project) -> Path:
    """The least that passes."""
    for address, language in PAGES.items():
        write(tmp_path, address, page(language, macro=MACROS.get(address, "")))
    for profile in harbour_project.profiles:
        write(tmp_path, f"{profile.url}index.html", page(profile.language))
    for address, language in embeds.addresses(harbour_project).items():
        write(tmp_path, address, fragment(language) if address.endswith(".html") else "")
    for address in (*FILES, *FEEDS, *PDFS, "sitemap.xml"):
        write(tmp_path, address, "")
    write(tmp_path, "data/results.json", results_json(harbour_project.report))
    return tmp_path


def write(site: Path, address: str, text: str) -> None:
    path = site / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(site: Path, project: Project) -> list[Problem]:
    return list(verify(site, project))


def told(site: Path, project: Project, body: str) -> list[str]:
    """The messages on one page that holds `body`."""
    write(site, "en/goals/index.html", page("en", body))
    messages = [problem.message() for problem in found(site, project)]
    where = "site/en/goals/index.html:1:1 "
    assert all(message.startswith(where) for message in messages), messages
    return [message.removeprefix(where) for message in messages]


def test_a_complete_site_has_no_problem(site: Path, harbour_project: Project) -> None:
    assert found(site, harbour_project) == []


def test_each_table_has_its_file(harbour_project: Project) -> None:
    assert sorted(addresses(harbour_project.report)) == sorted(FILES)


@pytest.mark.parametrize("address", [*PAGES, *FILES, *FEEDS, *PDFS, "sitemap.xml"])
def test_each_file_that_belongs_to_the_site_is_missed(
    site: Path, harbour_project: Project, address: str
) -> None:
    (site / address).unlink()
    [problem] = found(site, harbour_project)
    assert (problem.rule, problem.location.file) == ("BIL605", f"site/{address}")


def test_figures_that_are_not_those_that_were_checked_are_told(
    site: Path, harbour_project: Project
) -> None:
    checked = (site / "data/results.json").read_text(encoding="utf-8")
    write(site, "data/results.json", checked.replace("2880", "2881"))
    [problem] = found(site, harbour_project)
    assert (problem.rule, problem.location.file) == ("BIL617", "site/data/results.json")


def test_a_site_without_pdf_files_lacks_none(site: Path, harbour_project: Project) -> None:
    for address in PDFS:
        (site / address).unlink()
    assert found(site, replace(harbour_project, has_pdfs=False)) == []


OF_INDICATORS = [
    f"{folder}/{name}"
    for folder, names in (
        ("en/indicators/fund", ("index.html", "badge.svg", "chart.svg", "embed.html")),
        (
            "fr/indicateurs/fonds-de-reparation",
            ("index.html", "insigne.svg", "graphique.svg", "extrait.html"),
        ),
    )
    for name in names
]


@pytest.mark.parametrize("address", OF_INDICATORS)
def test_the_page_of_an_indicator_and_what_other_sites_show_of_it_are_missed_in_each_language(
    site: Path, harbour_project: Project, address: str
) -> None:
    (site / address).unlink()
    told = {(problem.rule, problem.location.file) for problem in found(site, harbour_project)}
    assert ("BIL605", f"site/{address}") in told


FRAGMENT = "fr/indicateurs/bateaux-amarres/extrait.html"


@pytest.mark.parametrize("language", ["en", ""])
def test_a_fragment_says_its_language_on_its_outermost_element(
    site: Path, harbour_project: Project, language: str
) -> None:
    write(site, FRAGMENT, fragment(language, '<p lang="fr">x</p>'))
    [problem] = found(site, harbour_project)
    assert (problem.rule, problem.location.file) == ("BIL604", f"site/{FRAGMENT}")


@pytest.mark.parametrize("link", ["./", "/fr/", "#x", "//a.example/", "mailto:a@a.example"])
def test_a_fragment_has_whole_addresses_alone(
    site: Path, harbour_project: Project, link: str
) -> None:
    write(site, FRAGMENT, fragment("fr", f'<a href="{link}">x</a>'))
    assert "BIL613" in {problem.rule for problem in found(site, harbour_project)}
    write(site, FRAGMENT, fragment("fr", '<a href="https://a.example/">x</a>'))
    assert found(site, harbour_project) == []


ROOT = "https://results.example/harbour/"


def card(address: str) -> str:
    return f'<meta property="og:image" content="{address}">'


@pytest.fixture
def addressed(site: Path) -> Path:
    """The site, whose entrance says where it is published."""
    write(site, "index.html", page("en", f'<link rel="canonical" href="{ROOT}">'))
    write(site, "en/goals/card.png", "")
    return site


def test_the_card_of_a_page_is_there(addressed: Path, harbour_project: Project) -> None:
    assert told(addressed, harbour_project, card(f"{ROOT}en/goals/card.png")) == []
    assert told(addressed, harbour_project, card("https://pictures.example/card.png")) == []
    [message] = told(addressed, harbour_project, card(f"{ROOT}en/goals/carte.png"))
    assert message.startswith(f"BIL606: the link “{ROOT}en/goals/carte.png” leads nowhere")


def test_a_whole_address_of_the_site_itself_leads_somewhere(
    addressed: Path, harbour_project: Project
) -> None:
    for path in ("", "en/", "en/goals/#x", "data/results.csv", "fr/objectifs/?a=1"):
        body = f'<p id="x"><a href="{ROOT}{path}">x</a></p>'
        assert told(addressed, harbour_project, body) == []
    for path in ("en/nowhere/", "en/goals/#nowhere", "fr/goals/"):
        [message] = told(addressed, harbour_project, f'<a href="{ROOT}{path}">x</a>')
        assert message.startswith("BIL606")


def test_a_page_of_its_own_needs_its_counterpart(site: Path, harbour_project: Project) -> None:
    write(site, "fr/carte.html", page("fr"))
    [problem] = found(site, harbour_project)
    assert (problem.rule, problem.location.file) == ("BIL602", "site/fr/carte.html")
    write(site, "en/carte.html", page("en"))
    assert found(site, harbour_project) == []


@pytest.mark.parametrize("language", ["en", "", "fr-CA"])
def test_a_page_says_the_language_of_its_folder(
    site: Path, harbour_project: Project, language: str
) -> None:
    write(site, "fr/index.html", page(language))
    [problem] = found(site, harbour_project)
    assert problem.message().startswith("site/fr/index.html:1:1 BIL604: the page says “" + language)
    assert "where “fr” is right" in problem.message()


@pytest.mark.parametrize(
    "body", ["{{ figure(1) }}", "<p>a {{ figure(1) }} b</p>", "&#123;{ figure(1) }}", "{{ figure"]
)
def test_a_call_that_was_left_in_the_text_is_found(
    site: Path, harbour_project: Project, body: str
) -> None:
    [message] = told(site, harbour_project, body)
    assert message.startswith("BIL603: “{{ figure")


@pytest.mark.parametrize("tag", ["code", "pre"])
def test_braces_in_code_are_shown_as_they_are(
    site: Path, harbour_project: Project, tag: str
) -> None:
    assert told(site, harbour_project, f"<{tag}>{{{{ figure(1) }}}}</{tag}>") == []
    assert told(site, harbour_project, f"<{tag}>a</{tag}>{{{{ figure(1) }}}}") != []


@pytest.mark.parametrize(
    "link",
    [
        "../nowhere/",
        "../../fr/goals/",
        "nowhere.html",
        "#nowhere",
        "../#nowhere",
        "../../fr/objectifs/#nulle-part",
        "../../data/nothing.csv",
        "../../../outside/../../x",
        "?x=1#nowhere",
        "http://[",
        "a b",
    ],
)
def test_a_link_that_leads_nowhere_is_found(
    site: Path, harbour_project: Project, link: str
) -> None:
    [message] = told(site, harbour_project, f'<a href="{link}">x</a>')
    assert message.startswith(f"BIL606: the link “{link}” leads nowhere")


@pytest.mark.parametrize(
    "link",
    [
        "",
        "#",
        "#here",
        "#ici-m%C3%AAme",
        "./",
        "../",
        "../index.html",
        "../../",
        "../../fr/objectifs/",
        "../../fr/objectifs/#",
        "../../data/results.csv",
        "../../data/results.csv#row=2",
        "https://harbour.example/nowhere",
        "mailto:harbour@harbour.example",
        "?x=1#here",
    ],
)
def test_a_link_that_leads_somewhere_is_none(
    site: Path, harbour_project: Project, link: str
) -> None:
    body = f'<h1 id="here">x</h1><i id="ici-même"></i><a href="{link}">x</a>'
    assert told(site, harbour_project, body) == []


@pytest.mark.parametrize(
    "element",
    [
        '<img src="{}">',
        '<img srcset="{} 2x">',
        '<img src="../" srcset="../ 1x,{}">',
        '<video><source src="{}"></video>',
        '<video poster="{}"></video>',
        '<audio src="{}"></audio>',
        '<svg><image href="{}"/></svg>',
        '<svg><use xlink:href="{}"/></svg>',
        '<a ping="{}">x</a>',
        '<link rel="stylesheet" href="{}">',
        '<link rel="icon" href="{}">',
        '<link rel="shortcut ICON" href="{}">',
        '<link rel="alternate stylesheet" href="{}">',
        '<link rel="preload" href="{}">',
        '<link rel="manifest" href="{}">',
    ],
)
def test_what_a_page_loads_is_its_own_and_is_there(
    site: Path, harbour_project: Project, element: str
) -> None:
    assert told(site, harbour_project, element.format("../../sitemap.xml")) == []
    [message] = told(site, harbour_project, element.format("../../nothing.js"))
    assert message.startswith("BIL606: the link “../../nothing.js”")
    for address in (
        "https://cdn.example/x.js",
        "//cdn.example/x.js",
        r"/\cdn.example/x.js",
        "https:cdn.example/x.js",
    ):
        messages = told(site, harbour_project, element.format(address))
        assert f"BIL607: the page loads “{address}” from another site" in messages[-1]


def test_a_link_that_names_another_page_loads_nothing(site: Path, harbour_project: Project) -> None:
    head = '<link rel="alternate" hreflang="fr" href="https://harbour.example/fr/">'
    assert told(site, harbour_project, head) == []


@pytest.mark.parametrize("body", ['<p id="a"></p><i id="a"></i>', '<i id="a"/>' * 3])
def test_an_id_stands_once_on_a_page(site: Path, harbour_project: Project, body: str) -> None:
    [message] = told(site, harbour_project, body)
    assert message.startswith("BIL610: the id “a” stands more than once")


def test_an_anchor_of_old_may_have_the_name_of_its_id(site: Path, harbour_project: Project) -> None:
    body = '<a id="a" name="a"></a><a name="b"></a><a href="#a"></a><a href="#b"></a>'
    assert told(site, harbour_project, body) == []


def test_only_a_link_has_a_name_that_leads_somewhere(site: Path, harbour_project: Project) -> None:
    [message] = told(site, harbour_project, '<meta name="a"><a href="#a">x</a>')
    assert message.startswith("BIL606: the link “#a”")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<script>a()</script>", "<script>"),
        ("<style>p {color: red}</style>", "<style>"),
        ("<object></object>", "<object>"),
        ("<embed>", "<embed>"),
        ("<iframe></iframe>", "<iframe>"),
        ('<base target="_top">', "<base>"),
        ("<form></form>", "<form>"),
        ('<form action="../"></form>', "<form>"),
        ('<form method="post" action="../"></form>', "<form>"),
        ('<form method="dialog" action="../"></form>', "<form>"),
        ('<form method="get"></form>', "<form>"),
        ('<form method="get" action=""></form>', "<form>"),
        ('<button formmethod="post">', "formmethod="),
        ('<script type="module">a()</script>', "<script>"),
        ('<script src="../../data/results.csv"></script>', "<script>"),
        ('<p STYLE="color: red">', "style="),
        ('<p onclick="a()">', "onclick="),
        ("<p onmouseover>", "onmouseover="),
        ('<meta http-equiv="Refresh" content="0">', "http-equiv=refresh"),
        ('<a href="javascript:a()">', "javascript:"),
        ('<a href=" Java\tScript:a()">', "javascript:"),
        ('<a href="java&#10;script:a()">', "javascript:"),
        ('<a href="javascript:a()" href="../">', "javascript:"),
        ('<a href="data:text/html,a">', "data:"),
        ('<a href="vbscript:a">', "vbscript:"),
        ('<a href="file:///a">', "file:"),
        ('<svg><a xlink:href="javascript:a()"></a></svg>', "javascript:"),
    ],
)
def test_what_could_run_frame_restyle_or_redirect_is_found(
    site: Path, harbour_project: Project, body: str, found: str
) -> None:
    [message] = told(site, harbour_project, body)
    assert message.startswith(f"BIL611: the page holds “{found}”, which is not allowed")


MODULE = '<script type="module" src="{}"></script>'


@pytest.mark.parametrize(
    "source",
    [
        "",
        "a.js",
        "/assets/a.js",
        "../../docs/a.js",
        "../../assets/../data/a.js",
        "../../assets/a.csv",
        "//a.example/assets/a.js",
        "https://a.example/assets/a.js",
        "data:text/javascript,a()",
    ],
)
def test_a_script_is_a_file_of_the_site(site: Path, harbour_project: Project, source: str) -> None:
    write(site, "assets/a.js", "a()")
    assert told(site, harbour_project, MODULE.format("../../assets/a.js")) == []
    messages = told(site, harbour_project, MODULE.format(source))
    assert any("BIL611: the page holds “<script>”" in message for message in messages)
    [message] = told(site, harbour_project, MODULE.format("../../assets/b.js"))
    assert message.startswith("BIL606: the link “../../assets/b.js”")


@pytest.mark.parametrize(
    "body",
    [
        '<script src="../../assets/a.js"></script>',
        '<script type="text/javascript" src="../../assets/a.js"></script>',
        '<script type="module" src="../../assets/a.js">a()</script>',
        '<svg><script type="module" src="../../assets/a.js">a()</script></svg>',
        '<svg><script type="module" src="../../assets/a.js" href="../../assets/a.js"/></svg>',
    ],
)
def test_a_script_is_a_module_with_nothing_in_it(
    site: Path, harbour_project: Project, body: str
) -> None:
    write(site, "assets/a.js", "a()")
    [message] = told(site, harbour_project, body)
    assert message.startswith("BIL611: the page holds “<script>”")


def test_a_script_has_no_handler_of_events(site: Path, harbour_project: Project) -> None:
    write(site, "assets/a.js", "a()")
    body = '<script type="module" src="../../assets/a.js" onerror="a()"></script>'
    messages = told(site, harbour_project, body)
    assert [message.split("”")[0] for message in messages] == [
        "BIL611: the page holds “<script>",
        "BIL611: the page holds “onerror=",
    ]


def test_a_form_asks_a_page_of_the_site_and_leads_somewhere(
    site: Path, harbour_project: Project
) -> None:
    body = '<form role="search" method="GET" action="{}"><input name="q"></form>'
    assert told(site, harbour_project, body.format("../money/")) == []
    [message] = told(site, harbour_project, body.format("../nowhere/"))
    assert message.startswith("BIL606: the link “../nowhere/” leads nowhere")


@pytest.mark.parametrize(
    "action",
    [
        "/en/",
        "//a.example/",
        " //a.example/",
        r"\\a.example/",
        "https://a.example/",
        "https:a.example/",
        "mailto:a@a.example",
        "javascript:a()",
    ],
)
def test_a_form_leads_nowhere_else(site: Path, harbour_project: Project, action: str) -> None:
    messages = told(site, harbour_project, f'<form method="get" action="{action}"></form>')
    assert any("BIL611: the page holds “<form>”" in message for message in messages)


def test_a_site_with_a_search_page_needs_its_index(site: Path, harbour: Path) -> None:
    add_search_page(harbour)
    project = Project.open(harbour)
    shutil.rmtree(harbour)  # it lies in the folder of the site
    for address, language in SEARCH_PAGES.items():
        write(site, address, page(language, macro="search"))
    missing = {problem.location.file for problem in found(site, project)}
    assert missing == {"site/pagefind/pagefind.js", "site/pagefind/pagefind-entry.json"}


def test_a_description_for_machines_is_no_script_that_runs(
    site: Path, harbour_project: Project
) -> None:
    data = '{"a": ["{{ b }}", "\\u003c/script>"]}'
    body = f'<script type="application/ld+json">{data}</script><p>x</p>'
    assert told(site, harbour_project, body) == []


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">a()</script>',
        '<script type="application/ld+json">{"a": 1,}</script>',
        '<script type="application/ld+json"></script>',
        '<script type="application/ld+json">{"a": 1',
        '<script type="module" type="application/ld+json">{}</script>',
        '<script type="application/json">{}</script>',
        '<script type="importmap">{}</script>',
        '<script type="">{}</script>',
        '<script type="application/ld+json" src="../index.html">{}</script>',
        '<script type="application/ld+json">{}</script><script>a()</script>',
        '<script type="application/ld+json"></script><p></p>',
    ],
)
def test_what_only_calls_itself_a_description_is_found(
    site: Path, harbour_project: Project, script: str
) -> None:
    [message] = told(site, harbour_project, script)
    assert message.startswith("BIL611: the page holds “<script>”")


@pytest.mark.parametrize(
    "body",
    [
        '<p title="onclick=a() style=b javascript:c">only <b>said</b></p>',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">',
        '<a href="TEL:+15145550123">x</a><a href="HTTPS://a.example/">y</a>',
        '<td align="right">1</td>',
        "<code>&lt;script&gt;</code><!-- <script> -->",
    ],
)
def test_what_only_looks_like_it_is_none(site: Path, harbour_project: Project, body: str) -> None:
    assert told(site, harbour_project, body) == []


def test_every_problem_of_every_page_is_told(site: Path, harbour_project: Project) -> None:
    for address in ("en/index.html", "fr/index.html"):
        write(site, address, page("de", '{{ x }}<a href="#a">a</a><img src="//b.example/c">'))
    rules = [(problem.location.file, problem.rule) for problem in found(site, harbour_project)]
    told_of_each = ["BIL603", "BIL604", "BIL606", "BIL607"]
    assert rules == [
        (f"site/{language}/index.html", rule) for language in ("en", "fr") for rule in told_of_each
    ]


def test_a_page_that_is_no_text_stops_nothing(site: Path, harbour_project: Project) -> None:
    (site / "en/goals/index.html").write_bytes(b'<html lang="en"><p>caf\xe9 <a href="#x">x</a>')
    assert [problem.rule for problem in found(site, harbour_project)] == ["BIL606", "BIL614"]
