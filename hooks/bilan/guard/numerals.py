"""Number words of both languages: cardinals, ordinals, collectives, fractions, Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache

from bilan.languages import Language

_UNITS: dict[Language, str] = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf",
}
_TENS: dict[Language, str] = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt",
}
_SCALES: dict[Language, dict[str, int]] = {
    "en": {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "milliard": 9},
    "fr": {"mille": 3, "million": 6, "milliard": 9, "billion": 12},
}
_COLLECTIVES: dict[Language, dict[str, int]] = {
    "en": {"dozen": 12},
    "fr": {
        "dizaine": 10,
        "douzaine": 12,
        "quinzaine": 15,
        "vingtaine": 20,
        "trentaine": 30,
        "quarantaine": 40,
        "cinquantaine": 50,
        "soixantaine": 60,
        "centaine": 100,
    },
}
_ORDINALS: dict[Language, str] = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "fr": "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième "
    "dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième "
    "dix-neuvième vingtième",
}
_PARTS: dict[Language, dict[str, int]] = {
    "en": {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10},
    "fr": {
        "moitié": 2,
        "demi": 2,
        "demie": 2,
        "tiers": 3,
        "quart": 4,
        "cinquième": 5,
        "sixième": 6,
        "dixième": 10,
    },
}
_BESIDE: dict[Language, str] = {
    "en": "both=2 twice=2 dual=2 pair=2 pairs=2 couple=2 either=2 neither=2 twin=2 once=1 single=1 "
    "sole=1 only=1 biennial=2 annual=1 none=0 no=0 nil=0 hundreds=100 thousands=1000 bilingual=2 "
    "fortnight=14 score=20 quarterly=3 monthly=1 "
    "semi-annually=2 biannual=2 triennial=3",
    "fr": "paire=2 couple=2 seul=1 seule=1 unique=1 annuel=1 annuelle=1 biennal=2 biennale=2 "
    "biennaux=2 triennaux=3 quinquennaux=5 "
    "aucun=0 aucune=0 nul=0 nuls=0 nulle=0 nulles=0 centaines=100 milliers=1000 bilingue=2 "
    "décennal=10 décennale=10 "
    "quinquennal=5 quinquennale=5 triennal=3 triennale=3 mensuel=1 mensuelle=1",
}
_MULTIPLES: dict[Language, str] = {
    "en": "double=2 doubled=2 doubles=2 doubling=2 twofold=2 triple=3 tripled=3 tripling=3 "
    "threefold=3 quadruple=4 quadrupled=4 fourfold=4 tenfold=10",
    "fr": "double=2 doublé=2 doubler=2 doublée=2 doublent=2 triple=3 triplé=3 tripler=3 triplée=3 "
    "quadruplé=4 quadruple=4 quadruplée=4 décuplé=10",
}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

OFTEN_ELSE = frozenset({"one", "un", "une", "neuf", "zero", "zéro"})
"""Number words that more often are something else: a pronoun, an article, "new", "net zero"."""


@cache
def below_hundred(language: Language) -> Mapping[str, int]:
    """Every number from 0 to 99, in each way it is spelled."""
    units, tens = _UNITS[language].split(), _TENS[language].split()
    found = {word: value for value, word in enumerate(units)}
    for index, ten in enumerate(tens):
        value = 20 + 10 * index
        more = range(20) if language == "fr" and value in (60, 80) else range(10)
        if language == "fr" and value in (70, 90):
            continue
        for unit in more:
            for joined in _joined(ten, units[unit] if unit else "", language):
                found[joined] = value + unit
    if language == "fr":
        feminine = {f"{word}e": value for word, value in found.items() if word.endswith("un")}
        found |= feminine | {"quatre-vingts": 80, "quatre vingts": 80}
    return found


def _joined(ten: str, unit: str, language: Language) -> Iterable[str]:
    if not unit:
        yield from {ten, ten.replace("-", " ")}
        return
    links = ("-", " ")
    if language == "fr" and unit in ("un", "onze") and not ten.startswith("quatre"):
        links = (" et ", "-et-")
    for link in links:
        yield from {f"{ten}{link}{unit}", f"{ten}{link}{unit}".replace("-", " ")}


@cache
def cardinal_pattern(language: Language) -> str:
    """A number in words below a million."""
    small = _any(below_hundred(language))
    if language == "en":
        hundreds = rf"(?:(?:{small})|\ba)[ -]hundred(?:(?:[ -]and)?[ -](?:{small}))?"
        below = rf"(?:{hundreds}|{small})"
        return rf"\b{below}(?:[ -]thousand(?:,? (?:and )?{below})?)?\b"
    hundreds = rf"(?:(?:{small})[ -])?(?<!pour )cents?(?:[ -](?:{small}))?"
    below = rf"(?:{hundreds}|{small})"
    return rf"\b(?:{below}(?:[ -]mille(?:[ -]{below})?)?|mille(?:[ -]{below})?)\b"


def cardinal(words: str, language: Language) -> int:
    """The value of what `cardinal_pattern` matched."""
    text = " ".join(words.casefold().replace(",", " ").split())
    thousand = {"en": "thousand", "fr": "mille"}[language]
    if re.search(rf"\b{thousand}\b", text):
        before, _, after = (part.strip(" -") for part in text.partition(thousand))
        head = cardinal(before, language) if before else 1
        return head * 1000 + (cardinal(after.removeprefix("and "), language) if after else 0)
    hundred = re.search(r"\bhundred\b" if language == "en" else r"\bcents?\b", text)
    if hundred:
        before, after = text[: hundred.start()].strip(" -"), text[hundred.end() :].strip(" -")
        head = 1 if before in ("", "a") else below_hundred(language)[before]
        rest = re.sub(r"^and[ -]", "", after)
        return head * 100 + (below_hundred(language)[rest] if rest else 0)
    return below_hundred(language)[text]


def scale_pattern(language: Language) -> str:
    """« 12 milles » are nautical miles: « mille » has no plural."""
    return "|".join(word if word == "mille" else f"{word}s?" for word in _SCALES[language])


def scale_of(word: str, language: Language) -> int:
    """The power of ten of "millions"."""
    return _SCALES[language][word.casefold().removesuffix("s")]


def _ordinal_in_french(cardinal: str) -> str:
    """« vingt et unième », « trente-neuvième », « quatre-vingtième »."""
    for ending, stem in (("cinq", "cinqu"), ("neuf", "neuv"), ("s", ""), ("e", "")):
        if cardinal.endswith(ending) and not cardinal.endswith("trois"):
            return f"{cardinal.removesuffix(ending)}{stem}ième"
    return f"{cardinal}ième"


@cache
def ordinals(language: Language) -> Mapping[str, int]:
    words = _ORDINALS[language].split()
    found = {word: value for value, word in enumerate(words, 1)}
    if language == "en":
        tens = _TENS["en"].split()
        for index, ten in enumerate(tens):
            for value, word in enumerate(words[:9], 1):
                found[f"{ten}-{word}"] = 20 + 10 * index + value
            found[f"{ten.removesuffix('y')}ieth"] = 20 + 10 * index
        return found | {"hundredth": 100, "thousandth": 1000}
    more = {"première": 1, "second": 2, "seconde": 2, "centième": 100, "cinquantenaire": 50}
    more |= {_ordinal_in_french(word): n for word, n in below_hundred("fr").items() if n > 20}
    plurals = {f"{word}s": value for word, value in (found | more).items()}
    return found | more | plurals


@cache
def beside(language: Language) -> Mapping[str, int]:
    """Words that say a number beside something else."""
    return _table(_BESIDE[language])


@cache
def multiples(language: Language) -> Mapping[str, int]:
    """ "doubled", « triplé »."""
    return _table(_MULTIPLES[language])


def _table(text: str) -> Mapping[str, int]:
    return {word: int(value) for word, _, value in (each.partition("=") for each in text.split())}


def collectives(language: Language) -> Mapping[str, int]:
    return _COLLECTIVES[language]


@cache
def fractions(language: Language) -> Mapping[str, Fraction]:
    """Parts by their name, singular and plural."""
    found = {}
    for word, parts in _PARTS[language].items():
        found[word] = Fraction(1, parts)
        if not word.endswith("s"):
            found[f"{word}s"] = Fraction(1, parts)
    return found


def roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def any_of(words: Iterable[str]) -> str:
    """A pattern of whole words, the longest first."""
    return rf"\b(?:{_any(words)})\b"
