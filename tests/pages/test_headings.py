"""A period in a heading is not cut in two at the end of a line."""

from __future__ import annotations

import pytest

from bilan.pages.headings import with_whole_years


@pytest.mark.parametrize("years", ["2020-2021", "2018-2028", "2020–21", "2018–2028"])
@pytest.mark.parametrize("tag", ["h1", "h3", "th"])
def test_the_two_years_of_a_heading_stay_together(years: str, tag: str) -> None:
    html = f'<{tag} id="{years}">Results <b title="{years}">{years}</b>, {years}</{tag}>'
    kept = f'<span class="whole">{years}</span>'
    expected = f'<{tag} id="{years}">Results <b title="{years}">{kept}</b>, {kept}</{tag}>'
    assert with_whole_years(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p>2020-2021</p>",
        "<header>2020-2021</header>",
        "<thead><tr><td>2020-2021</td></tr></thead>",
        "<h2>2020-05-2021</h2>",
        "<h2>2020-2021-05</h2>",
        "<h2>12020-2021</h2>",
        "<h2>2020</h2>",
    ],
)
def test_nothing_else_is_changed(html: str) -> None:
    assert with_whole_years(html) == html
