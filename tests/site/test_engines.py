"""One repository, one site: whatever the engine, the organization or the address."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from conftest import HARBOUR, build, settle

FORMS = ("71.50%", "71,50\u00a0%", "71.50")


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def texts(site: Path) -> str:
    endings = {".html", ".csv", ".json"}
    found = (path for path in site.rglob("*") if path.suffix in endings)
    return "\n".join(path.read_text(encoding="utf-8") for path in found)


def test_properdocs_builds_the_same_pages(harbour: Path, harbour_site: Path) -> None:
    assert files(build(harbour, "properdocs")) == files(harbour_site)


def test_the_invented_organization_gets_the_same_kind_of_site(harbour_site: Path) -> None:
    home = (harbour_site / "fr/index.html").read_text(encoding="utf-8")
    assert "Fiducie du havre" in home
    assert {path.name for path in harbour_site.iterdir()} >= {"en", "fr", "data", "index.html"}


def test_a_figure_changed_once_changes_wherever_it_is_shown(tmp_path: Path) -> None:
    repository = settle(HARBOUR, tmp_path / "a folder with spaces é")
    page = repository / "docs/fr/index.md"
    page.write_text(
        page.read_text(encoding="utf-8") + '\nIl y a {{ figure("2024-2025", "visits") }}.\n',
        encoding="utf-8",
    )
    before = texts(build(repository))
    counts = [before.count(form) for form in FORMS]
    assert all(counts)
    scorecard = repository / "data/scorecards/2024-2025.yml"
    changed = scorecard.read_text(encoding="utf-8").replace("value: 71.50", "value: 81.25")
    scorecard.write_text(changed, encoding="utf-8")
    after = texts(build(repository))
    assert [after.count(form) for form in FORMS] == [0, 0, 0]
    assert [after.count(form) for form in ("81.25%", "81,25\u00a0%", "81.25")] == counts


def test_a_site_below_a_path_prefix_links_within_it(harbour: Path) -> None:
    site = build(harbour, SITE_URL="https://results.example/results/")
    lost = BeautifulSoup((site / "404.html").read_text(encoding="utf-8"), "html.parser")
    links = [str(link["href"]) for link in lost.select("a[href]")]
    assert links == ["/results/en/", "/results/fr/"]
    assert lost.select("link[rel=alternate]") == []
    styles = [str(link["href"]) for link in lost.select("link[rel=stylesheet]")]
    assert styles == ["/results/assets/bilan.css"]
    home = BeautifulSoup((site / "fr/index.html").read_text(encoding="utf-8"), "html.parser")
    canonical = home.select_one("link[rel=canonical]")
    assert canonical is not None
    assert canonical["href"] == "https://results.example/results/fr/"
    within = [str(link["href"]) for link in home.select("body a[href]")]
    assert not [link for link in within if link.startswith("/")]
