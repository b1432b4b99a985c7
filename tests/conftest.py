"""What the tests share: this repository, and a second, invented organization."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bilan.project import Project

ROOT = Path(__file__).parent.parent
HARBOUR = Path(__file__).parent / "harbour"
ENGINE = ("hooks", "macros", "overrides")
"""What a second organization takes over as it is."""


def settle(organization: Path, folder: Path) -> Path:
    """Puts an organization's own files and the shared ones together in `folder`."""
    shutil.copytree(organization, folder, dirs_exist_ok=True)
    for name in ("labels.yml", "statuses.yml"):
        shutil.copy(ROOT / "data" / name, folder / "data" / name)
    for name in ENGINE:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True, ignore=ignored)
    return folder


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A repository of the invented organization, to change at will."""
    return settle(HARBOUR, tmp_path / "harbour")


@pytest.fixture(scope="session")
def harbour_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project.open(settle(HARBOUR, tmp_path_factory.mktemp("harbour")))


@pytest.fixture(scope="session")
def project() -> Project:
    """This repository's own report and pages."""
    return Project.open(ROOT)
