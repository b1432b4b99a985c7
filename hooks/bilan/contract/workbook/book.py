"""What all workbooks of a report share."""

from __future__ import annotations

from bilan.contract.vocabulary import labelled
from bilan.contract.workbook.pieces import Book, Tab, both
from bilan.languages import Bilingual
from bilan.report import Report


def book(report: Report, title: str, subject: str, tabs: tuple[Tab, ...]) -> Book:
    return Book(title, subject, both(report.organization.name), report.data_date, tabs)


def cover_name(report: Report) -> str:
    return tab_name(labelled("sheet_about", report))


def tab_name(name: Bilingual) -> str:
    """ "Terms · Termes": a tab's name takes no slash."""
    return name.en if name.en == name.fr else f"{name.en} · {name.fr}"
