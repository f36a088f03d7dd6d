"""Tallies: tables that count records, with a bar in each row."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.records import RECORD_TYPES, Experience, Organisation, Practice
from generator.values import Ref
from generator.views import words
from generator.views.values import Inline

BAR = 1000
"""The length of the longest bar, in units of its drawing."""


class Counts(NamedTuple):
    """How many records there are, by what they are."""

    practices: int
    experiences: int
    others: int
    bodies: int
    """Administrations, which are never part of the total."""

    @property
    def total(self) -> int:
        """The records that tell something done."""
        return self.practices + self.experiences + self.others


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: what it counts, where it begins, how long it is."""

    series: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a legend: a style and what it stands for."""

    style: str
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be counted: a name with its link, and the records that it counts."""

    text: Inline
    refs: Sequence[Ref]
    note: str = ""


@dataclass(frozen=True, slots=True)
class TallyRow:
    """A row of a tally: a name, its total as a number and as a bar, the other numbers."""

    text: Inline
    note: str
    total: str
    bar: tuple[Part, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TallyGroup:
    """The rows under one heading; without a title, the only ones."""

    title: str
    rows: tuple[TallyRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A table of counts."""

    columns: tuple[str, ...]
    """The names of the columns: the rows' name, the total, the other numbers."""
    groups: tuple[TallyGroup, ...]
    legend: tuple[Key, ...]
    folded: str = ""
    """What opens the table, where it is folded away behind a picture."""


_SERIES = (
    Key("pratiche", "Pratiche"),
    Key("esperienze", "Esperienze"),
    Key("altre", "Altre schede"),
)


def counts(refs: Iterable[Ref]) -> Counts:
    """How many records there are, by what they are."""
    found = Counter(RECORD_TYPES[ref.type].record for ref in refs)
    practices, experiences, bodies = found[Practice], found[Experience], found[Organisation]
    others = found.total() - practices - experiences - bodies
    return Counts(practices, experiences, others, bodies)


def bar(counted: Counts, most: int, length: int = BAR) -> tuple[Part, ...]:
    """The parts of a bar, end to end; `most` is the number that is as long as `length`."""
    numbers = (counted.practices, counted.experiences, counted.others)
    ends = [round(length * sum(numbers[:place]) / most) if most else 0 for place in range(4)]
    return tuple(
        Part(key.style, ends[place], ends[place + 1] - ends[place])
        for place, key in enumerate(_SERIES)
        if numbers[place]
    )


def legend(counted: Iterable[Counts]) -> tuple[Key, ...]:
    """What the parts of the bars stand for, without what no bar has."""
    seen = {part.series for counts_ in counted for part in bar(counts_, counts_.total)}
    return tuple(key for key in _SERIES if key.style in seen)


def tally(
    name: str,
    groups: Mapping[str, Sequence[Line]],
    *,
    bodies: bool = False,
    folded: str = "",
) -> Tally:
    """The table of some lines, by the title of their group; `bodies` adds the administrations."""
    every = [counts(line.refs) for lines in groups.values() for line in lines]
    most = max((found.total for found in every), default=0)
    shown = 4 if bodies else 3
    return Tally(
        columns=(name, "Schede", *[*(key.label for key in _SERIES), "Amministrazioni"][:shown]),
        groups=tuple(
            TallyGroup(title, tuple(_row(line, most, shown) for line in lines))
            for title, lines in groups.items()
        ),
        legend=legend(every),
        folded=folded,
    )


def _row(line: Line, most: int, shown: int) -> TallyRow:
    counted = counts(line.refs)
    return TallyRow(
        line.text,
        line.note,
        words.number(counted.total),
        bar(counted, most),
        tuple(words.number(number) for number in counted[:shown]),
    )
