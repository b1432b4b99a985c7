"""Built pages as chapters of one document: ids kept apart, links that still lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from bilan.pages.schemes import scheme

_ARTICLE = "content"
"""The class of the element that holds a page's own text."""
_LISTS_OF_IDS = frozenset({"aria-labelledby", "aria-describedby", "aria-controls", "headers"})
_LISTS_OF_IDS |= {"aria-details", "aria-owns", "for", "list"}
_NAMES = frozenset({"id", "name"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINKS = frozenset({"href", "xlink:href"})
_LOADING = frozenset({"src", "poster"})

Attributes = list[tuple[str, str | None]]


@dataclass(frozen=True)
class Chapter:
    """One built page within a document."""

    id: str
    """What its ids begin with, and its own: "c2"."""
    file: Path
    """The built page."""
    url: str
    """From the site's root: "fr/plan/"."""
    public: str
    """Its public address."""


@dataclass
class _Reader(HTMLParser):
    """The inside of the page's article, each tag changed by `change`."""

    change: Callable[[str, Attributes], Attributes]
    written: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if not self._depth:
            is_article = tag == "article" and _ARTICLE in (dict(attrs).get("class") or "").split()
            self._depth = 1 if is_article else 0
            return
        self._write(f"<{tag}{_written(self.change(tag, attrs))}>")
        self._depth += tag == "article"

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self._write(f"<{tag}{_written(self.change(tag, attrs))}/>")

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "article"
        self._write(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._write(data)

    def handle_entityref(self, name: str) -> None:
        self._write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._write(f"&#{name};")

    def _write(self, text: str) -> None:
        if self._depth:
            self.written.append(text)


def _written(attributes: Attributes) -> str:
    return "".join(
        f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attributes
    )


def articles(html: Mapping[Chapter, str]) -> dict[Chapter, str]:
    """The article of each page, as a chapter of the document that all of them make.

    Its ids begin with the chapter's; a link to a page of the document leads to that chapter,
    any other within the site to its public address; what it loads, to the file.
    """
    ids = {chapter: _ids(page) for chapter, page in html.items()}
    chapters = {chapter.url: chapter for chapter in html}
    return {
        chapter: _inside(page, _Change(chapter, ids, chapters)) for chapter, page in html.items()
    }


def _inside(html: str, change: Callable[[str, Attributes], Attributes]) -> str:
    reader = _Reader(change)
    reader.feed(html)
    reader.close()
    return "".join(reader.written)


def _ids(html: str) -> set[str]:
    found: set[str] = set()

    def note(tag: str, attributes: Attributes) -> Attributes:
        found.update(value for name, value in attributes if name in _NAMES and value)
        return attributes

    _inside(html, note)
    return found


class _Headings(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_open = False

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag in _HEADINGS:
            self.found.append("")
            self._is_open = True

    def handle_endtag(self, tag: str) -> None:
        self._is_open = self._is_open and tag not in _HEADINGS

    def handle_data(self, data: str) -> None:
        if self._is_open:
            self.found[-1] += data


def headings(html: str) -> tuple[str, ...]:
    """The text of every heading."""
    reader = _Headings()
    reader.feed(html)
    return tuple(re.sub(r"[ \n]+", " ", heading).strip() for heading in reader.found)


@dataclass(frozen=True)
class _Change:
    """What becomes of the attributes of one chapter."""

    chapter: Chapter
    ids: Mapping[Chapter, set[str]]
    chapters: Mapping[str, Chapter]
    """Those of the document, by the address of their page."""

    def __call__(self, tag: str, attributes: Attributes) -> Attributes:
        return [
            (name, None if value is None else self._changed(tag, name, value))
            for name, value in attributes
        ]

    def _changed(self, tag: str, name: str, value: str) -> str:
        if name in _NAMES or name in _LISTS_OF_IDS:
            return " ".join(self._apart(each) for each in value.split())
        if name in _LINKS and tag in ("a", "area"):
            return self._link(value)
        if name in _LINKS and value.startswith("#"):
            return f"#{self._apart(value[1:])}"
        if name in _LOADING or (name in _LINKS and not scheme(value)):
            return urljoin(self.chapter.file.as_uri(), value)
        return value

    def _apart(self, name: str) -> str:
        """Names of the document itself, such as icons, stay as they are."""
        return f"{self.chapter.id}-{name}" if name in self.ids[self.chapter] else name

    def _link(self, href: str) -> str:
        if scheme(href):
            return href
        parts = urlsplit(urljoin(f"/{self.chapter.url}", href))
        led_to = self.chapters.get(parts.path.lstrip("/")) if not parts.netloc else None
        if led_to is None:
            return urljoin(self.chapter.public, href)
        is_known = parts.fragment in self.ids[led_to]
        return f"#{led_to.id}-{parts.fragment}" if is_known else f"#{led_to.id}"
