"""`/.well-known/security.txt` (RFC 9116)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bilan.problems import InputRefused
from bilan.project import Project
from bilan.site.disclosure import SECURITY_TXT, disclosure_files

SITE = "https://example.org/"
SETTINGS = {"page": "goals.md", "contact": "mailto:a@example.org", "expires": "2027-11-25"}


def test_the_site_tells_where_a_weakness_can_be_reported(own_site: Path) -> None:
    lines = (own_site / SECURITY_TXT).read_text(encoding="utf-8").splitlines()
    fields = [line.partition(": ")[0] for line in lines]
    assert fields == ["Contact", "Contact", "Expires", "Preferred-Languages", "Canonical"]
    for line in lines[:2]:
        address = line.removeprefix(f"Contact: {SITE}")
        assert (own_site / address / "index.html").is_file()
    assert re.fullmatch(r"Expires: \d{4}-\d\d-\d\dT00:00:00Z", lines[2])


def test_a_further_address_comes_first(harbour_project: Project) -> None:
    text = disclosure_files(harbour_project, SITE, SETTINGS)[SECURITY_TXT]
    assert text.splitlines()[0] == "Contact: mailto:a@example.org"


def test_without_settings_there_is_no_such_file(harbour_project: Project) -> None:
    assert disclosure_files(harbour_project, SITE, {}) == {}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"page": "goal.md"}, "BIL521: “goal.md”"),
        ({"expires": "soon"}, "BIL522: “soon”"),
        ({"expires": ""}, "BIL522: “”"),
    ],
)
def test_a_wrong_setting_is_told(
    harbour_project: Project, wrong: dict[str, str], told: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        disclosure_files(harbour_project, SITE, {**SETTINGS, **wrong})
    [problem] = refused.value.problems
    assert problem.message().startswith(f"mkdocs.yml:1:1 {told}")
    assert str(*wrong.values()) in problem.sentence("fr")
