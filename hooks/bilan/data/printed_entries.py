"""The keys of the reports that are files to print. The editors' guide describes each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, model_validator

from bilan.data.addresses import PageAddress
from bilan.data.fields import BothLanguages, Entry, Id, Text, refusal
from bilan.languages import Bilingual
from bilan.model.printed import PrintedReport

PRINTED = "reports.yml"


class BothAddresses(Entry):
    one_text_means = "BIL203"

    en: PageAddress
    fr: PageAddress


class PrintedEntry(Entry):
    """An entry of `data/reports.yml`."""

    title: BothLanguages | None = None
    address: BothAddresses | None = None
    pages: Annotated[list[Text], Field(min_length=1)]

    @model_validator(mode="after")
    def _chapters_have_a_name_and_a_place(self) -> PrintedEntry:
        if len(self.pages) > 1 and not (self.title and self.address):
            raise refusal("BIL340")
        return self


Printed = dict[Id, PrintedEntry]


def printed_reports(entries: Mapping[str, PrintedEntry]) -> dict[str, PrintedReport]:
    """By id, in the order they are written."""
    return {
        report_id: PrintedReport(
            report_id,
            tuple(entry.pages),
            entry.title.bilingual if entry.title else None,
            Bilingual(entry.address.en, entry.address.fr) if entry.address else None,
        )
        for report_id, entry in entries.items()
    }
