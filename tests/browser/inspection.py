"""All that is checked of one page in a browser, in as few loads as it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Browser, BrowserContext, Page, Response, ViewportSize

from browser.markup import Finding

HERE = Path(__file__).parent
AXE = HERE.parent / "node_modules/axe-core/axe.min.js"
MEASURES = HERE / "inspection.js"
EXPLAINED = HERE / "explained.yml"

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDE, NARROW, HEIGHT = 1280, 320, 900
SCREENS: tuple[tuple[int, Literal["light", "dark"]], ...]
SCREENS = ((1280, "light"), (1280, "dark"), (320, "light"), (320, "dark"))
SAMPLED_SCREENS = (SCREENS[0], SCREENS[3])
"""Each width and each scheme once: both widths use the same colours, and colours move nothing."""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """
([tags, explained]) => axe.run({runOnly: tags, resultTypes: ["violations", "incomplete"]})
  .then((found) => {
    const told = (kind) => found[kind].flatMap((rule) => rule.nodes.map((node) => {
      const element = document.querySelector(node.target.at(-1));
      const why = explained.find((each) =>
        each.rule === rule.id && element?.matches(each.selector));
      const reasons = [...node.any, ...node.all, ...node.none].map((each) => each.message);
      return [rule.id, `${node.html.slice(0, 160)} (${reasons.join("; ")})`, why?.selector ?? ""];
    }));
    return {violations: told("violations"), incomplete: told("incomplete")};
  })
"""
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""
"""What a reader may set (WCAG 1.4.12), and lose nothing by it."""
FIRST_STOPS, MOST_STOPS = 20, 2000
"""How far the keyboard walks: over the first parts of a page, or to its end."""
CHECKS = (
    "requests",
    "console",
    "no script",
    "keyboard",
    *(f"axe at {width} {scheme}" for width, scheme in SCREENS),
    *(f"axe at {width} {scheme}, undecided" for width, scheme in SCREENS if width == WIDE),
    f"legible at {WIDE}",
    f"legible at {NARROW}",
    f"spaced text at {NARROW}",
    f"spaced text at {WIDE}",
    f"text of 200% at {WIDE}",
    "forced colours",
    "print",
)
"""The names of all that is checked, as findings give them."""


@dataclass
class Inspection:
    """Checks pages of the site at `address`.

    `is_thorough`: the whole of axe on every screen, and the keyboard to the end of each page.
    `used` are the explanations that were needed.
    """

    browser: Browser
    address: str
    is_thorough: bool = False
    used: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.explained = yaml.safe_load(EXPLAINED.read_text(encoding="utf-8"))

    @staticmethod
    def explanations() -> set[tuple[str, str]]:
        """The rule and the selector of each committed explanation."""
        told = yaml.safe_load(EXPLAINED.read_text(encoding="utf-8"))
        return {(each["rule"], each["selector"]) for each in told}

    def of(self, page: str) -> list[Finding]:
        """Everything that is wrong with one page."""
        return [Finding(page, check, detail) for check, detail in self._checks(page)]

    @cached_property
    def _still(self) -> Page:
        """One page for all that is read without scripts: nothing of one lasts to the next."""
        return self._context(java_script_enabled=False).new_page()

    def _context(self, **options: Any) -> BrowserContext:
        size: ViewportSize = {"width": WIDE, "height": HEIGHT}
        return self.browser.new_context(viewport=size, bypass_csp=True, **options)

    def _checks(self, name: str) -> Iterator[tuple[str, str]]:
        with self._context(color_scheme="light") as context:
            page = context.new_page()
            yield from self._loading(page, name)
            page.add_script_tag(path=MEASURES)
            yield from self._without_script(page, name)
            yield from self._walk(page)
            page.add_script_tag(path=AXE)
            for width, scheme in SCREENS if self.is_thorough else SAMPLED_SCREENS:
                page.set_viewport_size({"width": width, "height": HEIGHT})
                page.emulate_media(color_scheme=scheme)
                yield from self._axe(page, width, scheme)
            for width in (WIDE, NARROW):
                page.set_viewport_size({"width": width, "height": HEIGHT})
                yield from _measured(page, "legibility", f"legible at {width}")
            yield from self._spaced_and_enlarged(page)
            yield from self._emulated(page)

    def _loading(self, page: Page, name: str) -> Iterator[tuple[str, str]]:
        asked: list[str] = []
        told: list[str] = []
        answers: list[Response] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: told.append(f"failed: {request.url}"))
        page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108, a builtin is refused
        page.goto(self.address + name, wait_until="load")
        yield from (("requests", f"elsewhere: {url}") for url in asked if not self._is_own(url))
        for answer in answers:
            if answer.status >= 400:
                yield "requests", f"{answer.status}: {answer.url}"
        yield from (("console", each) for each in told)

    def _is_own(self, url: str) -> bool:
        return url.startswith(self.address) or urlsplit(url).scheme in ("data", "blob")

    def _axe(self, page: Page, width: int, scheme: str) -> Iterator[tuple[str, str]]:
        found = page.evaluate(RUN_AXE, [TAGS, self.explained])
        for rule, detail, _ in found["violations"]:
            yield f"axe at {width} {scheme}", f"{rule}: {detail}"
        for rule, detail, selector in found["incomplete"] if width == WIDE else ():
            if selector:
                self.used.add((rule, selector))
            else:
                yield f"axe at {width} {scheme}, undecided", f"{rule}: {detail}"

    def _spaced_and_enlarged(self, page: Page) -> Iterator[tuple[str, str]]:
        added = page.add_style_tag(content=SPACED)
        for width in (NARROW, WIDE):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            yield from _measured(page, "legibility", f"spaced text at {width}")
        added.evaluate("style => style.remove()")
        devtools = page.context.new_cdp_session(page)
        devtools.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
        yield from _measured(page, "legibility", f"text of 200% at {WIDE}")
        devtools.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})

    def _emulated(self, page: Page) -> Iterator[tuple[str, str]]:
        page.emulate_media(color_scheme="light", forced_colors="active", reduced_motion="reduce")
        yield from _measured(page, "marks", "forced colours")
        page.emulate_media(color_scheme="dark", forced_colors="none", media="print")
        yield from _measured(page, "marks", "print")
        yield from _measured(page, "paper", "print")

    def _walk(self, page: Page) -> Iterator[tuple[str, str]]:
        """Tab by Tab from the beginning to the end, where the focus leaves the page."""
        for _ in range(MOST_STOPS if self.is_thorough else FIRST_STOPS):
            page.keyboard.press("Tab")
            wrong = page.evaluate("inspection.stop()")
            if wrong is None:
                break
            yield from (("keyboard", each) for each in wrong)
        else:
            if self.is_thorough:
                yield "keyboard", "the focus does not leave the page"
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")

    def _without_script(self, page: Page, name: str) -> Iterator[tuple[str, str]]:
        """Where scripts do not run, nothing of the page's text and of its ways on is missing."""
        still = self._still
        still.goto(self.address + name)
        still.evaluate(MEASURES.read_text(encoding="utf-8"))
        for measure in ("text", "navigation"):
            one, other = (each.evaluate(f"inspection.{measure}()") for each in (page, still))
            yield from (("no script", f"{measure}: {each}") for each in {*one} - {*other})
            if not other:
                yield "no script", f"no {measure}"


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    found = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def _measured(page: Page, measure: str, check: str) -> Iterator[tuple[str, str]]:
    for sentence in page.evaluate(f"inspection.{measure}()"):
        yield check, sentence
