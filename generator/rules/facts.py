"""Facts: what the rules want to know of each record, kept from a run to the next.

Whoever has them looks into those records alone of which there is something to say.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import NamedTuple

from generator.catalogue import Catalogue, Entry
from generator.packing import packer, unpacked
from generator.rules.consistency import CONSISTENCY
from generator.rules.evidence import EVIDENCE
from generator.rules.lineage import Edge, edges
from generator.rules.timeliness import TIMELINESS
from generator.store import Made, Store
from generator.values import Ref

ALONE = (*CONSISTENCY, *EVIDENCE)
"""The rules on one record, whatever the day."""
_SHELF = "regole"
_TOGETHER = 500


class Facts(NamedTuple):
    """What the rules want to know of a record."""

    is_sound: bool
    """Whether the rules on one record have nothing to say."""
    last_day: date | None
    """After it, the rules on days have something to say."""
    title: str
    owner: Ref | None
    edges: tuple[Edge, ...]


def facts(catalogue: Catalogue, store: Store) -> Mapping[Ref, Facts]:
    """The facts of each record."""
    made = store.keeping(_SHELF, _facts(catalogue, store))
    return dict(zip(catalogue.entries, made, strict=True))


def _facts(catalogue: Catalogue, store: Store) -> Iterator[Made[Facts]]:
    packed = packer({})
    rest = iter(catalogue.entries.values())
    while batch := list(islice(rest, _TOGETHER)):
        kept = store.found(_SHELF, [entry.digest for entry in batch])
        for entry in batch:
            if entry.digest in kept:
                yield Made(entry.digest, None, unpacked(kept[entry.digest], {}))
            else:
                found = _of(entry, catalogue)
                yield Made(entry.digest, packed(found), found)


def _of(entry: Entry, catalogue: Catalogue) -> Facts:
    days = [due.last_day for rule in TIMELINESS for due in rule(entry)]
    return Facts(
        not any(True for rule in ALONE for _ in rule(entry, catalogue.vocabularies)),
        min(days, default=None),
        entry.record.title,
        getattr(entry.record, "owner", None),
        tuple(edges(entry)),
    )
