"""Writes a workbook with XlsxWriter: the same bytes for the same data.

Text is always written as text: nothing in it becomes a formula, a number or a link.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

import xlsxwriter

from bilan.contract.values import FORMULA_SIGNS
from bilan.contract.workbook.pieces import Book, Cell, Day, Line, Link, Number, Tab

_OPTIONS = {
    "in_memory": True,  # its parts then have a fixed date
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_LETTER_PAPER = 1
_TEXT = {"text_wrap": True, "valign": "top"}
_HEAD = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2, "bg_color": "#EEF0F2"}
_LINK = {**_TEXT, "font_color": "#0B57A4", "underline": 1}
_LONGEST_MARGIN = 100
"""A page's header and footer take 255 characters in all."""


def written(book: Book) -> bytes:
    stream = io.BytesIO()
    workbook = xlsxwriter.Workbook(stream, _OPTIONS)
    workbook.set_properties(
        {
            "title": book.title,
            "subject": book.subject,
            "author": book.author,
            "company": book.author,
            "created": datetime.combine(book.date, time()),
        }
    )
    writer = _Writer(workbook)
    for tab in book.tabs:
        writer.write(tab, book.title)
    workbook.close()
    return stream.getvalue()


class _Writer:
    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def write(self, tab: Tab, title: str) -> None:
        sheet = self._workbook.add_worksheet(tab.name)
        for index, column in enumerate(tab.columns):
            sheet.set_column(index, index, column.width)
        lines = iter(range(len(tab.lead) + 1 + len(tab.lines)))
        for line in tab.lead:
            self._line(sheet, next(lines), line, {"text_wrap": False})
        head = next(lines)
        for index, column in enumerate(tab.columns):
            look = {**_HEAD, **_quoted(column.heading)}
            sheet.write_string(head, index, column.heading, self._format(look))
        for line in tab.lines:
            self._line(sheet, next(lines), line, {})
        if tab.is_list:
            sheet.autofilter(head, 0, head + len(tab.lines), len(tab.columns) - 1)
        sheet.freeze_panes(head + 1, 0)
        self._print(sheet, tab, title, head)

    def _line(self, sheet: Any, row: int, line: Line, style: Mapping[str, Any]) -> None:
        around = {**style, **({"bold": True} if line.is_strong else {})}
        for index, cell in enumerate(line.cells):
            if cell is not None:
                depth = {"indent": line.depth} if line.depth and isinstance(cell, str) else {}
                self._cell(sheet, row, index, cell, {**around, **depth})

    def _cell(
        self, sheet: Any, row: int, column: int, cell: Cell, style: Mapping[str, Any]
    ) -> None:
        if isinstance(cell, Number):
            form = self._format({"valign": "top", "num_format": cell.form, **style})
            sheet.write_number(row, column, float(cell.value), form)
        elif isinstance(cell, Day):
            look = {"valign": "top", "align": "left", "num_format": cell.form, **style}
            sheet.write_datetime(row, column, cell.value, self._format(look))
        elif isinstance(cell, Link):
            address = "internal:'{}'!A1".format(cell.tab.replace("'", "''"))
            look = {**_LINK, **style, **_quoted(cell.text)}
            sheet.write_url(row, column, address, self._format(look), cell.text)
        elif cell:
            look = {**_TEXT, **style, **_quoted(cell)}
            sheet.write_string(row, column, cell, self._format(look))

    def _print(self, sheet: Any, tab: Tab, title: str, head: int) -> None:
        sheet.set_landscape()
        sheet.set_paper(_LETTER_PAPER)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(head)
        left, right = (_margin(text) for text in (title, tab.title))
        sheet.set_header(f"&L{left}&R{right}" if left != right else f"&L{left}")
        sheet.set_footer("&R&P / &N")

    def _format(self, look: Mapping[str, Any]) -> Any:
        """Each look once, however many cells have it."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format(dict(look))
        return self._formats[key]


def _margin(text: str) -> str:
    """For the head of a printed page, where `&` begins a command."""
    short = text if len(text) <= _LONGEST_MARGIN else f"{text[: _LONGEST_MARGIN - 1]}…"
    return short.replace("&", "&&")


def _quoted(text: str) -> Mapping[str, Any]:
    """The look of a text that a spreadsheet would take for a formula where it is edited."""
    return {"quote_prefix": True} if text.startswith(FORMULA_SIGNS) else {}
