"""What must be true of a built site before anyone sees it.

Every page of the project, every feed, every file of the public contract, every file for other
sites and, where reports are printed, the PDF of each are there, with the figures that were
checked, and every other page has its counterpart; each page says which language it is in; no
macro call was left unrendered; every link inside the site leads to a file, and to an id where it
names one, and so does the address of a page's card; no id stands twice on a page; nothing is
asked of another site; nothing is there that could run, frame, restyle or redirect. A fragment
for other sites says its language too, and has whole addresses alone.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from bilan.contract.feeds import feeds
from bilan.contract.files import RESULTS_JSON, addresses, results_json
from bilan.languages import LANGUAGES, Language, other_language
from bilan.pages.schemes import scheme
from bilan.problems import Location, Problems, whole
from bilan.project import Project
from bilan.site import embeds
from bilan.site.built import BuiltPage, BuiltSite
from bilan.site.policy import content_policy
from bilan.site.searching import search_files

LIMIT = 1_000_000_000
NEAR = LIMIT * 8 // 10
"""Bytes that GitHub Pages takes, and those from which an editor is told."""

_BILINGUAL = ("index.html", "404.html")


def verify(site: Path, project: Project) -> Problems:
    """Every problem of the built site in the folder `site`."""
    problems = Problems()
    built = BuiltSite(site)
    expected = {f"{page.url}index.html": page.language for page in project.pages}
    policies = {
        f"{page.url}index.html": content_policy(call.macro for call in page.body.calls)
        for page in project.pages
    }
    fragments = embeds.fragments(project)
    others = (
        *_BILINGUAL,
        *addresses(project.report),
        *feeds(project.report).values(),
        *search_files(project),
        *embeds.addresses(project),
        *_pdfs(project),
        "sitemap.xml",
    )
    for address in (*expected, *others):
        if not (site / address).is_file():
            problems.add("BIL605", Location(f"site/{address}"))
    _compare_figures(site, project, problems)
    for address, html in built.pages.items():
        where = Location(f"site/{address}")
        language = _language(address)
        is_known = address in expected or address in fragments
        if not is_known and _counterpart(address) not in built.pages:
            problems.add("BIL602", where)
        if html.language != language:
            problems.add("BIL604", where, found=html.language, language=language)
        _look_inside(html, where, problems)
        if address not in fragments and html.policy != policies.get(address, content_policy()):
            problems.add("BIL614", where)
        if address in fragments:
            _demand_whole_addresses(html, where, problems)
        for link in built.broken_links(address):
            problems.add("BIL606", where, found=link)
    _weigh(built.size, problems)
    return problems


def _compare_figures(site: Path, project: Project, problems: Problems) -> None:
    """The engine reads the data again, which may have changed since it was checked."""
    path = site / RESULTS_JSON
    if path.is_file() and path.read_text(encoding="utf-8") != results_json(project.report):
        problems.add("BIL617", Location(f"site/{RESULTS_JSON}"))


def _weigh(size: int, problems: Problems) -> None:
    """https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits"""
    rule = "BIL615" if size > LIMIT else "BIL616" if size > NEAR else ""
    if rule:
        problems.add(rule, Location("site"), size=whole(f"{size / 1e6:.0f}"))


def _demand_whole_addresses(html: BuiltPage, where: Location, problems: Problems) -> None:
    """A fragment stands on pages of other sites, where any other address leads elsewhere."""
    for link in (*html.links, *html.loaded):
        if scheme(link) not in ("https", "http"):
            problems.add("BIL613", where, found=link)


def _look_inside(html: BuiltPage, where: Location, problems: Problems) -> None:
    for left in html.unrendered:
        problems.add("BIL603", where, found=left)
    for address in html.loaded:
        if _is_elsewhere(address):
            problems.add("BIL607", where, found=address)
    for name in html.repeated_ids:
        problems.add("BIL610", where, found=name)
    for found in html.forbidden:
        problems.add("BIL611", where, found=found)


def _pdfs(project: Project) -> list[str]:
    return [pdf.address for language in LANGUAGES for pdf in project.pdfs(language)]


def _language(address: str) -> Language:
    """The language of the folder; English in the bilingual pages, which say the other inside."""
    return next((each for each in LANGUAGES if address.startswith(f"{each}/")), LANGUAGES[0])


def _counterpart(address: str) -> str:
    """Where a page that is no Markdown page of the project stands in the other language."""
    folder, _, name = address.partition("/")
    return f"{other_language(_language(address))}/{name}" if folder in LANGUAGES else address


def _is_elsewhere(address: str) -> bool:
    """Browsers read a backslash as a slash."""
    try:
        return bool(scheme(address) or urlsplit(address.strip().replace("\\", "/")).netloc)
    except ValueError:
        return True
