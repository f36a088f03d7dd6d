"""The database: the catalogue as one SQLite file, with a full-text index. Same records, same bytes.

`schede` has every record, and each record type a table of its own; what a record lists is in
`valori`, or in a table for each list of blocks; `voci` has the terms of the vocabularies.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
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
    waiting: dict[str, list[Sequence[Any]]] = field(default_factory=lambda: defaultdict(list))
    """Rows to add, by table."""

    def add(self, kind: RecordType, values: Mapping[str, Any]) -> None:
        """Add a record, by the names of the columns, to all the tables that it has something in."""
        self.count += 1
        shape, record, rows = _shape(kind.record), values["id"], self.waiting
        rows["schede"].append((self.count, *map(values.get, _shared_keys())))
        rows[kind.folder].append([*map(values.get, shape.keys)])
        for key in filter(values.get, shape.lists):
            rows["valori"] += [(record, key, at, one) for at, one in enumerate(values[key], 1)]
        for key in filter(values.get, shape.blocks):
            keys = shape.blocks[key].keys
            rows[key] += [
                (record, at, *map(one.get, keys)) for at, one in enumerate(values[key], 1)
            ]
        words = " ".join(shape.words(values))
        rows["ricerca (rowid, titolo, testo)"].append((self.count, values.get("titolo"), words))
        if self.count % _TOGETHER == 0:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait."""
        for table, rows in self.waiting.items():
            marks = ", ".join("?" * len(rows[0]))
            statement = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608  # declared names
            self.connection.executemany(statement, rows)
        self.waiting.clear()


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where the values of a record, or of a block, go; by the names of their columns."""

    keys: tuple[str, ...]
    """Those in its row."""
    lists: tuple[str, ...]
    """In the order of the table, so that it only grows at its end."""
    blocks: Mapping[str, "_Shape"]
    searched: tuple[str, ...]
    """Those found by their words, the blocks among them, in their order."""

    def words(self, values: Mapping[str, Any]) -> Iterator[str]:
        """What is to be found by its words."""
        for key in filter(values.get, self.searched):
            value = values[key]
            if isinstance(value, str):
                yield value
            elif inner := self.blocks.get(key):
                yield from chain.from_iterable(map(inner.words, value))
            else:
                yield from value


@cache
def _shape(record: type) -> _Shape:
    return _shape_of(columns(record))


def _shape_of(some: Sequence[Column]) -> _Shape:
    return _Shape(
        keys=_keys(some),
        lists=tuple(sorted(one.key for one in some if one.many)),
        blocks={one.key: _shape_of(blocks()[one.key]) for one in some if one.rows},
        searched=tuple(one.key for one in some if one.written or one.rows),
    )


@cache
def _shared_keys() -> tuple[str, ...]:
    return _keys(shared_columns())


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


def _keys(some: Iterable[Column]) -> tuple[str, ...]:
    return tuple(column.key for column in _single(some))


def _single(some: Iterable[Column]) -> Iterator[Column]:
    return (column for column in some if not column.many and not column.rows)


def _terms(terms: Vocabularies) -> Iterator[tuple[str, str, str, str | None]]:
    for name, known in sorted(terms.items()):
        for term in known.values():
            yield name, term.id, str(term), term.code
