"""A site takes the place of another in one step, or not at all; one build at a time."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NoReturn

import pytest

from bilan.problems import InputRefused
from bilan.site import publishing, swapping
from bilan.site.publishing import publish
from bilan.site.swapping import AnotherBuild, beside, swap


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A published site, which says "old"."""
    return site(tmp_path / "public", "old")


def site(folder: Path, said: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(said, encoding="utf-8")
    return folder


def said(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def cannot_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swapping, "_exchanged", lambda one, other: False)


def fail_to_rename(
    monkeypatch: pytest.MonkeyPatch, failure: BaseException, *, at: str, is_done: bool = False
) -> None:
    """The folder `at` cannot be renamed, or the failure comes right after it `is_done`."""
    rename = Path.rename

    def failing(path: Path, to: Path) -> Path:
        if path.name != at:
            return rename(path, to)
        if is_done:
            rename(path, to)
        raise failure

    monkeypatch.setattr(Path, "rename", failing)


def refuse_to_rename(path: Path, to: Path) -> NoReturn:
    raise AssertionError(f"{path} was renamed")


@pytest.fixture
def whatever_the_system(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if request.param == "two steps":
        cannot_exchange(monkeypatch)


each_way = pytest.mark.parametrize("whatever_the_system", ["one step", "two steps"], indirect=True)


@each_way
@pytest.mark.usefixtures("whatever_the_system")
def test_the_new_site_takes_the_place_of_the_old(target: Path) -> None:
    with beside(target) as folder:
        swap(site(folder / "new", "new"), target)
    assert said(target) == "new"
    assert names(target.parent) == ["public"]
    assert target.stat().st_mode & 0o777 == 0o755


def test_a_first_site_needs_no_exchange(tmp_path: Path) -> None:
    target = tmp_path / "out/public"
    with beside(target) as folder:
        swap(site(folder / "new", "new"), target)
    assert said(target) == "new" and names(target.parent) == ["public"]


def test_the_exchange_is_one_step(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with beside(target) as folder:
        built = site(folder / "new", "new")
        monkeypatch.setattr(Path, "rename", refuse_to_rename)
        swap(built, target)
        assert (said(target), said(built)) == ("new", "old")


def test_a_reader_finds_a_whole_site_at_every_moment(target: Path, tmp_path: Path) -> None:
    other, is_over, missing = site(tmp_path / "other", "new"), threading.Event(), []

    def look() -> None:
        while not is_over.is_set():
            try:
                assert said(target) in ("old", "new")
            except OSError as error:
                missing.append(error)

    reader = threading.Thread(target=look)
    reader.start()
    for _ in range(500):
        swap(other, target)
    is_over.set()
    reader.join()
    assert missing == []


@pytest.mark.parametrize("failure", [OSError("disk full"), KeyboardInterrupt(), SystemExit(143)])
@pytest.mark.parametrize("at", ["public", "new"])
@pytest.mark.parametrize("is_done", [False, True])
def test_two_steps_that_are_interrupted_leave_a_whole_site(
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    failure: BaseException,
    at: str,
    is_done: bool,
) -> None:
    cannot_exchange(monkeypatch)
    fail_to_rename(monkeypatch, failure, at=at, is_done=is_done)
    with pytest.raises(type(failure)), beside(target) as folder:
        swap(site(folder / "new", "new"), target)
    assert said(target) == ("new" if at == "new" and is_done else "old")
    assert names(target.parent) == ["public"]


def test_a_site_that_cannot_be_put_back_is_kept(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cannot_exchange(monkeypatch)
    rename = Path.rename

    def once(path: Path, to: Path) -> Path:
        if path.name == "public":
            return rename(path, to)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as broken:
        broken.setattr(Path, "rename", once)
        with pytest.raises(OSError, match="Input/output"), beside(target) as folder:
            swap(site(folder / "new", "new"), target)
        assert not target.exists()
    with beside(target):
        assert said(target) == "old"
    assert names(target.parent) == ["public"]


@pytest.mark.parametrize("is_first_missing", [False, True])
def test_what_a_killed_build_left_is_cleared(target: Path, is_first_missing: bool) -> None:
    left = target.parent / ".site-being-built-abc"
    site(left / "new", "half")
    if is_first_missing:
        target.rename(left / "old-public")
    (target.parent / ".site-notes").mkdir()
    with beside(target) as folder:
        assert not left.exists() and list(folder.iterdir()) == []
        assert said(target) == "old"
    assert names(target.parent) == [".site-notes", "public"]


def test_a_site_that_was_moved_away_does_not_come_back_as_another(target: Path) -> None:
    target.rename(site(target.parent / ".site-being-built-abc/new", "half").with_name("old-public"))
    other = target.with_name("other")
    with beside(other):
        assert not other.exists()
    assert said(target) == "old" and names(target.parent) == ["public"]


def test_a_command_killed_between_the_two_steps_is_mended_by_the_next(target: Path) -> None:
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from bilan.site import swapping\n"
        "swapping._exchanged = lambda *_: False\n"
        "rename = Path.rename\n"
        "def dying(path, to):\n"
        "    if path.name == 'new': os.kill(os.getpid(), 9)\n"
        "    return rename(path, to)\n"
        "Path.rename = dying\n"
        "target = Path(sys.argv[1])\n"
        "with swapping.beside(target) as folder:\n"
        "    (folder / 'new').mkdir()\n"
        "    swapping.swap(folder / 'new', target)\n"
    )
    hooks = str(Path(swapping.__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": hooks}
    command = [sys.executable, "-c", code, str(target)]
    done = subprocess.run(command, env=environment, check=False)
    assert done.returncode == -signal.SIGKILL and not target.exists()
    with beside(target):
        assert said(target) == "old"
    assert names(target.parent) == ["public"]


def test_a_second_build_waits_for_the_first(target: Path) -> None:
    order, is_inside = [], threading.Event()

    def first() -> None:
        with beside(target):
            is_inside.set()
            time.sleep(0.3)
            order.append("first")

    builder = threading.Thread(target=first)
    builder.start()
    is_inside.wait()
    with beside(target) as folder:
        order.append("second")
        assert folder.is_dir()
    builder.join()
    assert order == ["first", "second"]


def test_a_child_that_lives_on_holds_up_the_next_build(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swapping, "PATIENCE", 0.2)
    with beside(target):
        child = subprocess.Popen(["sleep", "60"], close_fds=False)
    with pytest.raises(AnotherBuild), beside(target):
        pass
    child.kill()
    child.wait()
    with beside(target) as folder:
        assert folder.is_dir()


def test_a_build_that_waits_too_long_is_a_problem(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swapping, "PATIENCE", 0.2)
    with beside(harbour / "site"), pytest.raises(InputRefused) as refused:
        publish(harbour, Path("site"), has_pdfs=False)
    [problem] = refused.value.problems
    assert problem.message().startswith("site:1:1 BIL623: another build of this site is under way")
    assert "une autre construction de ce site est en cours" in problem.message("fr")
    assert not (harbour / "site").exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("where", ["mkdtemp", "swap"])
def test_a_disk_that_takes_nothing_is_a_problem(
    harbour: Path, monkeypatch: pytest.MonkeyPatch, number: int, where: str
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number), str(harbour))

    site(harbour / "site", "old")
    (harbour / "site/sitemap.xml").touch()
    before = names(harbour)
    for skipped in ("_build", "verify"):
        monkeypatch.setattr(publishing, skipped, lambda *_: ())
    if where == "swap":
        monkeypatch.setattr(publishing, "swap", refuse)
    else:
        monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    with pytest.raises(InputRefused) as refused:
        publish(harbour, Path("site"), has_pdfs=False)
    [problem] = refused.value.problems
    told = f"site:1:1 BIL622: the site cannot be written there ({os.strerror(number)})"
    assert problem.message().startswith(told)
    assert said(harbour / "site") == "old" and names(harbour) == before


def test_a_link_to_a_site_elsewhere_stays_a_link(harbour: Path, tmp_path: Path) -> None:
    elsewhere = site(tmp_path / "elsewhere/public", "old")
    (elsewhere / "sitemap.xml").touch()
    (harbour / "site").symlink_to(elsewhere)
    publish(harbour, Path("site"), has_pdfs=False)
    assert (harbour / "site").is_symlink() and said(elsewhere) != "old"
    assert names(elsewhere.parent) == ["public"]


@pytest.mark.parametrize("into", [".", ".."])
def test_a_site_that_holds_the_repository_is_never_replaced(harbour: Path, into: str) -> None:
    (harbour / into / "sitemap.xml").touch()
    with pytest.raises(InputRefused, match="BIL608"):
        publish(harbour, Path(into), has_pdfs=False)
    assert (harbour / "data").is_dir()
