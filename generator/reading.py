"""Reading: documents to records, in batches that any process can read, and none twice.

A record without problems is kept by its bytes and by all that decided how they were read: the
generator, the vocabularies. The records that it names must still be there every time.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from generator.fingerprint import fingerprint
from generator.packing import Terms, packer, unpacked
from generator.problems import Problem
from generator.reader import read_record
from generator.records import RECORD_TYPES, Record
from generator.schema import references
from generator.skimming import skimmed
from generator.source import read_bytes
from generator.store import Made, Store, digest
from generator.values import Known, Ref
from generator.workers import Workers

_SHELF = "schede"
_TOGETHER = 200
"""Documents that are looked for at a time."""


class Document(NamedTuple):
    """A record's file, not read yet. `shown` is its path in the problems."""

    ref: Ref
    shown: str
    data: bytes


class Reading(NamedTuple):
    """The record of a document, packed, unless something is wrong with it; and all that is."""

    ref: Ref
    shown: str
    digest: bytes
    """Of all that decided what was read; the records that are named are not part of it."""
    packed: bytes | None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Held:
    """A record that stays packed until somebody asks for it."""

    _packed: bytes
    _terms: Terms
    _record: Record | None = None

    @property
    def record(self) -> Record:
        """The record."""
        packed = self._packed  # before looking: another thread may be opening it
        if self._record is None:
            self._record = unpacked(packed.partition(b"\n")[2], self._terms)
            self._packed = b""
        return self._record

    @property
    def is_open(self) -> bool:
        """Whether somebody asked for it."""
        return self._record is not None

    @property
    def former_ids(self) -> tuple[str, ...]:
        """The names that the record had."""
        packed = self._packed
        return tuple(_head(packed)[1]) if packed else self.record.former_ids


def readings(
    known: Known, documents: Iterable[Document], workers: Workers, store: Store
) -> Iterator[Reading]:
    """What the documents hold, in their order."""
    return store.keeping(_SHELF, _readings(known, documents, workers, store))


def _readings(
    known: Known, documents: Iterable[Document], workers: Workers, store: Store
) -> Iterator[Made[Reading]]:
    """What is kept, and in its place what the workers read: the documents that are missing."""
    seed = digest(fingerprint(), repr(known.terms))
    awaited: deque[Made[Reading] | None] = deque()

    def missing() -> Iterator[tuple[bytes, Document]]:
        rest = iter(documents)
        while batch := list(islice(rest, _TOGETHER)):
            keyed = {digest(seed, *doc.ref, doc.shown, doc.data): doc for doc in batch}
            kept = store.found(_SHELF, keyed.keys())
            for key, document in keyed.items():
                if key in kept and _are_there(kept[key], known):
                    found = Reading(document.ref, document.shown, key, kept[key])
                    awaited.append(Made(key, None, found))
                else:
                    awaited.append(None)
                    yield key, document

    for made in workers(_read_batch, known, missing()):
        while found := awaited.popleft():
            yield found
        yield made
    yield from filter(None, awaited)


def _read_batch(known: Known, batch: Sequence[tuple[bytes, Document]]) -> list[Made[Reading]]:
    packed = packer(known.terms)
    made = []
    for key, document in batch:
        record, problems = _read(known, document)
        value = None if record is None else _title(record) + packed(record)
        reading = Reading(document.ref, document.shown, key, value, problems)
        made.append(Made(key, None if problems else value, reading))
    return made


def _title(record: Record) -> bytes:
    """The line that goes before a packed record: those that it names, and the names that it had."""
    names = dict.fromkeys(f"{ref.type}/{ref.id}" for _, ref in references(record))
    return f"{' '.join(names)}|{' '.join(record.former_ids)}\n".encode()


def _head(packed: bytes) -> tuple[list[str], list[str]]:
    names, _, former = packed[: packed.index(b"\n")].decode().partition("|")
    return names.split(), former.split()


def _are_there(packed: bytes, known: Known) -> bool:
    refs = (name.split("/") for name in _head(packed)[0])
    return all(record_id in known.ids[folder] for folder, record_id in refs)


def _read(known: Known, document: Document) -> tuple[Record | None, tuple[Problem, ...]]:
    ref, shown, data = document
    kind = RECORD_TYPES[ref.type].record
    skim = skimmed(kind, data, known)
    if skim is not None:
        return skim, ()
    source = read_bytes(data, shown)
    if source.node is None:
        return None, source.problems
    record, problems = read_record(kind, source.node, known)
    return None if source.refused else record, (*source.problems, *problems)
