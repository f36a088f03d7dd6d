"""The database: the catalogue as one SQLite file, with a full-text index. Same records, same bytes.

`schede` has every record, and each record type a table of its own; what a record lists is in
`valori`, or in a table for each list of blocks; `voci` has the terms of the vocabularies.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.columns import Cell, Column, blocks, columns, shared_columns
from generator.records import RECORD_TYPES, RecordType
from generator.vocabulary import Vocabularies

_TOGETHER = 100
"""How many records are added at once: more cost memory, fewer cost time."""
_TYPES: Mapping[Cell, str] = {Cell.INTEGER: "INTEGER", Cell.BOOLEAN: "INTEGER", Cell.NUMBER: "REAL"}

_FIXED = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -32000;
CREATE TABLE informazioni (chiave TEXT PRIMARY KEY, valore TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE voci (
  vocabolario TEXT, id TEXT, nome TEXT NOT NULL, codice TEXT, PRIMARY KEY (vocabolario, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE valori (
  scheda TEXT NOT NULL REFERENCES schede (id), campo TEXT, posizione INTEGER, valore TEXT NOT NULL,
  PRIMARY KEY (scheda, campo, posizione)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE ricerca USING fts5 (
  titolo, testo, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO ricerca (ricerca, rank) VALUES ('hashsize', 33554432);
"""
"""`ricerca` keeps words only: its rows are those of `schede`, by `riga`."""


@contextmanager
def database(path: Path, about: Mapping[str, str], terms: Vocabularies) -> Iterator["Database"]:
    """A database to add records to, which is at `path` in the end."""
    with (
        TemporaryDirectory() as folder,
        closing(sqlite3.connect(Path(folder, "draft.sqlite"), isolation_level=None)) as connection,
    ):
        connection.executescript(_FIXED)
        connection.execute("BEGIN")
        for statement in _tables():
            connection.execute(statement)
        connection.executemany("INSERT INTO informazioni VALUES (?, ?)", about.items())
        connection.executemany("INSERT INTO voci VALUES (?, ?, ?, ?)", _terms(terms))
        filled = Database(connection)
        yield filled
        filled.flush()
        connection.execute("CREATE INDEX valori_per_valore ON valori (campo, valore)")
        connection.execute("INSERT INTO ricerca (ricerca) VALUES ('optimize')")
        connection.execute("COMMIT")
        path.unlink(missing_ok=True)
        connection.execute("VACUUM INTO ?", [str(path)])


@dataclass(slots=True)
class Database:
    """A database that is being filled, some records at a time."""

    connection: sqlite3.Connection
    count: int = 0
    waiting: dict[str, list[Sequence[Any]]] = field(default_factory=dict)
    """Rows to add, by table."""

    def add(self, kind: RecordType, values: Mapping[str, Any]) -> None:
        """Add a record, by the names of the columns, to all the tables that it has something in."""
        self.count += 1
        self._row("schede", [self.count, *map(values.get, _keys(shared_columns()))])
        self._row(kind.folder, [*map(values.get, _keys(columns(kind.record)))])
        for column in columns(kind.record):
            if found := (column.many or column.rows) and values.get(column.key):
                self._list(values["id"], column, found)
        words = " ".join(_words(columns(kind.record), values))
        self._row("ricerca (rowid, titolo, testo)", [self.count, values.get("titolo"), words])
        if self.count % _TOGETHER == 0:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait."""
        for table, rows in self.waiting.items():
            marks = ", ".join("?" * len(rows[0]))
            statement = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608  # declared names
            self.connection.executemany(statement, rows)
        self.waiting.clear()

    def _list(self, record: str, column: Column, found: Sequence[Any]) -> None:
        if column.rows:
            keys = _keys(blocks()[column.key])
            for at, one in enumerate(found, 1):
                self._row(column.key, [record, at, *map(one.get, keys)])
        else:
            for at, one in enumerate(found, 1):
                self._row("valori", [record, column.key, at, one])

    def _row(self, table: str, row: Sequence[Any]) -> None:
        self.waiting.setdefault(table, []).append(row)


def _tables() -> Iterator[str]:
    yield _table(
        "schede", ["riga INTEGER PRIMARY KEY", "id TEXT NOT NULL UNIQUE"], shared_columns()[1:]
    )
    for kind in RECORD_TYPES.values():
        yield _table(
            kind.folder, ["id TEXT PRIMARY KEY REFERENCES schede (id)"], columns(kind.record)[1:]
        )
    for name, inner in blocks().items():
        first = ["scheda TEXT NOT NULL REFERENCES schede (id)", "posizione INTEGER"]
        yield f"{_table(name, first, inner, 'PRIMARY KEY (scheda, posizione)')}, WITHOUT ROWID"


def _table(name: str, first: Sequence[str], rest: Iterable[Column], *last: str) -> str:
    definitions = [*first, *(_definition(one) for one in _single(rest)), *last]
    return f"CREATE TABLE {name} ({', '.join(definitions)}) STRICT"


def _definition(column: Column) -> str:
    refers = " REFERENCES schede (id)" if column.to else ""
    return f"{column.key} {_TYPES.get(column.cell, 'TEXT')}{refers}"


@cache
def _keys(some: tuple[Column, ...]) -> tuple[str, ...]:
    return tuple(column.key for column in _single(some))


def _single(some: Iterable[Column]) -> Iterator[Column]:
    return (column for column in some if not column.many and not column.rows)


def _terms(terms: Vocabularies) -> Iterator[tuple[str, str, str, str | None]]:
    for name, known in sorted(terms.items()):
        for term in known.values():
            yield name, term.id, str(term), term.code


def _words(some: Iterable[Column], values: Mapping[str, Any]) -> Iterator[str]:
    """What is to be found by its words."""
    for column in some:
        match (column.written or column.rows) and values.get(column.key):
            case str() as text:
                yield text
            case list() as found if column.rows:
                inner = blocks()[column.key]
                yield from (text for one in found for text in _words(inner, one))
            case list() as found:
                yield from found
