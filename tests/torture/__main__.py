"""Campaigns against the whole command, too long for a test: `make torture` prints the table.

The tests run a sample of each. `python -m torture mutation` runs one alone; the command fails
when a target is missed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping

from measured import Row, print_table
from torture.interruption import interruption
from torture.reproducibility import reproducibility

CAMPAIGNS: Mapping[str, Callable[[], Iterator[Row]]] = {
    "interruption": interruption,
    "reproducibility": reproducibility,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("campaigns", nargs="*", choices=[*CAMPAIGNS, []], metavar="campaign")
    asked = parser.parse_args().campaigns or list(CAMPAIGNS)
    rows = [row for name in asked for row in CAMPAIGNS[name]()]
    print_table(rows, "tried")
    return int(not all(row.is_met for row in rows))


if __name__ == "__main__":
    sys.exit(main())
