"""Tables: those of the SQLite file. What a record puts in each, what of it is found by its words.

`schede` has every record, and each record type a table of its own; what a record lists is in
`valori`, or in a table for each list of blocks; `voci` has the terms of the vocabularies.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from generator.columns import Cell, Column, blocks, columns, shared_columns
from generator.records import RECORD_TYPES, RecordType

Values = Mapping[str, Any]
"""A record by the names of the columns."""
_TYPES: Mapping[Cell, str] = {Cell.INTEGER: "INTEGER", Cell.BOOLEAN: "INTEGER", Cell.NUMBER: "REAL"}
_LISTED = ("scheda", "campo", "posizione")
_INSIDE = ("scheda", "posizione")
OTHERS = f"""
CREATE TABLE informazioni (chiave TEXT PRIMARY KEY, valore TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE voci (
  vocabolario TEXT, id TEXT, nome TEXT NOT NULL, codice TEXT, PRIMARY KEY (vocabolario, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE valori (
  scheda TEXT NOT NULL REFERENCES schede (id), campo TEXT, posizione INTEGER, valore TEXT NOT NULL,
  PRIMARY KEY ({", ".join(_LISTED)})
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE ricerca USING fts5 (
  titolo, testo, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
"""
"""`ricerca` keeps words only: its rows are those of `schede`, by `riga`."""


class Table(NamedTuple):
    """A table that a record type has something in."""

    name: str
    order: tuple[str, ...]
    """The columns that its rows are in the order of; the record's id first."""
    keys: tuple[str, ...]
    rows: Callable[[Values], Iterable[Sequence[Any]]]
    """Those of a record, in their order."""


@cache
def tables(kind: RecordType) -> tuple[Table, ...]:
    """All that a record type has something in."""
    some = columns(kind.record)
    return (
        _of_record("schede", shared_columns()),
        _of_record(kind.folder, some),
        Table("valori", _LISTED, (*_LISTED, "valore"), partial(_listed, _lists(some))),
        *(_of_blocks(one.key, blocks()[one.key]) for one in some if one.rows),
    )


def _of_record(name: str, some: Iterable[Column]) -> Table:
    keys = _keys(some)
    return Table(name, ("id",), keys, lambda values: [[*map(values.get, keys)]])


def _of_blocks(name: str, inner: Iterable[Column]) -> Table:
    keys = _keys(inner)

    def rows(values: Values) -> Iterator[Sequence[Any]]:
        for at, one in enumerate(values.get(name, ()), 1):
            yield values["id"], at, *map(one.get, keys)

    return Table(name, _INSIDE, (*_INSIDE, *keys), rows)


def _lists(some: Iterable[Column]) -> list[str]:
    return sorted(one.key for one in some if one.many)


def _listed(keys: Iterable[str], values: Values) -> Iterator[Sequence[Any]]:
    for key in filter(values.get, keys):
        for at, one in enumerate(values[key], 1):
            yield values["id"], key, at, one


def _keys(some: Iterable[Column]) -> tuple[str, ...]:
    return tuple(column.key for column in _single(some))


def _single(some: Iterable[Column]) -> Iterator[Column]:
    return (column for column in some if not column.many and not column.rows)


def definitions() -> Iterator[str]:
    """The statements that make the tables of the records."""
    yield _definition(
        "schede", ["riga INTEGER PRIMARY KEY", "id TEXT NOT NULL UNIQUE"], shared_columns()[1:]
    )
    for kind in RECORD_TYPES.values():
        first = ["id TEXT PRIMARY KEY REFERENCES schede (id)"]
        yield _definition(kind.folder, first, columns(kind.record)[1:])
    for name, inner in blocks().items():
        first = ["scheda TEXT NOT NULL REFERENCES schede (id)", "posizione INTEGER"]
        key = f"PRIMARY KEY ({', '.join(_INSIDE)})"
        yield f"{_definition(name, first, inner, key)}, WITHOUT ROWID"


def _definition(name: str, first: Sequence[str], rest: Iterable[Column], *last: str) -> str:
    parts = [*first, *map(_column, _single(rest)), *last]
    return f"CREATE TABLE {name} ({', '.join(parts)}) STRICT"


def _column(column: Column) -> str:
    refers = " REFERENCES schede (id)" if column.to else ""
    return f"{column.key} {_TYPES.get(column.cell, 'TEXT')}{refers}"


def searched() -> str:
    """The statement that makes the words of all records be found. It is one for all types: SQLite
    writes the words of each statement apart, to put them together later."""
    found = (_searched(kind) for _, kind in sorted(RECORD_TYPES.items()))
    return f"INSERT INTO ricerca (rowid, titolo, testo) {' UNION ALL '.join(found)}"


def _searched(kind: RecordType) -> str:
    some = (one for one in columns(kind.record) if one.written or one.rows)
    return (
        f"SELECT riga, una.titolo, {_joined(map(_words, some))}"  # noqa: S608  # declared names
        f" FROM schede CROSS JOIN {kind.folder} AS una USING (id)"
        f" WHERE schede.tipo_scheda = '{kind.folder}'"
    )


def _words(column: Column) -> str:
    """What is to be found of a column, or of a list, as an expression."""
    if column.many:
        return f"(SELECT group_concat(valore, ' ') FROM valori WHERE scheda = una.id AND campo = '{column.key}')"  # noqa: E501, S608  # declared names
    if column.rows:
        inner = _joined(one.key for one in blocks()[column.key] if one.written)
        return f"(SELECT group_concat({inner}, ' ') FROM {column.key} WHERE scheda = una.id)"  # noqa: S608  # declared names
    return f"una.{column.key}"


def _joined(words: Iterable[str]) -> str:
    return " || ' ' || ".join(f"ifnull({one}, '')" for one in words)
