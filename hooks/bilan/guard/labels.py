"""Interface words: both languages count alike, and fill in the same values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilan.guard.entries import Entry
from bilan.guard.prose import Prose
from bilan.guard.structure import NAMES
from bilan.languages import LANGUAGES, other_language
from bilan.problems import Problem, whole

_VALUES = re.compile(r"\{([a-z_]+)\}")
_COUNTED_PLURAL = re.compile(r"\{n\}[ \u00a0][^\W\d_]+[sx]\b")
_COUNTED = re.compile(r"\{n\}[ \u00a0][^\W\d_]+[^sxz\W]\b")
COUNT = "n"


def compare_forms(entry: Entry) -> Iterator[Problem]:
    """Forms of one language without the other's, and forms that name other values.

    A number may be said in words in the form for none or one; every other value stands in
    both languages, or readers of one are told less.
    """
    for language in LANGUAGES:
        forms = [text for text in entry.texts if text.language == language]
        others = {text.raw for text in entry.texts if text.language != language}
        is_one = len({text.raw for text in forms}) == 1
        counts_one_thing = len(forms) > 1 and len(others) > 1 and _COUNTED.search(forms[0].raw)
        if is_one and (counts_one_thing or _COUNTED_PLURAL.search(forms[0].raw)):
            yield Problem.of(
                "BIL818",
                forms[0].where,
                found=forms[0].raw,
                side=NAMES[language],
                other=NAMES[other_language(language)],
            )
    for pair in entry.forms.values():
        named = [_values(pair[language]) for language in LANGUAGES]
        if named[0] != named[1] and len(entry.texts) > len(LANGUAGES):
            missing = named[0] ^ named[1]
            yield Problem.of(
                "BIL819",
                pair.fr.where,
                found=whole(", ".join(f"{{{name}}}" for name in sorted(missing))),
                at=whole(str(pair.en.where)),
            )


def _values(text: Prose) -> frozenset[str]:
    return frozenset(_VALUES.findall(text.raw)) - {COUNT}
