"""Macro calls in Markdown: `{{ name("text", key="text") }}`, outside code, literals only.

Calls are parsed here and never evaluated, so a page cannot reach Python.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from bilan.languages import Bilingual
from bilan.macros.call import Call
from bilan.macros.signatures import SIGNATURES, Signature
from bilan.pages.code import Code
from bilan.problems import Location, Problems, Suggestion, Value, whole

_BRACES = re.compile(r"\{\{")
_CALL = re.compile(r"""\{\{(?:[^"'{}]|"[^"\n]*"|'[^'\n]*')*\}\}""")


@dataclass(frozen=True)
class Text:
    """A Markdown text and its place in a file."""

    markdown: str
    file: str
    first_line: int = 1
    first_column: int = 1

    def locate(self, offset: int) -> Location:
        line = self.markdown.count("\n", 0, offset)
        column = offset - (self.markdown.rfind("\n", 0, offset) + 1)
        shift = self.first_column if line == 0 else 1
        return Location(self.file, self.first_line + line, column + shift)


@dataclass(frozen=True)
class Passage:
    """A text that may hold calls, and those that it holds."""

    text: Text
    calls: tuple[Call, ...]

    @property
    def markdown(self) -> str:
        return self.text.markdown

    @staticmethod
    def read(text: Text, problems: Problems) -> Passage:
        return Passage(text, tuple(find_calls(text, problems)))


def find_calls(text: Text, problems: Problems) -> list[Call]:
    """Every valid call, in order; whatever else has two braces outside code is a problem."""
    return list(_calls(text, problems))


def _calls(text: Text, problems: Problems) -> Iterator[Call]:
    code, end = Code(text.markdown), 0
    for braces in _BRACES.finditer(text.markdown):
        start = braces.start()
        if start < end or start in code:
            continue
        where = text.locate(start)
        match = _CALL.match(text.markdown, start)
        if not match:
            line = text.markdown[start:].partition("\n")[0]
            problems.add("BIL508", where, found=line, usage=_example())
            end = start + len(line)
            continue
        end = match.end()
        call = _Reader(match.group(), where, problems).call(start, end)
        if call:
            _refuse_block_in_line(call, text, problems)
            yield call


def _refuse_block_in_line(call: Call, text: Text, problems: Problems) -> None:
    before = text.markdown[: call.start].rpartition("\n")[2]
    after = text.markdown[call.end :].partition("\n")[0]
    if call.signature.is_block and (before.strip() or after.strip()):
        problems.add("BIL511", call.where, macro=call.macro)


def _example() -> Bilingual:
    return whole(SIGNATURES["figure"].usage)


class _Reader:
    """Reads one `{{ … }}`."""

    def __init__(self, source: str, where: Location, problems: Problems) -> None:
        self._source, self._where, self._problems = source, where, problems
        self._expression = ""

    def call(self, start: int, end: int) -> Call | None:
        tree = self._tree()
        if tree is None:
            return None
        assert isinstance(tree.func, ast.Name)
        name = tree.func.id
        if name not in SIGNATURES:
            known = Suggestion.among(name, SIGNATURES)
            self._problems.add("BIL504", self._where, found=name, known=known)
            return None
        arguments = self._arguments(tree, SIGNATURES[name])
        return None if arguments is None else Call(name, arguments, start, end, self._where)

    def _tree(self) -> ast.Call | None:
        expression = self._expression = self._source[2:-2].strip()
        try:
            with warnings.catch_warnings(action="ignore"):
                tree = ast.parse(expression, mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            tree = None
        if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name):
            return tree
        self._problems.add("BIL508", self._where, found=self._source, usage=_example())
        return None

    def _arguments(self, tree: ast.Call, signature: Signature) -> dict[str, str] | None:
        given: dict[str, str] = {}
        before = len(self._problems)
        if len(tree.args) > len(signature.parameters):
            self._add("BIL510", signature, count=str(len(signature.parameters)))
        for parameter, value in zip(signature.parameters, tree.args, strict=False):
            self._take(parameter.name, value, given, signature)
        for keyword in tree.keywords:
            self._take(keyword.arg or "**", keyword.value, given, signature)
        if len(self._problems) == before:
            for parameter in signature.parameters:
                if parameter.is_required and parameter.name not in given:
                    self._add("BIL506", signature, argument=parameter.name)
        return given if len(self._problems) == before else None

    def _take(
        self, name: str, value: ast.expr, given: dict[str, str], signature: Signature
    ) -> None:
        names = [parameter.name for parameter in signature.parameters]
        if name in given:
            self._add("BIL514", signature, argument=name)
        elif name not in names:
            left = [known for known in names if known not in given]
            known = Suggestion.among(name, left) if left else whole(signature.usage)
            self._add("BIL505", signature, found=name, known=known)
        elif isinstance(value, ast.Constant) and isinstance(value.value, str):
            given[name] = value.value
        else:
            found = ast.get_source_segment(self._expression, value) or self._expression
            self._add("BIL507", signature, found=found)
            given[name] = ""

    def _add(self, rule: str, signature: Signature, **values: Value) -> None:
        values = {"macro": signature.name, "usage": whole(signature.usage), **values}
        self._problems.add(rule, self._where, **values)
