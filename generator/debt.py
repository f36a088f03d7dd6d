"""Information debt: sections that were put off, and the day on which they fall due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from generator.catalogue import Catalogue, Entry
from generator.fields import Section
from generator.records import Experience
from generator.records.parts import Deferred
from generator.schema import filled
from generator.values import Ref


@dataclass(frozen=True, slots=True)
class Debt:
    """A section that someone still has to write; `due` is None when nothing tells when."""

    ref: Ref
    key: str
    section: str
    reason: str
    due: date | None

    def is_due(self, today: date) -> bool:
        """Whether the day has passed."""
        return self.due is not None and self.due < today


def debts(catalogue: Catalogue) -> Iterator[Debt]:
    """Every deferred section, in the catalogue's order."""
    for entry in catalogue.entries.values():
        yield from debts_of(entry)


def debts_of(entry: Entry) -> Iterator[Debt]:
    """The deferred sections of one record."""
    for attribute, value in filled(entry.record, Section):
        if isinstance(value, Deferred):
            due = value.due or _planned_end(entry)
            yield Debt(entry.ref, attribute.key, attribute.field.label, value.reason, due)


def _planned_end(entry: Entry) -> date | None:
    """The day on which the experience was to end: its end, or its start plus its duration."""
    record = entry.record
    if not isinstance(record, Experience):
        return None
    if record.end:
        return record.end.last_day
    if record.start and record.duration:
        return record.start.first_day + relativedelta(months=record.duration)
    return None
