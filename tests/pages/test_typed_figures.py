"""No figure is typed by hand in a page: it is called from the data, where it is checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bilan.languages import LANGUAGES, Language
from conftest import ROOT

WAIVED = (
    r"2021/22",  # in a title that is quoted
    r"(19|20)\d\d([–-](20)?\d\d)?",  # years and fiscal years
    r"(March|April)\u00a0\d{1,2}\b",  # days of a date
    r"\d{1,2}(<sup>er</sup>)?\u00a0(mars|avril)",
    r"UTF-8",  # the name of an encoding
    r"\(WCAG\) 2\.2",  # the version of a standard
    r"\d[\d,.\u00a0]*(?=[^“«\n]*[”»])",  # an example in quotation marks
)
"""What may stand in digits, with its reason."""

TYPED: dict[Language, str] = {
    "en": r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|"
    r"third|fifth|tenth|triple)\b",
    "fr": r"\b(deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quatorze|quinze|vingt|"
    r"trente|quarante|cinquante|soixante|cent|mille|million|milliard|dizaine|douzaine|centaine|"
    r"moitié|quart|triple|deuxième|troisième)s?\b",
}
"""Numbers in words; both languages say « two languages » and « both », which count nothing."""

NO_FIGURE: dict[Language, str] = {
    "en": r"\b(two|both) languages\b|\bone of two\b",
    "fr": r"\b(les|aux|des|ses) deux( langues)?\b|\bl’une des deux\b",
}

PAGES = sorted(path.relative_to(ROOT) for path in (ROOT / "docs").rglob("*.md"))


def prose(path: Path) -> str:
    """A page without calls, code, addresses, the targets of links and attributes."""
    left_out = r"<!--.*?-->|\{\{.*?\}\}|`[^`\n]*`|^address:.*$|\]\([^)\n]*\)|\{[#.].*?\}"
    return re.sub(left_out, " ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_has_no_figure_typed_by_hand(page: Path) -> None:
    language: Language = next(each for each in LANGUAGES if each == page.parts[1])
    text = prose(ROOT / page)
    in_words = re.sub(NO_FIGURE[language], " ", text, flags=re.IGNORECASE)
    for waived in WAIVED:
        text = re.sub(waived, " ", text)
    found = re.findall(r"\d[\d.,]*", text)
    found += [match[0] for match in re.finditer(TYPED[language], in_words, re.IGNORECASE)]
    assert not found
