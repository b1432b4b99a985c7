"""The templates of macros and pages, as Jinja reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bilan.data.texts import read_text
from bilan.problems import Location, Problems, whole

Render = Callable[[str, dict[str, Any]], str]
"""A template by its name, and what it receives, to a text."""


def environment(folder: Path) -> ImmutableSandboxedEnvironment:
    """Templates that cannot reach Python, escape what they print, and refuse unknown names."""
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def check_templates(root: Path, folders: Iterable[str], problems: Problems) -> None:
    """Adds a problem for each template that is not valid Jinja."""
    for folder in folders:
        for path in sorted((*(root / folder).rglob("*.jinja"), *(root / folder).rglob("*.html"))):
            name = path.relative_to(root).as_posix()
            text = read_text(path, name, problems)
            fault = _fault(text or "")
            if fault:
                line, reason = fault
                problems.add("BIL609", Location(name, line), reason=whole(reason))


@cache
def _fault(text: str) -> tuple[int, str] | None:
    """The line and the reason, where a template is not valid. In a preview, most templates are
    those of the look before."""
    try:
        ImmutableSandboxedEnvironment(extensions=["jinja2.ext.i18n"]).parse(text)
    except TemplateSyntaxError as error:
        return error.lineno, error.message or ""
    return None
