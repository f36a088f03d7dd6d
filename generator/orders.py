"""Orders: the ways in which results can be put, besides how well they match."""

from collections.abc import Mapping, Sequence
from datetime import date

from generator.catalogue import Catalogue, Entry
from generator.text import slug
from generator.values import Ref

Orders = Mapping[str, Sequence[Ref]]
"""By name, as `ordina=` has it, all records."""


def build_orders(catalogue: Catalogue) -> Orders:
    """The newest sheet first, by title, the latest start first; what has no date comes last."""
    entries = sorted(catalogue.entries.values(), key=lambda entry: _title(entry))
    return {
        "recenti": _refs(sorted(entries, key=_updated, reverse=True)),
        "titolo": _refs(entries),
        "avvio": _refs(sorted(entries, key=_start, reverse=True)),
    }


def _refs(entries: list[Entry]) -> list[Ref]:
    return [entry.ref for entry in entries]


def _title(entry: Entry) -> tuple[str, Ref]:
    return slug(entry.record.title), entry.ref


def _updated(entry: Entry) -> date:
    return entry.record.updated or date.min


def _start(entry: Entry) -> date:
    start = getattr(entry.record, "start", None)
    return start.first_day if start else date.min
