"""Slips in YAML: in figures, dates, keys and values, and in what YAML makes of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from torture.slips import Slip, insert, one_of, replaced

NUMBER = r"(?<![\w.-])-?\d[\d.]*(?: million)?(?![\w-])"
DATE = r"\d{4}-\d{2}-\d{2}"
KEY = r"(?<![^\s{,])[a-z_][\w-]*(?=:(?:\s|$))"

WORDS = (
    *("NO", "ON", "yes", "no", "off", "true", "~", "null", "0123", "0x1F", "0o17", "0b11", "1:30"),
    *("1_000", "1.10", ".nan", ".inf", "-.inf", "NaN", "Infinity", "1e3", "1E+3", "1e400", "-0"),
    *("", '""', "''", "dash", "blank", "٣٤", "3²", "½", "1/2", "１２３", "Ⅷ", "9" * 18, "9" * 19),
    *("9" * 30, "9" * 5000, "0." + "3" * 9, "0." + "3" * 10, "-", ".", "1.", ".5", "--5", "+5"),
    *("1,234", "1 234", "1\u00a0234", "1\u202f234", "1'234", "1.234.567", "1,234.50", "1.234,50"),
    *("5 %", "5%", "$5", "5 $", "5 million\u00a0", "5\u00a0million", "5 millions", "5 Million"),
    *(
        "5 million million",
        "5  million",
        "5\tmillion",
        "5 billion",
        "5 milliard",
        "5M",
        "5k",
        "(5)",
    ),
    *("\u22125", "5-", "5 ± 1", "about 5", "5 à 6", "5-6", "[5]", "{5: 6}", "5 # p. 3", "5 #3"),
    *("!!int 5", "!!str 5", "!!float 5", "! 5", "&a 5", "*a", "|\n 5", ">-\n 5", "? 5", "'5", '5"'),
    *("2025-03-31", "12:30:45", "2025", "5\u200b", "\u200e5", "5\u00ad0", "=5", "@5", "%5", "`5`"),
)
DATES = (
    *("2025-02-30", "2023-02-29", "2025-13-01", "2025-00-10", "2025-01-00", "0000-01-01"),
    *("25-03-31", "31-03-2025", "2025/03/31", "2025-3-31", "2025-03-31T00:00:00Z", "9999-12-31"),
    *("1899-12-31", "2025-03", "20250331", "2025-03-31 12:00", "March 31, 2025", "2025‑03‑31"),
    *(
        "2025–03–31",
        "10000-01-01",
        "-2025-03-31",
        "２０２５-03-31",
        "today",
        '"2025-03-31',
        "[2025]",
    ),
)


def _with_separators(rng: Random, figure: str) -> str:
    mark = rng.choice((",", " ", "\u00a0", "\u202f", "'", "_", "."))
    return re.sub(r"(?<=\d)(?=(?:\d{3})+(?!\d))", mark, figure) + rng.choice(("", ",5", ".5"))


def _digit(rng: Random, figure: str) -> str:
    found = one_of(rng, r"\d", figure)
    assert found
    digit = str(rng.randrange(10))
    return replaced(figure, found, rng.choice((digit, "", digit + found[0])))


FIGURE_CHANGES: Sequence[Callable[[Random, str], str]] = (
    *(_digit, _digit, _digit, _with_separators, _with_separators),
    lambda rng, _: rng.choice(WORDS),
    lambda rng, _: rng.choice(WORDS),
    lambda rng, _: rng.choice(WORDS),
    lambda _, figure: f"-{figure}".removeprefix("--"),
    lambda rng, figure: (
        figure
        + rng.choice(("e3", "E-2", "%", " %", "\u00a0$", "f", ".", ","))
        + rng.choice(("", "", "0"))
    ),
    lambda rng, figure: rng.choice(("+", "0", "$", "~", "<", ">", "≥ ", ".", "CAD ")) + figure,
    lambda _, figure: figure.replace(".", ","),
    lambda rng, figure: insert(rng, figure, rng.choice((".", " ", "\u200b", "\n  ", "\t"))),
    lambda rng, figure: rng.choice(('"{}"', "'{}'", "[{}]", "[{}, {}]", '"{}', "“{}”")).replace(
        "{}", figure
    ),
    lambda rng, figure: figure + rng.choice((" million", " millions", " M", " # so", " #9", "#9")),
    lambda rng, figure: figure.removesuffix(" million") + rng.choice((" # million", "")),
)


def _figure(rng: Random, text: str) -> str:
    found = one_of(rng, NUMBER, text)
    return replaced(text, found, rng.choice(FIGURE_CHANGES)(rng, found[0])) if found else text


def _date(rng: Random, text: str) -> str:
    found = one_of(rng, DATE, text)
    if not found:
        return text
    return replaced(text, found, rng.choice((rng.choice(DATES), _digit(rng, found[0]))))


def _swapped_values(pattern: str) -> Slip:
    def slip(rng: Random, text: str) -> str:
        found = list(re.finditer(pattern, text, re.MULTILINE))
        if len(found) < 2:
            return text
        first, second = sorted(rng.sample(found, 2), key=lambda match: match.start())
        return replaced(replaced(text, second, first[0]), first, second[0])

    return slip


def _key(rng: Random, text: str) -> str:
    found = one_of(rng, KEY, text)
    other = one_of(rng, KEY, text)
    if not found or not other:
        return text
    key = found[0]
    at = rng.randrange(len(key))
    choices = (key[:at] + key[at + 1 :], key[:at] + key[at] + key[at:], key.upper(), other[0])
    odd = [
        f"{key} ",
        f'"{key}"',
        f"'{key}",
        f"? {key}",
        f"!!str {key}",
        f"{key}\u200b",
        f"{key}:",
    ]
    odd += ("<<", "", "~", "[a, b]", "{a: b}", "*a", f"&a {key}", f"-{key}", f"- {key}", "x\n")
    return replaced(text, found, rng.choice((*choices, *choices, *odd)))


def _key_twice(rng: Random, text: str) -> str:
    found = one_of(rng, rf"{KEY}: ([^,{{}}\n]+)", text)
    if not found:
        return text
    between = rng.choice((", ", "\n", f"\n{' ' * rng.randint(0, 12)}"))
    return replaced(text, found, f"{found[0]}{between}{found[0]}")


def _colon(rng: Random, text: str) -> str:
    found = one_of(rng, r": ", text)
    odd = [
        ":",
        " : ",
        ":\t",
        " ",
        "",
        ":\u00a0",
        "： ",
        ":: ",
        ":\n",
        ": - ",
        ": &a ",
        ": *a ",
    ]
    odd += (": !!binary ", ": !x ", ": | ", ": >\n", ": ? ", ": [", ": {", ": '", ': "', ": # ")
    return replaced(text, found, rng.choice(odd)) if found else text


def _nested(rng: Random, text: str) -> str:
    depth = rng.choice((15, 25, 300, 20_000))
    found = rng.choice(("[" * depth, "[" * depth + "]" * depth, "{a: " * depth, "- " * depth))
    found = rng.choice((found, "".join(f"{' ' * i}a:\n" for i in range(min(depth, 300)))))
    line = one_of(rng, r"(?m)^", text)
    assert line
    return rng.choice((replaced(text, line, f"{found}\n"), insert(rng, text, found)))


def _of_yaml(rng: Random, text: str) -> str:
    line = one_of(rng, r"(?m)^", text)
    assert line
    odd = [
        "%YAML 1.1\n---\n",
        "%TAG ! tag:x,2000:\n",
        "---\n",
        "...\n",
        "<<: *a\n",
        "- a\n",
        "a\n",
    ]
    odd += ("? a\n: b\n", "a: &a [*a, *a]\n", "!!python/object:os.system x: y\n", "a: b: c\n")
    odd += ("'': x\n", "\x85", '"\\x00": a\n', 'a: "\\uD800"\n', 'a: "\\0"\n', '"en": "\\q"\n')
    odd += ('a: "\\u0035"\n', "{a: 1}\n", "a: b\n a: c\n", "a:\n- b\n  - c\n", "@a: b\n", "`\n")
    return replaced(text, line, rng.choice(odd))


def _escaped(rng: Random, text: str) -> str:
    """A plain text in double quotes, where escapes stand for other characters."""
    found = one_of(rng, r"(?<=: )[\w .-]+(?=[,}\n])", text)
    odd = (
        "\\u200b",
        "\\0",
        "\\n",
        "\\x35",
        "\\u00a0",
        "\\ud83d",
        "\\t",
        "\\e",
        "\\N",
        "\\L",
        "\\\n ",
    )
    return replaced(text, found, f'"{insert(rng, found[0], rng.choice(odd))}"') if found else text


OF_FIGURES: Sequence[Slip] = (
    *(_figure, _figure, _figure, _figure, _date),
    *(_swapped_values(NUMBER), _swapped_values(DATE), _swapped_values(r"(?<=: )[^,{}\n]+")),
)
OF_YAML: Sequence[Slip] = (
    *(_key, _key, _key_twice, _colon, _nested, _of_yaml, _escaped),
    *(_swapped_values(KEY), _swapped_values(r"(?<=en: )[^,{}\n]+|(?<=fr: )[^,{}\n]+")),
)
