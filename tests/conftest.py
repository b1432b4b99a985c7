"""What the tests share: this repository, and a second, invented organization."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from bilan.project import Project
from browser.inspection import ARGUMENTS

settings.load_profile("ci")
"""Hypothesis tries the same examples in every run, however slow the machine is."""

ROOT = Path(__file__).parent.parent
HARBOUR = Path(__file__).parent / "harbour"
Builder = Callable[[Path], None]
ENGINE = ("hooks", "macros", "overrides")
"""What a second organization takes over as it is."""


def settle(organization: Path, folder: Path) -> Path:
    """Puts an organization's own files and the shared ones together in `folder`."""
    if organization != folder:
        shutil.copytree(organization, folder, dirs_exist_ok=True)
    for name in ("labels.yml", "statuses.yml"):
        shutil.copy(ROOT / "data" / name, folder / "data" / name)
    for name in ENGINE:
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    return folder


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A repository of the invented organization, to change at will."""
    return settle(HARBOUR, tmp_path / "harbour")


def add_search_page(root: Path) -> None:
    """Gives a repository, which has none, a page to search its site."""
    head = "---\ntitle: {0}\ndescription: {0}.\naddress: {1}\n---\n# {0}\n\n{{{{ search() }}}}\n"
    for language, title, address in (("en", "Search", "search"), ("fr", "Recherche", "recherche")):
        page = root / f"docs/{language}/search.md"
        page.write_text(head.format(title, address), encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("\nnot_in_nav: search.md\n")


@pytest.fixture(scope="session")
def harbour_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project.open(settle(HARBOUR, tmp_path_factory.mktemp("harbour")), has_pdfs=True)


@pytest.fixture(scope="session")
def project() -> Project:
    """This repository's own report and pages."""
    return Project.open(ROOT)


@pytest.fixture(params=["project", "harbour_project"])
def either_project(request: pytest.FixtureRequest) -> Project:
    """Each of the two organizations in its turn."""
    found: Project = request.getfixturevalue(request.param)
    return found


def build(root: Path, engine: str = "mkdocs", **environment: str) -> Path:
    """Builds the site of a repository, without PDF files, in a process of its own; its folder."""
    site = root / "site"
    settings = {"PYTHONPATH": str(root / "hooks"), "NO_MKDOCS_2_WARNING": "1", **environment}
    command = [sys.executable, "-m", engine, "build", "--strict", "-f", "mkdocs.yml"]
    if engine == "bilan":
        command = [sys.executable, "-m", "bilan", "site", "--no-pdf"]
    done = subprocess.run(
        command, cwd=root, env={**os.environ, **settings}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return site


def built_once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Builder) -> Path:
    """A site that all the workers of a parallel run share."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / name
    with FileLock(shared / f"{name}.lock"):
        if not (folder / "site").is_dir():
            make(folder)
    return folder / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all the tests of a worker: a process takes no second."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own site, built by the command that publishes it."""

    def make(folder: Path) -> None:
        for name in ("data", "docs"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        build(settle(folder, folder), "bilan")

    return built_once(tmp_path_factory, "own", make)


@pytest.fixture(scope="session")
def harbour_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented organization's site."""

    def make(folder: Path) -> None:
        build(settle(HARBOUR, folder), "bilan")

    return built_once(tmp_path_factory, "harbour-site", make)
