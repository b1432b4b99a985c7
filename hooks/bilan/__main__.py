"""The commands behind `make check`, `make fix`, `make reviewed` and `make site`.

Exit codes: 0 nothing is wrong, or only warnings; 1 there are errors (with `--strict`, or
warnings), told one a line; 2 the command itself was called wrongly.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bilan.draft import Draft
from bilan.guard.examination import Examination
from bilan.guard.mending import mend
from bilan.guard.recording import record
from bilan.languages import LANGUAGES, Language
from bilan.listing import LISTINGS
from bilan.messages import closing, reconciled, said
from bilan.problems import InputRefused, Problems, rules
from bilan.site.publishing import publish


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(Path.cwd(), options))
    except InputRefused as refused:
        _tell(refused.problems, options.lang)
        print(closing(refused.problems, options.lang, is_refused=True), file=sys.stderr)
        return 1


def _check(root: Path, options: argparse.Namespace) -> int:
    draft = Draft.read(root)
    found = _chosen(Examination(draft).problems(), options)
    if options.format != "text":
        print(LISTINGS[options.format](found, options.lang))
    else:
        _tell(found, options.lang)
        if draft.data.report:
            print(reconciled(draft.data.report, options.lang))
        print(closing(found, options.lang), file=sys.stderr if found else sys.stdout)
    refusing = found if options.strict else found.of("error")
    return 1 if refusing else 0


def _chosen(found: Problems, options: argparse.Namespace) -> Problems:
    """Those that `--select` and `--ignore` leave."""
    kept = Problems()
    kept.extend(
        problem
        for problem in found
        if problem.rule.startswith(options.select) and not problem.rule.startswith(options.ignore)
    )
    return kept


def _fix(root: Path, options: argparse.Namespace) -> int:
    found = _chosen(Examination(Draft.read(root)).problems(), options)
    mended = mend(root, found)
    for problem in mended:
        print(f"{problem.location} {problem.rule}")
    print(said("mended", options.lang, len(mended)))
    return 0


def _reviewed(root: Path, options: argparse.Namespace) -> int:
    count, unknown = record(Draft.read(root), options.names)
    if unknown:
        print(said("unknown_text", options.lang, names=", ".join(unknown)), file=sys.stderr)
        return 2
    print(said("recorded", options.lang, count))
    return 0


def _site(root: Path, options: argparse.Namespace) -> int:
    warnings = publish(root, options.into, has_pdfs=options.pdf)
    _tell(warnings, options.lang)
    print(said("published", options.lang, into=options.into))
    return 0


def _tell(problems: Problems, language: Language) -> None:
    if problems:
        print(LISTINGS["text"](problems, language), file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bilan", description="Checks a report and builds its site.")
    commands = parser.add_subparsers(required=True, metavar="command")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--lang", choices=LANGUAGES, default="en", help="language of messages")
    choosing = argparse.ArgumentParser(add_help=False)
    choosing.add_argument("--select", type=_codes, default=("",), help="only rules that begin so")
    choosing.add_argument("--ignore", type=_codes, default=(), help="all rules but these")

    check = commands.add_parser("check", parents=[shared, choosing], help="build nothing")
    check.add_argument("--format", choices=LISTINGS, default="text")
    check.add_argument("--strict", action="store_true", help="warnings fail too")
    check.set_defaults(run=_check)
    fix = commands.add_parser("fix", parents=[shared, choosing], help="make safe corrections")
    fix.set_defaults(run=_fix)
    reviewed = commands.add_parser("reviewed", parents=[shared], help="record a review")
    reviewed.add_argument("names", nargs="+", help="pages, data files, file#text, or all")
    reviewed.set_defaults(run=_reviewed)
    site = commands.add_parser("site", parents=[shared], help="build, verify and publish")
    site.add_argument("--into", type=Path, default=Path("site"), help="the published folder")
    site.add_argument("--no-pdf", dest="pdf", action="store_false", help="print no report")
    site.set_defaults(run=_site)
    return parser


def _codes(text: str) -> tuple[str, ...]:
    """Codes of rules, or how they begin: "BIL81,BIL842"."""
    codes = tuple(code.strip().upper() for code in text.split(",") if code.strip())
    unknown = [c for c in codes if not any(known.startswith(c) for known in rules())]
    if unknown or not codes:
        raise argparse.ArgumentTypeError(f"no rule begins with {', '.join(unknown) or 'nothing'}")
    return codes


if __name__ == "__main__":
    sys.exit(main())
