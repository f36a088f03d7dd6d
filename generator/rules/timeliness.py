"""Timeliness: what a day that has passed asks of the editors. Warnings: a person must judge."""

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from generator.catalogue import Entry
from generator.debt import debts_of
from generator.problems import Invalid, Problem, Severity, problem
from generator.records import Adoption, Need

_STALE = relativedelta(years=2)


def deferred_falls_due(entry: Entry, today: date) -> Iterator[Problem]:
    """A section that was put off is written by its day."""
    for debt in debts_of(entry):
        if debt.is_due(today):
            refusal = Invalid("deferred-due", due=debt.due)
            place = entry.location(debt.key)
            yield problem(place, debt.key, refusal, Severity.WARNING)


def adoption_is_reconfirmed(entry: Entry, today: date) -> Iterator[Problem]:
    """An adoption, or a need, counts until its day."""
    record = entry.record
    key, until = "", None
    if isinstance(record, Adoption):
        key, until = "vale_fino_al", record.valid_until
    elif isinstance(record, Need):
        key, until = "vale_fino_al", record.expires
    if until and until < today:
        refusal = Invalid("lapsed", until=until)
        yield problem(entry.location(key), key, refusal, Severity.WARNING)


def still_current(entry: Entry, today: date) -> Iterator[Problem]:
    """A record that nobody touched for two years may be out of date."""
    updated = entry.record.updated
    if updated and updated.year < today.year and updated + _STALE < today:
        refusal = Invalid("perhaps-outdated", updated=updated)
        yield problem(entry.location("aggiornata_il"), "aggiornata_il", refusal, Severity.WARNING)


TIMELINESS = (deferred_falls_due, adoption_is_reconfirmed, still_current)
