"""Fiscal years and other spans of years (BIL832)."""

from __future__ import annotations

import re

from bilan.guard.style import DIGITS, SPACE, Correction, Style, before
from bilan.languages import Language

_YEARS = re.compile(
    r"(?<![\w.,/–‑\ue000-])(?P<fy>FY)?(?P<first>(?:19|20)\d\d)"
    r"(?P<dash>[-–‑])(?P<last>(?:19|20)\d\d|\d\d)(?![\w/]|[-–‑.,]\w)"
)
_CODE = re.compile(
    r"(?:\b(?:nos?\.?|files?|orders?|resolutions?|regulations?|contracts?|bill|rfp|rfq|case|docket"
    r"|notices?|by-?laws?|décrets?|règlements?|résolutions?|arrêtés?|dossiers?|avis|contrats?"
    r"|projet de loi|sor|dors|isbn|issn|tél\.?|tel\.?|phone|fax)|n[º°]|#|[A-Z]\.[A-Z]\.)"
    rf"{SPACE}?:?{SPACE}?$",
    re.IGNORECASE,
)


def _years(match: re.Match[str], language: Language) -> Correction | None:
    """French: "2020-2021"; English: "2020–21", and "2018–2028" for years that do not follow."""
    first, last = int(match["first"]), match["last"]
    follows = last in (str(first + 1), f"{(first + 1) % 100:02}")
    if (not follows and (len(last) == 2 or int(last) <= first)) or _CODE.search(before(match)):
        return None
    full = str(first + 1) if follows else last
    if language == "fr":
        text = f"{first}-{full}"
    else:
        is_short = follows and full[:2] == match["first"][:2]
        text = f"{first}–{full[2:] if is_short else full}"
    text = (match["fy"] or "") + text
    is_month = len(last) == 2 and last != "00" and int(last) <= 12
    return None if text == match.group() else Correction(text, not is_month)


YEARS: dict[Language, tuple[Style, ...]] = {
    "fr": (
        Style("BIL832", _YEARS, lambda match: _years(match, "fr"), quoted="unsure", signs=DIGITS),
    ),
    "en": (
        Style("BIL832", _YEARS, lambda match: _years(match, "en"), quoted="unsure", signs=DIGITS),
    ),
}
