"""What a page and its counterpart are made of: headings, blocks, macro calls, links, images."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bilan.guard.alignment import Aligned
from bilan.guard.blocks import Block, Link
from bilan.languages import Bilingual, Language, other_language
from bilan.macros.call import Call
from bilan.problems import Location, Problem, whole

NAMES: dict[Language, Bilingual] = {
    "en": Bilingual("English", "anglais"),
    "fr": Bilingual("French", "français"),
}
"""How messages name the text of a language."""

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//")
_NO_ID = Bilingual("no id", "aucun identifiant")


def compare_structure(aligned: Sequence[Aligned]) -> Iterator[Problem]:
    """What stands in one page only, or is another thing in the other."""
    has_same_calls = _has_same_calls(aligned)
    moved = next(_moved(aligned), None) if has_same_calls else None
    if moved:
        yield moved
    for side, run in groupby(aligned, key=_alone):
        pairs = list(run)
        if side is not None:
            yield _missing([en or fr for en, fr in pairs], side)  # type: ignore[misc]
            continue
        for en, fr in pairs:
            assert en and fr
            yield from _compare(en, fr)
            yield from () if has_same_calls else _compare_calls(en, fr)


def _has_same_calls(aligned: Sequence[Aligned]) -> bool:
    """Whether both pages make the same calls, wherever they make them."""
    en = Counter(call for block, _ in aligned if block for call in _written(block.calls))
    fr = Counter(call for _, block in aligned if block for call in _written(block.calls))
    return en == fr


def _moved(aligned: Sequence[Aligned]) -> Iterator[Problem]:
    """The calls of the French page that stand in another place."""
    for en, fr in aligned:
        if en and fr:
            for found, other, call in zip(
                _written(fr.calls), _written(en.calls), fr.calls, strict=False
            ):
                if found != other:
                    yield Problem.of("BIL806", call.where, found=whole(found), other=whole(other))


def _alone(pair: Aligned) -> Language | None:
    """The language of a block without counterpart."""
    return "fr" if pair[0] is None else "en" if pair[1] is None else None


def _missing(run: Sequence[Block], side: Language) -> Problem:
    """Blocks that follow each other are one problem, named after their first heading."""
    heading = next((block for block in run if block.kind == "heading"), None)
    more = len(run) - 1
    return Problem.of(
        "BIL801" if heading else "BIL807",
        (heading or run[0]).prose.where,
        found=(heading or run[0]).prose.raw.strip(),
        side=NAMES[side],
        other=NAMES[other_language(side)],
        more=Bilingual(f", with {more} more below it,", f", avec {more} de plus au-dessous,")
        if more
        else whole(""),
    )


def _compare(en: Block, fr: Block) -> Iterator[Problem]:
    at = whole(str(en.prose.where))
    if en.signature != fr.signature or len(en.cells) != len(fr.cells):
        is_heading = en.kind == fr.kind == "heading"
        level, other = whole("#" * fr.level), whole("#" * en.level)
        yield Problem.of(
            "BIL802" if is_heading else "BIL808",
            fr.prose.where,
            found=fr.prose.raw.strip(),
            level=level,
            other=other,
            at=at,
        )
    if en.id != fr.id:
        ids = [whole(f"{{#{block.id}}}") if block.id else _NO_ID for block in (en, fr)]
        yield Problem.of("BIL803", fr.prose.where, found=ids[1], other=ids[0], at=at)
    yield from _compare_links(en, fr)


def _compare_calls(en: Block, fr: Block) -> Iterator[Problem]:
    written = _written(en.calls), _written(fr.calls)
    only_en, only_fr = _differences(written[0], written[1])
    for call in list(only_fr):
        twin = next((each for each in only_en if each.split("(")[0] == call.split("(")[0]), None)
        if twin is not None:
            only_fr.remove(call)
            only_en.remove(twin)
            where = fr.calls[written[1].index(call)].where
            yield Problem.of("BIL805", where, found=whole(call), other=whole(twin))
    yield from (_call_alone(call, en, fr) for call in only_en)
    yield from (_call_alone(call, fr, en) for call in only_fr)


def _call_alone(call: str, here: Block, there: Block) -> Problem:
    """Told where the call is missing."""
    return Problem.of(
        "BIL804",
        there.prose.where,
        found=whole(call),
        side=NAMES[here.prose.language],
        other=NAMES[there.prose.language],
        at=whole(str(here.prose.where)),
    )


def _written(calls: Iterable[Call]) -> list[str]:
    """Each call in one form, however its arguments were given."""
    return [f"{call.macro}({', '.join(_arguments(call))})" for call in calls]


def _arguments(call: Call) -> Iterator[str]:
    return (f'{name}="{text}"' for name, text in call.arguments.items())


def _differences(en: Sequence[str], fr: Sequence[str]) -> tuple[list[str], list[str]]:
    """What each holds and the other does not, as often as it does."""
    counts = Counter(en), Counter(fr)
    return list((counts[0] - counts[1]).elements()), list((counts[1] - counts[0]).elements())


def _compare_links(en: Block, fr: Block) -> Iterator[Problem]:
    for block in (en, fr):
        for link in block.links:
            if link.is_image and not link.text.strip():
                yield Problem.of("BIL810", block.prose.place(link.start), found=link.target)
    for is_image in (False, True):
        targets = [_targets(block.links, is_image=is_image) for block in (en, fr)]
        only_en, only_fr = _differences(*targets)
        if only_en and only_fr:
            where = _place(fr, only_fr[0])
            yield Problem.of("BIL809", where, found=only_fr[0], other=whole(only_en[0]))
        elif only_en or only_fr:
            here, there = (en, fr) if only_en else (fr, en)
            yield Problem.of(
                "BIL811",
                there.prose.where,
                found=(only_en or only_fr)[0],
                side=NAMES[here.prose.language],
                other=NAMES[there.prose.language],
                at=whole(str(_place(here, (only_en or only_fr)[0]))),
            )


def _targets(links: Sequence[Link], *, is_image: bool) -> list[str]:
    """What both languages need alike: an image or an address elsewhere may have its own in each
    language, and then only their number counts."""
    return [
        "https://…" if _ELSEWHERE.match(link.target) else "![…]" if is_image else link.target
        for link in links
        if link.is_image == is_image
    ]


def _place(block: Block, target: str) -> Location:
    start = next((link.start for link in block.links if link.target == target), 0)
    return block.prose.place(start)
