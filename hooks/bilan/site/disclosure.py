"""`/.well-known/security.txt`: where a weakness of the site can be told in private (RFC 9116)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urljoin

from bilan.languages import LANGUAGES
from bilan.problems import InputRefused, Location, Problems, Suggestion
from bilan.project import Project

SECURITY_TXT = ".well-known/security.txt"


def disclosure_files(
    project: Project, site_url: str, settings: Mapping[str, object]
) -> Mapping[str, str]:
    """`settings`: `page` says how to report a weakness, `expires` is the day until which that
    is sure to hold, and `contact` is a further address, or empty. Without settings, no file.

    Raises:
        InputRefused: when there is no such page, or the day is none.
    """
    if not settings:
        return {}
    where, problems = Location("mkdocs.yml"), Problems()
    name, names = str(settings.get("page")), sorted({page.name for page in project.pages})
    if name not in names:
        problems.add("BIL521", where, found=name, known=Suggestion.among(name, names))
    if not _is_day(str(settings.get("expires"))):
        problems.add("BIL522", where, found=str(settings.get("expires")))
    if problems:
        raise InputRefused(problems)
    return {SECURITY_TXT: "".join(f"{line}\n" for line in _lines(project, site_url, settings))}


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _lines(project: Project, site_url: str, settings: Mapping[str, object]) -> Iterator[str]:
    if settings.get("contact"):
        yield f"Contact: {settings['contact']}"
    for language in LANGUAGES:
        page = project.pages.get(language, str(settings["page"]))
        yield f"Contact: {urljoin(site_url, page.url)}"
    yield f"Expires: {settings['expires']}T00:00:00Z"
    yield f"Preferred-Languages: {', '.join(LANGUAGES)}"
    yield f"Canonical: {urljoin(site_url, SECURITY_TXT)}"
