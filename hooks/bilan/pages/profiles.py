"""The page of each indicator that a scorecard reports. No file holds it: its address, its
title and its description follow from the indicator, and one call shows everything else."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from bilan.data.nodes import Node, ScalarNode, locate
from bilan.languages import LANGUAGES, Language
from bilan.model.indicators import Indicator
from bilan.pages.calls import Passage, Text
from bilan.pages.page import Page, Pages
from bilan.problems import Location, Problems, whole
from bilan.report import Report

FOLDERS: Mapping[Language, str] = {"en": "indicators", "fr": "indicateurs"}
"""What the addresses of the pages begin with, below the language."""


def profiles(report: Report) -> Pages:
    return Pages(
        _page(indicator, language, report)
        for indicator in report.reported_indicators
        for language in LANGUAGES
    )


def _page(indicator: Indicator, language: Language, report: Report) -> Page:
    words, name = report.words[language], f"indicators/{indicator.id}.md"
    description = words("profile_description", definition=words.of(indicator.definition))
    texts = {"title": words.of(indicator.name), "description": description}
    return Page(
        language=language,
        name=name,
        head={key: Passage(Text(text, name), ()) for key, text in texts.items()},
        body=Passage.read(Text(_body(indicator, texts["title"]), name), Problems()),
        address=posixpath.join(FOLDERS[language], words.of(indicator.address)),
    )


def _body(indicator: Indicator, title: str) -> str:
    """Each character of the title that Markdown could read as a sign stands as its number."""
    shown = re.sub(r"[^\w\s,.;:()’-]|_", lambda sign: f"&#{ord(sign[0])};", title)
    return f'# {shown}\n\n{{{{ profile("{indicator.id}") }}}}\n'


def refuse_shared_addresses(
    profiles: Pages, pages: Pages, indicators: Node | None, file: str, problems: Problems
) -> None:
    """Adds a problem for each address that a page of `docs/` or another indicator has."""
    taken = {page.url: f"docs/{page.language}/{page.name}" for page in pages}
    for page in profiles:
        if page.url in taken:
            indicator_id = page.body.calls[0].subject
            node = indicators or ScalarNode("", Location(file))
            where = locate(node, (indicator_id, "address"))
            problems.add("BIL503", where, address=page.url, other=whole(taken[page.url]))
        taken.setdefault(page.url, file)
