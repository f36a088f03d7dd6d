"""Values: what fields parse to, where Python has no type of its own for it."""

from calendar import monthrange
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, NewType

Prose = NewType("Prose", str)
"""A contributor's Markdown, not yet safe to show: only prose.py makes HTML of it."""


class Ref(NamedTuple):
    """A reference to a record: its type (the folder) and its id."""

    type: str
    id: str


@dataclass(frozen=True, order=True, slots=True)
class Moment:
    """A day, a month or a year: as much of a date as is known (ISO 8601 reduced precision)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = (
            f"{self.year:04}",
            self.month and f"{self.month:02}",
            self.day and f"{self.day:02}",
        )
        return "-".join(part for part in parts if part)

    @property
    def first_day(self) -> date:
        """The first day that the moment can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that the moment can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Known:
    """What a value can point to: the terms of each vocabulary, the ids of each record type."""

    terms: Mapping[str, Mapping[str, object]]
    ids: Mapping[str, Set[str]]
    withdrawn: Mapping[str, Set[str]] = field(default_factory=dict)
    """The ids that no record may have again, by record type."""


class Past(dict[date, bool]):
    """Which days have passed on a day."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = today

    def __missing__(self, day: date) -> bool:
        return self.setdefault(day, day < self.today)
