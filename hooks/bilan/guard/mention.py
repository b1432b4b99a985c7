"""A figure as a text mentions it: what it says, and all that it can be equal to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True)
class Mention:
    """`keys` are what a mention in the other language can share; one is enough.

    A mention that is not certain is a word that often means something else ("one", "second"):
    it can answer a figure of the other text, and never asks for one.
    """

    start: int
    end: int
    text: str
    keys: frozenset[str]
    is_certain: bool = True
    parts: frozenset[str] = field(default_factory=frozenset)
    """The plain figures that a date, a range or a ratio is made of."""
    number: Decimal | None = None
    percent: Decimal | None = None
    money: Decimal | None = None
    scale: int = 0
    """The power of ten that a word gave: 6 in "4.5 million"."""
    unit: str = ""
    """What it counts, where that is a span of time or a measure: "month", "km"."""
    currency: str = ""
    bound: str = ""
    """`min` or `max` where words before the figure say so."""
    kind: str = "number"

    def agrees_with(self, other: Mention) -> bool:
        """Whether both can be one figure: 6 days are no 6 weeks, and €5 no $5."""
        shared = self.keys & other.keys
        if not shared or _are_apart(self.currency, other.currency):
            return False
        if {self.kind, other.kind} == {"ordinal", "span"}:
            return False
        if self.bound and other.bound and self.bound != other.bound:
            return False
        if self.unit and other.unit and self.unit != other.unit:
            return any(key.startswith(_SPANS) for key in shared)
        return True


_SPANS = ("min:", "mo:")


def _are_apart(currency: str, other: str) -> bool:
    """A dollar without its country may be any dollar."""
    return (bool(currency and other) and currency[-1:] != other[-1:]) or (
        len(currency) == len(other) == 3 and currency != other
    )


def plain(value: Decimal | Fraction | int) -> str:
    """One form for equal values: "12.50" and "12.5" are the same figure."""
    exact = Fraction(value)
    return str(exact.numerator) if exact.denominator == 1 else str(exact)


def number_keys(value: Decimal | int) -> frozenset[str]:
    return frozenset({f"n:{plain(value)}"})


def percent_keys(value: Decimal | Fraction) -> frozenset[str]:
    return frozenset({f"p:{plain(value)}", f"r:{plain(Fraction(value) / 100)}"})


def ratio_keys(value: Fraction) -> frozenset[str]:
    return frozenset({f"r:{plain(value)}", f"p:{plain(value * 100)}"})


def money_keys(value: Decimal, scale: int, currency: str = "$") -> frozenset[str]:
    """An amount with a scale word may lose its currency, "525,4 millions", and a loss may stand
    in brackets or behind a sign."""
    value = abs(value)
    keys = {f"{currency}:{plain(value)}"}
    return frozenset(keys | ({f"n:{plain(value)}"} if scale else set()))


_MINUTES: Mapping[str, Fraction | int] = {
    "second": Fraction(1, 60),
    "minute": 1,
    "hour": 60,
    "day": 1440,
    "week": 10_080,
}
_MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"month": 30, "year": 365}


def duration_keys(count: Decimal | Fraction | int, unit: str) -> frozenset[str]:
    """Twelve months are a year; a month may be thirty days."""
    found: set[str] = set()
    exact: Fraction = Fraction(count)
    if unit in _MINUTES:
        found.add(f"min:{plain(exact * _MINUTES[unit])}")
    if unit in _MONTHS:
        found.add(f"mo:{plain(exact * _MONTHS[unit])}")
    if unit in _DAYS:
        found.add(f"min:{plain(exact * _DAYS[unit] * 1440)}")
    return frozenset(found)


def overlapping(taken: bytearray, start: int, end: int) -> bool:
    return any(taken[start:end])


def first_free(found: Iterable[Mention], length: int) -> list[Mention]:
    """In order of place; of mentions that overlap, the one that was found first."""
    taken, kept = bytearray(length), []
    for mention in found:
        if not overlapping(taken, mention.start, mention.end):
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)
