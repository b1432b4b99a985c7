"""Opens every page of a built site as a reader's browser does, and notes what runs or is asked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote
from zlib import crc32

from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Page, sync_playwright

from browser.inspection import ARGUMENTS
from browser.serving import compressed, served

SHOWN = (".html", ".svg", ".xml")
IN_TURN = 5
NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
BY_HAND = 6
"""How many elements of a planted page are touched as a hand would."""

LISTEN = """
window.violated = [];
addEventListener("securitypolicyviolation", (event) =>
  violated.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`), true);
"""
TOUCH = """
() => {
  const known = ["http:", "https:", "mailto:", "tel:"], foreign = [];
  addEventListener("submit", (event) => event.preventDefault(), true);
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a");
    if (!link?.protocol || known.includes(link.protocol)) event.preventDefault();
  }, true);
  const kinds = ["pointerover", "pointerenter", "mouseover", "mouseenter", "focusin", "toggle"];
  for (const element of document.body?.querySelectorAll("*") ?? []) {
    for (const kind of kinds) element.dispatchEvent(new MouseEvent(kind, {bubbles: true}));
    element.focus?.({preventScroll: true});
    if (element.matches("a, button, summary, [onclick]")) element.click?.();
    if (element.protocol && !known.includes(element.protocol)) foreign.push(element.href);
  }
  return foreign;
}
"""
FOUND = "() => [window.hacked ?? null, window.violated ?? []].map(String)"


@dataclass
class Seen:
    """What went wrong, each with the page it went wrong on."""

    pages: int = 0
    executed: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def add(self, other: Seen) -> None:
        for name, found in vars(other).items():
            setattr(self, name, getattr(self, name) + found)


@contextmanager
def browsing() -> Iterator[Browser]:
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=[*ARGUMENTS, NOWHERE], timeout=60_000
        )
        yield browser
        browser.close()


def every(_: str) -> bool:
    return True


def watch(
    browser: Browser,
    site: Path,
    queries: tuple[str, ...] = (),
    only: Callable[[str], bool] = every,
) -> Seen:
    """Every page, fragment, drawing and feed; `queries` are asked of the pages with a script."""
    compressed.cache_clear()
    seen = Seen()
    paths = sorted(path for path in site.rglob("*") if path.suffix in SHOWN)
    with served(site) as address:
        context = browser.new_context()
        context.add_init_script(LISTEN)
        context.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        try:
            for path in (each for each in paths if only(each.relative_to(site).as_posix())):
                name = path.relative_to(site).as_posix()
                _visit(context, address, name, seen)
                if queries and b'<script type="module"' in path.read_bytes():
                    for query in queries:
                        _visit(context, address, f"{name}?{query}", seen)
        finally:
            context.close()
    return seen


def _visit(context: BrowserContext, address: str, name: str, seen: Seen) -> None:
    page = context.pages[0] if context.pages else context.new_page()
    told: list[str] = []
    handlers = {
        "dialog": lambda dialog: _dismiss(dialog, name, seen),
        "console": lambda message: told.extend([message.text] * (message.type == "error")),
        "pageerror": lambda error: told.append(str(error)),
        "request": lambda request: _note_request(request.url, address, name, seen),
    }
    for event, handler in handlers.items():
        page.on(event, handler)  # type: ignore[call-overload]
    try:
        page.goto(address + name, wait_until="load", timeout=30_000)
        if name.partition("?")[2]:
            page.wait_for_timeout(700)
        foreign = page.evaluate(TOUCH)
        if "en/planted-" in name:
            _touch_by_hand(page)
        hacked, violated = page.evaluate(FOUND)
    except Error as error:
        told.append(error.message)
        foreign, hacked, violated = [], "null", ""
    for event, handler in handlers.items():
        page.remove_listener(event, handler)
    seen.pages += 1
    seen.executed += [f"{name}: {hacked}"] if hacked != "null" else []
    refused = [line for line in told if "Content Security Policy" in line]
    seen.violations += [f"{name}: {each}" for each in ([violated] if violated else refused)]
    seen.violations += [f"{name}: a link to {each}" for each in foreign]
    seen.errors += [f"{name}: {line}" for line in told if line not in refused]


def _dismiss(dialog: Dialog, name: str, seen: Seen) -> None:
    seen.dialogs.append(f"{name}: {dialog.message}")
    dialog.dismiss()


def _note_request(url: str, address: str, name: str, seen: Seen) -> None:
    if not url.startswith((address, "data:", "blob:")):
        seen.foreign.append(f"{name}: {url}")


def _touch_by_hand(page: Page) -> None:
    """With the pointer and the keyboard, which no handler can tell from a reader's."""
    for box in page.evaluate(
        "n => [...document.querySelectorAll('main *')].slice(0, n).map((each) => {"
        "  const {x, y, width, height} = each.getBoundingClientRect();"
        "  return [x + width / 2, y + height / 2]; })",
        BY_HAND,
    ):
        page.mouse.move(*box)
    for _ in range(BY_HAND):
        page.keyboard.press("Tab")


def in_turn(turn: int) -> Callable[[str], bool]:
    """Of the pages of indicators, which are alike, one in a few: other ones with each turn."""

    def is_opened(address: str) -> bool:
        folder = Path(address).parent.as_posix()
        return folder.count("/") < 2 or (crc32(folder.encode()) + turn) % IN_TURN == 0

    return is_opened


def asked(text: str) -> str:
    """A query for the search page and for the list of indicators."""
    return f"q={quote(text)}&text={quote(text)}&area={quote(text)}"
