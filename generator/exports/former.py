"""Former: the datasets as the last build left them, from which what stays the same is copied.

They are the files of that site under another name, and a note of where in them each stretch is,
which holds only while nobody touched them.
"""

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Generic, NamedTuple, TypeVar

from generator.fingerprint import fingerprint
from generator.packing import packer, unpacked
from generator.stamps import Stamp, stamp_of
from generator.store import Made, Store, digest

Noted = TypeVar("Noted")
Texts = Mapping[str, bytes]
"""By the names of the files that they are in."""
Span = tuple[int, int]
"""The first byte, and how many."""
_NOTE = "nota.sqlite"
_SHELF = "dati"


class Place(NamedTuple, Generic[Noted]):
    """Where a stretch is, and what else is to be known of it."""

    spans: Mapping[str, Span]
    """By the names of the files."""
    noted: Noted


@dataclass(frozen=True, slots=True)
class Former(Generic[Noted]):
    """The files of the last build, open: whatever others do meanwhile, these are read."""

    folder: Path
    files: Mapping[str, BinaryIO]
    places: Mapping[bytes, Place[Noted]]
    """By the keys of the stretches."""

    def is_in_place(self) -> bool:
        """Whether who opens a file by its name opens the same."""
        with suppress(OSError):
            return _stamps(self.folder, self.files) == _opened(self.files)
        return False

    def texts(self, place: Place[Noted]) -> Texts:
        """What is in a place."""
        return {name: self._read(name, *span) for name, span in place.spans.items()}

    def _read(self, name: str, at: int, size: int) -> bytes:
        self.files[name].seek(at)
        return self.files[name].read(size)


@contextmanager
def opened(folder: Path | None, names: Collection[str]) -> Iterator[Former[Any] | None]:
    """The files that were kept in a folder; None where one is not as it was left."""
    if not folder:
        yield None
        return
    with ExitStack() as stack:
        files = {}
        with suppress(OSError):
            for name in names:
                files[name] = stack.enter_context((folder / name).open("rb"))
        places = _places(folder, files) if len(files) == len(names) else None
        yield Former(folder, files, places) if places else None


def _places(folder: Path, files: Mapping[str, BinaryIO]) -> Mapping[bytes, Place[Any]] | None:
    note = Store(folder / _NOTE).found(_SHELF, [_key()]).get(_key())
    stamps, places = unpacked(note, {}) if note else ([], {})
    if stamps != _opened(files):
        return None
    return {key: Place(*place) for key, place in places.items()}


def new(path: Path) -> BinaryIO:
    """A file to write; what was there may have another name, and stays as it is."""
    path.unlink(missing_ok=True)
    return path.open("xb")


def added(file: BinaryIO, text: bytes) -> Span:
    """Where in a file a text is, which is put at its end."""
    span = file.tell(), len(text)
    file.write(text)
    return span


def keep(
    folder: Path, site: Path, names: Collection[str], places: Mapping[bytes, Place[Noted]]
) -> None:
    """Keep files of a site, by giving them another name; none of them where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _NOTE).unlink(missing_ok=True)
        for name in names:
            (folder / name).unlink(missing_ok=True)
            (folder / name).hardlink_to(site / name)
        stamps = _stamps(folder, names)
    except OSError:  # on another disk, or one that is full or may not be written
        shutil.rmtree(folder, ignore_errors=True)
        return
    note = packer({})((stamps, {key: tuple(place) for key, place in places.items()}))
    list(Store(folder / _NOTE).keeping(_SHELF, [Made(_key(), note, None)]))


def _key() -> bytes:
    """Of those who can read the note."""
    return digest(fingerprint())


def _opened(files: Mapping[str, BinaryIO]) -> list[Stamp]:
    return [stamp_of(os.fstat(file.fileno())) for file in files.values()]


def _stamps(folder: Path, names: Collection[str]) -> list[Stamp]:
    return [stamp_of((folder / name).stat()) for name in names]
