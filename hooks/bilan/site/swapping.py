"""A folder beside the published site, to build in, and its exchange for that site."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60.0
"""Seconds to wait for another build of the same site to end."""

_PREFIX = ".site-being-built-"
_OLD = "old-"
"""Before the name of a site that was moved away, which says where it belongs."""
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


class AnotherBuild(Exception):
    """Another build of the same site does not end."""


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A folder next to `target`, empty, that is gone afterwards.

    One build at a time: what an earlier one left behind when it was killed is removed, and a
    site that it had only just moved away comes back. A child process that inherits the lock
    (`target`'s folder, open) holds up the next build until it ends.

    Raises:
        AnotherBuild: when another build takes too long.
    """
    parent = target.parent
    parent.mkdir(parents=True, exist_ok=True)
    lock = os.open(parent, os.O_RDONLY)
    try:
        os.set_inheritable(lock, True)
        _wait_for(lock)
        _clear_up(parent)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
        try:
            yield folder
        finally:
            _clear_up(parent)
    finally:
        os.close(lock)


def _wait_for(lock: int) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise AnotherBuild from None
            time.sleep(0.1)
        else:
            return


def _clear_up(parent: Path) -> None:
    """Removes what builds leave in `parent`, never the only copy of a site."""
    for left in list(parent.glob(f"{_PREFIX}*")):
        for old in list(left.glob(f"{_OLD}*")):
            home = parent / old.name.removeprefix(_OLD)
            if not home.exists():
                old.rename(home)
        shutil.rmtree(left, ignore_errors=True)


def swap(built: Path, target: Path) -> None:
    """Puts the folder `built` in the place of `target`, which comes to stand where `built` was
    or beside it: in one step where the system can exchange two folders, so that a reader or a
    kill never finds none; else in two, and an error between them brings the earlier site back.
    """
    built.chmod(0o755)
    if not target.exists():
        built.rename(target)
    elif not _exchanged(built, target):
        old = built.with_name(f"{_OLD}{target.name}")
        try:
            target.rename(old)
            built.rename(target)
        except BaseException:
            if not target.exists():
                old.rename(target)
            raise


def _exchanged(one: Path, other: Path) -> bool:
    """By the system call renameat2, where the system and the file system have it."""
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError):
        return False
    done: int = renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return done == 0
