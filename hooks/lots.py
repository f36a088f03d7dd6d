"""Lots: the pages of the records, each made, put into the theme and written by one worker.

What was kept of a page is put in its place as it is, if it would be made the same again. Nothing as
large as a page goes from one process to another, and none holds many of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from generator.outputs import File, Lot, Made, Page
from generator.packing import packer, unpacked
from generator.store import Made as Kept
from generator.store import digest
from generator.workers import Workers, can_fork, here, in_processes
from hooks import links, search
from hooks.blocked import blocked_in
from hooks.cache import Cache
from hooks.objects import Named, Object, write
from hooks.pages import LaterFile, ReadyPage
from hooks.shell import Looked, Shell

_SHELF = "pagine"


class Placed(NamedTuple):
    """A page of a lot, now in its place."""

    name: str
    looked: Looked
    document: Object | None
    """What the search index is made of."""
    used: tuple[bytes, ...]
    """All objects that it is."""


class _Note(NamedTuple):
    """What is kept of a page besides what is in its files."""

    trace: bytes
    files: Named
    document: Object | None
    """What the search index is made of; None where nothing is searched."""
    targets: tuple[str, ...]
    ids: tuple[str, ...]
    doubtful: tuple[str, ...]
    names: bytes
    """In a site with which files the links were doubtful."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the pages go, and what with."""

    shell: Shell
    site: Path
    known: links.Site
    kept: Cache
    searched: bool
    """Whether there will be an index for the search."""


def place(
    lot: Lot, numbers: Sequence[int], setting: Setting, workers: Workers | None = None
) -> Iterator[Placed]:
    """Put pages of a lot in their places, in their order.

    `workers`, where some are on other machines, make the pages; they are filled and written here.
    """
    files = (file for file in setting.shell.files if isinstance(file, LaterFile))
    announced = {file.dest_uri: file.page for file in files}
    seed = digest(setting.shell.digest(_samples(lot)), str(setting.searched))
    desk = _Desk(lot, setting, announced, seed, digest(*sorted(setting.known.files)))
    spread = in_processes if can_fork() else here  # a theme cannot be sent to a process
    kept = list(spread(_reuse, desk, numbers)) if setting.kept.store.path else [None] * len(numbers)
    missing = [number for number, one in zip(numbers, kept, strict=True) if one is None]
    new: Iterator[Kept[Placed]]
    if workers:
        new = map(desk.placed, missing, workers(type(lot).make, lot, missing))
    else:
        new = spread(_place, desk, missing)
    yield from setting.kept.store.keeping(_SHELF, (one or next(new) for one in kept))


def _samples(lot: Lot) -> Iterator[Page]:
    """A page for each folder: what the theme shows around it, it shows around all."""
    folders = {_folder(head.page.address): head.page for head in lot.heads}
    for folder, page in folders.items():
        yield replace(page, address=f"{folder}-/", title="", source=None, updated=None)


def _folder(address: str) -> str:
    above, slash, _ = address.rstrip("/").rpartition("/")
    return above + slash


@dataclass(frozen=True, slots=True)
class _Desk:
    """What workers need. The seed stands for all that the theme adds to a page."""

    lot: Lot
    setting: Setting
    announced: Mapping[str, ReadyPage]
    """The pages as MkDocs knows them, by the path of the file."""
    seed: bytes
    names: bytes
    """A digest of the files that links can lead to."""

    def key(self, number: int) -> bytes:
        """What a page is kept under."""
        return digest(self.seed, self.lot.key(number))

    def reused(self, number: int, note: _Note) -> Kept[Placed] | None:
        """A page that was kept, put in its place; None if some of it was spoilt."""
        objects, name = self.setting.kept.objects, self._name(number)
        spoilt = note.document and not objects.is_whole(note.document)
        if not objects.put(note.files, self.setting.site) or spoilt:
            return None
        doubtful = note.doubtful
        if note.names != self.names:
            seen = links.Seen(note.targets, frozenset(note.ids))
            doubtful = self.setting.known.doubtful(name, seen)
        return Kept(self.key(number), None, _placed(name, Looked(doubtful, ()), note))

    def placed(self, number: int, made: Made) -> Kept[Placed]:
        """A page that was made, filled, written, looked at and kept."""
        name = self._name(number)
        contents = {one.file: self._text(name, one).encode() for one in made.outputs}
        files = tuple((address, self._write(address, one)) for address, one in contents.items())
        (page,) = (output for output in made.outputs if isinstance(output, Page))
        searched = self.setting.searched and page.search
        document = search.document(page).encode() if searched else b""
        found = self.setting.kept.objects.keep(document) if document else None
        seen = links.scanned(contents[name])
        doubtful = self.setting.known.doubtful(name, seen)
        looked = Looked(doubtful, blocked_in(name, contents[name]))
        ids = tuple(sorted(seen.ids))
        note = _Note(made.trace, files, found, seen.targets, ids, doubtful, self.names)
        new = None if looked.blocked else packer({})(tuple(note))
        return Kept(self.key(number), new, _placed(name, looked, note))

    def _name(self, number: int) -> str:
        return self.lot.heads[number].page.file

    def _text(self, name: str, output: Page | File) -> str:
        if isinstance(output, File):
            return output.content
        return self.setting.shell.filled(self.announced[name], output)

    def _write(self, address: str, content: bytes) -> Object:
        path = self.setting.site / address
        write(content, path)
        kept = self.setting.kept
        return kept.objects.keep(content, path) if kept.store.path else (b"", None)


def _placed(name: str, looked: Looked, note: _Note) -> Placed:
    objects = (*(one for _, one in note.files), *filter(None, [note.document]))
    return Placed(name, looked, note.document, tuple(digest for digest, _ in objects))


def _reuse(desk: _Desk, numbers: Sequence[int]) -> list[Kept[Placed] | None]:
    """The pages that need not be made; None for each of the others."""
    keys = {desk.key(number): number for number in numbers}
    found = desk.setting.kept.store.found(_SHELF, keys)
    notes = {keys[key]: _Note(*unpacked(value, {})) for key, value in found.items()}
    stand = dict(zip(notes, desk.lot.stand([note.trace for note in notes.values()]), strict=True))
    return [desk.reused(number, notes[number]) if stand.get(number) else None for number in numbers]


def _place(desk: _Desk, numbers: Sequence[int]) -> list[Kept[Placed]]:
    return list(map(desk.placed, numbers, desk.lot.make(numbers)))
