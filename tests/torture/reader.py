"""A second reading of the figures, which shares no line with `bilan.data`.

It takes the plainest reading of a scorecard's or a table's YAML that a person would, and gives
every figure by its place. The campaigns hold the program's `results.json` against it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

Figure = Fraction | str | None
"""A number; a word, or a text that is no number; nothing."""
Figures = Mapping[str, Figure]
"""By place: "2024-2025/3/waiting/result/value"."""

COMPARATORS = ("at_least", "more_than", "at_most", "less_than", "exactly")
EMPTY_CELLS = ("dash", "blank")
MOST_DIGITS = 100
_DIGITS = frozenset("0123456789")


def number(text: object) -> Fraction | str:
    """ "71.50", "-1500000.50", "3.7 million"; anything else comes back marked as unreadable."""
    unreadable = f"unreadable: {text!r}"
    if not isinstance(text, str):
        return unreadable
    digits, scale = text.strip(), 1
    if digits.endswith(" million"):
        digits, scale = digits[: -len(" million")], 1_000_000
    sign = -1 if digits.startswith("-") else 1
    whole, point, decimals = digits.removeprefix("-").partition(".")
    is_written_plainly = (
        0 < len(whole + decimals) <= MOST_DIGITS
        and bool(whole)
        and _DIGITS.issuperset(whole + decimals)
        and (whole == "0" or whole[0] != "0")
        and bool(point) == bool(decimals)
    )
    if not is_written_plainly:
        return unreadable
    return sign * scale * Fraction(int(whole + decimals), 10 ** len(decimals))


def written_figures(root: Path) -> Figures:
    """Every figure of the scorecards and the tables of a repository, as their files write it."""
    found: dict[str, Figure] = {}
    for folder, read in (("scorecards", _scorecard), ("tables", _table)):
        for path in sorted((root / "data" / folder).glob("*.yml")):
            found |= read(path.stem, path.read_bytes())
    return found


def published_figures(results_json: str) -> Figures:
    """The same places as `results.json` has them."""
    content = json.loads(results_json, parse_int=Fraction, parse_float=Fraction)
    found: dict[str, Figure] = {}
    counts: dict[str, int] = {}
    for entry in content["results"]:
        place = counts[entry["scorecard"]] = counts.get(entry["scorecard"], -1) + 1
        prefix = f"{entry['scorecard']}/{place}/{entry['indicator']}"
        found |= {f"{prefix}/{part}": value for part, value in _published_parts(entry)}
    for table in content["tables"]:
        for row in table["rows"]:
            for column, cell in row["cells"].items():
                shown = cell["printed"] if cell["value"] is None else cell["value"]
                found[f"{table['id']}/{row['id']}/{column}"] = shown
    return found


def _document(raw: bytes) -> Any:
    """YAML lets a tab stand between two parts of a line; this parser takes only spaces."""
    text = re.sub(r"(?<=\S)( *)\t+", r"\1 ", raw.decode("utf-8-sig"))
    return yaml.load(text, Loader=yaml.BaseLoader)


@lru_cache(maxsize=256)
def _scorecard(name: str, raw: bytes) -> Figures:
    reported = [entry for area in _document(raw)["areas"] for entry in area["indicators"]]
    return {
        f"{name}/{place}/{entry['indicator'].strip()}/{part}": value
        for place, entry in enumerate(reported)
        for part, value in _written_parts(entry)
    }


@lru_cache(maxsize=256)
def _table(name: str, raw: bytes) -> Figures:
    return {
        f"{name}/{row['id'].strip()}/{column}": _cell(cell)
        for row in _document(raw)["rows"]
        for column, cell in row.get("cells", {}).items()
    }


def _cell(cell: Any) -> Figure:
    text = cell["value"] if isinstance(cell, dict) else cell
    return text.strip() if text.strip() in EMPTY_CELLS else number(text)


def _written_parts(entry: Any) -> Iterator[tuple[str, Figure]]:
    target, result = entry.get("target"), entry.get("result")
    if target is not None:
        yield from _written_promise("target", target)
        yield from _written_words("target", target)
        if "baseline" in target:
            yield "target/baseline", number(target["baseline"]["value"])
        for place, milestone in enumerate(target.get("milestones", [])):
            yield from _written_promise(f"target/milestone {place}", milestone)
    if result is not None:
        yield "result/value", number(result["value"]) if "value" in result else None
        yield from _written_words("result", result)


def _written_promise(at: str, promise: Any) -> Iterator[tuple[str, Figure]]:
    low = high = None
    comparator = next((name for name in COMPARATORS if name in promise), None)
    if "between" in promise:
        comparator, (low, high) = "between", map(number, promise["between"])
    elif comparator:
        low = number(promise[comparator])
    else:
        comparator = "statement" if "statement" in promise else "to_be_determined"
    yield from ((f"{at}/comparator", comparator), (f"{at}/value", low), (f"{at}/high", high))


def _written_words(at: str, said: Any) -> Iterator[tuple[str, Figure]]:
    for name, figure in said.get("figures", {}).items():
        yield f"{at}/figures/{name}", number(figure["value"])
    for revision in said.get("revisions", []):
        if "value" in revision:
            yield f"{at}/revised {revision['date'].strip()}", number(revision["value"])


def _published_parts(entry: Any) -> Iterator[tuple[str, Figure]]:
    target, result = entry["target"], entry["result"]
    if target is not None:
        yield from _published_promise("target", target)
        yield from _published_words("target", target)
        if target["baseline"]:
            yield "target/baseline", target["baseline"]["value"]
        for place, milestone in enumerate(target["milestones"]):
            yield from _published_promise(f"target/milestone {place}", milestone)
    yield "result/value", result["value"]
    yield from _published_words("result", result)


def _published_promise(at: str, promise: Any) -> Iterator[tuple[str, Figure]]:
    for part in ("comparator", "value", "high"):
        yield f"{at}/{part}", promise[part]


def _published_words(at: str, said: Any) -> Iterator[tuple[str, Figure]]:
    for name, figure in said["figures"].items():
        yield f"{at}/figures/{name}", figure["value"]
    for revision in said["revisions"]:
        if revision["value"] is not None:
            yield f"{at}/revised {revision['date']}", revision["value"]


def differences(written: Figures, published: Figures) -> list[str]:
    """Every place where the two readings disagree; a result that is not written has none."""
    return [
        f"{place}: written {written.get(place)}, published {published.get(place)}"
        for place in sorted({*written, *published})
        if written.get(place) != published.get(place)
    ]
