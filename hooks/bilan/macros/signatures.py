"""Which macros there are and what they take. The editors' guide describes each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bilan.model.status import Status

NUMBER = "number"
"""Shows the figure without the noun that its unit gives it."""
PARTS = ("target", "result", "progress", "baseline", "as_of", "date_to_achieve")
TARGETS, MET_OR_EXCEEDED, HEADLINE = "targets", "met_or_exceeded", "headline"
TERM_FORMS = ("acronym", "name")
"""How a term is shown in a sentence."""
LATEST = "latest"
"""Shows the latest changes, in short."""
ELSEWHERE = ("framework", "glossary", "sources", "downloads")
"""Macros that list what a reader may look for, each on a page of its own."""
COUNTS = (TARGETS, MET_OR_EXCEEDED, HEADLINE, *(status.value for status in Status))


@dataclass(frozen=True)
class Parameter:
    name: str
    """What it names: a scorecard or a table, an area, an indicator or a row, an objective, a
    term; a part or a count of it."""
    is_required: bool = True


@dataclass(frozen=True)
class Signature:
    name: str
    is_block: bool
    """A block stands on a line of its own; the others stand in a sentence."""
    parameters: tuple[Parameter, ...] = ()
    example: tuple[str, ...] = ()
    ids: str = ""
    """What the ids in it name, if it has any. Blocks of a page whose ids name the same kind
    of thing may repeat them, and are kept apart."""

    @property
    def usage(self) -> str:
        """A call to copy: `{{ badge("2020-2021", "members") }}`."""
        return f"{{{{ {self.name}({', '.join(self.example)}) }}}}"


_SCORECARD, _OPTIONAL_SCORECARD = Parameter("scorecard"), Parameter("scorecard", False)
_SHOW = Parameter("show", False)
_ROW = (_SCORECARD, Parameter("indicator"))
_ID, _ROW_EXAMPLE = ('"2020-2021"',), ('"2020-2021"', '"members"')

_ALL = (
    Signature("scorecard", True, (_SCORECARD,), _ID, "rows"),
    Signature("area", True, (_SCORECARD, Parameter("area")), (*_ID, '"membership-growth"'), "rows"),
    Signature("indicator", True, _ROW, _ROW_EXAMPLE, "rows"),
    Signature("summary", True, (_SCORECARD,), _ID, "summaries"),
    Signature("areas", True, (_SCORECARD,), _ID),
    Signature("outlook", True, (_SCORECARD,), ('"long-term"',)),
    Signature("objectives", True, (_SCORECARD,), _ID),
    Signature("framework", True, (Parameter("objective", False),), ids="framework"),
    Signature("legend", True),
    Signature("sources", True, (_OPTIONAL_SCORECARD,), ids="sources"),
    Signature("downloads", True),
    Signature("search", True, ids="search"),
    Signature("dictionary", True, ids="dictionary"),
    Signature("reports", True),
    Signature("table", True, (Parameter("table"),), ('"portfolio"',), "tables"),
    Signature(
        "chart",
        True,
        (Parameter("table"), Parameter("column", False), Parameter("of", False)),
        ('"portfolio"', 'column="funding"'),
    ),
    Signature("profile", True, (Parameter("indicator"),), ('"members"',), "profiles"),
    Signature("indicators", True, ids="indicators"),
    Signature("trend", True, (Parameter("indicator"),), ('"members"',)),
    Signature("discrepancies", True, (Parameter("document", False),), ids="discrepancies"),
    Signature("changes", True, (_OPTIONAL_SCORECARD, _SHOW), ids="changes"),
    Signature("reconciliations", True),
    Signature("badge", False, _ROW, _ROW_EXAMPLE),
    Signature("progress", False, _ROW, _ROW_EXAMPLE),
    Signature(
        "figure",
        False,
        (
            _SCORECARD,
            Parameter("indicator", False),
            Parameter("part", False),
            Parameter("count", False),
            Parameter("area", False),
            _SHOW,
        ),
        (*_ROW_EXAMPLE, '"result"'),
    ),
    Signature("glossary", True, ids="terms"),
    Signature("term", False, (Parameter("term"), _SHOW), ('"gic"',), "meanings"),
)

SIGNATURES: Mapping[str, Signature] = {signature.name: signature for signature in _ALL}
