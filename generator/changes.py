"""Changes: what a month brought, from the records' own dates and, where it is known, from the day
on which each came in."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dateutil.relativedelta import relativedelta

from generator.catalogue import Catalogue, Entry
from generator.debt import debts
from generator.index import Index
from generator.records import Adoption, Event
from generator.records.issue import Issue
from generator.values import Moment, Ref

_AHEAD = relativedelta(months=2)
"""How far ahead an issue tells of events."""


def issue_of(
    catalogue: Catalogue,
    index: Index,
    month: Moment,
    published: date,
    came_in: Mapping[Ref, date] | None,
) -> Issue:
    """The issue of a month, each list in the catalogue's order, events by their day.

    `came_in` is the day of each record's first file: None where nothing tells, and then what is
    new can't be told from what was updated.
    """
    entries = [entry for ref, entry in catalogue.entries.items() if ref in index.content]
    fresh = {e.ref for e in entries if came_in and _within(came_in.get(e.ref), month)}
    touched = [e for e in entries if e.ref in fresh or _within(e.record.updated, month)]
    adopted = [e.ref for e in touched if isinstance(e.record, Adoption)]
    others = [e.ref for e in touched if not isinstance(e.record, Adoption)]
    return Issue(
        published=published,
        new=_names(ref for ref in others if ref in fresh),
        updated=_names(ref for ref in others if ref not in fresh and came_in is not None),
        changed=_names(ref for ref in others if came_in is None),
        adopted=_names(adopted),
        due=_names(_due(catalogue, month)),
        coming=_names(entry.ref for entry in _coming(entries, month)),
        withdrawn=_names(
            ref for ref, gone in catalogue.withdrawn.items() if _within(gone.since, month)
        ),
    )


def _names(refs: Iterable[Ref]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{ref.type}/{ref.id}" for ref in refs))


def _within(day: date | None, month: Moment) -> bool:
    return day is not None and month.first_day <= day <= month.last_day


def _due(catalogue: Catalogue, month: Moment) -> Iterator[Ref]:
    """The records with a section, or the validity of an adoption, that ended in the month."""
    yield from (debt.ref for debt in debts(catalogue) if _within(debt.due, month))
    for entry in catalogue.of(Adoption):
        if isinstance(entry.record, Adoption) and _within(entry.record.valid_until, month):
            yield entry.ref


def _coming(entries: Iterable[Entry], month: Moment) -> list[Entry]:
    """The events after the month, the nearest first, if at least their own month is known."""
    limit = month.last_day + _AHEAD
    found = [
        (entry.record.start.first_day, entry)
        for entry in entries
        if isinstance(entry.record, Event) and entry.record.start and entry.record.start.month
    ]
    return [
        entry
        for day, entry in sorted(found, key=lambda pair: (pair[0], pair[1].ref))
        if month.last_day < day <= limit
    ]
