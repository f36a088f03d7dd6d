"""Cards: a record in a few lines, as lists show it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.index import Index, Value, words
from generator.records import RECORD_TYPES, Organisation, Practice
from generator.rights import reusable
from generator.values import Ref

COMPARED = ("esperienze", "pratiche")
"""The record types that `/confronta/` compares, in the order in which it looks for an id."""

CARDS = 100
"""As many records of a list have a card each: thousands would be a page of megabytes. The others
have a line."""

_TOLD = ("tema", "ente", "territorio", "anno")
"""The facets that a card tells: what about, who, where, when."""


class Card(NamedTuple):
    """What a list says of a record."""

    title: str
    address: str
    type: str
    kind: str
    summary: str
    facts: tuple[str, ...]
    """Who, where, when: as much as is known."""
    themes: tuple[str, ...]
    draft: bool = False
    compare: str = ""
    """What names it in `/confronta/`; empty where there is nothing to compare."""
    reason: str = ""
    """Why the record is in this list, where that is not obvious."""


def card(catalogue: Catalogue, index: Index, ref: Ref, reason: str = "") -> Card:
    """The card of a record."""
    entry = catalogue.entries[ref]
    record = entry.record
    themes, *told = _labels(index.values[ref])
    return Card(
        title=record.title,
        address=routes.record(ref),
        type=ref.type,
        kind=kind(entry),
        summary="" if isinstance(record, Organisation) else record.summary,
        facts=_first(told, ref),
        themes=tuple(themes),
        draft=is_draft(entry),
        compare=compare_id(catalogue, ref),
        reason=reason,
    )


def facts(index: Index, ref: Ref) -> tuple[str, ...]:
    """Who, where, when: the facts of a card."""
    _, *told = _labels(index.values[ref])
    return _first(told, ref)


def leaving_card(catalogue: Catalogue, index: Index, ref: Ref) -> Card:
    """The card of a record for who reads it elsewhere: without its text, where that is reserved."""
    shown = card(catalogue, index, ref)
    return shown if reusable(catalogue.entries[ref].record) else shown._replace(summary="")


def cards(catalogue: Catalogue, index: Index, refs: Iterable[Ref]) -> tuple[Card, ...]:
    """The cards of several records, in their order."""
    return tuple(card(catalogue, index, ref) for ref in refs)


def kind(entry: Entry) -> str:
    """What a record is, in words: for a practice, how far it is recognised."""
    if isinstance(entry.record, Practice):
        return words(entry.record.level)
    if isinstance(entry.record, Organisation):
        return str(entry.record.category)
    return RECORD_TYPES[entry.ref.type].singular


def compare_id(catalogue: Catalogue, ref: Ref) -> str:
    """What names a record in `/confronta/`; empty for records that hold nothing to compare.

    A bare id means the first of COMPARED that has it; the others are named with their folder.
    """
    if ref.type not in COMPARED:
        return ""
    first = next(folder for folder in COMPARED if Ref(folder, ref.id) in catalogue.entries)
    return ref.id if first == ref.type else f"{ref.type}/{ref.id}"


def is_draft(entry: Entry) -> bool:
    """Whether an editor marked the record as unfinished."""
    return bool(getattr(entry.record, "draft", False))


def content(refs: Iterable[Ref]) -> list[Ref]:
    """The records that tell something done, without the bodies that did it."""
    return [ref for ref in refs if RECORD_TYPES[ref.type].record is not Organisation]


def finished(catalogue: Catalogue, refs: Iterable[Ref]) -> list[Ref]:
    """The same, without drafts."""
    return [ref for ref in content(refs) if not is_draft(catalogue.entries[ref])]


def newest_first(catalogue: Catalogue, refs: Sequence[Ref]) -> list[Ref]:
    """By the record's own dates: when the sheet changed, then when the experience began."""
    return sorted(refs, key=lambda ref: _age(catalogue.entries[ref]), reverse=True)


def _age(entry: Entry) -> tuple[date, date, str]:
    start = getattr(entry.record, "start", None)
    began = start.first_day if start else date.min
    return (entry.record.updated or date.min, began, entry.ref.id)


def _first(told: Sequence[Sequence[str]], ref: Ref) -> tuple[str, ...]:
    """The first label of each facet; a body needs not be told who it is."""
    who, *others = told
    bodies = () if RECORD_TYPES[ref.type].record is Organisation else who[:1]
    return (*bodies, *(label for labels in others for label in labels[:1]))


def _labels(values: Iterable[Value]) -> Iterable[list[str]]:
    """The labels of the facets that a card tells, facet by facet."""
    labels: dict[str, list[str]] = {facet: [] for facet in _TOLD}
    for value in values:
        if value.facet in labels:
            labels[value.facet].append(value.label)
    return labels.values()
