"""The addresses of the feeds, which readers subscribe to once: they never change."""

from __future__ import annotations

from collections.abc import Mapping

from bilan.languages import Language
from bilan.report import Report

_FEEDS: Mapping[Language, str] = {"en": "en/feed.xml", "fr": "fr/fil.xml"}


def feeds(report: Report) -> Mapping[Language, str]:
    """Of each language; none where nothing is published that has a date."""
    return _FEEDS if report.scorecards else {}
