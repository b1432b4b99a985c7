"""A build on a disk that is full, or fills up while the build is under way.

Everything that a build writes is on that disk: the repository, the site and temporary files.
The disk is one in memory that only this process and its children see, in a mount namespace of
their own, so that nothing stays mounted whatever happens.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from torture.publishing_again import Repository

FILLED = (0.0, 0.1, 0.5, 0.9)
"""The shares of the room that a build needs."""
_SIZE = 400_000_000
_NAMESPACES = (("unshare", "--mount"), ("unshare", "--map-root-user", "--mount"))
_MOUNT = ("mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs")


class Unmountable(Exception):
    """Nothing can be mounted here."""


def without_room() -> dict[str, list[str]]:
    """The complaints about each trial.

    Raises:
        Unmountable: when this process may not mount a disk.
    """
    with tempfile.TemporaryDirectory() as folder:
        namespace = next((each for each in _NAMESPACES if _mounts(each, folder)), None)
        if namespace is None:
            raise Unmountable
        script = f'{" ".join(_MOUNT)} "$1" && exec "$2" -m torture.full_disk "$1"'
        command = [*namespace, "sh", "-c", script, "sh", folder, sys.executable]
        done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
        if done.returncode:
            return {"the trial itself": [" ".join(done.stderr.split())[-200:]]}
        found: dict[str, list[str]] = json.loads(done.stdout)
        return found


def _mounts(namespace: tuple[str, ...], folder: str) -> bool:
    try:
        done = subprocess.run([*namespace, *_MOUNT, folder], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def trials(disk: Path) -> dict[str, list[str]]:
    """On a disk of its own, mounted at `disk`."""
    ours = Repository(disk, has_pdfs=True)
    temporary = disk / "temporary"
    temporary.mkdir()
    ours.turn()
    needed = room_taken(disk, lambda: ours.publish(TMPDIR=str(temporary)))
    return {f"{share:.0%}": list(_trial(ours, temporary, needed * share)) for share in FILLED}


def room_taken(disk: Path, work: Callable[[], object]) -> int:
    """The most bytes of the disk that are in use at once while the work is done."""
    least = before = shutil.disk_usage(disk).free
    is_over = threading.Event()

    def watch() -> None:
        nonlocal least
        while not is_over.wait(0.01):
            least = min(least, shutil.disk_usage(disk).free)

    watcher = threading.Thread(target=watch)
    watcher.start()
    work()
    is_over.set()
    watcher.join()
    return before - least


def _trial(ours: Repository, temporary: Path, room: float) -> Iterator[str]:
    ours.turn()
    filler = temporary.with_name("filler")
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(temporary).free - int(room))
    yield from ours.refusal(TMPDIR=str(temporary))
    filler.unlink()
    yield from ours.success(TMPDIR=str(temporary))
    if left := [path.name for path in temporary.iterdir()]:
        yield f"left among the temporary files: {left[0]}"


if __name__ == "__main__":
    print(json.dumps(trials(Path(sys.argv[1]))))
