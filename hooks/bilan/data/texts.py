"""Files as the texts they hold: UTF-8, one form of line end, one form of each letter."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from pathlib import Path

from bilan.languages import Bilingual
from bilan.problems import Location, Problems, whole

LARGEST_FILE = 1_000_000  # bytes

_NOT_TEXT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What XML, a spreadsheet or a terminal does not take, and what shows letters in another order
than they are read (https://trojansource.codes/): English and French need none of it."""
_REASONS = {
    errno.EACCES: Bilingual("it may not be read", "il ne peut pas être lu"),
    errno.EISDIR: Bilingual("it is a folder", "c’est un dossier"),
}


def read_text(path: Path, name: str, problems: Problems) -> str | None:
    """The file's text in Unicode's composed form, or None with a problem added."""
    where = Location(name)
    if path.is_symlink():
        problems.add("BIL116", where)
        return None
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, whole(error.strerror or type(error).__name__))
        problems.add("BIL101", where, reason=reason)
        return None
    if len(raw) > LARGEST_FILE:
        problems.add("BIL103", where, size=_count(len(raw)), limit=_count(LARGEST_FILE))
        return None
    try:
        text = _with_plain_line_ends(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = _with_plain_line_ends(raw[: error.start].decode("utf-8-sig"))
        problems.add("BIL102", _end_of(before, name), reason=f"0x{raw[error.start]:02X}")
        return None
    not_text = hidden(text)
    if not_text:
        where = _end_of(text.partition(not_text)[0], name)
        problems.add("BIL102", where, reason=code_point(not_text))
        return None
    return unicodedata.normalize("NFC", text)


def hidden(text: str) -> str:
    """The first character that no text holds; or empty."""
    found = _NOT_TEXT.search(text)
    return found.group() if found else ""


def code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def refuse_links(folder: Path, problems: Problems) -> None:
    """A symbolic link could publish any file of the machine that builds the site."""
    found = [folder] if folder.is_symlink() else []
    for at, folders, files in os.walk(folder) if not found else ():
        paths = (Path(at) / name for name in (*folders, *files))
        found += [path for path in paths if path.is_symlink()]
    for path in found:
        problems.add("BIL116", Location(path.relative_to(folder.parent).as_posix()))


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _end_of(text: str, name: str) -> Location:
    return Location(name, text.count("\n") + 1, len(text.rpartition("\n")[2]) + 1)


def _count(number: int) -> Bilingual:
    return Bilingual(f"{number:,}", f"{number:,}".replace(",", "\u00a0"))
