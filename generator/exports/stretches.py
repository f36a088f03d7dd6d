"""Stretches: the records in the order of a dataset, some dozens at a time.

Where one ends depends on ids alone: a record that comes, goes or changes leaves the others as they
were.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zlib import crc32

from generator.catalogue import Catalogue
from generator.fingerprint import fingerprint
from generator.outputs import Publisher
from generator.store import digest
from generator.values import Ref

_RECORDS = 64
"""In a stretch, on average. After an edit one is worked out again."""


class Stretch(NamedTuple):
    """Some records of one type, the withdrawn too, that follow each other."""

    refs: tuple[Ref, ...]
    key: bytes
    """Of all that is said of them."""

    @property
    def folder(self) -> str:
        """Their type."""
        return self.refs[0].type


def stretches(catalogue: Catalogue, publisher: Publisher, refs: Iterable[Ref]) -> Iterator[Stretch]:
    """Some records, those of each type together."""
    seed = digest(fingerprint(), repr(publisher))
    for some in _cut(refs):
        yield Stretch(some, digest(seed, *(_said(catalogue, ref) for ref in some)))


def _cut(refs: Iterable[Ref]) -> Iterator[tuple[Ref, ...]]:
    some: list[Ref] = []
    for ref in refs:
        if some and (ref.type != some[0].type or crc32(ref.id.encode()) % _RECORDS == 0):
            yield tuple(some)
            some = []
        some.append(ref)
    if some:
        yield tuple(some)


def _said(catalogue: Catalogue, ref: Ref) -> bytes:
    entry = catalogue.entries.get(ref)
    return entry.digest if entry else digest(*ref, repr(catalogue.withdrawn[ref]))
