"""A macro call, as an editor wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bilan.macros.signatures import SIGNATURES, Signature
from bilan.problems import Location


@dataclass(frozen=True)
class Call:
    """One call, with its arguments by name; `start` and `end` are its place in the text."""

    macro: str
    arguments: Mapping[str, str]
    start: int
    end: int
    where: Location

    @property
    def signature(self) -> Signature:
        return SIGNATURES[self.macro]

    @property
    def subject(self) -> str:
        """Its first argument, or empty."""
        parameters = self.signature.parameters
        return self.arguments.get(parameters[0].name, "") if parameters else ""

    def shows(self, macro: str, subject: str = "") -> bool:
        """Whether it shows this scorecard, this table or this list whole."""
        return self.macro == macro and self.subject == subject and "show" not in self.arguments
