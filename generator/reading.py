"""Reading: documents to records, in batches that any process can read, and none twice.

A record without problems is kept by its bytes and by all that decided how they were read: the
generator, the vocabularies. The records that it names must still be there every time.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.fingerprint import fingerprint
from generator.packing import packer, unpacked
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


class Document(NamedTuple):
    """A record's file, not read yet. `shown` is its path in the problems."""

    ref: Ref
    shown: str
    data: bytes


class Reading(NamedTuple):
    """The record of a document, unless something is wrong with it, and all that is."""

    ref: Ref
    shown: str
    record: Record | None
    problems: tuple[Problem, ...]
    digest: bytes = b""
    """Of all that decided what was read; the records that are named are not part of it."""


class _Desk(NamedTuple):
    """What all documents are read with."""

    known: Known
    store: Store
    seed: bytes


def readings(
    known: Known, documents: Iterable[Document], workers: Workers, store: Store
) -> Iterator[Reading]:
    """What the documents hold, in their order."""
    desk = _Desk(known, store, digest(fingerprint(), repr(known.terms)))
    for key, value in store.keeping(_SHELF, workers(_read_batch, desk, documents)):
        reading: Reading = unpacked(value.partition(b"\n")[2], known.terms)
        yield reading._replace(digest=key)


def _read_batch(desk: _Desk, documents: Sequence[Document]) -> list[Made[tuple[bytes, bytes]]]:
    """Each reading with its key, as bytes, after a line with the records that it names."""
    wanted = {digest(desk.seed, *doc.ref, doc.shown, doc.data): doc for doc in documents}
    made = {
        key: Made(key, None, (key, value))
        for key, value in desk.store.found(_SHELF, wanted.keys()).items()
        if _are_there(value.partition(b"\n")[0], desk.known)
    }
    missing = {key: document for key, document in wanted.items() if key not in made}
    if missing:
        packed = packer(desk.known.terms)
        for key, document in missing.items():
            reading = _read(desk.known, document)
            value = _names(reading.record) + b"\n" + packed(reading)
            made[key] = Made(key, None if reading.problems else value, (key, value))
    return [made[key] for key in wanted]


def _names(record: object) -> bytes:
    named = references(record) if record is not None else ()
    return " ".join(dict.fromkeys(f"{ref.type}/{ref.id}" for _, ref in named)).encode()


def _are_there(names: bytes, known: Known) -> bool:
    refs = (name.split("/") for name in names.decode().split())
    return all(record_id in known.ids[folder] for folder, record_id in refs)


def _read(known: Known, document: Document) -> Reading:
    ref, shown, data = document
    kind = RECORD_TYPES[ref.type].record
    skim = skimmed(kind, data, known)
    if skim is not None:
        return Reading(ref, shown, skim, ())
    source = read_bytes(data, shown)
    if source.node is None:
        return Reading(ref, shown, None, source.problems)
    record, problems = read_record(kind, source.node, known)
    return Reading(ref, shown, None if source.refused else record, (*source.problems, *problems))
