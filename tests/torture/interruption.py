"""Builds that fail, are killed, find no room, or meet: the published site is whole all along."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from measured import Row
from tampering import fingerprint
from torture.full_disk import FILLED, Unmountable, without_room
from torture.publishing_again import Repository, finished, handles
from torture.stages import Failure, failures

KILLS, STOPS = 50, 6
_SEED = 5
_STOPPED = {signal.SIGTERM: 143, signal.SIGINT: 130}


class Kill(NamedTuple):
    after: float
    """The share of a build's duration."""
    is_of_group: bool
    """Or of the command alone, which leaves the engine and the browser to themselves."""


def interruption() -> Iterator[Row]:
    with repository(has_pdfs=True) as ours:
        for stage, of_stage in groupby(failures(), lambda failure: failure.stage):
            outcomes = {each.what: list(failed(ours, each)) for each in of_stage}
            yield row(f"a failure of the {stage}", outcomes)
        for is_of_group, what in ((False, "command"), (True, "process group")):
            kills = [kill for kill in moments(KILLS) if kill.is_of_group == is_of_group]
            seen: Counter[str] = Counter()
            outcomes = {
                f"{kill.after:.2f}": [*killed(ours, kill, seen), *recovered(ours)] for kill in kills
            }
            yield row(f"kill -9 of the {what}", outcomes, seen)
        outcomes = {f"stop {n}": list(stopped(ours, n / STOPS)) for n in range(STOPS)}
        yield row("stopped from outside (SIGTERM, SIGINT)", outcomes)
        yield row("two builds at once", {str(n): list(met(ours)) for n in range(2)})
    yield _full_disk()


@contextmanager
def repository(*, has_pdfs: bool) -> Iterator[Repository]:
    with tempfile.TemporaryDirectory() as folder:
        yield Repository(Path(folder).resolve(), has_pdfs=has_pdfs)


def moments(count: int) -> list[Kill]:
    """At random, one in each part of a build; of half of them the whole group is killed."""
    chance = random.Random(_SEED)
    kills = [Kill((n + chance.random()) / count, bool(n % 2)) for n in range(count)]
    chance.shuffle(kills)
    return kills


def failed(ours: Repository, failure: Failure) -> Iterator[str]:
    """Complaints about a failure, and the build after it."""
    ours.turn()
    environment = failure.spoil(ours.root)
    yield from ours.refusal(**environment)
    ours.restore()
    yield from ours.success()


def killed(ours: Repository, kill: Kill, seen: Counter[str]) -> Iterator[str]:
    """Complaints about the site after a kill.

    Only every other time is the end of what the kill leaves running waited for; else the next
    build finds it.
    """
    before = fingerprint(ours.site)
    ours.turn()
    process = ours.start()
    time.sleep(kill.after * ours.seconds)
    end = os.killpg if kill.is_of_group else os.kill
    with suppress(ProcessLookupError):
        end(process.pid, signal.SIGKILL)
    was_killed = process.wait() == -signal.SIGKILL  # not its children, which hold its output
    if not was_killed and process.returncode:
        told = finished(process).stderr.split()
        yield f"it failed before the kill ({process.returncode}): {' '.join(told)[-120:]}"
    yield from _whole(ours, before, seen, was_killed=was_killed)
    if seen.total() % 2:
        yield from ours.survivors()
        yield from _whole(ours, before, Counter(), was_killed=was_killed)


def recovered(ours: Repository) -> Iterator[str]:
    yield from ours.success()
    yield from ours.survivors()


def _whole(ours: Repository, before: str, seen: Counter[str], *, was_killed: bool) -> Iterator[str]:
    """A complaint unless the site is the earlier one or, as a whole, the new one."""
    found = fingerprint(ours.site)
    if found == before:
        seen["earlier site"] += 1
        if not was_killed:
            yield "the build ended, and published nothing"
    elif found == ours.whole[ours.note]:
        seen["new site" if was_killed else "build was over"] += 1
    else:
        seen["broken site"] += 1
        yield "the published site is neither the earlier nor the new one"


def stopped(ours: Repository, after: float) -> Iterator[str]:
    """Complaints about a build that is asked to end, and should clear up itself."""
    number = list(_STOPPED)[round(after * STOPS) % 2]
    before, names = fingerprint(ours.site), ours.names()
    ours.turn()
    process = ours.start()
    while process.poll() is None and not handles(process.pid, signal.SIGTERM):
        time.sleep(0.01)  # an interpreter that has only begun knows nothing
    time.sleep(after * ours.seconds)
    process.send_signal(number)
    done = finished(process)
    yield from _whole(ours, before, Counter(), was_killed=done.returncode != 0)
    if done.returncode not in (0, _STOPPED[number]) or "Traceback" in done.stderr:
        yield f"exit code {done.returncode}: {' '.join(done.stderr.split())[-120:]}"
    if ours.names() != names:
        yield f"left beside: {', '.join(sorted(ours.names() ^ names))}"
    yield from ours.survivors()
    yield from ours.success()


def met(ours: Repository) -> Iterator[str]:
    """Complaints about two builds at once."""
    ours.turn()
    for done in [finished(process) for process in (ours.start(), ours.start())]:
        if done.returncode:
            yield f"a build beside another failed: {' '.join(done.stderr.split())[-120:]}"
    if fingerprint(ours.site) != ours.whole[ours.note]:
        yield "two builds at once published something else"
    if left := [name for name in ours.names() if name.startswith(".site-")]:
        yield f"two builds at once left {', '.join(left)}"


def _full_disk() -> Row:
    what = f"a full disk ({', '.join(f'{share:.0%}' for share in FILLED)} of the room needed)"
    try:
        return row(what, without_room())
    except Unmountable:
        return Row(what, 0, "not tried: no disk of its own may be mounted here", "0", is_met=False)


def row(what: str, outcomes: Mapping[str, list[str]], seen: Mapping[str, int] | None = None) -> Row:
    """How many trials had a complaint, and the first of them; and what else was `seen`."""
    bad = [f"{trial}: {complaints[0]}" for trial, complaints in outcomes.items() if complaints]
    told = f"{len(bad)} faults" + (f" ({bad[0]})" if bad else "")
    notes = [f"{count} {name}" for name, count in sorted((seen or {}).items())]
    return Row(what, len(outcomes), ", ".join([told, *notes]), "0 faults", is_met=not bad)
