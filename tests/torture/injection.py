"""Payloads of attackers, planted in every field: nothing of them may run on the built site."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
from playwright.sync_api import Browser

from conftest import HARBOUR, ROOT, add_search_page, build, settle
from measured import Row
from torture.hostile import Payload, payloads
from torture.planting import Place, Planting
from torture.watching import Seen, asked, browsing, in_turn, watch

MOST_ROUNDS = 30
WORKERS = int(os.environ.get("WORKERS", "2"))
MESSAGE = re.compile(r"^(\S+?):(\d+):\d+ (BIL\d+): (.*)$", re.MULTILINE)
EXCEPTION = re.compile(r"Traceback \(most recent|BIL601: \w+(?:Error|Exception)\b")
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
FIGURE = re.compile(r"-?\d+(\.\d+)?")
WHAT = {
    "executed": "payloads that ran",
    "dialogs": "dialogs",
    "violations": "violations of the policy",
    "foreign": "requests to other sites",
    "errors": "errors in the console",
}
OF_FILES = {
    "formulas": "cells that begin a formula",
    "broken": "files that their format's reader refuses",
    "tracebacks": "tracebacks",
}
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@dataclass
class Attack:
    """What became of one payload."""

    name: str
    published: int = 0
    refused: int = 0
    is_built: bool = False
    seen: Seen = field(default_factory=Seen)
    formulas: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    """Files that their format's reader refuses."""
    tracebacks: list[str] = field(default_factory=list)


def injection() -> Iterator[Row]:
    own = list(_own_sites())
    context = get_context("spawn")
    with ProcessPoolExecutor(WORKERS, mp_context=context) as workers:
        attacks = []
        tried = [workers.submit(attacked, payload) for payload in chosen()]
        for done in as_completed(tried):
            attacks.append(done.result())
            _tell(attacks[-1])
    yield from rows(attacks)
    pages = sum(seen.pages for seen in own)
    for what, told in WHAT.items():
        found = [each for seen in own for each in getattr(seen, what)]
        yield _none(f"without a payload: {told}", pages, found)


def rows(attacks: list[Attack]) -> Iterator[Row]:
    count, pages = len(attacks), sum(attack.seen.pages for attack in attacks)
    for what, told in WHAT.items():
        found = [f"{a.name}: {each}" for a in attacks for each in getattr(a.seen, what)]
        yield _none(f"injection: {told}", pages, found)
    for what, told in OF_FILES.items():
        yield _none(f"injection: {told}", count, [e for a in attacks for e in getattr(a, what)])
    unbuilt = [attack.name for attack in attacks if not attack.is_built]
    yield _none("injection: payloads that leave no site", count, unbuilt)
    tried = sum(attack.published + attack.refused for attack in attacks)
    for what in ("published", "refused"):
        total = sum(getattr(attack, what) for attack in attacks)
        yield Row(f"injection: fields {what}", tried, str(total), "> 0", total > 0)


def chosen() -> list[Payload]:
    """All, or those that PAYLOADS names."""
    names = os.environ.get("PAYLOADS", "").split()
    return [each for each in payloads() if not names or each.name in names]


def attacked(payload: Payload) -> Attack:
    with tempfile.TemporaryDirectory() as folder:
        planting = Planting(Path(folder), (payload,))
        return attack(_browser(), planting, in_turn(payloads().index(payload)))


_OPEN = ExitStack()


@cache
def _browser() -> Browser:
    """One for all that a worker does."""
    return _OPEN.enter_context(browsing())


def attack(browser: Browser, planting: Planting, only: Callable[[str], bool]) -> Attack:
    """Builds with payloads in as many fields as take them, and looks at what came out."""
    found = Attack(" ".join(payload.name for payload in planting.payloads))
    for _ in range(MOST_ROUNDS):
        planting.write()
        refusing = _refused(planting.root, found)
        if not refusing:
            found.is_built = (planting.root / "site/sitemap.xml").is_file()
            break
        if not planting.withdraw(refusing):
            break
    found.published = len(planting.planted)
    found.refused = planting.tried - found.published
    if found.is_built:
        site = planting.root / "site"
        queries = tuple(asked(payload.text) for payload in planting.payloads)
        found.seen = watch(browser, site, queries, only)
        found.broken = [f"{found.name}: {each}" for each in _broken(site)]
        _formulas(site, found)
    return found


def _refused(root: Path, found: Attack) -> list[Place]:
    """The errors of a check, or else of the build; none when the site is there."""
    checked = _run(root, found, "check", "--format", "json")
    if not checked.stdout.strip().startswith("["):
        return [Place("", 0, "", checked.stderr[-300:])]
    errors = [each for each in json.loads(checked.stdout) if each["severity"] == "error"]
    if errors:
        return [Place(e["file"], e["line"], e["code"], e["message"]) for e in errors]
    built = _run(root, found, "site", "--no-pdf")
    if not built.returncode:
        return []
    told = [Place(m[1], int(m[2]), m[3], m[4]) for m in MESSAGE.finditer(built.stderr)]
    return told or [Place("", 0, "", built.stderr)]


def _run(root: Path, found: Attack, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "bilan", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "hooks")},
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="replace",
    )
    if EXCEPTION.search(done.stderr) or done.returncode not in (0, 1):
        found.tracebacks.append(f"{found.name}: {done.stderr[-600:]}")
    return done


def _formulas(site: Path, found: Attack) -> None:
    for path in sorted(site.rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
        texts = [cell for line in lines for cell in line if _is_formula(cell)]
        found.formulas += [f"{path.name}: {text}" for text in texts]
    for path in sorted(site.rglob("*.xlsx")):
        try:
            book = openpyxl.load_workbook(path, read_only=True)
            filled = [line for sheet in book.worksheets for line in sheet.iter_rows()]
        except (ElementTree.ParseError, ValueError) as error:
            found.broken.append(f"{found.name}: {path.name}: {error}")
            continue
        bare = [cell for line in filled for cell in line if not _is_quoted(cell)]
        texts = [str(cell.value) for cell in bare]
        found.formulas += [f"{path.name}: {text}" for text in texts if _is_formula(text)]


def _is_quoted(cell: Any) -> bool:
    """Whether it holds no text, or is one that an apostrophe keeps a text where it is edited."""
    is_text = cell.value is not None and cell.data_type in "fs"
    return not is_text or (cell.data_type == "s" and bool(cell.style_array.quotePrefix))


def _is_formula(cell: str) -> bool:
    return cell.startswith(SIGNS) and not FIGURE.fullmatch(cell)


def _broken(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("*")):
        try:
            if path.suffix in (".xml", ".svg"):
                ElementTree.parse(path)
            elif path.suffix == ".json":
                json.loads(path.read_text(encoding="utf-8"))
            elif path.suffix == ".html":
                for told in DATA.findall(path.read_text(encoding="utf-8")):
                    json.loads(told)
        except (ElementTree.ParseError, ValueError) as error:
            yield f"{path.relative_to(site)}: {error}"


def _own_sites() -> Iterator[Seen]:
    """The invented organization's site, and this repository's where it is built: no payload."""
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        root = settle(HARBOUR, Path(folder) / "harbour")
        add_search_page(root)
        yield watch(browser, build(root, "bilan"), (asked("boats"),))
        if (ROOT / "site/sitemap.xml").is_file():
            yield watch(browser, ROOT / "site", (asked("target"),))


def _none(what: str, tried: int, found: list[str]) -> Row:
    for each in found[:20]:
        print(f"{what}: {each[:400]}", file=sys.stderr)
    return Row(what, tried, str(len(found)), "0", not found)


def _tell(attack: Attack) -> None:
    ratio = f"{attack.published} of {attack.published + attack.refused} fields published"
    told = f"{attack.name}: {ratio}, {attack.seen.pages} pages opened"
    print(told, file=sys.stderr, flush=True)
