"""Which figures of a text its counterpart does not answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bilan.guard.mention import Mention
from bilan.guard.mentions import mentions

PAIRED_KINDS = ("ordinal", "multiple", "order", "month", "weekday", "season", "time")


@dataclass(frozen=True)
class Disagreement:
    """Two figures that should be one, or one that stands in one text only."""

    en: Mention | None
    fr: Mention | None


def disagreements(en: str, fr: str) -> tuple[Disagreement, ...]:
    """In the order of the French text, then of the English one."""
    both = mentions(en, "en"), mentions(fr, "fr")
    found = _with_currency(both[0], both[1]), _with_currency(both[1], both[0])
    left = _unanswered(found[0], found[1]), _unanswered(found[1], found[0])
    if left[0] or left[1]:
        left = _undivided(left[0], left[1], found[1]), _undivided(left[1], left[0], found[0])
    return _paired(*left)


def _with_currency(here: Sequence[Mention], there: Sequence[Mention]) -> list[Mention]:
    """An amount loses its currency only where the text has just named it: "$5 million" is not
    « 5 millions » of people."""
    if any(mention.currency for mention in there):
        return list(here)
    return [
        replace(m, keys=frozenset(key for key in m.keys if not key.startswith("n:")))
        if m.currency
        else m
        for m in here
    ]


def _unanswered(here: Sequence[Mention], there: Sequence[Mention]) -> list[Mention]:
    """Those that ask for an answer and get none. Two words that are not certain ask for one when
    both are ordinals, or multiples: "the second edition" against « la troisième édition »."""
    left = [m for m in here if not any(m.agrees_with(other) for other in there)]
    loose = {m.kind for m in there if not m.is_certain and m.kind in PAIRED_KINDS}
    loose -= {m.kind for m in there if any(m.agrees_with(other) for other in here)}
    return [m for m in left if m.is_certain or m.kind in loose]


def _undivided(
    left: Sequence[Mention], others: Sequence[Mention], there: Sequence[Mention]
) -> list[Mention]:
    """Those that do not come out even when dates, ranges and ratios are taken apart."""
    said = {key for mention in there for key in (*mention.keys, *mention.parts)}
    composite = {part for mention in others for part in mention.parts}
    return [
        mention
        for mention in left
        if not (mention.parts and mention.parts <= said) and mention.keys.isdisjoint(composite)
    ]


def _paired(en: list[Mention], fr: list[Mention]) -> tuple[Disagreement, ...]:
    """Each with the first of its kind in the other text, or else with the first of any."""
    pairs, rest = [], list(en)
    for mention in fr:
        twin = next((other for other in rest if other.kind == mention.kind), None)
        twin = twin or next(iter(rest), None)
        if twin:
            rest.remove(twin)
        pairs.append(Disagreement(twin, mention))
    return (*pairs, *(Disagreement(mention, None) for mention in rest))
