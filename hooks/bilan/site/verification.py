"""What must be true of a built site before anyone sees it.

Every page stands in both languages and says which one it is in; no macro call was left
unrendered; every link inside the site leads somewhere; nothing is asked of another site;
the files of the public contract are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bilan.contract.files import ADDRESSES
from bilan.languages import LANGUAGES, Language, other_language
from bilan.problems import Location, Problems
from bilan.project import Project

_CODE = frozenset({"code", "pre", "script", "style"})
_LOADED = {"img": "src", "script": "src", "source": "src", "iframe": "src", "embed": "src"}
_LOADING_LINKS = frozenset({"stylesheet", "icon", "preload", "manifest"})
_BILINGUAL = ("index.html", "404.html")


def verify(site: Path, project: Project) -> Problems:
    """Every problem of the built site in the folder `site`."""
    problems = Problems()
    built = BuiltSite(site)
    expected = {f"{page.url}index.html": page.language for page in project.pages}
    for address in (*expected, *_BILINGUAL, *ADDRESSES, "sitemap.xml"):
        if not (site / address).is_file():
            problems.add("BIL605", Location(f"site/{address}"))
    for address, html in built.pages.items():
        where = Location(f"site/{address}")
        language = _language(address)
        if address not in expected and _counterpart(address) not in built.pages:
            problems.add("BIL602", where)
        if html.language != language:
            problems.add("BIL604", where, found=html.language, language=language)
        for left in html.unrendered:
            problems.add("BIL603", where, found=left)
        for address_loaded in html.loaded:
            if _is_elsewhere(address_loaded):
                problems.add("BIL607", where, found=address_loaded)
        for link in built.broken_links(address):
            problems.add("BIL606", where, found=link)
    return problems


def _language(address: str) -> Language:
    """The language of the folder; English in the bilingual pages, which say the other inside."""
    return next((each for each in LANGUAGES if address.startswith(f"{each}/")), LANGUAGES[0])


def _counterpart(address: str) -> str:
    """Where a page that is no Markdown page of the project stands in the other language."""
    folder, _, name = address.partition("/")
    return f"{other_language(_language(address))}/{name}" if folder in LANGUAGES else address


def _is_elsewhere(address: str) -> bool:
    try:
        return bool(urlsplit(address).netloc)
    except ValueError:
        return True


@dataclass
class BuiltPage(HTMLParser):
    """What verification needs to know of one page."""

    html: str
    language: str = ""
    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    unrendered: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open_code: list[str] = []
        self.feed(self.html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "html":
            self.language = given.get("lang", "")
        if tag in _CODE:
            self._open_code.append(tag)
        self.ids |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "link" and given.get("rel") in _LOADING_LINKS:
            self.loaded.append(given.get("href", ""))
        if tag in _LOADED and _LOADED[tag] in given:
            self.loaded.append(given[_LOADED[tag]])

    def handle_endtag(self, tag: str) -> None:
        if self._open_code and self._open_code[-1] == tag:
            self._open_code.pop()

    def handle_data(self, data: str) -> None:
        if not self._open_code:
            self.unrendered += re.findall(r"\{\{.{0,40}", data)


class BuiltSite:
    """The HTML pages of a folder, by address."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pages = {
            path.relative_to(folder).as_posix(): BuiltPage(
                path.read_text(encoding="utf-8", errors="replace")
            )
            for path in sorted(folder.rglob("*.html"))
        }

    def broken_links(self, address: str) -> Iterable[str]:
        """The links (and loaded files) of a page that lead to no file or no id of this site."""
        page = self.pages[address]
        return [link for link in (*page.links, *page.loaded) if not self._leads(address, link)]

    def _leads(self, address: str, link: str) -> bool:
        try:
            parts = urlsplit(link)
        except ValueError:
            return False
        if parts.scheme or parts.netloc:
            return True
        if parts.path.startswith("/"):  # breaks below a path prefix; 404.html has it in its links
            return address == "404.html"
        path = unquote(urlsplit(urljoin(f"/{address}", parts.path or "")).path).lstrip("/")
        path = address if not parts.path else path
        path = f"{path}index.html" if not path or path.endswith("/") else path
        if path not in self._files:
            return False
        is_page = path in self.pages
        return not (parts.fragment and is_page) or unquote(parts.fragment) in self.pages[path].ids

    @cached_property
    def _files(self) -> set[str]:
        files = (path for path in self._folder.rglob("*") if path.is_file())
        return {path.relative_to(self._folder).as_posix() for path in files}
