"""The notes of a part of a page."""

from __future__ import annotations

from bilan.view.pieces import NoteView


class Notes:
    """Numbers the notes of a part of a page, in reading order."""

    def __init__(self, prefix: str, owner: str = "") -> None:
        """`prefix` keeps the ids of several parts of one page apart, `owner` the words of links."""
        self.prefix, self.views = prefix, list[NoteView]()
        self._owner = owner

    def add(self, text: str, entry: str = "") -> NoteView:
        number = len(self.views) + 1
        note = NoteView(str(number), f"{self.prefix}note-{number}", text, entry, self._owner)
        self.views.append(note)
        return note
