"""Every check on every page of the site in `site/`: `make audit` prints the table.

The tests check a sample of the pages, this all of them, and what takes too long for a test: the
weight of each page, and Lighthouse. The command fails when a target is missed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from audit.crawl import HEAVIEST, broken, weight
from audit.lighthouse import TARGETS, chosen, scores
from browser.inspection import ARGUMENTS, CHECKS, Inspection
from browser.markup import CHECKS as MARKUP_CHECKS
from browser.markup import Finding, Markup, examine, read
from browser.serving import served
from browser.validation import invalid
from measured import Row, print_table

SITE = Path(__file__).parent.parent.parent / "site"
SHOWN = 20
"""How many findings of one check are told in full."""


@dataclass(frozen=True)
class Read:
    """What one process found on its share of the pages."""

    findings: list[Finding]
    weights: dict[str, int]
    used: set[tuple[str, str]]


def read_share(site: Path, executable: str, share: Sequence[str]) -> Read:
    findings: list[Finding] = []
    weights: dict[str, int] = {}
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        inspection = Inspection(browser, address, is_thorough=True)
        for page in share:
            findings += inspection.of(page)
            weights[page] = weight(browser, address + page)
            print(".", end="", file=sys.stderr, flush=True)
        browser.close()
    return Read(findings, weights, inspection.used)


def read_all(site: Path, executable: str, pages: Sequence[str]) -> Read:
    """Each processor reads its share of the pages."""
    count = os.cpu_count() or 1
    shares = [pages[first::count] for first in range(count)]
    with ProcessPoolExecutor(count) as processes:
        done = list(processes.map(read_share, [site] * count, [executable] * count, shares))
    print(file=sys.stderr)
    return Read(
        [finding for each in done for finding in each.findings],
        {page: size for each in done for page, size in each.weights.items()},
        set[tuple[str, str]]().union(*(each.used for each in done)),
    )


def of_checks(findings: Sequence[Finding], checks: Sequence[str], pages: int) -> Iterator[Row]:
    counts = Counter(finding.check for finding in findings)
    for check in checks:
        yield Row(check, pages, str(counts[check]), "0", not counts[check])


def of_weights(weights: Mapping[str, int]) -> Row:
    heaviest = max(weights, key=lambda page: weights[page])
    found = f"{weights[heaviest] / 1000:.1f} kB ({heaviest})"
    is_met = weights[heaviest] < HEAVIEST
    return Row(
        "first visit, heaviest page", len(weights), found, f"< {HEAVIEST // 1000} kB", is_met
    )


def of_lighthouse(site: Path, executable: str, pages: Mapping[str, Markup]) -> Iterator[Row]:
    with served(site) as address:
        for kind, page in chosen(pages):
            got = scores(address + page, executable)
            yield Row(
                f"Lighthouse, {kind} ({page})",
                1,
                " ".join(f"{got[category]:g}" for category in TARGETS),
                " ".join(str(least) for least in TARGETS.values()),
                all(got[category] >= least for category, least in TARGETS.items()),
            )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=SITE)
    parser.add_argument("--browser", default=os.environ.get("CHROMIUM") or "chromium")
    parser.add_argument("--without-lighthouse", action="store_true")
    asked = parser.parse_args()
    pages = read(asked.site)
    sitemap = (asked.site / "sitemap.xml").read_text(encoding="utf-8")
    findings = [*examine(pages, sitemap), *invalid(asked.site)]
    with served(asked.site) as address:
        findings += broken(address, pages, sitemap)
    seen = read_all(asked.site, asked.browser, list(pages))
    findings += seen.findings
    unneeded = Inspection.explanations() - seen.used
    findings += [Finding("", "explanations", f"nothing needs {rule}") for rule in unneeded]
    checks = (*MARKUP_CHECKS, "html", "links", *CHECKS, "explanations")
    rows = [*of_checks(findings, checks, len(pages)), of_weights(seen.weights)]
    if not asked.without_lighthouse:
        rows += of_lighthouse(asked.site, asked.browser, pages)
    tell(rows, findings)
    return int(not all(row.is_met for row in rows))


def tell(rows: Sequence[Row], findings: Sequence[Finding]) -> None:
    told = Counter[str]()
    for page, check, detail in findings:
        told[check] += 1
        if told[check] <= SHOWN:
            print(f"{check}: /{page}: {detail}")
    print_table(rows, "pages")


if __name__ == "__main__":
    sys.exit(main())
