"""Timeliness: what a day that has passed asks of the editors. Warnings: a person must judge."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from generator.catalogue import Entry
from generator.debt import debts_of
from generator.problems import Invalid
from generator.records import Adoption, Need

_STALE = relativedelta(years=2)


class Due(NamedTuple):
    """What is to be said of a field once a day has passed."""

    last_day: date
    key: str
    refusal: Callable[[], Invalid]


def deferred_falls_due(entry: Entry) -> Iterator[Due]:
    """A section that was put off is written by its day."""
    for debt in debts_of(entry):
        if debt.due:
            yield Due(debt.due, debt.key, partial(Invalid, "deferred-due", due=debt.due))


def adoption_is_reconfirmed(entry: Entry) -> Iterator[Due]:
    """An adoption, or a need, counts until its day."""
    record = entry.record
    until = None
    if isinstance(record, Adoption):
        until = record.valid_until
    elif isinstance(record, Need):
        until = record.expires
    if until:
        yield Due(until, "vale_fino_al", partial(Invalid, "lapsed", until=until))


def still_current(entry: Entry) -> Iterator[Due]:
    """A record that nobody touched for two years may be out of date."""
    updated = entry.record.updated
    if updated:
        refusal = partial(Invalid, "perhaps-outdated", updated=updated)
        yield Due(updated + _STALE, "aggiornata_il", refusal)


TIMELINESS = (deferred_falls_due, adoption_is_reconfirmed, still_current)
