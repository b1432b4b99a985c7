"""The reports of a built site as PDF files."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from bilan.data.printed_entries import PRINTED
from bilan.draft import DATA
from bilan.languages import LANGUAGES, Language
from bilan.pages.printed import Pdf
from bilan.problems import InputRefused, Location, Problems, whole
from bilan.project import Project
from bilan.site.browser import Browser, BrowserFailed, find_browser, launched
from bilan.site.chapters import headings
from bilan.site.documents import Document
from bilan.site.pdf import About, ChromiumPdf, NotUnderstood

_WHERE = Location(f"{DATA}/{PRINTED}")


def print_reports(built: Path, project: Project, beside: Path) -> None:
    """Prints every report in every language into `built`, by way of the folder `beside`.

    Raises:
        InputRefused: when there is no browser, or it does not print.
    """
    command = printer(project)
    if command is None:
        return
    try:
        with ThreadPoolExecutor(len(LANGUAGES)) as threads:
            run = partial(_print_all, command, built, project, beside)
            list(threads.map(run, LANGUAGES))
    except (BrowserFailed, NotUnderstood) as error:
        problems = Problems()
        problems.add("BIL621", _WHERE, browser=whole(command), reason=whole(str(error) or "PDF"))
        raise InputRefused(problems) from None


def printer(project: Project) -> str | None:
    """The command of the browser that prints the project's reports; none if there are none.

    Raises:
        InputRefused: when there are reports, and no browser.
    """
    if not project.pdfs(LANGUAGES[0]):
        return None
    command = find_browser()
    if command is None:
        problems = Problems()
        problems.add("BIL620", _WHERE)
        raise InputRefused(problems)
    return command


def _print_all(
    command: str, built: Path, project: Project, beside: Path, language: Language
) -> None:
    """The reports of one language, in a browser of their own."""
    with launched(command, beside / f"browser-{language}") as browser:
        for pdf in project.pdfs(language):
            _print(pdf, project, built, browser, beside / f"report-{language}.html")


def _print(pdf: Pdf, project: Project, built: Path, browser: Browser, page: Path) -> None:
    document = Document(pdf, project, built)
    html = document.html({})
    printed = _printed(html, browser, page)
    if pdf.report.has_chapters:  # the first time, to learn on which page each of them begins
        html = document.html(printed.pages_of_links())
        printed = _printed(html, browser, page)
    day = _release() or document.day
    about = About(document.title, document.organization, day, headings(html))
    target = built / pdf.address
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(printed.packed(about))


def _printed(html: str, browser: Browser, page: Path) -> ChromiumPdf:
    page.write_text(html, encoding="utf-8")
    return ChromiumPdf.read(browser.print(page))


def _release() -> date | None:
    """The day that whoever packages the site gives it (https://reproducible-builds.org)."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(given), UTC).date() if given.isdecimal() else None
