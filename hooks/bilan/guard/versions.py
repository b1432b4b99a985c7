"""Which version of a text a review has seen: a fingerprint of its words alone.

White space, typography, the targets of links and the marks of Markdown do not count: a
cosmetic edit asks nobody to read the counterpart again.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

LENGTH = 10
"""Hexadecimal digits: among ten thousand versions, no two alike but once in 20,000 reports."""

_COSMETIC = re.compile(
    r"<!--(?:(?!<!--).)*?-->|</?[a-zA-Z][^<>]*>|\]\([^()\n]*\)|\{[:#.][^{}\n]*\}|[*_`\[\]\\|]|^\s*(?:[-+>#]+|:)\s",
    re.DOTALL | re.MULTILINE,
)
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ′", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‐‑–—−", "-"),
        "…": "...",
    }
)
_BESIDE_SIGNS = re.compile(r'\s*([:;!?%$"])\s*')


def version(text: str) -> str:
    """The fingerprint of a text."""
    words = unicodedata.normalize("NFKC", _COSMETIC.sub(" ", text).translate(_SIGNS))
    words = _BESIDE_SIGNS.sub(r"\1", " ".join(words.split()))
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:LENGTH]
