"""Headings of pages and of columns, as they break into lines."""

from __future__ import annotations

import re

_HEADING = re.compile(r"<(h[1-6]|th)[ >].*?</\1>", re.DOTALL)
_YEARS = re.compile(r"(?<![\w–-])20[0-9]{2}[-–](?:20)?[0-9]{2}\b(?![-–])(?=[^<>]*<)")
"""Two years in a text, not in an attribute."""


def with_whole_years(html: str) -> str:
    """The HTML with the two years of a period kept on one line: browsers break after a dash."""
    return _HEADING.sub(lambda heading: _YEARS.sub(_whole, heading[0]), html)


def _whole(years: re.Match[str]) -> str:
    return f'<span class="whole">{years[0]}</span>'
