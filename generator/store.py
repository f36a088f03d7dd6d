"""The store: results of earlier runs, each by a digest of all that it was worked out from.

One SQLite file: whole after a kill, open to two runs at once. Nothing needs it: what in it is cut
short, foreign or of another version is as if it were not there, and is written anew. No entry has
a date, so no clock can be wrong.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

Result = TypeVar("Result")

_TABLE = "CREATE TABLE IF NOT EXISTS kept (shelf, key, value, PRIMARY KEY (shelf, key))"
_UNUSABLE = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""What SQLite says of a file that is broken, or somebody else's."""
_SEAL = 16
_TOGETHER = 500
"""Entries that are written at a time."""
_SPARE = 1_000
"""Entries that may be there unused, besides as many as are used: those of another branch, say."""


def digest(*parts: bytes | str) -> bytes:
    """16 bytes, the same only for the same parts."""
    made = blake2b(digest_size=_SEAL)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.digest()


class Made(NamedTuple, Generic[Result]):
    """A result, the key of what it was worked out from, and what to keep of it, if it is new."""

    key: bytes
    new: bytes | None
    result: Result


@dataclass(frozen=True, slots=True)
class Store:
    """A file of results, on a shelf for each kind; without a path nothing is kept."""

    path: Path | None = None

    def found(self, shelf: str, keys: Collection[bytes]) -> dict[bytes, bytes]:
        """The results that are there and whole."""
        if not self.path or not self.path.exists():
            return {}
        asked = ",".join("?" * len(keys))
        question = f"SELECT key, value FROM kept WHERE shelf = ? AND key IN ({asked})"  # noqa: S608  # question marks only
        rows = self._tried(lambda file: file.execute(question, (shelf, *keys)).fetchall())
        return {key: value[_SEAL:] for key, value in rows or () if _is_whole(shelf, key, value)}

    def keeping(
        self, shelf: str, made: Iterable[Made[Result]], spare: int = _SPARE
    ) -> Iterator[Result]:
        """The results as they are made. The new ones are kept; what is not used any more goes,
        once it is more than what is, and than `spare` besides."""
        used: list[bytes] = []
        new: dict[bytes, bytes] = {}
        for key, value, result in made:
            used.append(key)
            if value is not None:
                new[key] = value
            if len(new) == _TOGETHER:
                self._keep(shelf, new)
                new = {}
            yield result
        self._keep(shelf, new)
        self._tried(lambda file: _tidy(file, shelf, used, spare))

    def _keep(self, shelf: str, new: Mapping[bytes, bytes]) -> None:
        rows = [(shelf, key, digest(shelf, key, value) + value) for key, value in new.items()]
        self._tried(
            lambda file: file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
        )

    def _tried(self, work: Callable[[sqlite3.Connection], Result]) -> Result | None:
        """What some work on the file gives; None where there is no file to work on."""
        try:
            return _worked(self.path, work) if self.path else None
        except (sqlite3.Error, OSError) as error:
            if self.path and getattr(error, "sqlite_errorcode", 0) & 0xFF in _UNUSABLE:
                self.path.unlink(missing_ok=True)  # the next entries begin a new one
            return None


NO_STORE = Store()
"""For who keeps nothing."""
STORE = "schede.sqlite"
"""The name of the file, wherever it is."""


def _worked(path: Path, work: Callable[[sqlite3.Connection], Result]) -> Result:
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA synchronous = OFF")  # what a power cut spoils, the seals tell
        file.execute(_TABLE)
        return work(file)


def _is_whole(shelf: str, key: bytes, value: object) -> bool:
    return isinstance(value, bytes) and value[:_SEAL] == digest(shelf, key, value[_SEAL:])


def _tidy(file: sqlite3.Connection, shelf: str, used: Collection[bytes], spare: int) -> None:
    (there,) = file.execute("SELECT count(*) FROM kept WHERE shelf = ?", (shelf,)).fetchone()
    if there > 2 * len(used) + spare:
        file.execute("CREATE TEMP TABLE used (key PRIMARY KEY)")
        file.executemany("INSERT OR IGNORE INTO used VALUES (?)", [(key,) for key in used])
        file.execute("DELETE FROM kept WHERE shelf = ? AND key NOT IN used", (shelf,))
