"""What a chart and a trend need, so that there is something to draw."""

from __future__ import annotations

from collections.abc import Iterable

from bilan.macros.call import Call
from bilan.model.charts import FEWEST_BARS, amounts, charted
from bilan.model.scorecards import Scorecard
from bilan.model.tables import Column, Row, Table
from bilan.model.trends import FEWEST_POINTS, Trend
from bilan.problems import Problems, whole


def drawn_column(
    call: Call, table: Table, column_id: str, row_id: str, problems: Problems
) -> Column | None:
    """The column that a chart draws; it may be left out where there is only one."""
    column = table.column(column_id) if column_id else table.columns[0]
    if column is None or (not column_id and len(table.columns) > 1):
        usage = whole(call.signature.usage)
        problems.add("BIL506", call.where, macro=call.macro, argument="column", usage=usage)
        return None
    _refuse_empty_chart(call, table, column, table.row(row_id), problems)
    return column


def _refuse_empty_chart(
    call: Call, table: Table, column: Column, of: Row | None, problems: Problems
) -> None:
    """A chart compares figures of one unit, and draws those above zero."""
    found = list(amounts(charted(table, of), column))
    units = dict.fromkeys(amount.quantity.unit.id for amount in found)
    if len(units) > 1:
        problems.add("BIL547", call.where, table=table.id, units=whole(", ".join(units)))
        return
    count = sum(amount.quantity.value > 0 for amount in found)
    if count < FEWEST_BARS:
        problems.add(
            "BIL546", call.where, table=table.id, column=column.id, count=whole(str(count))
        )


def reported_indicators(scorecards: Iterable[Scorecard]) -> list[str]:
    """Ids of the indicators that some scorecard reports."""
    return sorted({entry.indicator.id for each in scorecards for entry in each.indicators})


def refuse_short_trend(
    call: Call, indicator_id: str, scorecards: Iterable[Scorecard], problems: Problems
) -> None:
    trend = Trend.of(indicator_id, scorecards)
    count = len(trend.drawn) if trend else 0
    if count < FEWEST_POINTS:
        problems.add("BIL545", call.where, indicator=indicator_id, count=whole(str(count)))
