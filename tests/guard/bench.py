"""How well the guard does on pairs it was not written for: precision and recall of each rule.

`make bench-check` prints the table. The corpus was written by bilingual editors who had not seen
the rules; the files called "unseen" and "fresh" were opened after the rules were written.
A finding is right when the pair was written with that fault; any other is a false alarm.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from bilan.draft import Draft
from bilan.guard.agreement import disagreements
from bilan.guard.examination import Examination
from bilan.guard.figures import compare_figures
from bilan.guard.formatting import check_format
from bilan.guard.language import strangers
from bilan.guard.prose import Pair, Prose, masked_text
from bilan.guard.terms import Agreed, Terminology
from bilan.languages import LANGUAGES, Bilingual, Language
from bilan.pages.calls import Passage, Text
from bilan.pages.page import Page, Pages
from bilan.problems import Location, Problems

CORPUS = Path(__file__).parent / "corpus"
FIGURES = ("BIL815", "BIL816")
TERMS = ("BIL851", "BIL852", "BIL853")
PAGES = {
    "heading": ("BIL801", "BIL802"),
    "id": ("BIL803",),
    "call_missing": ("BIL804", "BIL807"),
    "call_argument": ("BIL805",),
    "call_order": ("BIL806",),
    "paragraph": ("BIL807", "BIL801"),
    "list_item": ("BIL807",),
    "link": ("BIL809", "BIL811"),
    "image_alt": ("BIL810", "BIL841", "BIL842"),
    "sentence_left_in_english": ("BIL841",),
    "sentence_left_in_french": ("BIL841",),
    "figure": FIGURES,
}
"""The rules that find each fault of a page; a term takes a glossary, which these pages lack."""


@dataclass
class Score:
    """Of one rule, or of a family of rules."""

    faults: int = 0
    found: int = 0
    false: int = 0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    def expect(self, what: str, *, is_found: bool) -> None:
        self.faults += 1
        self.found += is_found
        if not is_found:
            self.missed.append(what)

    def alarm(self, what: str) -> None:
        self.false += 1
        self.alarms.append(what)

    @property
    def recall(self) -> float:
        return self.found / self.faults if self.faults else 1.0

    @property
    def precision(self) -> float:
        told = self.found + self.false
        return self.found / told if told else 1.0


Scores = dict[str, Score]


def read(name: str) -> Any:
    return yaml.safe_load((CORPUS / f"{name}.yml").read_text(encoding="utf-8"))


def prose(text: str, language: Language) -> Prose:
    return Prose(language, text, masked_text(text), lambda _: Location("corpus"))


def of_figures(name: str) -> Scores:
    """Figures that disagree."""
    score = Score()
    for pair in read(name):
        told = disagreements(masked_text(pair["en"]), masked_text(pair["fr"]))
        if pair["fault"] == "figure":
            score.expect(f"{pair['en']} | {pair['fr']}", is_found=bool(told))
        elif told:
            score.alarm(f"{pair['en']} | {pair['fr']}")
    return {"figures": score}


def of_formats(name: str) -> Scores:
    """Formats of the other language, by rule; a text is a right one for every rule but its own."""
    scores: Scores = defaultdict(Score)
    for pair in read(name):
        both = Pair(prose(pair["en"], "en"), prose(pair["fr"], "fr"))
        for language in LANGUAGES:
            told = {problem.rule for problem in check_format(both[language])}
            misread = "BIL822" if language == "en" else "BIL821"
            told |= {p.rule for p in compare_figures(both) if p.rule == misread}
            is_wrong = pair["fault"] == "format" and pair["side"] == language
            if is_wrong:
                scores[pair["rule"]].expect(pair[language], is_found=pair["rule"] in told)
            for rule in told - ({pair["rule"]} if is_wrong else set()):
                scores[rule].alarm(pair[language])
    return scores


def of_language(name: str) -> Scores:
    """Sentences in the other language, by their length in words."""
    scores: Scores = defaultdict(Score)
    for entry in read(name):
        length = len(entry.get("foreign", entry["text"]).split())
        words = "3–5" if length <= 5 else "6–10" if length <= 10 else "11 and more"
        told = bool(strangers(entry["text"], entry["language"]))
        if entry["is_foreign"]:
            scores[f"BIL841, {words} words"].expect(entry["text"], is_found=told)
        elif told:
            scores[f"BIL841, {words} words"].alarm(entry["text"])
    return scores


def of_terms(name: str) -> Scores:
    """Terms other than the agreed ones."""
    corpus, score = read(name), Score()
    terms = Terminology(
        Agreed(
            Bilingual(term["en"], term["fr"]),
            avoided={language: tuple(term.get(f"not_{language}") or ()) for language in LANGUAGES},
        )
        for term in corpus["terms"]
    )
    for pair in corpus["pairs"]:
        texts = Pair(prose(pair["en"], "en"), prose(pair["fr"], "fr"))
        told = {problem.rule for problem in terms.check(texts)}
        if pair["fault"] == "term":
            score.expect(f"{pair['en']} | {pair['fr']}", is_found=bool(told))
        elif told:
            score.alarm(f"{pair['en']} | {pair['fr']}")
    return {"terms": score}


def of_pages(name: str, root: Path) -> Scores:
    """Pages that differ in one thing, which may break other rules too.

    `root` is a repository whose data they are read with.
    """
    scores: Scores = defaultdict(Score)
    draft = Draft.read(root)
    data = draft.data._replace(nodes={}, glossary={})
    for pair in read(name):
        if pair["fault"] == "term":
            continue
        pages = Pages([_page(pair[language], language) for language in LANGUAGES])
        examined = Examination(replace(draft, data=data, pages=pages, problems=Problems()))
        told = {problem.rule for problem in examined.pages()}
        rules = PAGES.get(pair["fault"], ())
        if rules:
            scores[" or ".join(rules)].expect(pair["where"], is_found=bool(told & {*rules}))
        for rule in () if rules else told:
            scores[rule].alarm(pair["en"])
    return scores


def _page(markdown: str, language: Language) -> Page:
    body = Passage.read(Text(markdown, f"docs/{language}/page.md"), Problems())
    return Page(language, "page.md", {}, body, "page")


def table(scores: Iterable[tuple[str, str, Score]]) -> Iterator[str]:
    yield f"{'corpus':<18} {'rule':<22} faults  found  false  precision  recall"
    for corpus, rule, score in scores:
        yield (
            f"{corpus:<18} {rule:<22} {score.faults:>6} {score.found:>6} {score.false:>6}"
            f"  {score.precision:>8.1%} {score.recall:>7.1%}"
        )


def measured(harbour: Path) -> Iterator[tuple[str, str, Score]]:
    measures: tuple[tuple[Callable[[str], Scores], tuple[str, ...]], ...] = (
        (of_figures, ("figures", "figures-unseen", "figures-fresh", "reports", "traps")),
        (of_formats, ("figures", "figures-unseen", "figures-fresh", "traps")),
        (of_language, ("language", "language-unseen")),
        (of_terms, ("terms",)),
        (lambda name: of_pages(name, harbour), ("pages",)),
    )
    for measure, names in measures:
        for name in names:
            scores = measure(name)
            for rule in sorted(scores):
                yield name, rule, scores[rule]


def main() -> None:
    from conftest import HARBOUR, settle  # noqa: PLC0415 - its fixtures need the tests' tools

    with tempfile.TemporaryDirectory() as folder:
        scores = list(measured(settle(HARBOUR, Path(folder) / "harbour")))
    print("\n".join(table(scores)))
    if "--misses" in sys.argv:
        for corpus, rule, score in scores:
            for kind, texts in (("missed", score.missed), ("false alarm", score.alarms)):
                print("".join(f"\n{corpus} {rule} {kind}: {text}" for text in texts), end="")


if __name__ == "__main__":
    main()
