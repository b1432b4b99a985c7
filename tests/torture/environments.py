"""Machines, users and days that a site may be built on, and that it must not show."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from torture.another_day import another_day, canadian_french
from torture.publishing_again import settings

_ONE_PROCESSOR = (
    sys.executable,
    "-c",
    "import os, sys; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); "
    "os.execv(sys.argv[1], sys.argv[1:])",
)
_DEEP = "/".join(f"{number:02}-a-folder-within-a-folder" for number in range(12))
_SOME_DAY = 1_000_000_000
_IN_MEMORY = Path("/dev/shm")
"""Lists files in the order of their creation, which other file systems may not."""
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<match target="pattern"><edit name="family" mode="prepend" binding="strong"><string>DejaVu Serif
</string></edit></match><match target="font"><edit name="hintstyle" mode="assign"><const>hintfull
</const></edit><edit name="embolden" mode="assign"><bool>true</bool></edit></match></fontconfig>
"""
Settle = Callable[[Path], None]
"""Puts a repository into a folder."""


@dataclass(frozen=True)
class Environment:
    what: str
    settings: Mapping[str, str] = field(default_factory=dict)
    unset: tuple[str, ...] = ()
    path: str = "harbour"
    before: tuple[str, ...] = ()
    """A command that runs the build."""
    umask: int = -1
    is_reversed: bool = False
    """Files made in the reverse order, at another time, in memory."""

    def built(self, settle: Settle, *options: str) -> dict[str, str]:
        """A digest of each file of the site; modes and times are not compared."""
        where = _IN_MEMORY if self.is_reversed and _IN_MEMORY.is_dir() else None
        with tempfile.TemporaryDirectory(dir=where) as folder:
            root = Path(folder).resolve() / self.path
            settle(root)
            if self.is_reversed:
                root = _in_reverse(root)
            variables = {k: v for k, v in settings(**self.settings).items() if k not in self.unset}
            command = [sys.executable, "-m", "bilan", "site", "--published", "no", *options]
            done = subprocess.run(
                [*self.before, *command],
                cwd=root,
                env=variables,
                umask=self.umask,
                capture_output=True,
                check=False,
            )
            assert done.returncode == 0, f"{self.what}: {done.stderr.decode(errors='replace')}"
            return digests(root / "site")


def digests(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """Files that are not the same in both, or only in one."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def _in_reverse(root: Path) -> Path:
    copy = root.with_name(f"{root.name}-reversed")
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_file():
            target = copy / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            os.utime(target, (_SOME_DAY, _SOME_DAY))
    return copy


def environments(folder: Path) -> Iterator[Environment]:
    """All but the first differ from it in one thing, the last in nearly all of them."""
    yield Environment("a plain folder", unset=("PYTHONDONTWRITEBYTECODE", "TZ"))
    yield Environment("a path with spaces and accents", path="Été à l’étang, 50 % & co")
    yield Environment("a deep path", path=_DEEP)
    yield Environment("Kiritimati", {"TZ": "Pacific/Kiritimati"})
    yield Environment("St. John’s", {"TZ": "America/St_Johns"})
    yield Environment("LC_ALL=C", {"LC_ALL": "C", "LANG": "C"})
    yield Environment("LC_ALL=C.UTF-8", {"LC_ALL": "C.UTF-8"})
    for seed in ("0", "1", "random"):
        yield Environment(f"PYTHONHASHSEED={seed}", {"PYTHONHASHSEED": seed})
    yield Environment("files in another order, at another time", is_reversed=True)
    yield Environment("umask 077", umask=0o077)
    yield Environment("no byte code is kept", {"PYTHONDONTWRITEBYTECODE": "1"})
    yield Environment("one processor", before=_ONE_PROCESSOR)
    yield Environment("no HOME", unset=("HOME", "USER", "LOGNAME"))
    yield Environment("another user’s fonts", another_user(folder / "user"))
    french, day = canadian_french(folder / "locales"), another_day(folder / "day")
    if french:
        yield Environment("LC_ALL=fr_CA.UTF-8", french)
    if day:
        yield Environment("another day", day)
    yield unlike(folder)


def unlike(folder: Path) -> Environment:
    """Differs from the first in all that can be joined."""
    french, day = canadian_french(folder / "locales"), another_day(folder / "day")
    places = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return Environment(
        "all of it at once" if french and day else "most of it at once",
        {**places, **another_user(folder / "user"), **(french or {"LC_ALL": "C"}), **(day or {})},
        path="Été à l’étang, 50 % & co",
        before=_ONE_PROCESSOR,
        umask=0o077,
        is_reversed=True,
    )


def another_user(home: Path) -> Mapping[str, str]:
    """Someone who likes other fonts."""
    fonts = home / ".config/fontconfig/fonts.conf"
    fonts.parent.mkdir(parents=True, exist_ok=True)
    fonts.write_text(_FONTS.replace("\n</", "</"), encoding="utf-8")
    return {"HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "USER": "someone"}
