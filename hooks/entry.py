"""The site engine's events. The only module that knows MkDocs; everything else is `bilan`.

static-i18n builds the site once for each language with the same configuration, and
runs its own events at priority -100: ours come after it.
"""

from __future__ import annotations

import logging
import os
import sys
from functools import partial
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parent))

from jinja2 import ChoiceLoader, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as EnginePage

from bilan.draft import MACROS, OVERRIDES, Draft
from bilan.guard.examination import Examination
from bilan.languages import LANGUAGES, Language
from bilan.pages.page import Page
from bilan.problems import InputRefused, Problems
from bilan.project import Project, Rendering
from bilan.site.context import SiteContext
from bilan.site.files import site_files
from bilan.site.translations import Translations


class Build:
    """What the events of one build share."""

    current: ClassVar[Build]
    is_preview: ClassVar[bool] = False

    def __init__(self, project: Project, config: MkDocsConfig) -> None:
        self.project = project
        footer = config.extra.get("footer", [])
        self.context = SiteContext(project, config.site_url, footer, is_preview=self.is_preview)
        self.renderings: dict[str, Rendering] = {}
        self.problems = Problems()
        """Of the pages of both languages, told together."""
        self.templates: Any = None
        self.translations: Translations | None = None
        """For staff, in the preview alone."""

    def has(self, file: File) -> bool:
        return tuple(file.src_uri.split("/", 1)) in self.project.pages

    def page(self, file: File) -> Page:
        language, _, name = file.src_uri.partition("/")
        return self.project.pages.get(language, name)  # type: ignore[arg-type]


def on_startup(command: str, **_: Any) -> None:
    Build.is_preview = command == "serve"


@event_priority(-110)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the project, once for all languages; problems end the build in one message."""
    if not _is_nested(config):
        root = Path(config.config_file_path).parent
        try:
            draft = Draft.read(root)
            Build.current = Build(
                Project.of(draft, has_pdfs=bool(os.environ.get("BILAN_PDF"))), config
            )
        except InputRefused as refused:
            raise _told(refused) from None
        if Build.is_preview:
            Build.current.translations = Translations(draft, Build.current.project)
            _tell_staff(draft)
    config.theme.static_templates = {"sitemap.xml"}
    return config


@event_priority(-110)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Gives pages the addresses of their language, and leaves out the theme's own assets.

    Other files of `docs/` keep their place, in both languages or neither: static-i18n moves
    them with the pages, so they are taken afresh from the folder.
    """
    own = Path(config.config_file_path).parent / OVERRIDES
    for file in list(files):
        if file.is_documentation_page() and Build.current.has(file):
            _readdress(file, Build.current.page(file).url, Path(config.site_dir))
        elif _is_nested(config) or not Path(file.abs_src_path or "").is_relative_to(own):
            files.remove(file)
    for file in get_files(config):
        if not file.is_documentation_page():
            files.append(file)
    for page in Build.current.project.profiles:
        if page.language == config.plugins["i18n"].current_language:  # type: ignore[attr-defined]
            files.append(_generated(page, config))
    return files


def _generated(page: Page, config: MkDocsConfig) -> File:
    """A page that no file holds, as static-i18n leaves one that a file does."""
    file = File.generated(
        config,
        f"{page.language}/{page.name}",
        content=page.body.markdown,
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    # What static-i18n asks of a file.
    file.locale = file.locale_alternate_of = page.language  # type: ignore[attr-defined]
    file.alternates = {page.language: file}  # type: ignore[attr-defined]
    _readdress(file, page.url, Path(config.site_dir))
    return file


def _is_nested(config: MkDocsConfig) -> bool:
    """Whether this is static-i18n's build of a further language."""
    return bool(config.plugins["i18n"].building)  # type: ignore[attr-defined]


def _readdress(file: File, url: str, site: Path) -> None:
    file.url, file.dest_uri = url, f"{url}index.html"
    file.abs_dest_path = str(site / file.dest_uri)


def on_page_markdown(markdown: str, page: EnginePage, **_: Any) -> str:
    """The page's own Markdown, without its head and its macro calls."""
    own = Build.current.page(page.file)
    page.meta = {key: Build.current.project.text(own, key) for key in own.head}
    rendering = Rendering(Build.current.project, own)
    Build.current.renderings[page.file.src_uri] = rendering
    return rendering.markdown


def on_page_content(html: str, page: EnginePage, **_: Any) -> str:
    """Puts what the calls render in their places."""
    try:
        return Build.current.renderings.pop(page.file.src_uri).into(html)
    except InputRefused as refused:
        Build.current.problems.extend(refused.problems)
        return html


def on_env(env: Any, config: MkDocsConfig, **_: Any) -> Any:
    """Lets page templates use what the macros are made of, and escape as they do."""
    if _is_nested(config) and Build.current.problems:
        raise _told(InputRefused(Build.current.problems))
    macros = FileSystemLoader(Build.current.project.root / MACROS)
    env.loader = ChoiceLoader([env.loader, macros])
    env.trim_blocks = env.lstrip_blocks = env.autoescape = True
    env.globals["addresses"] = Build.current.context.addresses()
    Build.current.templates = env
    return env


def on_page_context(
    context: dict[str, Any], page: EnginePage, nav: Navigation, **_: Any
) -> dict[str, Any]:
    own = Build.current.page(page.file)
    staff = Build.current.translations
    list_url = Build.current.context.list_url(own)
    above = {"list_page": next((each for each in nav.pages if each.url == list_url), None)}
    of_page = above | Build.current.context.of_page(own)
    return context | of_page | (staff.of_page(own) if staff else {})


@event_priority(-110)
def on_post_build(config: MkDocsConfig) -> None:
    """Adds the files that are not made from a page of `docs/`."""
    if _is_nested(config):
        return
    site, build = Path(config.site_dir), Build.current
    (site / "sitemap.xml.gz").unlink(missing_ok=True)  # holds the time of the build
    prefix = urlsplit(config.site_url or "/").path
    security = config.extra.get("security", {})
    try:
        files = dict(site_files(build.project, build.context, _rendered, prefix, security))
    except InputRefused as refused:
        raise _told(refused) from None
    if not build.is_preview:  # hundreds of pictures that nobody looks at while writing
        files |= build.context.cards.files()
    if build.translations:
        files |= build.translations.files(partial(_rendered, "translations.html"))
    for address, content in files.items():
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def _rendered(template: str, context: dict[str, Any]) -> str:
    return str(Build.current.templates.get_template(template).render(context))


def _told(refused: InputRefused) -> PluginError:
    """Tells a person who runs the engine, and `bilan site` through the file it names."""
    report = os.environ.get("BILAN_PROBLEMS")
    if report:
        Path(report).write_text(refused.problems.to_json(), encoding="utf-8")
    return PluginError("\n" + "\n".join(refused.problems.messages(_language_of_messages())))


def _tell_staff(draft: Draft) -> None:
    """What the guard finds while a person writes; it stops the preview of nothing."""
    for message in Examination(draft).problems().messages(_language_of_messages()):
        logging.getLogger("mkdocs.hooks").info(message)


def _language_of_messages() -> Language:
    asked = os.environ.get("BILAN_MESSAGES")
    return next((each for each in LANGUAGES if each == asked), LANGUAGES[0])
