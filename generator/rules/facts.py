"""Facts: what the rules want to know of each record, kept from a run to the next.

Whoever has them looks into those records alone of which there is something to say.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from generator.catalogue import Catalogue, Entry
from generator.packing import packer, unpacked
from generator.rules.consistency import CONSISTENCY
from generator.rules.evidence import EVIDENCE
from generator.rules.lineage import Edge, edges
from generator.rules.timeliness import TIMELINESS
from generator.store import Made, Store
from generator.values import Ref
from generator.vocabulary import Vocabularies
from generator.workers import Workers

ALONE = (*CONSISTENCY, *EVIDENCE)
"""The rules on one record, whatever the day."""
_SHELF = "regole"
_TOGETHER = 500
"""Records whose facts are looked for at a time."""


class Facts(NamedTuple):
    """What the rules want to know of a record."""

    is_sound: bool
    """Whether the rules on one record have nothing to say."""
    last_day: date | None
    """After it, the rules on days have something to say."""
    title: str
    owner: Ref | None
    edges: tuple[Edge, ...]


def facts(catalogue: Catalogue, workers: Workers, store: Store) -> Mapping[Ref, Facts]:
    """The facts of each record; the workers look into those of which `store` has none."""
    made = store.keeping(_SHELF, _facts(catalogue, workers, store))
    return dict(zip(catalogue.entries, made, strict=True))


def _facts(catalogue: Catalogue, workers: Workers, store: Store) -> Iterator[Made[Facts]]:
    digests = [entry.digest for entry in catalogue.entries.values()]
    kept: dict[bytes, bytes] = {}
    for place in range(0, len(digests), _TOGETHER):
        kept |= store.found(_SHELF, digests[place : place + _TOGETHER])
    missing = (ref for ref, entry in catalogue.entries.items() if entry.digest not in kept)
    new = workers(_facts_of, catalogue, missing)
    packed = packer({})
    for digest in digests:
        if digest in kept:
            yield Made(digest, None, unpacked(kept[digest], {}))
        else:
            found = next(new)
            yield Made(digest, packed(found), found)


def _facts_of(catalogue: Catalogue, refs: Sequence[Ref]) -> list[Facts]:
    return [_of(catalogue.entries[ref], catalogue.vocabularies) for ref in refs]


def _of(entry: Entry, vocabularies: Vocabularies) -> Facts:
    days = [due.last_day for rule in TIMELINESS for due in rule(entry)]
    return Facts(
        not any(True for rule in ALONE for _ in rule(entry, vocabularies)),
        min(days, default=None),
        entry.record.title,
        getattr(entry.record, "owner", None),
        tuple(edges(entry)),
    )
