"""Which texts of the data speak to readers."""

from __future__ import annotations

from bilan.data.terminology_entries import TERMINOLOGY
from bilan.draft import DATA
from bilan.guard.entries import Entry
from bilan.guard.reviews import FILE

NOT_READ = (FILE, f"{DATA}/{TERMINOLOGY}")


def is_compared(entry: Entry) -> bool:
    return entry.file not in NOT_READ
