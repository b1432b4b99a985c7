"""Slips of the pen, of the keyboard and of programs, in any text: lines, characters, bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

Slip = Callable[[Random, str], str]
"""A text with one slip in it; unchanged where it has no place for this one."""
ByteSlip = Callable[[Random, bytes], bytes]

UNSEEN = "\u200b\u200c\u200d\u2060\u00ad\u200e\u202e\u00a0\u202f\u2009\u3000"
CONTROL = "\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\x85\x9f\u2028\u2029\ufeff\ufffe\uffff"
PUNCTUATION = "\"'[]{},:-|>#&*!%@?`~=<"
INDENTS = (" ", "  ", "   ", "\t", "\u00a0", "\u00a0\u00a0", "\u2003")


def insert(rng: Random, text: str, found: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + found + text[at:]


def replaced(text: str, found: re.Match[str], new: str) -> str:
    return text[: found.start()] + new + text[found.end() :]


def one_of(rng: Random, pattern: str, text: str) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text))
    return rng.choice(found) if found else None


def _on_lines(change: Callable[[Random, list[str], int], None]) -> Slip:
    def slip(rng: Random, text: str) -> str:
        lines = text.splitlines(keepends=True)
        if not lines:
            return text
        change(rng, lines, rng.randrange(len(lines)))
        return "".join(lines)

    return slip


def _delete(_: Random, lines: list[str], at: int) -> None:
    del lines[at]


def _duplicate(_: Random, lines: list[str], at: int) -> None:
    lines.insert(at, lines[at])


def _swap_with_next(_: Random, lines: list[str], at: int) -> None:
    lines[at : at + 2] = reversed(lines[at : at + 2])


def _swap_with_any(rng: Random, lines: list[str], at: int) -> None:
    other = rng.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _indent(rng: Random, lines: list[str], at: int) -> None:
    lines[at] = rng.choice(INDENTS) + lines[at]


def _indent_within(rng: Random, lines: list[str], at: int) -> None:
    content = lines[at].lstrip(" ")
    lines[at] = lines[at][: len(lines[at]) - len(content)] + rng.choice(INDENTS) + content


def _outdent(rng: Random, lines: list[str], at: int) -> None:
    lines[at] = re.sub(rf"^ {{1,{rng.randint(1, 4)}}}", "", lines[at])


def _indent_otherwise(rng: Random, lines: list[str], at: int) -> None:
    lines[at] = re.sub("^(  )+", rng.choice(("\t", "\u00a0\u00a0")), lines[at])


def _join(_: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].rstrip("\n") + " "


def _break(rng: Random, lines: list[str], at: int) -> None:
    lines[at] = insert(rng, lines[at], "\n" + " " * rng.randint(0, 12))


def _comment(rng: Random, lines: list[str], at: int) -> None:
    mark = rng.choice((" # p. 3", " #", " #1", "#note", " # bilan: allow BIL842", "\t#x"))
    lines[at] = lines[at].rstrip("\n") + mark + "\n"


def _comment_out(_: Random, lines: list[str], at: int) -> None:
    lines[at] = f"# {lines[at]}"


def _lengthen(rng: Random, lines: list[str], at: int) -> None:
    long = rng.choice(("x", "9", "a b ", "é ", "{", "#", "1,")) * rng.choice((3_000, 30_000))
    lines[at] = insert(rng, lines[at].rstrip("\n"), long) + "\n"


def _put_in(choices: str) -> Slip:
    return lambda rng, text: insert(rng, text, rng.choice(choices))


def _drop_punctuation(rng: Random, text: str) -> str:
    found = one_of(rng, f"[{re.escape(PUNCTUATION)}]", text)
    return replaced(text, found, "") if found else text


def _change_punctuation(rng: Random, text: str) -> str:
    found = one_of(rng, f"[{re.escape(PUNCTUATION)}]", text)
    return replaced(text, found, rng.choice(PUNCTUATION)) if found else text


def _change_letter(rng: Random, text: str) -> str:
    found = one_of(rng, r"\w", text)
    letters = "aeiouzAZéÉœ0123456789²½٣１ßİ"
    return replaced(text, found, rng.choice(letters)) if found else text


def _decompose(rng: Random, text: str) -> str:
    return insert(rng, text, rng.choice(("\u0301", "e\u0301", "\u0327")))


def _emptied(rng: Random, _: str) -> str:
    return rng.choice(("", "\n", "   ", "# nothing\n", "---\n", "...\n", "\t", "null", "[]", "{}"))


def _doubled(rng: Random, text: str) -> str:
    return text + rng.choice(("", "---\n", "\n...\n", "\n---\n---\n")) + text


OF_LINES: Sequence[Slip] = tuple(
    map(
        _on_lines,
        (
            *(_delete, _duplicate, _swap_with_next, _swap_with_any, _indent, _indent_within),
            *(_outdent, _indent_otherwise, _join, _break, _comment, _comment_out, _lengthen),
        ),
    )
)
OF_CHARACTERS: Sequence[Slip] = (
    *(_put_in(UNSEEN), _put_in(CONTROL), _put_in(PUNCTUATION), _drop_punctuation),
    *(_change_punctuation, _change_letter, _decompose, _emptied, _doubled),
)


def _truncated(rng: Random, raw: bytes) -> bytes:
    return raw[: rng.randint(0, len(raw))]


def _random_bytes(rng: Random, raw: bytes) -> bytes:
    at = rng.randint(0, len(raw))
    return raw[:at] + rng.randbytes(rng.randint(1, 8)) + raw[at + rng.randint(0, 4) :]


def _flipped(rng: Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ (1 << rng.randrange(8))]) + raw[at + 1 :]


def _other_encoding(rng: Random, raw: bytes) -> bytes:
    encoding = rng.choice(("latin-1", "cp1252", "utf-16", "utf-16-le", "utf-32", "utf-7", "cp850"))
    return raw.decode("utf-8").encode(encoding, errors="replace")


def _misread(_: Random, raw: bytes) -> bytes:
    """Read as Latin-1 by some program, and written as UTF-8 again."""
    return raw.decode("latin-1").encode("utf-8")


def _byte_order_mark(rng: Random, raw: bytes) -> bytes:
    at = rng.choice((0, 0, rng.randint(0, len(raw))))
    return raw[:at] + b"\xef\xbb\xbf" * rng.choice((1, 1, 2)) + raw[at:]


def _line_ends(rng: Random, raw: bytes) -> bytes:
    return raw.replace(b"\n", rng.choice((b"\r\n", b"\r", b"\r\r\n", b"\n\r")))


def _too_large(rng: Random, raw: bytes) -> bytes:
    return raw + b"# filler\n" * rng.choice((100, 120_000))


def _surrogate(rng: Random, raw: bytes) -> bytes:
    at = rng.randint(0, len(raw))
    return raw[:at] + rng.choice((b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xc0\x80")) + raw[at:]


OF_BYTES: Sequence[ByteSlip] = (
    *(_truncated, _truncated, _random_bytes, _flipped, _other_encoding, _misread),
    *(_byte_order_mark, _line_ends, _too_large, _surrogate),
)
