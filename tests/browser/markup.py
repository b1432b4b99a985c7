"""What the HTML of each built page says of itself, and what must be true of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin

from bilan.guard.language import strangers
from bilan.languages import LANGUAGES, Language, other_language

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
VOID |= {"track", "wbr"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LANDMARKS = {"main": "main", "nav": "navigation", "header": "banner", "footer": "contentinfo"}
NOT_FOUND = "404.html"
CHECKS = (
    "headings",
    "landmarks",
    "language",
    "description",
    "titles",
    "link text",
    "toggle",
    "alternates",
    "sitemap",
)
"""The names of all that is checked, as findings give them."""


class Finding(NamedTuple):
    """What is not as it should be; `page` is an address, empty for the root."""

    page: str
    check: str
    detail: str


class Link(NamedTuple):
    name: str
    href: str
    is_toggle: bool
    part: str
    """The landmark it stands in, which tells it from links of the same words elsewhere."""


@dataclass
class _Open:
    tag: str
    is_hidden: bool
    part: str = ""
    heading: int = 0
    link: dict[str, str] | None = None
    text: list[str] = field(default_factory=list)


class Markup(HTMLParser):
    """One page; `address` is relative to the site's root."""

    def __init__(self, address: str, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.address = address
        self.language, self.title, self.description = "", "", ""
        self.headings: list[tuple[int, str]] = []
        self.landmarks: list[tuple[str, str]] = []
        self.links: list[Link] = []
        self.loaded: list[str] = []
        self.alternates: dict[str, str] = {}
        self.canonical = ""
        self.is_bilingual = False
        self.components: set[str] = set()
        self.ids: set[str] = set()
        self._names: dict[str, str] = {}
        self._open: list[_Open] = []
        self.feed(html)
        self.close()

    @property
    def toggles(self) -> list[str]:
        return [urljoin(self.address, link.href) for link in self.links if link.is_toggle]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self._note_page(tag, given)
        self.components.update(f"{tag}.{name}" for name in given.get("class", "").split() or [""])
        self.components.update(f"{tag}[{name}]" for name in given if name != "class")
        if given.get("type"):
            self.components.add(f"{tag}[type={given['type']}]")
        if "id" in given:
            self.ids.add(given["id"])
        self._note_landmark(tag, given)
        around = self._open[-1].is_hidden if self._open else False
        now = _Open(tag, around or given.get("aria-hidden") == "true")
        now.part = self._open[-1].part if self._open else ""
        if tag in LANDMARKS and (tag == "nav" or not now.part):
            now.part = f"{tag} {given.get('aria-label', '')}{given.get('aria-labelledby', '')}"
        if given.get("role") == "heading":
            now.heading = int(given.get("aria-level", 2))
        now.heading = now.heading or HEADINGS.get(tag, 0)
        if tag == "a" and "href" in given:
            now.link = given
        if tag == "img" and given.get("alt"):
            self.handle_data(given["alt"])
        if tag not in VOID:
            self._open.append(now)

    def _note_page(self, tag: str, given: Mapping[str, str]) -> None:
        match tag:
            case "html":
                self.language = given.get("lang", "")
            case "body":
                self.is_bilingual = "bilingual" in given.get("class", "").split()
            case "meta" if given.get("name") == "description":
                self.description = given.get("content", "")
            case "link" if given.get("rel") == "alternate" and "type" not in given:
                self.alternates[given.get("hreflang", "")] = given["href"]
            case "link" if given.get("rel") == "canonical":
                self.canonical = given["href"]
            case "link" if "href" in given:
                self.loaded.append(given["href"])
        if "src" in given:
            self.loaded.append(given["src"])

    def _note_landmark(self, tag: str, given: Mapping[str, str]) -> None:
        inside = {open_.tag for open_ in self._open}
        is_page_wide = not inside & {"main", "article", "section", "aside", "nav"}
        role = given.get("role") or LANDMARKS.get(tag, "")
        if tag == "search":
            role = "search"
        if role in {*LANDMARKS.values(), "search"} and (
            role in ("main", "navigation", "search") or is_page_wide
        ):
            self.landmarks.append(
                (role, given.get("aria-label") or given.get("aria-labelledby", ""))
            )

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].tag == "title" and len(self._open) == 3:
            self.title += data
        for each in self._open:
            if not self._open[-1].is_hidden:
                each.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            closed = self._open.pop()
            text = " ".join("".join(closed.text).split())
            if closed.heading and not closed.is_hidden:
                self.headings.append((closed.heading, text))
            if closed.link is not None:
                self._note_link(closed.link, text, closed.part)
            if closed.tag == tag:
                return

    def _note_link(self, given: Mapping[str, str], text: str, part: str) -> None:
        is_toggle = given.get("rel") == "alternate" and "hreflang" in given
        self.links.append(Link(given.get("aria-label") or text, given["href"], is_toggle, part))


def read(site: Path) -> dict[str, Markup]:
    """Every page of the folder by its address: "en/about/", "404.html". An HTML file that is no
    whole document is there for other sites to take in, and no page."""
    written = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    addresses = {path: address_of(path.relative_to(site).as_posix()) for path in written}
    return {
        addresses[path]: Markup(addresses[path], html)
        for path, html in written.items()
        if html.lstrip().lower().startswith("<!doctype")
    }


def address_of(file: str) -> str:
    """ "en/about/" of "en/about/index.html"."""
    return file.removesuffix("index.html")


def sample(pages: Mapping[str, Markup]) -> list[str]:
    """Pages that show every component of the site in each language.

    A component is an element with a class or an attribute. The page with the most components
    that no page chosen so far shows comes next, so that a new kind of page is in the sample as
    soon as it is on the site.
    """
    left = {(page.language, component) for page in pages.values() for component in page.components}
    chosen: list[str] = []
    while left:
        address = max(pages, key=lambda each: len(left & _shown(pages[each])))
        left -= _shown(pages[address])
        chosen.append(address)
    return chosen + [address for address in ("", NOT_FOUND) if address not in chosen]


def _shown(page: Markup) -> set[tuple[str, str]]:
    return {(page.language, component) for component in page.components}


def examine(pages: Mapping[str, Markup], sitemap: str) -> Iterator[Finding]:
    """What is wrong with the pages as they are written, and with each beside the others."""
    for page in pages.values():
        yield from _headings(page)
        yield from _landmarks(page)
        yield from _head(page)
        yield from _links_alike(page)
        yield from _toggle(page, pages)
        yield from _alternates(page, pages)
    yield from _titles(pages.values())
    yield from _sitemap(pages, sitemap)


def _headings(page: Markup) -> Iterator[Finding]:
    levels = [level for level, _ in page.headings]
    expected = len(LANGUAGES) if page.is_bilingual else 1
    if levels.count(1) != expected:
        yield Finding(page.address, "headings", f"{levels.count(1)} h1")
    for (above, _), (level, text) in zip(page.headings, page.headings[1:], strict=False):
        if level > above + 1:
            yield Finding(page.address, "headings", f"h{level} after h{above}: {text}")
    for level, text in page.headings:
        if not text:
            yield Finding(page.address, "headings", f"an empty h{level}")


def _landmarks(page: Markup) -> Iterator[Finding]:
    roles = [role for role, _ in page.landmarks]
    once = ("main",) if page.is_bilingual else LANDMARKS.values()
    for role in once:
        if role != "navigation" and roles.count(role) != 1:
            yield Finding(page.address, "landmarks", f"{roles.count(role)} of {role}")
    for role in ("navigation", "search"):
        names = [name for each, name in page.landmarks if each == role]
        if len(names) > 1 and (len(set(names)) < len(names) or "" in names):
            yield Finding(page.address, "landmarks", f"{role} not told apart: {names}")


def _head(page: Markup) -> Iterator[Finding]:
    folder = page.address.partition("/")[0]
    if folder in LANGUAGES and page.language != folder:
        yield Finding(page.address, "language", f"lang={page.language}")
    if not page.description:
        yield Finding(page.address, "description", "none")
    elif not page.is_bilingual:
        for text in (page.description, page.title):
            if strangers(text, _language(page)):
                yield Finding(page.address, "description", f"not in {page.language}: {text}")


def _language(page: Markup) -> Language:
    return "fr" if page.language == "fr" else "en"


def _titles(pages: Iterable[Markup]) -> Iterator[Finding]:
    for what in ("title", "description"):
        told: dict[tuple[str, str], list[str]] = defaultdict(list)
        for page in pages:
            if not page.is_bilingual:
                told[page.language, getattr(page, what)].append(page.address)
        for (_, text), addresses in told.items():
            if len(addresses) > 1:
                yield Finding(addresses[0], "titles", f"{what} {text!r} also of {addresses[1:]}")


def _links_alike(page: Markup) -> Iterator[Finding]:
    """Links of the same words lead to the same place; every link has words."""
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link in page.links:
        places[link.part, link.name].add(urljoin(page.address, link.href))
    for (_, name), found in places.items():
        if not name:
            yield Finding(page.address, "link text", f"no words for {sorted(found)}")
        elif len(found) > 1:
            yield Finding(page.address, "link text", f"{name!r} leads to {sorted(found)}")


def _toggle(page: Markup, pages: Mapping[str, Markup]) -> Iterator[Finding]:
    if page.is_bilingual:
        return
    toggles = set(page.toggles)
    if len(toggles) != 1:
        yield Finding(page.address, "toggle", f"leads to {sorted(toggles)}")
        return
    [address] = toggles
    other = pages.get(urldefrag(address).url)
    if other is None or other.language != other_language(_language(page)):
        yield Finding(page.address, "toggle", f"{address} is no page of the other language")
    elif set(other.toggles) != {page.address}:
        yield Finding(page.address, "toggle", f"comes back to {sorted(set(other.toggles))}")


def _alternates(page: Markup, pages: Mapping[str, Markup]) -> Iterator[Finding]:
    if page.address == NOT_FOUND or not page.alternates:
        return
    named = {page.language, *LANGUAGES, "x-default"}
    if set(page.alternates) != named:
        yield Finding(page.address, "alternates", f"for {sorted(page.alternates)}")
    if not page.is_bilingual and page.alternates.get(page.language) != page.canonical:
        yield Finding(page.address, "alternates", f"canonical {page.canonical}")
    others = {other.canonical: other for other in pages.values() if other.canonical}
    for language, href in page.alternates.items():
        other = others.get(href)
        if other is None:
            yield Finding(page.address, "alternates", f"{language}: {href} is no page")
        elif other.alternates != page.alternates:
            yield Finding(page.address, "alternates", f"{language}: {href} names others")


def _sitemap(pages: Mapping[str, Markup], sitemap: str) -> Iterator[Finding]:
    told = set(re.findall(r"<loc>([^<]*)</loc>", sitemap))
    known = {page.canonical for page in pages.values() if page.canonical}
    for href in told ^ known:
        yield Finding("sitemap.xml", "sitemap", f"{href} stands in one of sitemap and pages")
    without = [page.address for page in pages.values() if not page.canonical]
    if without != [NOT_FOUND]:
        yield Finding("sitemap.xml", "sitemap", f"no canonical address: {without}")
