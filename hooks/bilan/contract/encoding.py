"""JSON with the digits of the data."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal

from bilan.contract.values import plain_date, plain_number


def json_text(content: object) -> str:
    """JSON whose numbers have the digits of the data: no binary float comes in between.

    A control character marks a number on its way through the encoder; texts hold none,
    as the reader of the data files refuses them.
    """
    text = json.dumps(content, ensure_ascii=False, indent=1, default=_marked) + "\n"
    return re.sub(r'"\\u0000([^"]+)"', r"\1", text)


def _marked(value: object) -> str:
    if isinstance(value, Decimal):
        return f"\0{plain_number(value)}"
    assert isinstance(value, date)
    return plain_date(value)
