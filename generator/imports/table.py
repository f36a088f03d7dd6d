"""Tables: rows of cells as texts under the names of their columns, and CSV files as such."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.imports.encoding import decoded
from generator.imports.wording import HIDDEN, UNNAMED
from generator.problems import Invalid
from generator.source import without_hidden

MAX_ROWS = 2_000
MAX_COLUMNS = 200

_SEPARATORS = ";,\t|"
_MAX_CELL = 32 * 1024 * 1024


class Cell(NamedTuple):
    """A cell as text, and what must be said of it: a sentence with room for {label}."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something: its number, as spreadsheets count, and its cells by column."""

    number: int
    cells: tuple[tuple[str, str], ...]
    """The name of the column and the text."""
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns, and the rows that hold something."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def csv_table(data: bytes) -> Table:
    """The table of a CSV file: UTF-8, UTF-16 or Windows-1252, whatever divides its cells."""
    text, notes = decoded(data)
    return table(_csv_rows(text.replace("\0", "")), notes)


def _csv_rows(text: str) -> Iterator[tuple[Cell, ...]]:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    csv.field_size_limit(_MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            yield tuple(map(Cell, cells))
    except csv.Error:
        raise Invalid("broken-csv", line=reader.line_num) from None


def table(rows: Iterator[tuple[Cell, ...]], notes: tuple[str, ...]) -> Table:
    """The table that rows make: the first that holds something names the columns."""
    numbered = ((number, cells) for number, cells in enumerate(rows, 1) if _is_filled(cells))
    _, head = next(numbered, (0, ()))
    if not head:
        raise Invalid("no-header")
    header = tuple(" ".join(without_hidden(cell.text)[0].split()) for cell in head)
    found: list[Row] = []
    for number, cells in numbered:
        if len(found) == MAX_ROWS:
            raise Invalid("too-many-rows", maximum=MAX_ROWS)
        if any(len(row) > MAX_COLUMNS and _is_filled(row[MAX_COLUMNS:]) for row in (head, cells)):
            raise Invalid("too-many-columns", maximum=MAX_COLUMNS)
        found.append(_row(number, cells[:MAX_COLUMNS], header))
    return Table(header, tuple(found), notes)


def _is_filled(cells: tuple[Cell, ...]) -> bool:
    return any(cell.text.strip() or cell.note for cell in cells)


def _row(number: int, cells: tuple[Cell, ...], header: tuple[str, ...]) -> Row:
    texts, notes = [], []
    for place, cell in enumerate(cells):
        label = (header[place : place + 1] or ("",))[0] or UNNAMED.format(number=place + 1)
        text, lost = without_hidden(cell.text)
        if text.strip():
            texts.append((label, text.strip()))
        if lost:
            notes.append(HIDDEN.format(names=", ".join(lost), label=label))
        if cell.note:
            notes.append(cell.note.format(label=label))
    return Row(number, tuple(texts), tuple(notes))
