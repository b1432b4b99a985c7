"""Reads built pages, and figures back from them: the reverse of the formats, written apart."""

from __future__ import annotations

import re
import subprocess
from decimal import Decimal
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup

SCALES = {"million": 6, "millions": 6, "M": 6, "billion": 9, "milliard": 9, "milliards": 9}
SCALES |= {"B": 9, "G": 9}
ENGLISH = r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
FRENCH = r"-?(?:\d{1,3}(?:\u00a0\d{3})+|\d+)(?:,\d+)?"


@cache
def html_of(path: Path) -> BeautifulSoup:
    """An HTML file, parsed once for all the tests of a run; none of them may change it."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def figure(text: str, language: str) -> Decimal:
    """The first figure of a text: "$275M", "10,4 M$", "at least 3,000", "36 %"."""
    text = text.replace("\u2212", "-")
    if language == "en":
        number = re.search(rf"(\()?\$?({ENGLISH})(?:\u00a0?(million|billion|M|B)\b)?", text)
    else:
        number = re.search(rf"(\()?({FRENCH})(?:\u00a0(millions?|milliards?|M|G)(?=[ $]))?", text)
    assert number, text
    digits = number[2].replace("\u00a0", "")
    plain = digits.replace(",", "") if language == "en" else digits.replace(",", ".")
    value = Decimal(plain).scaleb(SCALES.get(number[3] or "", 0))
    return -value if number[1] else value


def committed(root: Path) -> None:
    """Keeps everything in the folder with Git, as a person does."""
    git = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "Data"]):
        subprocess.run([*git, *command], check=True)
