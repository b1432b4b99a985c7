"""Pagefind's indexer, given one page after the other.

Its command takes the pages of a folder as the file system lists them, which differs from one
machine to the next, and so does what it then writes. Its service takes them in a given order;
the Python package asks it ten times a second at most, which is slow for many pages.
"""

from __future__ import annotations

import base64
import json
import os
import select
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from pagefind.service import get_executable

PATIENCE = 60.0
"""Seconds that one answer may take."""


class IndexRefused(Exception):
    """What the indexer said, when it did not do what it was asked to do."""


@contextmanager
def indexer(folder: Path, leaving_out: Iterable[str]) -> Iterator[Indexer]:
    """An index in the making; `leaving_out` are CSS selectors of what is skipped on each page.

    It runs in `folder`, below which alone it may write. Settings of the machine
    (`PAGEFIND_…`) do not reach it.
    """
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PAGEFIND_")}
    executable = get_executable()
    if executable is None:
        raise IndexRefused("pagefind-bin")
    try:
        started = subprocess.Popen(
            [executable, "--service"],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise IndexRefused(f"pagefind: {error.strerror}") from None
    with started as service:
        assert service.stdin
        try:
            yield Indexer(service, leaving_out)
        finally:
            service.kill()
            with suppress(BrokenPipeError):  # what it was still to be told
                service.stdin.close()


class Indexer:
    def __init__(self, service: subprocess.Popen[bytes], leaving_out: Iterable[str]) -> None:
        self._service = service
        config = {"exclude_selectors": list(leaving_out)}
        self._index = self._ask({"type": "NewIndex", "config": config})["index_id"]

    def add(self, address: str, html: str) -> None:
        self._ask(
            {
                "type": "AddFile",
                "index_id": self._index,
                "file_path": address,
                "file_contents": html,
            }
        )

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The address of each file of the index, and what it holds.

        The service can write them itself, but answers before it has: whoever reads them then,
        or ends the service, may find them half written.
        """
        for file in self._ask({"type": "GetFiles", "index_id": self._index})["files"]:
            yield file["path"], base64.b64decode(file["content"])

    def _ask(self, payload: Mapping[str, Any]) -> Mapping[str, Any]:
        """One message and its answer."""
        try:
            told: Mapping[str, Any] = json.loads(base64.b64decode(self._answer(payload)))["payload"]
            if told["type"] != "Error":
                return told
            reason = str(told["message"])
        except (KeyError, TypeError, ValueError):
            raise IndexRefused("pagefind") from None
        raise IndexRefused(" ".join(reason.split()))

    def _answer(self, payload: Mapping[str, Any]) -> bytes:
        """Both are JSON in Base64, with a comma at the end."""
        assert self._service.stdin and self._service.stdout
        message = json.dumps({"message_id": 1, "payload": payload}).encode("utf-8")
        with suppress(BrokenPipeError):  # it ended, and may have said why
            self._service.stdin.write(base64.b64encode(message) + b",")
            self._service.stdin.flush()
        answer = bytearray()
        while not answer.endswith(b","):
            ready, _, _ = select.select([self._service.stdout], [], [], PATIENCE)
            read = os.read(self._service.stdout.fileno(), 1 << 20) if ready else b""
            if not read:
                raise IndexRefused("pagefind")
            answer += read
        return bytes(answer[:-1])
