"""Memory: what a process that goes on keeps of the records it read, to read again what changed."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from generator.values import Known, Ref

Entry = TypeVar("Entry")


class Stamp(NamedTuple):
    """What changes with a file."""

    mode: int
    links: int
    inode: int
    size: int
    changed: int


@dataclass(slots=True)
class Memory(Generic[Entry]):
    """Records with which nothing was wrong, and the files from which they were read."""

    known: Known | None = None
    """What decided how they were read, besides their files."""
    _read: dict[Ref, tuple[Stamp | None, Entry]] = field(default_factory=dict)
    _stamps: Mapping[Ref, Stamp | None] = field(default_factory=dict)

    def same(self, known: Known, paths: Mapping[Ref, Path]) -> dict[Ref, Entry]:
        """The records that would be read the same now."""
        self._stamps = {ref: stamp(path) for ref, path in paths.items()}  # before they are read
        if known != self.known:
            self._read.clear()
            self.known = known
        return {
            ref: self._read[ref][1]
            for ref, now in self._stamps.items()
            if ref in self._read and now and self._read[ref][0] == now
        }

    def keep(self, entries: Mapping[Ref, Entry]) -> None:
        """Remember these and no others."""
        self._read = {ref: (self._stamps[ref], entry) for ref, entry in entries.items()}


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file; None if there is none."""
    try:
        known = os.lstat(path)  # ten thousand times
    except OSError:
        return None
    return Stamp(known.st_mode, known.st_nlink, known.st_ino, known.st_size, known.st_mtime_ns)
