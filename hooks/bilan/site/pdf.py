"""A PDF as Chromium writes it: where its chapters begin, and how it becomes ours.

Chromium writes one table of objects, each as plain text, and the time of day. Here the objects
are packed (ISO 32000, 7.5.7 and 7.5.8), to a third of the size, and what differs from one day
or machine to the next is replaced, so that the same pages make the same bytes.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s")
_ROOT = re.compile(rb"/Root (\d+ 0 R)")
_INFO = re.compile(rb"/Info (\d+ 0 R)")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_KIDS = re.compile(rb"/Kids \[([^\]]*)\]")
_DESTINATION = re.compile(rb"/([^\s/<>\[\]()]+) \[(\d+) 0 R /XYZ")
_ELEMENT = re.compile(rb"\(node\d{8}\)")
_BOOKMARK = re.compile(rb"<</Title <FEFF([0-9A-F]*)>\s*/Dest")
_PACKED = 200
"""Objects of one stream: a reader unpacks them together."""


class NotUnderstood(Exception):
    """The file is not laid out as Chromium does it."""


@dataclass(frozen=True)
class About:
    """What a PDF says of itself."""

    title: str
    author: str
    day: date | None
    """What its figures are as of."""
    headings: tuple[str, ...] = ()
    """Those that its bookmarks are made of."""


@dataclass(frozen=True)
class ChromiumPdf:
    objects: Mapping[int, bytes]
    root: int
    info: int

    @staticmethod
    def read(data: bytes) -> ChromiumPdf:
        """Raises:
        NotUnderstood: when there is no plain table of objects.
        """
        start = _START.search(data)
        table = _TABLE.match(data, int(start[1])) if start else None
        trailer = data[table.end() :] if table else b""
        root, info = _ROOT.search(trailer), _INFO.search(trailer)
        if not (start and table and root and info):
            raise NotUnderstood
        lines = [data[at : at + 20] for at in range(table.end(), start.start(), 20)]
        places = {
            number: int(line[:10])
            for number, line in enumerate(lines[: int(table[1])])
            if line[17:18] == b"n"
        }
        ends = dict(pairwise([*sorted(places.values()), int(start[1])]))
        bodies = {number: data[at : ends[at]] for number, at in places.items()}
        return ChromiumPdf(
            {number: _body(number, body) for number, body in bodies.items()},
            _number(root[1]),
            _number(info[1]),
        )

    @property
    def pages(self) -> list[int]:
        """The objects of the pages, in order."""
        top = re.search(rb"/Pages (\d+ 0 R)", self.objects[self.root])
        return list(self._pages_below(_number(top[1]))) if top else []

    def _pages_below(self, number: int) -> Iterator[int]:
        kids = _KIDS.search(self.objects[number])
        if kids is None:
            yield number
        for kid in _REFERENCE.findall(kids[1]) if kids else ():
            yield from self._pages_below(int(kid))

    def pages_of_links(self) -> dict[str, int]:
        """The page, from 1, of each id that a link leads to."""
        found = re.search(rb"/Dests (\d+ 0 R)", self.objects[self.root])
        places = {number: index for index, number in enumerate(self.pages, 1)}
        names = _DESTINATION.findall(self.objects[_number(found[1])]) if found else ()
        return {name.decode(): places[int(page)] for name, page in names if int(page) in places}

    def packed(self, about: About) -> bytes:
        """The same document in fewer bytes, the same for the same pages."""
        objects = dict(self.objects) | {self.info: _info(about)}
        plain = [number for number in sorted(objects) if not objects[number].endswith(b"endstream")]
        objects |= _renumbered({number: objects[number] for number in plain})
        headings = {_squeezed(heading): heading for heading in about.headings}
        objects |= {number: _bookmark(objects[number], headings) for number in plain}
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        for number in sorted(objects.keys() - set(plain)):
            places[number] = (1, len(out), 0)
            out += _object(number, objects[number])
        count = max(objects) + 1
        for first in range(0, len(plain), _PACKED):
            members = plain[first : first + _PACKED]
            places |= {number: (2, count, index) for index, number in enumerate(members)}
            places[count] = (1, len(out), 0)
            out += _object(count, _together(members, objects))
            count += 1
        places[count] = (1, len(out), 0)
        start, rows = len(out), (places.get(n, (0, 0, 65535)) for n in range(count + 1))
        table = b"".join(struct.pack(">BIH", *row) for row in rows)
        keys = f"/Type /XRef /Size {count + 1} /W [1 4 2] /Root {self.root} 0 R "
        out += _object(count, _stream(f"{keys}/Info {self.info} 0 R", table))
        return bytes(out) + f"startxref\n{start}\n%%EOF\n".encode()


def _renumbered(objects: Mapping[int, bytes]) -> dict[int, bytes]:
    """With the names of the structure's elements counted from 1: the browser counts on from one
    document to the next, and their order is all that they mean."""
    found = sorted({name for body in objects.values() for name in _ELEMENT.findall(body)})
    names = {name: b"(node%08d)" % number for number, name in enumerate(found, 1)}
    return {n: _ELEMENT.sub(lambda name: names[name[0]], body) for n, body in objects.items()}


def _bookmark(body: bytes, headings: Mapping[str, str]) -> bytes:
    """A bookmark with its heading's words apart: the browser joins those that two lines part."""
    found = _BOOKMARK.match(body)
    if found is None:
        return body
    text = bytes.fromhex(found[1].decode()).decode("utf-16-be")
    heading = headings.get(_squeezed(text), text)
    return f"<</Title <{_text(heading)}>".encode() + body[found.end(1) + 1 :]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def _body(number: int, text: bytes) -> bytes:
    start, end = f"{number} 0 obj".encode(), b"endobj"
    text = text.strip()
    if not (text.startswith(start) and text.endswith(end)):
        raise NotUnderstood
    return text[len(start) : -len(end)].strip(b"\n")


def _object(number: int, body: bytes) -> bytes:
    return f"{number} 0 obj\n".encode() + body + b"\nendobj\n"


def _stream(keys: str, content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    head = f"<<{keys} /Filter /FlateDecode /Length {len(packed)}>>\nstream\n"
    return head.encode() + packed + b"\nendstream"


def _together(numbers: list[int], objects: Mapping[int, bytes]) -> bytes:
    """An object stream: the number and the place of each, then the objects."""
    head, content = [], b""
    for number in numbers:
        head.append(f"{number} {len(content)}")
        content += objects[number] + b"\n"
    first = " ".join(head).encode() + b"\n"
    keys = f"/Type /ObjStm /N {len(numbers)} /First {len(first)}"
    return _stream(keys, first + content)


def _info(about: About) -> bytes:
    texts = {"Title": about.title, "Author": about.author, "Creator": "Bilan"}
    keys = [f"/{key} <{_text(value)}>" for key, value in texts.items()]
    if about.day:
        when = f"(D:{about.day:%Y%m%d}000000Z)"
        keys += [f"/CreationDate {when}", f"/ModDate {when}"]
    return f"<<{' '.join(keys)}>>".encode()


def _text(value: str) -> str:
    return (b"\xfe\xff" + value.encode("utf-16-be")).hex().upper()
