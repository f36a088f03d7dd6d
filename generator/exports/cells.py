"""Cells: the values of plain records as CSV (RFC 4180) holds them, and back from there.

A spreadsheet runs what looks like a formula (OWASP, CSV injection): such a text has a «'» in front,
and so has one that begins with «'» and goes on like a formula, so that one can always be taken off.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, assert_never

from generator.columns import SEPARATOR, Cell, Column
from generator.prudence import FORMULA

_RISKY = re.compile(rf"'*[{re.escape(FORMULA)}\t\r\n]")
_json = json.JSONEncoder(ensure_ascii=False).encode

Row = Callable[[Mapping[str, Any]], list[str]]
"""The cells of some values, by the names of their columns; whatever stands between cells."""


def row(columns: Sequence[Column]) -> Row:
    """What makes the cells of some columns; those without a value are empty.

    Every text is in quotation marks: so one row does for all separators.
    """
    ways = [(column.key, _way(column)) for column in columns]

    def cells(values: Mapping[str, Any]) -> list[str]:
        return ["" if (value := values.get(key)) is None else way(value) for key, way in ways]

    return cells


def _way(column: Column) -> Callable[[Any], str]:
    """How a value of a column becomes text."""
    if column.rows:
        return lambda blocks: _quoted(_json(blocks))
    if column.many:
        return lambda values: text(joined(values))
    match column.cell:
        case Cell.STRING | Cell.DATE:
            return text
        case Cell.BOOLEAN:
            return lambda value: "true" if value else "false"
        case Cell.INTEGER | Cell.NUMBER:
            return str
        case _:
            assert_never(column.cell)


def text(value: str) -> str:
    """A text that no spreadsheet takes for a formula, in quotation marks."""
    return _quoted(f"'{value}" if _RISKY.match(value) else value)


def joined(values: Iterable[str]) -> str:
    r"""Several texts in one, apart by `|`; a `|` or `\` of their own has a `\` in front."""
    return SEPARATOR.join(
        value.replace("\\", "\\\\").replace(SEPARATOR, f"\\{SEPARATOR}") for value in values
    )


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
