"""Roll-ups: counts by status. Unlike indicators are counted, never averaged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bilan.model.status import Status

ALWAYS_SHOWN = (Status.EXCEEDED, Status.MET, Status.NOT_MET, Status.NO_RESULT)
"""Statuses that are listed with a count of 0, so that their absence is said."""


@dataclass(frozen=True)
class Tally:
    """How many indicators have each status."""

    counts: Mapping[Status, int]

    @staticmethod
    def of(statuses: Iterable[Status]) -> Tally:
        found = Counter(statuses)
        return Tally({status: found[status] for status in Status})

    @property
    def targets(self) -> int:
        """The denominator: every target, those without a result included."""
        return sum(self.counts.values()) - self.counts[Status.NO_TARGET]

    @property
    def successes(self) -> int:
        return sum(count for status, count in self.counts.items() if status.is_success)

    @property
    def verdicts(self) -> int:
        return sum(count for status, count in self.counts.items() if status.is_verdict)

    @property
    def is_all_ahead(self) -> bool:
        """Whether the date of every target is still to come."""
        return self.counts[Status.FUTURE] == self.targets > 0

    @property
    def shown(self) -> tuple[Status, ...]:
        """The statuses of targets that a list of counts names."""
        return tuple(
            status
            for status in Status
            if status is not Status.NO_TARGET and (self.counts[status] or status in ALWAYS_SHOWN)
        )

    @property
    def shares(self) -> Mapping[Status, int]:
        """Whole percentages of all targets that add up to 100 (largest remainder)."""
        if not self.targets:
            return dict.fromkeys(self.shown, 0)
        exact = {status: divmod(self.counts[status] * 100, self.targets) for status in self.shown}
        left = 100 - sum(whole for whole, _ in exact.values())
        rounded_up = sorted(exact, key=lambda status: -exact[status][1])[:left]
        return {s: whole + (s in rounded_up) for s, (whole, _) in exact.items()}
