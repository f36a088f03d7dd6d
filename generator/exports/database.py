"""The database: the catalogue as one SQLite file, with a full-text index. Same records, same bytes.

Records come in their order, a stretch at a time: so pages are laid out the same whether rows are
worked out or copied from the file of the build before.
"""

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from errno import ENOSPC
from itertools import chain
from pathlib import Path

from generator.exports.tables import OTHERS, Values, definitions, searched, tables
from generator.records import RecordType
from generator.vocabulary import Vocabularies

_SETTINGS = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -32000;
"""
_MEMORY = "INSERT INTO ricerca (ricerca, rank) VALUES ('hashsize', 67108864);"
"""The words of ten thousand records fit in so much memory: so they are written once."""


@contextmanager
def database(
    path: Path, about: Mapping[str, str], terms: Vocabularies, former: Path | None
) -> Iterator["Database"]:
    """A database to add records to, which is whole in the end; `former` is the one of before."""
    path.unlink(missing_ok=True)  # it may have another name
    with _full_disk(), closing(sqlite3.connect(path, isolation_level=None, uri=True)) as connection:
        connection.executescript(_SETTINGS + OTHERS + _MEMORY)
        if former:
            address = f"{former.absolute().as_uri()}?mode=ro&immutable=1"
            connection.execute("ATTACH ? AS former", [address])
        connection.execute("BEGIN")
        for statement in definitions():
            connection.execute(statement)
        connection.executemany("INSERT INTO informazioni VALUES (?, ?)", about.items())
        connection.executemany("INSERT INTO voci VALUES (?, ?, ?, ?)", _terms(terms))
        yield Database(connection)
        connection.execute(searched())
        connection.execute("INSERT INTO ricerca (ricerca) VALUES ('optimize')")
        connection.execute("CREATE INDEX valori_per_valore ON valori (campo, valore)")
        connection.execute("COMMIT")


@contextmanager
def _full_disk() -> Iterator[None]:
    """What SQLite says of a disk that takes no more, as any other file would."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE}:
            raise OSError(ENOSPC, os.strerror(ENOSPC)) from error
        raise


@dataclass(frozen=True, slots=True)
class Database:
    """A database that is being filled."""

    connection: sqlite3.Connection

    def add(self, kind: RecordType, records: Sequence[Values]) -> None:
        """Add a stretch, by the names of the columns, to all tables that it has something in."""
        for name, _, keys, rows in tables(kind):
            marks = ", ".join("?" * len(keys))
            statement = f"INSERT INTO {name} ({', '.join(keys)}) VALUES ({marks})"  # noqa: S608  # declared names
            self.connection.executemany(statement, chain.from_iterable(map(rows, records)))

    def copy(self, kind: RecordType, first: str, last: str) -> None:
        """Add the stretch between two ids, which the former database has as it is now."""
        for name, order, keys, _ in tables(kind):
            columns = ", ".join(keys)
            self.connection.execute(
                f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM former.{name}"  # noqa: S608  # declared names
                f" WHERE {order[0]} BETWEEN ? AND ? ORDER BY {', '.join(order)}",
                [first, last],
            )


def _terms(terms: Vocabularies) -> Iterator[tuple[str, str, str, str | None]]:
    for name, known in sorted(terms.items()):
        for term in known.values():
            yield name, term.id, str(term), term.code
