"""The datasets read back as whoever reads their documentation would, to compare them."""

import csv
import json
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from generator.columns import Column, blocks, columns
from generator.records import RECORD_TYPES

Flat = dict[str, Any]
"""A record by the names of the columns, without those that are empty."""


def from_json(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_bytes())["schede"]
    return found


def from_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]


def from_csv(path: Path, some: Iterable[Column], delimiter: str = ",") -> list[Flat]:
    encoding = "utf-8" if delimiter == "," else "utf-8-sig"
    by_key = {column.key: column for column in some}
    with path.open(encoding=encoding, newline="") as file:
        rows = list(csv.DictReader(file, delimiter=delimiter, strict=True))
    return [
        {key: _value(by_key[key], cell) for key, cell in row.items() if cell != ""} for row in rows
    ]


def _value(column: Column, cell: str) -> Any:
    if column.rows:
        return json.loads(cell)
    match column.cell:
        case "integer":
            return int(cell)
        case "number":
            return float(cell)
        case "boolean":
            return {"true": True, "false": False}[cell]
    text = re.sub(r"^'(?='*[=+\-@\t\r\n＝＋－＠])", "", cell)
    if not column.many:
        return text
    parts = re.findall(r"(?:^|\|)((?:\\.|[^\\|])*)", text, re.DOTALL)
    return [re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in parts]


def from_sqlite(path: Path, folder: str) -> list[Flat]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute(f"SELECT * FROM {folder} ORDER BY id").fetchall()
        return [_record(connection, folder, row) for row in rows]


def _record(connection: sqlite3.Connection, folder: str, row: sqlite3.Row) -> Flat:
    found: Flat = {}
    for column in columns(RECORD_TYPES[folder].record):
        if column.rows:
            listed = f"SELECT * FROM {column.key} WHERE scheda = ? ORDER BY posizione"
            inner = connection.execute(listed, [row["id"]]).fetchall()
            found[column.key] = [_typed(blocks()[column.key], one) for one in inner]
        elif column.many:
            listed = "SELECT valore FROM valori WHERE scheda = ? AND campo = ? ORDER BY posizione"
            cells = connection.execute(listed, [row["id"], column.key])
            found[column.key] = [cell for (cell,) in cells]
    found = {key: value for key, value in found.items() if value}
    return found | _typed(columns(RECORD_TYPES[folder].record), row)


def _typed(some: Iterable[Column], row: sqlite3.Row) -> Flat:
    keys = row.keys()
    cells = {column: row[column.key] for column in some if column.key in keys}
    return {
        column.key: bool(value) if column.cell == "boolean" else value
        for column, value in cells.items()
        if value is not None
    }
