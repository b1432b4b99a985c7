"""Templates are markup only: they cannot reach Python, and text from data is never HTML."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError
from markupsafe import escape

from bilan.languages import LANGUAGES, Language
from bilan.macros.signatures import SIGNATURES
from bilan.macros.templates import environment
from bilan.project import Project
from bilan.view.pieces import ScorecardView
from bilan.view.scorecards import Views
from conftest import HARBOUR, settle
from samples import rendering

MACROS = Path(__file__).parents[2] / "macros"
HOSTILE = "<b>&\"' onclick=x"


@pytest.fixture(scope="module")
def context(harbour_project: Project) -> Mapping[str, object]:
    """What a template is given."""
    report = harbour_project.report
    views = Views(report, report.words["en"])
    view: ScorecardView = views.scorecard(report.scorecards["2024-2025"])
    return {"view": view, "label": report.words["en"], "items": [1]}


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ view.__init__.__globals__ }}",
        "{{ label.__call__.__globals__ }}",
        "{{ label.counted.__func__ }}",
        "{{ view['__class__'].__subclasses__() }}",
        "{{ view|attr('__class__') }}",
        "{{ '{0.__class__.__mro__}'.format(view) }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ items.append(2) }}",
    ],
)
def test_a_template_cannot_reach_python(context: Mapping[str, object], template: str) -> None:
    with pytest.raises(SecurityError):
        environment(MACROS).from_string(template).render(context)


@pytest.mark.parametrize("name", ["../data/labels.yml", "../../etc/hostname", "/etc/hostname"])
def test_a_template_cannot_read_other_files(name: str) -> None:
    with pytest.raises(TemplateNotFound):
        environment(MACROS).from_string(f"{{% include {name!r} %}}").render()


@pytest.mark.parametrize("template", ["{{ vieww }}", "{{ view.headlin }}", "{{ view.areas[99] }}"])
def test_a_name_that_is_not_there_stops_the_template(
    context: Mapping[str, object], template: str
) -> None:
    with pytest.raises(UndefinedError):
        environment(MACROS).from_string(template).render(context)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The harbour with a tag, an ampersand and quotes in every text of its data."""
    folder = settle(HARBOUR, tmp_path_factory.mktemp("hostile"))
    for path in (folder / "data").rglob("*.yml"):
        content = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        written = yaml.safe_dump(spoilt(content), allow_unicode=True, sort_keys=False)
        path.write_text(written, encoding="utf-8")
    return Project.open(folder, has_pdfs=True)


def spoilt(node: Any, is_text: bool = False) -> Any:
    """The same entries with `HOSTILE` after every text in a language, but for addresses."""
    if isinstance(node, dict):
        return {
            k: item if k == "address" else spoilt(item, is_text or k in LANGUAGES)
            for k, item in node.items()
        }
    if isinstance(node, list):
        return [spoilt(item, is_text) for item in node]
    return node + HOSTILE if is_text else node


class Elements(HTMLParser):
    """The elements of an HTML text and the names of their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found = list[tuple[str, ...]]()
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *(name for name, _ in attributes)))


@pytest.mark.parametrize("macro", SIGNATURES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_text_from_the_data_is_shown_as_it_is_and_is_never_html(
    hostile: Project, harbour_project: Project, macro: str, language: Language
) -> None:
    example = (MACROS / f"{macro}.example.md").read_text(encoding="utf-8")
    html, usual = (
        page.into(page.markdown)
        for project in (hostile, harbour_project)
        for page in [rendering(project, language, example)]
    )
    assert Elements(html).found == Elements(usual).found
    assert str(escape(HOSTILE)) in html or macro == "progress"
