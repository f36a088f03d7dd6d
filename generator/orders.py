"""Orders: the ways in which results can be put, besides how well they match."""

from collections.abc import Mapping
from datetime import date

from generator.catalogue import Catalogue, Entry
from generator.text import slug
from generator.values import Ref

Orders = Mapping[str, Mapping[Ref, int]]
"""By name, as `ordina=` has it, the place of each record, from 0."""


def build_orders(catalogue: Catalogue) -> Orders:
    """The newest sheet first, by title, the latest start first; what has no date comes last."""
    entries = sorted(catalogue.entries.values(), key=lambda entry: _title(entry))
    return {
        "recenti": _places(sorted(entries, key=_updated, reverse=True)),
        "titolo": _places(entries),
        "avvio": _places(sorted(entries, key=_start, reverse=True)),
    }


def _places(entries: list[Entry]) -> dict[Ref, int]:
    return {entry.ref: place for place, entry in enumerate(entries)}


def _title(entry: Entry) -> tuple[str, Ref]:
    return slug(entry.record.title), entry.ref


def _updated(entry: Entry) -> date:
    return entry.record.updated or date.min


def _start(entry: Entry) -> date:
    start = getattr(entry.record, "start", None)
    return start.first_day if start else date.min
