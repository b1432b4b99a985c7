"""The commands behind `make check` and `make site`.

Exit codes: 0 nothing is wrong; 1 the input or the built site has problems (told, one a
line); 2 the command itself was called wrongly.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bilan.languages import LANGUAGES, Language
from bilan.problems import InputRefused
from bilan.project import Project
from bilan.report import Report
from bilan.site.publishing import publish


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    root = Path.cwd()
    try:
        if options.command == "check":
            report = Project.open(root).report
            print(_checked(report, options.lang))
        else:
            publish(root, options.into)
    except InputRefused as refused:
        _tell(refused, options.lang)
        return 1
    print(_DONE[options.command][options.lang].format(into=options.into))
    return 0


def _checked(report: Report, language: Language) -> str:
    """What came of the reconciliations."""
    counts = {
        "checked": len(report.checks),
        "held": sum(check.holds for check in report.checks),
        "rounded": sum(check.is_rounded for check in report.checks),
        "failed": sum(not check.holds for check in report.checks),
        "known": len(report.discrepancies),
    }
    return _CHECKED[language].format(**counts)


_CHECKED: dict[Language, str] = {
    "en": "Reconciliations: {checked} checked, {held} held ({rounded} with a declared rounding), "
    "{failed} are recorded discrepancies. Known discrepancies in all: {known}.",
    "fr": "Rapprochements\u00a0: {checked} vérifiés, {held} tiennent ({rounded} avec un arrondi "
    "déclaré), {failed} sont des écarts inscrits. Écarts connus en tout\u00a0: {known}.",
}
_DONE: dict[str, dict[Language, str]] = {
    "check": {"en": "No problem found.", "fr": "Aucun problème trouvé."},
    "site": {
        "en": "The site is complete, verified and in place: {into}/",
        "fr": "Le site est complet, vérifié et en place\u00a0: {into}/",
    },
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bilan", description="Checks a report and builds its site.")
    parser.add_argument("command", choices=("check", "site"))
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of messages")
    parser.add_argument("--into", type=Path, default=Path("site"), help="the published folder")
    return parser


def _tell(refused: InputRefused, language: Language) -> None:
    for message in refused.problems.messages(language):
        print(message, file=sys.stderr)
    count = len(refused.problems)
    if language == "en":
        print(f"{count} problem{'s' if count > 1 else ''}; nothing was published.", file=sys.stderr)
    else:
        plural = "s" if count > 1 else ""
        print(f"{count} problème{plural}; rien n’a été publié.", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
