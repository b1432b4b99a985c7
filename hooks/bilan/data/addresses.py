"""Addresses of pages and files below the folder of their language."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from bilan.data.fields import as_identifier, refusal, text
from bilan.languages import Bilingual

_ADDRESS = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*")


def is_address(value: str) -> bool:
    return bool(_ADDRESS.fullmatch(value))


def as_address(value: str) -> Bilingual:
    """The nearest address to a text."""
    parts = [as_identifier(part) for part in value.split("/") if part] or [as_identifier(value)]
    return Bilingual("/".join(p.en for p in parts), "/".join(p.fr for p in parts))


def _address(value: Any) -> str:
    address = text(value)
    if not is_address(address):
        raise refusal("BIL208", found=address, write=as_address(address))
    return address


PageAddress = Annotated[str, BeforeValidator(_address)]
