"""The kinds of links that a page may hold."""

from __future__ import annotations

import re

SCHEMES = frozenset({"https", "http", "mailto", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")


def scheme(address: str) -> str:
    """ "https", "javascript": what stands before the first colon, in small letters, or nothing.

    Browsers skip spaces and control characters (https://url.spec.whatwg.org/#url-parsing); so do
    we, and all else that is not seen.
    """
    found = _SCHEME.match(_UNSEEN.sub("", address))
    return found[1].lower() if found else ""
