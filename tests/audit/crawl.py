"""Every link of every page, followed through a running server, and what a first visit weighs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from playwright.sync_api import Browser

from browser.markup import Finding, Markup

HEAVIEST = 100_000
"""Bytes that a first visit of a page may take, compressed, with all it loads."""


def broken(address: str, pages: Mapping[str, Markup], sitemap: str) -> Iterator[Finding]:
    """Addresses that the server at `address` does not know, and fragments that no page has."""
    connection = HTTPConnection(urlsplit(address).netloc)
    answers: dict[str, int] = {}

    def status(path: str) -> int:
        if path not in answers:
            connection.request("GET", quote(path, safe="/%?=&"))
            response = connection.getresponse()
            response.read()
            answers[path] = response.status
        return answers[path]

    for page in pages.values():
        for href in {link.href for link in page.links} | set(page.loaded):
            parts = urlsplit(urljoin(address + page.address, href))
            if f"{parts.scheme}://{parts.netloc}/" != address:
                continue
            if status(parts.path) != 200:
                yield Finding(page.address, "links", f"{status(parts.path)}: {href}")
            target = pages.get(unquote(parts.path).removeprefix("/"))
            if parts.fragment and target and unquote(parts.fragment) not in target.ids:
                yield Finding(page.address, "links", f"no such place: {href}")
    root = next(page.canonical for page in pages.values() if page.address == "")
    for href in re.findall(r'(?:<loc>|href=")([^<"]*)', sitemap):
        path = urldefrag(href.removeprefix(root)).url
        if status(f"/{path}") != 200:
            yield Finding("sitemap.xml", "links", f"{status(f'/{path}')}: {href}")


def weight(browser: Browser, url: str) -> int:
    """The bytes of a first visit as they come over the line, headers included."""
    context = browser.new_context()
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    sizes: list[float] = []
    devtools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(url, wait_until="networkidle")
    context.close()
    return round(sum(sizes))
