"""The PDF files of the reports, and the pages that they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bilan.data.loading import Data
from bilan.data.nodes import locate
from bilan.data.printed_entries import PRINTED
from bilan.languages import LANGUAGES, Language
from bilan.model.printed import PrintedReport
from bilan.pages.page import Page, Pages
from bilan.problems import Location, Problems, Suggestion, whole


@dataclass(frozen=True)
class Pdf:
    """One report in one language."""

    report: PrintedReport
    language: Language
    pages: tuple[Page, ...]

    @staticmethod
    def of(report: PrintedReport, language: Language, pages: Pages) -> Pdf:
        return Pdf(report, language, tuple(pages.get(language, name) for name in report.pages))

    @property
    def address(self) -> str:
        """From the site's root: "fr/tableaux-de-bord/2020-2021.pdf"."""
        given = self.report.address
        below = given[self.language] if given else self.pages[0].address
        return f"{self.language}/{below or 'index'}.pdf"


def check_printed(data: Data, pages: Pages, docs: Path, problems: Problems) -> None:
    """Adds a problem for each page of a report that there is not, and each address taken.

    A page that could not be read is there nonetheless.
    """
    names = {page.name for page in pages}
    first: dict[str, str] = {}
    for report in data.printed.values():
        for index, name in enumerate(report.pages):
            is_there = any((docs / language / name).is_file() for language in LANGUAGES)
            if name not in names and not is_there:
                where = _place(data, report.id, "pages", index)
                known = Suggestion.among(name, sorted(names))
                problems.add("BIL560", where, found=name, known=known)
        if not _is_paired(report, pages):
            continue
        for language in LANGUAGES:
            address = Pdf.of(report, language, pages).address
            other = first.setdefault(address, report.id)
            if other != report.id:
                where = _place(data, report.id, "address", language)
                problems.add("BIL561", where, address=address, other=whole(other))


def _is_paired(report: PrintedReport, pages: Pages) -> bool:
    return all((language, name) in pages for language in LANGUAGES for name in report.pages)


def _place(data: Data, *path: str | int) -> Location:
    [node] = (node for name, node in data.nodes.items() if name.endswith(f"/{PRINTED}"))
    return locate(node, path)
