"""A browser that prints pages: Chromium without a window, told what to do through two pipes."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds that one answer may take; a long report needs two."""

_NAMES = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser")
_ARGUMENTS = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-sandbox",  # containers lack what it needs, and these pages are our own, without scripts
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--no-default-browser-check",
    "--font-render-hinting=none",  # hints depend on the machine
)
_PERSONAL = ("XDG_", "FONTCONFIG_", "LANG", "LC_")
"""How variables begin by which a user chooses fonts and a language."""
_PRINT = {
    "printBackground": True,
    "preferCSSPageSize": True,
    "displayHeaderFooter": False,
    "generateTaggedPDF": True,
    "generateDocumentOutline": True,
}


class BrowserFailed(Exception):
    """The browser did not start, did not answer, or could not print; says what happened."""


def find_browser() -> str | None:
    """The command of the environment's CHROMIUM, or else the first known browser."""
    given = os.environ.get("CHROMIUM")
    names = (given,) if given else _NAMES
    return next((path for path in map(shutil.which, names) if path), None)


class Browser:
    """A running browser; only `launched` makes one."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading, self._writing = reading, writing
        self._received, self._count = b"", 0

    def print(self, page: Path) -> bytes:
        """The PDF of an HTML file.

        Raises:
            BrowserFailed: when no PDF comes.
        """
        try:
            return self._printed(page)
        except (AttributeError, KeyError, TypeError, ValueError):
            raise BrowserFailed("no answer that a browser gives") from None

    def _printed(self, page: Path) -> bytes:
        target = self._ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        where = {"targetId": target, "flatten": True}
        session = self._ask("Target.attachToTarget", where)["sessionId"]
        self._ask("Page.enable", {}, session)
        opened = self._ask("Page.navigate", {"url": page.as_uri()}, session)
        if "errorText" in opened:
            raise BrowserFailed(f"{page.name}: {opened['errorText']}")
        self._await("Page.loadEventFired", session)
        fonts = {"expression": "document.fonts.ready.then(() => true)", "awaitPromise": True}
        self._ask("Runtime.evaluate", fonts, session)
        printed = self._ask("Page.printToPDF", _PRINT, session)["data"]
        self._ask("Target.closeTarget", {"targetId": target})
        return base64.b64decode(printed)

    def _ask(self, method: str, values: Mapping[str, Any], session: str = "") -> dict[str, Any]:
        self._count += 1
        message: dict[str, Any] = {"id": self._count, "method": method, "params": values}
        message |= {"sessionId": session} if session else {}
        try:
            os.write(self._writing, json.dumps(message).encode() + b"\0")
        except OSError as error:
            raise BrowserFailed(f"{method}: {error.strerror}") from None
        for answer in self._messages():
            if answer.get("id") == self._count:
                if "error" in answer:
                    raise BrowserFailed(f"{method}: {answer['error'].get('message')}")
                return dict(answer["result"])
        raise BrowserFailed(f"{method}: no answer")

    def _await(self, event: str, session: str) -> None:
        for message in self._messages():
            if (message.get("method"), message.get("sessionId")) == (event, session):
                return
        raise BrowserFailed(f"{event}: no answer")

    def _messages(self) -> Iterator[dict[str, Any]]:
        """What the browser says, until it is silent for too long or gone."""
        end = time.monotonic() + PATIENCE
        while True:
            message, found, rest = self._received.partition(b"\0")
            if found:
                self._received = rest
                yield json.loads(message)
                continue
            left = max(end - time.monotonic(), 0)
            ready, _, _ = select.select([self._reading], [], [], left)
            chunk = os.read(self._reading, 1 << 20) if ready else b""
            if not chunk:
                return
            self._received += chunk


@contextmanager
def launched(command: str, profile: Path) -> Iterator[Browser]:
    """A browser that ends with the block; `profile` is a folder for what it writes.

    Raises:
        BrowserFailed: when it does not start.
    """
    profile.mkdir()
    # Its temporary folder is not the profile: it makes a socket there, whose path must be short.
    with tempfile.TemporaryDirectory(prefix="bilan-", ignore_cleanup_errors=True) as temporary:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(_PERSONAL)}
        own = {"HOME": str(profile), "TMPDIR": temporary, "TZ": "UTC"}
        with _running(command, profile, kept | own) as browser:
            yield browser


@contextmanager
def _running(command: str, profile: Path, environment: Mapping[str, str]) -> Iterator[Browser]:
    commands, answers = _pipe(), _pipe()
    try:
        process = os.posix_spawn(
            command,
            [command, *_ARGUMENTS, f"--user-data-dir={profile}", "about:blank"],
            environment,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_DUP2, commands[0], 3),
                (os.POSIX_SPAWN_DUP2, answers[1], 4),
            ],
            setpgroup=0,
        )
    except OSError as error:
        raise BrowserFailed(error.strerror) from None
    finally:
        os.close(commands[0])
        os.close(answers[1])
    try:
        yield Browser(answers[0], commands[1])
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(commands[1])
        os.close(answers[0])


def _pipe() -> tuple[int, int]:
    """The two ends of a pipe, above the numbers that the browser's own ends take."""
    low = os.pipe()
    high = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in low]
    for end in low:
        os.close(end)
    return high[0], high[1]
