"""The pages of `docs/`: pairs of Markdown files, their heads, addresses and calls."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bilan.data.addresses import PageAddress, as_address, is_address
from bilan.data.fields import Entry, Line
from bilan.data.nodes import Node, locate
from bilan.data.reading import parse_nodes
from bilan.data.texts import read_text
from bilan.data.validation import validate
from bilan.languages import LANGUAGES, Language, other_language
from bilan.macros.call import Call
from bilan.pages.calls import Passage
from bilan.pages.calls import Text as Source
from bilan.pages.code import Code, open_fence
from bilan.problems import Location, Problems, whole

INDEX = "index.md"

_HEAD = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_INERT = frozenset(
    (".avif", ".csv", ".docx", ".gif", ".jpeg", ".jpg", ".pdf", ".png", ".txt", ".webp", ".xlsx")
)
"""Endings of files that no browser runs, and that may lie beside the pages."""


class Head(Entry):
    """The keys between the two lines `---` at the top of a page."""

    title: Line
    description: Line
    address: PageAddress | None = None


@dataclass(frozen=True)
class Page:
    """One page in one language."""

    language: Language
    name: str
    """File name below the language's folder; the same in both languages."""
    head: Mapping[str, Passage]
    """`title` and `description`."""
    body: Passage
    """The Markdown below the head."""
    address: str
    """Below the language: "resultats/2020-2021"; empty for the home page."""

    @property
    def calls(self) -> Iterator[Call]:
        """Those of the body, then those of the head."""
        for passage in (self.body, *self.head.values()):
            yield from passage.calls

    @property
    def url(self) -> str:
        """Address on the site, without a leading slash: "fr/resultats/2020-2021/"."""
        return posixpath.join(self.language, self.address, "")

    def relative(self, url: str) -> str:
        """`url` (from the site's root) as a link on this page."""
        link = posixpath.relpath(url or ".", self.url)
        return posixpath.join(link, "") if url.endswith("/") or not url else link


class Pages:
    """All pages, by language and name."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._pages = {(page.language, page.name): page for page in pages}

    def __iter__(self) -> Iterator[Page]:
        return iter(self._pages.values())

    def __contains__(self, key: object) -> bool:
        """Whether there is a page of this language and name; hidden files are none."""
        return key in self._pages

    def get(self, language: Language, name: str) -> Page:
        return self._pages[language, name]

    def showing(self, language: Language, macro: str, subject: str = "") -> Page | None:
        """The first page that shows a scorecard, a table or a list whole."""
        return self._showing.get((language, macro, subject))

    @cached_property
    def _showing(self) -> Mapping[tuple[Language, str, str], Page]:
        found: dict[tuple[Language, str, str], Page] = {}
        for page in self:
            for call in page.body.calls:
                if call.shows(call.macro, call.subject):
                    found.setdefault((page.language, call.macro, call.subject), page)
        return found


def read_pages(folder: Path, problems: Problems) -> Pages:
    """Every page of `docs/en` and `docs/fr`; problems are added, and faulty pages left out."""
    pages = []
    _refuse_strangers(folder, problems)
    _demand_homes(folder, problems)
    for language in LANGUAGES:
        own = folder / language
        for path in [] if own.is_symlink() else sorted(own.rglob("*.md")):
            name = path.relative_to(own).as_posix()
            if path.is_dir() or _is_hidden(name):
                continue
            where = Location(f"{folder.name}/{language}/{name}")
            _demand_counterpart(folder, language, name, where, problems)
            page = _read(path, language, name, where, problems)
            if page:
                pages.append(page)
    _refuse_shared_addresses(pages, folder.name, problems)
    return Pages(pages)


def _read(
    path: Path, language: Language, name: str, where: Location, problems: Problems
) -> Page | None:
    text = read_text(path, where.file, problems)
    if text is None:
        return None
    match = _HEAD.match(text)
    end = match.end() if match else 0
    source = Source(text[end:], where.file, first_line=text.count("\n", 0, end) + 1)
    body = Passage.read(source, problems)
    _refuse_open_ends(source, problems)
    if not match:
        problems.add("BIL502", where)
        return None
    node = parse_nodes(match[1], where.file, problems, first_line=2)
    valid = validate(node, Head, problems) if node else None
    if node is None or valid is None or valid[1] is not node:
        return None
    head = valid[0]
    if language == "fr" and name != INDEX and head.address is None:
        problems.add("BIL202", where, key="address")
    texts = {key: _in_line(key, head, node, problems) for key in ("title", "description")}
    address = "" if name == INDEX else head.address or name.removesuffix(".md")
    if address == name.removesuffix(".md") and not is_address(address):
        problems.add("BIL208", where, found=address, write=as_address(address))
    return Page(language, name, texts, body, address.removesuffix("/index"))


def _refuse_open_ends(source: Source, problems: Problems) -> None:
    """A code block or a comment that nothing closes takes the rest of the page with it."""
    fence = open_fence(source.markdown)
    if fence is not None:
        problems.add("BIL518", source.locate(fence))
    comment = source.markdown.rfind("<!--")
    is_open = comment >= 0 and "-->" not in source.markdown[comment:]
    if is_open and comment not in Code(source.markdown):
        problems.add("BIL519", source.locate(comment))


def _in_line(key: str, head: Head, node: Node, problems: Problems) -> Passage:
    at = locate(node, (key,))
    passage = Passage.read(Source(getattr(head, key), at.file, at.line, at.column), problems)
    for call in passage.calls:
        if call.signature.is_block:
            problems.add("BIL511", call.where, macro=call.macro)
    return passage


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _refuse_strangers(folder: Path, problems: Problems) -> None:
    """Markdown that belongs to no language or has an ending that only the engine reads, and what
    a browser could run: the engine would publish it as it is."""
    for path in sorted(folder.rglob("*")):
        name, ending = path.relative_to(folder).as_posix(), path.suffix.lower()
        language = next((each for each in LANGUAGES if name.startswith(f"{each}/")), None)
        is_read = language is not None and path.suffix == ".md"
        if is_read or path.is_dir() or name == "CNAME" or ending in _INERT:
            continue
        if _is_hidden(name) and (ending in _MARKDOWN or not name.startswith(".well-known/")):
            continue
        where, below = Location(f"{folder.name}/{name}"), name.removeprefix(f"{language or ''}/")
        if ending not in _MARKDOWN:
            problems.add("BIL118", where, known=whole(", ".join(sorted(_INERT))))
            continue
        known = f"{folder.name}/{language or LANGUAGES[0]}/{below.removesuffix(path.suffix)}.md"
        problems.add("BIL113", where, known=whole(known))


def _demand_homes(folder: Path, problems: Problems) -> None:
    homes = [folder / language / INDEX for language in LANGUAGES]
    if not any(home.exists() for home in homes):
        for home in homes:
            problems.add("BIL114", Location(home.relative_to(folder.parent).as_posix()))


def _demand_counterpart(
    folder: Path, language: Language, name: str, where: Location, problems: Problems
) -> None:
    other = other_language(language)
    if not (folder / other / name).is_file():
        problems.add("BIL501", where, other=whole(f"{folder.name}/{other}/{name}"))


def _refuse_shared_addresses(pages: list[Page], folder: str, problems: Problems) -> None:
    first: dict[str, Page] = {}
    for page in pages:
        if page.url in first:
            where = Location(f"{folder}/{page.language}/{page.name}")
            other = f"{folder}/{page.language}/{first[page.url].name}"
            problems.add("BIL503", where, address=page.url, other=whole(other))
        first.setdefault(page.url, page)
