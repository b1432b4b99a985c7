"""The commands behind `make check`, `fix`, `reviewed`, `compare` and `site`.

Exit codes: 0 nothing is wrong, or only warnings; 1 there are errors (with `--strict`, or
warnings), told one a line; 2 the command itself was called wrongly; 130 or 143 it was stopped.
"""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from bilan.draft import Draft
from bilan.guard.comparison_table import comparison_table
from bilan.guard.examination import Examination
from bilan.guard.history import differences, refuse_silent_revisions
from bilan.guard.mending import mend
from bilan.guard.recording import record
from bilan.languages import LANGUAGES, Language
from bilan.listing import LISTINGS
from bilan.messages import closing, reconciled, said
from bilan.problems import InputRefused, Problems, rules
from bilan.project import Project
from bilan.site.published import published_before
from bilan.site.publishing import publish
from bilan.site.verification import LIMIT


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(Path.cwd(), options))
    except InputRefused as refused:
        _tell(refused.problems, options.lang, options.format)
        print(closing(refused.problems, options.lang, is_refused=True), file=sys.stderr)
        return 1


def _check(root: Path, options: argparse.Namespace) -> int:
    draft, before = Draft.read(root), published_before(root, options.published)
    found = Examination(draft).problems()
    found.extend(refuse_silent_revisions(draft, before.figures))
    found.extend(before.problems())
    found = _chosen(found, options)
    _tell(found, options.lang, options.format)
    if options.format == "text":
        if draft.data.report:
            print(reconciled(draft.data.report, options.lang))
            count = len(differences(before.figures, draft.data.report)) if before.where else 0
            compared = "compared" if before.where else "compared_with_nothing"
            print(said(compared, options.lang, count, where=before.where))
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
    before = published_before(root, options.published)
    warnings = publish(root, options.into, before.figures, has_pdfs=options.pdf)
    warnings.extend(before.problems())
    _tell(warnings, options.lang, options.format)
    compared = "compared_with" if before.where else "compared_with_nothing"
    print(said(compared, options.lang, where=before.where))
    print(said("published", options.lang, into=options.into))
    sizes = [path.stat().st_size for path in (root / options.into).rglob("*") if path.is_file()]
    shares = {"size": f"{sum(sizes) / 1e6:.0f}", "limit": f"{LIMIT / 1e6:.0f}"}
    print(said("weight", options.lang, len(sizes), **shares))
    return 0


def _compare(root: Path, options: argparse.Namespace) -> int:
    report = Project.open(root).report
    before = published_before(root, options.published)
    print(comparison_table(report, differences(before.figures, report)))
    return 0


def _tell(problems: Problems, language: Language, form: str) -> None:
    """For people on the error stream, where there is anything to tell; for programs always."""
    if form != "text":
        print(LISTINGS[form](problems, language))
    elif problems:
        print(LISTINGS[form](problems, language), file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bilan", description="Checks a report and builds its site.")
    commands = parser.add_subparsers(required=True, metavar="command")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--lang", choices=LANGUAGES, default="en", help="language of messages")
    shared.add_argument("--format", choices=LISTINGS, default="text", help="form of messages")
    choosing = argparse.ArgumentParser(add_help=False)
    choosing.add_argument("--select", type=_codes, default=("",), help="only rules that begin so")
    choosing.add_argument("--ignore", type=_codes, default=(), help="all rules but these")

    publishing = argparse.ArgumentParser(add_help=False)
    publishing.add_argument(
        "--published", help="what was published: a results.json, its address, a version of Git, no"
    )

    parents = [shared, choosing, publishing]
    check = commands.add_parser("check", parents=parents, help="build nothing")
    check.add_argument("--strict", action="store_true", help="warnings fail too")
    check.set_defaults(run=_check)
    fix = commands.add_parser("fix", parents=[shared, choosing], help="make safe corrections")
    fix.set_defaults(run=_fix)
    reviewed = commands.add_parser("reviewed", parents=[shared], help="record a review")
    reviewed.add_argument("names", nargs="+", help="pages, data files, file#text, or all")
    reviewed.set_defaults(run=_reviewed)
    compare = commands.add_parser(
        "compare", parents=[shared, publishing], help="which figures differ from those published"
    )
    compare.set_defaults(run=_compare)
    site = commands.add_parser(
        "site", parents=[shared, publishing], help="build, verify and publish"
    )
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


def _stop(number: int, _: object) -> None:
    """Ends the command as an error does, so that it clears up first."""
    raise SystemExit(128 + number)


if __name__ == "__main__":
    for each in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(each) != signal.SIG_IGN:
            signal.signal(each, _stop)
    sys.exit(main())
