"""A built site as its HTML pages say it is."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bilan.pages.schemes import SCHEMES, scheme

_CODE = frozenset({"code", "pre", "script", "style"})
_LOADING_RELS = frozenset({"stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest"})
_LOADING_RELS |= {"preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch"}
_LOADING_HREFS = frozenset({"image", "feimage", "use"})
_LOADING = frozenset({"src", "poster", "data", "background", "ping"})
_SRCSETS = frozenset({"srcset", "imagesrcset"})
_HREFS = frozenset({"href", "xlink:href"})
_FORBIDDEN = frozenset({"script", "style", "base", "form", "animate", "set"})
_FORBIDDEN |= {"object", "embed", "applet", "iframe", "frame", "frameset"}
_FORBIDDEN_ATTRIBUTES = frozenset({"style", "srcdoc", "formaction", "formmethod"})
_OWN_SCRIPT = re.compile(r"(?:\.\./)*(?:assets|pagefind)/[\w-]+(?:[./][\w-]+)*\.js")
_WITHIN = re.compile(r"[\w.-][\w./-]*")
_CANDIDATE = re.compile(r"(?:^|,)\s*([^\s,]\S*[^\s,])")

Given = dict[str, str]
"""The attributes of a tag."""


@dataclass
class BuiltPage(HTMLParser):
    """What verification needs to know of one page."""

    html: str
    language: str = ""
    """That of the outermost element."""
    canonical: str = ""
    policy: str | None = None
    """Its content security policy; None where the page has none before what it governs."""
    card: str = ""
    """The address of the picture that stands for the page elsewhere."""
    ids: Counter[str] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    unrendered: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open_code: list[str] = []
        self._is_module = False
        self._data: list[str] | None = None  # of the script that is open, where it only tells
        self._is_begun, self._is_governed = False, True
        self.feed(self.html)
        self.close()
        self._end_data()

    @property
    def anchors(self) -> set[str]:
        return {*self.ids, *self.names}

    @property
    def repeated_ids(self) -> list[str]:
        return [name for name, count in self.ids.items() if count > 1]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        # Of an attribute that is given twice, browsers take the first.
        given = {name: value or "" for name, value in reversed(attributes)}
        if not self._is_begun or tag == "html":
            self.language = given.get("lang", "")
        self._is_begun = True
        self._note_head(tag, given)
        if tag in _CODE:
            self._open_code.append(tag)
            self._is_module = given.get("type") == "module"
        if "id" in given:
            self.ids[given["id"]] += 1
        if tag == "a" and "name" in given:
            self.names.add(given["name"])
        if tag in ("a", "area") and "href" in given:
            self.links.append(given["href"])
        if tag == "form" and "action" in given:
            self.links.append(given["action"])
        self.loaded += _loaded(tag, given)
        if _is_data(tag, given):
            self._data = []
        self.forbidden += _forbidden(tag, given)

    def _note_head(self, tag: str, given: Given) -> None:
        if tag not in ("html", "head", "meta"):
            self._is_governed = False  # a policy after other elements comes too late, or counts not
        is_policy = given.get("http-equiv", "").lower() == "content-security-policy"
        if tag == "meta" and is_policy and self._is_governed:
            self.policy = given.get("content", "")
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given.get("href", "")
        if tag == "meta" and given.get("property") == "og:image":
            self.card = given.get("content", "")

    def handle_endtag(self, tag: str) -> None:
        if self._open_code and self._open_code[-1] == tag:
            self._open_code.pop()
        if tag == "script":
            self._end_data()

    def handle_data(self, data: str) -> None:
        if self._is_module and self._open_code[-1:] == ["script"] and data.strip():
            self.forbidden.append("<script>")  # an SVG would run it
        if not self._open_code:
            self.unrendered += re.findall(r"\{\{.{0,40}", data)
        if self._data is not None:
            self._data.append(data)

    def _end_data(self) -> None:
        """What calls itself data and is none is as forbidden as any other script."""
        if self._data is not None and not _is_json("".join(self._data)):
            self.forbidden.append("<script>")
        self._data = None


def _loaded(tag: str, given: Given) -> Iterator[str]:
    """The addresses that a browser asks for without being told to."""
    rel = given.get("rel", "").lower().split()
    is_loading = tag in _LOADING_HREFS or (tag == "link" and _LOADING_RELS.intersection(rel))
    for name, value in given.items():
        if name in _LOADING or (name in _HREFS and is_loading):
            yield value
        elif name in _SRCSETS:
            yield from _CANDIDATE.findall(value)


def _forbidden(tag: str, given: Given) -> Iterator[str]:
    """What could run, frame, restyle or redirect: tags, attributes and kinds of links."""
    if tag in _FORBIDDEN and not (_is_own(tag, given) or _is_data(tag, given)):
        yield f"<{tag}>"
    if given.get("http-equiv", "").lower() == "refresh":
        yield "http-equiv=refresh"
    for name, value in given.items():
        if name in _FORBIDDEN_ATTRIBUTES or name.startswith("on"):
            yield f"{name}="
        elif name in _HREFS | _LOADING and scheme(value) not in {"", *SCHEMES}:
            yield f"{scheme(value)}:"


def _is_own(tag: str, given: Given) -> bool:
    """Whether it is a script that is a file of this site, or a form that leads within it."""
    if tag == "script":
        return given.keys() == {"type", "src"} and bool(
            given["type"] == "module" and _OWN_SCRIPT.fullmatch(given["src"])
        )
    leads_within = _WITHIN.fullmatch(given.get("action", ""))
    return tag == "form" and given.get("method", "").lower() == "get" and bool(leads_within)


def _is_data(tag: str, given: Given) -> bool:
    """A description of the page for machines, which browsers do not run."""
    return tag == "script" and given.get("type") == "application/ld+json" and "src" not in given


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


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
        links = (*page.links, *page.loaded, *([page.card] if page.card else []))
        return [link for link in links if not self._leads(address, link)]

    @cached_property
    def _root(self) -> str:
        """The public address of the site, as its entrance says it; or empty."""
        entrance = self.pages.get("index.html")
        return entrance.canonical if entrance else ""

    def _leads(self, address: str, link: str) -> bool:
        try:
            parts = urlsplit(link)
        except ValueError:
            return False
        if self._root and link.startswith(self._root):
            path = urlsplit(link.removeprefix(self._root)).path
            return self._holds(unquote(path), parts.fragment)
        if scheme(link) or parts.netloc:
            return True
        if parts.path.startswith("/"):  # breaks below a path prefix; 404.html has it in its links
            return address == "404.html"
        path = unquote(urlsplit(urljoin(f"/{address}", parts.path or "")).path).lstrip("/")
        return self._holds(path if parts.path else address, parts.fragment)

    def _holds(self, path: str, fragment: str) -> bool:
        """Whether there is a file at a path from the root, and in it an id of this name."""
        path = f"{path}index.html" if not path or path.endswith("/") else path
        if path not in self._files:
            return False
        page = self.pages.get(path)
        return not (fragment and page) or unquote(fragment) in page.anchors

    @cached_property
    def size(self) -> int:
        """The bytes of all its files."""
        return sum((self._folder / name).stat().st_size for name in self._files)

    @cached_property
    def _files(self) -> set[str]:
        files = (path for path in self._folder.rglob("*") if path.is_file())
        return {path.relative_to(self._folder).as_posix() for path in files}
