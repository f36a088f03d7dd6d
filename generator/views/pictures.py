"""Pictures: the map and the timeline, as shapes with their places. Templates only draw them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from textwrap import wrap

from generator import routes
from generator.records.terms import Territory
from generator.views import words
from generator.views.lists import Entry
from generator.views.tallies import Counts, Key, Part, bar, legend

TILE = 100
"""The side of a tile with the space around it, in units of the drawing."""
_GAP = 6
_MARGIN = 11
"""From a tile's edge to its text."""
_LINE = 16
_LETTERS = 10
"""As many fit in a line of a tile."""
_STEPS = 4

_DECADE = 10
_YEAR = 40
"""The width of a year with the space around it."""
_COLUMN = 28
_LETTER = 16
"""What a number needs above its column."""
PLOT = 150
"""The height of the highest column."""
_BASE = 180
_HEIGHT = _BASE + 26


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text and the place where it begins."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A territory on the map: a square that leads to its page."""

    address: str
    name: str
    """All that it says, for those who do not see it."""
    x: int
    y: int
    step: int
    """How dark it is: 0 for no record, then from 1."""
    lines: tuple[TextLine, ...]
    """The territory's name, where there is room for it."""
    short: TextLine
    """What stands for the name where there is not."""
    count: TextLine


@dataclass(frozen=True, slots=True, kw_only=True)
class TileMap:
    """A schematic map: equal tiles, each about where its territory is."""

    width: int
    height: int
    side: int
    tiles: tuple[Tile, ...]
    legend: tuple[Key, ...]
    outside: tuple[Entry, ...]
    """The territories that are not part of the drawing, such as the whole country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A year on the timeline."""

    address: str | None
    """The records of the year; None where there are none."""
    name: str
    x: int
    """Where its room begins; `left` is where the column itself does."""
    left: int
    middle: int
    parts: tuple[Part, ...]
    """From the top of the drawing, where each begins."""
    top: int
    """Where its number stands."""
    count: str
    year: str


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years of the timeline: it stands beside the others or, on a small screen, under them."""

    name: str
    top: int
    """Where its drawing begins: it is as high as its highest column needs, on the common scale."""
    height: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Columns by year, from the first year to the last: years without records have their place."""

    width: int
    base: int
    """Where the columns stand, and under them the years' names at `foot`."""
    foot: int
    year_width: int
    column_width: int
    decades: tuple[Decade, ...]
    legend: tuple[Key, ...]


def tile_map(totals: Mapping[Territory, int], outside: Iterable[Entry]) -> TileMap:
    """The map of the territories that have a place on it, with how many records each has."""
    places = {term: _place(term) for term in totals}
    bounds = _bounds(max(totals.values(), default=0))
    tiles = [
        _tile(term, totals[term], places[term], bounds)
        for term in sorted(totals, key=lambda term: places[term][::-1])
    ]
    return TileMap(
        width=TILE * (1 + max((column for column, _ in places.values()), default=0)),
        height=TILE * (1 + max((row for _, row in places.values()), default=0)),
        side=TILE - _GAP,
        tiles=tuple(tiles),
        legend=tuple(_steps({tile.step for tile in tiles}, bounds)),
        outside=tuple(outside),
    )


def _place(term: Territory) -> tuple[int, int]:
    column, row = (term.place or "0 0").split()
    return int(column), int(row)


def _bounds(most: int) -> list[int]:
    """The highest number of each step; a step reaches twice as far as the one before it."""
    return sorted({ceil(most / 2**halvings) for halvings in range(_STEPS)} - {0})


def _tile(term: Territory, total: int, place: tuple[int, int], bounds: list[int]) -> Tile:
    x, y = (TILE * step + _GAP // 2 for step in place)
    name, short = str(term), term.abbreviation or str(term)[:3].upper()
    lines = wrap(name, _LETTERS)
    return Tile(
        address=routes.territory(term.id),
        name=f"{name} ({short}): {words.count(total, 'scheda', 'schede')}",
        x=x,
        y=y,
        step=1 + bisect_left(bounds, total) if total else 0,
        lines=tuple(
            TextLine(x + _MARGIN, y + 22 + _LINE * place, text) for place, text in enumerate(lines)
        ),
        short=TextLine(x + _MARGIN, y + 33, short),
        count=TextLine(x + _MARGIN, y + 82, words.number(total)),
    )


def _steps(seen: set[int], bounds: list[int]) -> Iterator[Key]:
    if 0 in seen:
        yield Key("0", "nessuna")
    for step, (before, bound) in enumerate(zip([0, *bounds], bounds, strict=False), 1):
        lowest, highest = words.number(before + 1), words.number(bound)
        label = highest if lowest == highest else f"da {lowest} a {highest}"
        yield Key(str(step), label)


def timeline(years: Mapping[int, Counts]) -> Timeline:
    """The timeline of the years that have records, and of those between."""
    most = max((found.total for found in years.values()), default=0)
    span = range(min(years), max(years) + 1) if years else range(0)
    decades: dict[int, list[Column]] = {}
    for year in span:
        found = years.get(year, Counts(0, 0, 0, 0))
        decades.setdefault(year - year % _DECADE, []).append(_column(year, found, most))
    return Timeline(
        width=_YEAR * _DECADE,
        base=_BASE,
        foot=_HEIGHT - 7,
        year_width=_YEAR,
        column_width=_COLUMN,
        decades=tuple(_decade(columns) for columns in decades.values()),
        legend=legend(years.values()),
    )


def _decade(columns: list[Column]) -> Decade:
    top = min(column.top for column in columns) - _LETTER
    name = f"Dal {columns[0].year} al {columns[-1].year}"
    return Decade(name, top, _HEIGHT - top, tuple(columns))


def _column(year: int, counted: Counts, most: int) -> Column:
    x = _YEAR * (year % _DECADE)
    parts = tuple(
        Part(part.series, _BASE - part.start - part.length, part.length)
        for part in bar(counted, most, PLOT)
    )
    return Column(
        address=routes.filtered("anno", str(year)) if counted.total else None,
        name=f"{year}: {words.count(counted.total, 'scheda', 'schede')}",
        x=x,
        left=x + (_YEAR - _COLUMN) // 2,
        middle=x + _YEAR // 2,
        parts=parts,
        top=min((part.start for part in parts), default=_BASE) - 7,
        count=words.number(counted.total),
        year=str(year),
    )
