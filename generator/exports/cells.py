"""Cells: the values of plain records as CSV (RFC 4180) holds them, and back from there.

A spreadsheet runs what looks like a formula (OWASP, CSV injection): such a text has a «'» in front,
and so has one that begins with «'» and goes on like a formula, so that one can always be taken off.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.columns import SEPARATOR, Column
from generator.prudence import FORMULA

_RISKY = re.compile(rf"'*[{re.escape(FORMULA)}\t\r\n]")
_SPECIAL = re.compile(rf"[\\{SEPARATOR}]")


def row(columns: Sequence[Column], values: Mapping[str, Any]) -> list[str]:
    """The cells of some columns, from the values that there are; whatever stands between cells.

    Every text is in quotation marks: so one row does for all separators.
    """
    found = ((column, values.get(column.key)) for column in columns)
    return ["" if value is None else cell(column, value) for column, value in found]


def cell(column: Column, value: Any) -> str:
    """One value as text."""
    match value:
        case str():
            return _quoted(neutral(value))
        case bool():
            return "true" if value else "false"
        case list() if column.rows:
            return _quoted(json.dumps(value, ensure_ascii=False))
        case list():
            return _quoted(neutral(joined(value)))
        case _:
            return str(value)


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def joined(values: Iterable[str]) -> str:
    r"""Several texts in one, apart by `|`; a `|` or `\` of their own has a `\` in front."""
    return SEPARATOR.join(_SPECIAL.sub(r"\\\g<0>", value) for value in values)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
