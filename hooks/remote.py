"""Remote places: where files are put through fsspec, whatever keeps them.

What a driver raises is its own: here it becomes one line that says what to do.
"""

import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fsspec.callbacks import DEFAULT_CALLBACK, Callback
from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from hooks import places, progress
from hooks.disk import Disk
from hooks.manifest import COPY, NAME, Manifest, parsed

_LONGEST = 300
"""Characters of what a driver says."""


class Trouble(Exception):
    """What cannot be done there, and the way out."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A folder, or what stands for one, and the driver that reaches it."""

    system: Any
    root: str

    def known(self) -> Manifest | None:
        """What was put here; None if nothing ever was."""
        main = self._read(NAME)
        if main and main.run:
            return main
        copy = self._read(COPY)
        if not copy or not copy.run:
            return main or copy
        self._write(copy, NAME)  # before anybody writes the copy, now the only one that is whole
        return copy

    def is_empty(self) -> bool:
        """Whether there is nothing, not even the folder."""
        with _asked():
            try:
                found = self.system.ls(self.root, detail=False)
            except FileNotFoundError:
                return True
        return all(name.rstrip("/") == self.root for name in found)

    def write(self, one: Manifest) -> None:
        """Write the manifest, which a power cut must not leave later or earlier than the rest."""
        self._settle()
        self._write(one, COPY)
        self._write(one, NAME)
        self._settle()

    def put(self, files: Mapping[str, Path]) -> None:
        """Put files under these names; all at once, where the driver can."""
        self._put(files, _Steps())

    def remove(self, names: Sequence[str]) -> None:
        """Remove files, of which some may not be there."""
        paths = [self._path(name) for name in names]
        with _asked():
            try:
                self.system.rm(paths)
            except FileNotFoundError:
                for path in paths:
                    with suppress(FileNotFoundError):
                        self.system.rm([path])
        for _ in names:
            progress.step()

    def _read(self, name: str) -> Manifest | None:
        with _asked():
            try:
                return parsed(self.system.cat_file(self._path(name)))
            except FileNotFoundError:
                return None

    def _write(self, one: Manifest, name: str) -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder, name)
            one.write(path)
            self._put({name: path}, DEFAULT_CALLBACK)

    def _put(self, files: Mapping[str, Path], callback: Callback) -> None:
        there = [self._path(name) for name in files]
        with _asked():
            self.system.put([str(path) for path in files.values()], there, callback=callback)

    def _settle(self) -> None:
        if isinstance(self.system, Disk):
            os.sync()

    def _path(self, name: str) -> str:
        return f"{self.root}/{name}"


def reached(address: str) -> Remote:
    """The place that an address of fsspec leads to."""
    with _asked():
        system, root = url_to_fs(address)
    if isinstance(system, LocalFileSystem):
        system = Disk(root)
    return Remote(system, root.rstrip("/"))


class _Steps(Callback):  # type: ignore[misc]  # fsspec has no types
    def relative_update(self, inc: int = 1) -> None:
        """Some more files are there."""
        for _ in range(inc):
            progress.step()


@contextmanager
def _asked() -> Iterator[None]:
    """Ask something of a driver, which may raise anything."""
    try:
        yield
    except Exception as error:
        raise Trouble(_reason(error)) from error


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and (error.filename or error.errno == errno.ENOSPC):
        return places.reason(error)
    said = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST]
    if isinstance(error, ImportError):
        return f"per questo indirizzo manca un pacchetto di Python («{said}»). Installalo"
    return (
        f"la destinazione risponde «{said}». Controlla l'indirizzo, la rete, le credenziali e i "
        "permessi"
    )
