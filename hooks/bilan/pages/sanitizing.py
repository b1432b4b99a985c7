"""The HTML that a page's Markdown may make: a list of what is allowed, and nothing else.

Outside pull requests change pages. What is not on the list is refused with its place; and
whatever this reading of the HTML should miss, the sanitizer `nh3`, which reads it as browsers
do, takes out before the page is put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

import nh3

from bilan.data.texts import code_point, hidden
from bilan.pages.calls import Text
from bilan.pages.code import Code
from bilan.pages.schemes import SCHEMES, scheme
from bilan.problems import Problems

_TAG_NAMES = """
a abbr b br cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time
u var wbr
address article aside blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li
ol p pre section summary ul
caption col colgroup table tbody td tfoot th thead tr
"""
_TAGS = frozenset(_TAG_NAMES.split())
_EVERYWHERE = frozenset({"class", "data-bilan", "dir", "id", "lang", "role", "title"})
_OF: Mapping[str, frozenset[str]] = {
    "a": frozenset({"download", "href", "hreflang", "rel", "type"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "data": frozenset({"value"}),
    "del": frozenset({"datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "height", "loading", "src", "width"}),
    "ins": frozenset({"datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "td": frozenset({"align", "colspan", "headers", "rowspan"}),
    "th": frozenset({"abbr", "align", "colspan", "headers", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
_ADDRESSES = frozenset({"href", "src"})
_PREFIX = "aria-"
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    attributes={tag: {*_EVERYWHERE, *_OF.get(tag, ())} for tag in _TAGS},
    generic_attribute_prefixes={_PREFIX},
    url_schemes=set(SCHEMES),
    clean_content_tags={"script", "style"},
    link_rel=None,
)


def sanitized(html: str) -> str:
    """The HTML with nothing but what is allowed, and without comments."""
    return str(_CLEANER.clean(html)).replace("&nbsp;", "\u00a0")


def refuse_foreign(html: str, source: Text, problems: Problems) -> None:
    """Tells what is not allowed in the HTML that a Markdown text made, each where it is written."""
    found = _Foreign()
    found.feed(html)
    found.close()
    for shown, written in dict.fromkeys(found.found):
        problems.add("BIL520", source.locate(_offset(source.markdown, written)), found=shown)


def _offset(markdown: str, written: str) -> int:
    """The first place outside code; the beginning, where it is written some other way."""
    code = Code(markdown)
    places = (match.start() for match in re.finditer(written, markdown, re.IGNORECASE))
    return next((place for place in places if place not in code), 0)


class _Foreign(HTMLParser):
    """Collects what is not allowed: as a message shows it, and a pattern of how it is written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            self.found.append((f"<{tag}>", rf"<\s*{re.escape(tag)}"))
            return
        for name, value in attributes:
            self.found += _attribute(tag, name, value or "")
            self.handle_data(value or "")

    def handle_data(self, data: str) -> None:
        """A reference such as `&#8238;` names what the file itself may not hold."""
        if found := hidden(data):
            self.found.append((code_point(found), r"&#"))

    def handle_decl(self, decl: str) -> None:
        self.found.append((f"<!{decl}>", "<!"))

    def handle_pi(self, data: str) -> None:
        self.found.append((f"<?{data}>", r"<\?"))


def _attribute(tag: str, name: str, value: str) -> Iterator[tuple[str, str]]:
    is_known = name in _EVERYWHERE or name in _OF.get(tag, ()) or name.startswith(_PREFIX)
    kind = scheme(value) if name in _ADDRESSES else ""
    if not is_known:
        yield f"{name}=", rf"{re.escape(name)}\s*="
    elif kind and kind not in SCHEMES:
        yield f"{kind}:", rf"{re.escape(kind)}\s*:"
