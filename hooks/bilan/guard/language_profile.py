"""What each word says of the language it stands in: the table of words and letter sequences.

Each word speaks with a natural log-odds: below zero for English, above zero for French. Some
830 frequent words, with the words that both languages share, stand in `language_profile.yml`;
any other word is judged by its letter sequences, of one to four letters, listed there too.

Where the numbers come from: frequencies per million words, averaged over the English and French
package descriptions of Debian 12 (weight 0.2), half of the program names, descriptions and
results that Canadian departments report in GC InfoBase (0.4), and the library wordfreq 3.1 (0.4).
A word's number is ln((f_fr + 1) / (f_en + 1)), cut at 6 and rounded to halves. The letter
sequences are those that an L1 logistic regression on these words keeps, fitted again with L2.
A word is listed when its frequency times what its letters get wrong is among the highest; the
neutral words are those of both languages that their letters misplace. Names of persons, places
and companies were struck out by hand.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from bilan.languages import Language

MOST_LETTERS = 3.0
"""The most that letters alone may say of a word."""
LONGEST_GRAM, LONGEST_WORD = 4, 40


class Profile(NamedTuple):
    """Log-odds of the listed words and letter sequences; words that begin or mark a name."""

    words: dict[str, float]
    letters: dict[str, float]
    institutions: frozenset[str]


@lru_cache(maxsize=50_000)
def word_leaning(word: str) -> float:
    """What one word says, by the table or else by its letters."""
    folded = word.lower().replace("’", "'")
    listed = profile().words.get(folded)
    if listed is not None:
        return listed
    if len(folded) == 1 or len(folded) > LONGEST_WORD:
        return 0.0
    ends = f"^{folded}$"
    grams = {ends[i : i + n] for n in range(1, LONGEST_GRAM + 1) for i in range(len(ends) - n + 1)}
    said = sum(profile().letters.get(gram, 0.0) for gram in grams)
    return max(-MOST_LETTERS, min(MOST_LETTERS, said))


@cache
def profile() -> Profile:
    path = Path(__file__).with_name("language_profile.yml")
    tables = yaml.safe_load(path.read_text(encoding="utf-8"))
    neutral = dict.fromkeys(tables["neutral"].split(), 0.0)
    return Profile(
        neutral | _signed(tables["words"]),
        _signed(tables["letters"]),
        frozenset(tables["institutions"].split()),
    )


def _signed(table: dict[Language, dict[float, str]]) -> dict[str, float]:
    return {
        entry: -number if language == "en" else number
        for language, by_number in table.items()
        for number, entries in by_number.items()
        for entry in entries.split()
    }
