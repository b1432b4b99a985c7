"""Files of `docs/` that are no pages are published where they lie."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from conftest import HARBOUR, ROOT, build, settle

PICTURE = b"\x89PNG picture"


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PICTURE + name.encode())


def add(root: Path, page: str, markdown: str) -> None:
    path = root / "docs" / page
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{markdown}\n", encoding="utf-8")


def shown(site: Path, address: str) -> bytes:
    """The picture of a page, found as a browser finds it."""
    page = site / address / "index.html"
    [image] = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select("img")
    return (page.parent / str(image["src"])).read_bytes()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The harbour with pictures beside its pages and files of no language."""
    root = settle(HARBOUR, tmp_path_factory.mktemp("files"))
    put(root, "en/map.png", "fr/map.png", "fr/ports/map.png", "logo.png")
    put(root, "CNAME", ".well-known/security.txt", "en/.draft.png")
    put(root, "en/.draft.md", ".obsidian/draft.md", ".well-known/draft.md")
    for language in ("en", "fr"):
        add(root, f"{language}/goals.md", "![Map](map.png)")
        add(root, f"{language}/index.md", "![Logo](../logo.png)")
    ports = "---\ntitle: Ports\ndescription: Where.\naddress: {}\n---\n# Ports\n\n![Map]({})\n"
    for language, address, picture in (
        ("en", "ports/list", "../../fr/ports/map.png"),
        ("fr", "havres/liste/tous", "map.png"),
    ):
        path = root / f"docs/{language}/ports/all.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(ports.format(address, picture), encoding="utf-8")
    configuration = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        configuration.replace("  - goals.md\n", "  - goals.md\n  - ports/all.md\n"),
        encoding="utf-8",
    )
    return build(root, "bilan")


@pytest.mark.parametrize(
    ("address", "picture"),
    [
        ("en/goals", "en/map.png"),
        ("fr/objectifs", "fr/map.png"),
        ("en", "logo.png"),
        ("fr", "logo.png"),
        ("en/ports/list", "fr/ports/map.png"),
        ("fr/havres/liste/tous", "fr/ports/map.png"),
    ],
)
def test_a_picture_beside_a_page_is_shown_whatever_the_address_of_the_page(
    site: Path, address: str, picture: str
) -> None:
    assert shown(site, address) == PICTURE + picture.encode()


def test_files_of_no_language_stand_once_at_the_root_of_the_site(site: Path) -> None:
    for name in ("CNAME", ".well-known/security.txt"):
        found = [path.relative_to(site) for path in site.rglob(Path(name).name)]
        assert found == [Path(name)]
        assert (site / name).read_bytes() == PICTURE + name.encode()


def test_hidden_files_and_the_theme_s_own_are_not_published(site: Path) -> None:
    assert not [path for path in site.rglob("*") if "draft" in path.name]
    assert {path.name for path in (site / "assets").iterdir()} == {
        path.name for path in (ROOT / "overrides/assets").iterdir()
    }


def test_properdocs_publishes_the_same_files(harbour: Path) -> None:
    put(harbour, "en/map.png", "fr/map.png", "CNAME", ".well-known/security.txt")
    add(harbour, "fr/goals.md", "![Map](map.png)")
    site = build(harbour, "properdocs")
    assert shown(site, "fr/objectifs") == PICTURE + b"fr/map.png"
    assert (site / "CNAME").is_file() and (site / ".well-known/security.txt").is_file()
