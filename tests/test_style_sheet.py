"""The style sheet as a text: a merge can lose a line that no page would miss."""

from __future__ import annotations

import re
from pathlib import Path

STYLE = Path(__file__).parent.parent / "overrides/assets/bilan.css"


def test_no_section_begins_inside_what_the_one_before_it_left_open() -> None:
    depth, inside = 0, []
    for line in STYLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("/* ----") and depth:
            inside.append(line)
        code = re.sub(r"/\*.*?\*/", "", line)
        depth += code.count("{") - code.count("}")
    assert (inside, depth) == ([], 0)
