"""Indicators: how what was achieved stands to what was planned, in words."""

from collections.abc import Sequence
from decimal import Decimal

from generator.records.parts import Direction, Indicator
from generator.views import words
from generator.views.blocks import Item
from generator.views.values import Inline

PROGRESS = "Rispetto all'atteso"
"""The column that no editor fills in."""

Table = tuple[tuple[str, ...], tuple[tuple[Item, ...], ...]]
"""The columns and the rows of a table."""


def with_progress(table: Table, indicators: Sequence[Indicator]) -> Table:
    """The table of some indicators, with a last column where some has both planned and achieved."""
    columns, rows = table
    texts = [progress(indicator) for indicator in indicators]
    if not any(texts):
        return table
    cells: list[Item] = [(Inline(text),) if text else () for text in texts]
    return (*columns, PROGRESS), tuple((*row, cell) for row, cell in zip(rows, cells, strict=True))


def progress(indicator: Indicator) -> str:
    """Whether the target was met and by how much; empty where either number is not known."""
    if indicator.value is None or indicator.target is None:
        return ""
    gap = indicator.value - indicator.target
    return f"{_verdict(gap, indicator.direction)}{_distance(gap)}"


def _verdict(gap: Decimal, direction: Direction | None) -> str:
    """Nothing where the indicator doesn't say which way is better."""
    match direction:
        case Direction.UP:
            met = gap >= 0
        case Direction.DOWN:
            met = gap <= 0
        case None:
            return ""
    return "raggiunto: " if met else "non raggiunto: "


def _distance(gap: Decimal) -> str:
    if gap == 0:
        return "pari all'atteso"
    return f"{words.number(abs(gap))} {'più' if gap > 0 else 'meno'} dell'atteso"
