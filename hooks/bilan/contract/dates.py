"""The day up to which the data speak. Files are dated with it, and never with the clock."""

from __future__ import annotations

from datetime import date

from bilan.contract.entries import entries
from bilan.report import Report

NO_DATE = date(1980, 1, 1)
"""Of a report without a scorecard and without a table of any day."""


def data_date(report: Report) -> date:
    """The latest day that a scorecard, a result or a table is of."""
    days = [scorecard.as_of for scorecard in report.scorecards.values()]
    days += [entry.reported.reporting_date for entry in entries(report)]
    days += [table.as_of for table in report.tables.values() if table.as_of]
    return max(days, default=NO_DATE)
