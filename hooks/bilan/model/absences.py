"""Why a figure is absent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bilan.languages import Bilingual


class Missing(StrEnum):
    """Why a figure is absent: five reasons, five words, none of them zero."""

    NOT_REPORTED = "not_reported"
    SUPPRESSED = "suppressed"
    NOT_APPLICABLE = "not_applicable"
    NOT_YET_DUE = "not_yet_due"
    DISCONTINUED = "discontinued"


@dataclass(frozen=True)
class NotAvailable:
    why: Missing
    reason: Bilingual | None
    """The reason in words; None where only the word for `why` is known."""
