"""Reading: documents to records, in batches that any process can read."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.packing import packer, unpacked
from generator.problems import Problem
from generator.reader import read_record
from generator.records import RECORD_TYPES, Record
from generator.source import read_bytes
from generator.values import Known, Ref
from generator.workers import Workers


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


def readings(known: Known, documents: Iterable[Document], workers: Workers) -> Iterator[Reading]:
    """What the documents hold, in their order."""
    for data in workers(_read_batch, known, documents):
        yield unpacked(data, known.terms)


def _read_batch(known: Known, documents: Sequence[Document]) -> list[bytes]:
    packed = packer(known.terms)
    return [packed(_read(known, document)) for document in documents]


def _read(known: Known, document: Document) -> Reading:
    ref, shown, data = document
    source = read_bytes(data, shown)
    if source.node is None:
        return Reading(ref, shown, None, source.problems)
    record, problems = read_record(RECORD_TYPES[ref.type].record, source.node, known)
    return Reading(ref, shown, None if source.refused else record, (*source.problems, *problems))
