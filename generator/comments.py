"""Comments: what follows `#` in a file, and which field or item each comment speaks of."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from generator.composer import LOADER, Node, Pairs


class Comment(NamedTuple):
    """A comment and its place, from 1."""

    line: int
    column: int
    text: str
    """From its `#` on."""
    spaced: bool
    """Whether the line above it is empty."""
    beside: tuple[int, int] | None
    """Where the value begins that ends on the comment's line, if one does."""


class Spot(NamedTuple):
    """A field, or an item of a list, by its place."""

    line: int
    column: int
    is_item: bool


_Comments = dict[Spot, list[Comment]]


@dataclass(slots=True)
class Notes:
    """The comments of a file, by what they speak of."""

    head: list[Comment] = field(default_factory=list)
    before: _Comments = field(default_factory=lambda: defaultdict(list))
    beside: _Comments = field(default_factory=lambda: defaultdict(list))
    within: _Comments = field(default_factory=lambda: defaultdict(list))
    """Below all that a field or an item holds."""
    foot: list[Comment] = field(default_factory=list)


def comments(text: str) -> list[Comment]:
    """The comments of a document that can be read, in their order."""
    finder = _Finder(text, text.split("\n"))
    for event in yaml.parse(text, Loader=LOADER):
        finder.take(event)
    return finder.found


def notes(text: str, root: Node) -> Notes:
    """The comments of a document, each by the field or item that it speaks of."""
    spots = list(_spots(root))
    kept = _assigned(spots, comments(text))
    if spots:
        _split_head(kept, spots[0][0])
    return kept


@dataclass(slots=True)
class _Finder:
    """Comments stand between values: what is read grows with each event of the YAML reader."""

    text: str
    lines: list[str]
    found: list[Comment] = field(default_factory=list)
    line: int = 0
    column: int = 0
    ended: tuple[int, tuple[int, int]] = (0, (0, 0))
    """The line on which the last value ends, and where that value begins."""
    open: list[tuple[int, int]] = field(default_factory=list)

    def take(self, event: yaml.Event) -> None:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return
        self.read_to(start.line, start.column)
        place = (start.line + 1, start.column + 1)
        match event:
            case yaml.CollectionStartEvent():
                self.open.append(place)
            case yaml.CollectionEndEvent():
                place = self.open.pop()
                if end.index > start.index:  # a bracket; what is indented ends without a sign
                    self.ended = (end.line + 1, place)
            case yaml.ScalarEvent(style="|" | ">"):
                self.ended = (start.line + 1, place)
                self.read_to(start.line, len(self.lines[start.line]))
            case yaml.ScalarEvent():
                self.ended = (end.line + 1, place)
        self.line, self.column = max((self.line, self.column), (end.line, end.column))

    def read_to(self, line: int, column: int) -> None:
        """Note the comments from where reading stopped to a place."""
        for number in range(self.line, min(line + 1, len(self.lines))):
            begin = self.column if number == self.line else 0
            end = column if number == line else len(self.lines[number])
            mark = self.lines[number].find("#", begin, end)
            if mark >= 0:
                self.note(number, mark)
        self.line, self.column = max((self.line, self.column), (line, column))

    def note(self, number: int, mark: int) -> None:
        line, place = self.ended
        beside = place if line == number + 1 else None
        spaced = number > 0 and not self.lines[number - 1].strip()
        text = self.lines[number][mark:].rstrip()
        self.found.append(Comment(number + 1, mark + 1, text, spaced, beside))


def _spots(node: Node) -> Iterator[tuple[Spot, Node]]:
    """Every field and item below a node, with its value, in the order in which they are written."""
    match node.value:
        case Pairs(entries):
            for key, value in entries:
                yield Spot(key.line, key.column, is_item=False), value
                yield from _spots(value)
        case list(items):
            for item in items:
                yield Spot(item.line, item.column, is_item=True), item
                yield from _spots(item)


def _assigned(spots: list[tuple[Spot, Node]], found: list[Comment]) -> Notes:
    kept = Notes()
    values = {}
    for spot, value in spots:  # the innermost comes last
        values[value.line, value.column] = values[spot.line, spot.column] = spot
    places = [(spot.line, spot.column) for spot, _ in spots]
    for comment in found:
        index = bisect_right(places, (comment.line, comment.column))
        holder = _holder(spots, index, comment.column)
        if comment.beside in values:
            kept.beside[values[comment.beside]].append(comment)
        elif holder:
            kept.within[holder].append(comment)
        elif index == 0:
            kept.head.append(comment)
        elif index < len(spots):
            kept.before[spots[index][0]].append(comment)
        else:
            kept.foot.append(comment)
    return kept


def _holder(spots: list[tuple[Spot, Node]], index: int, column: int) -> Spot | None:
    """What a comment before one of the spots stands in, when it is deeper than that one."""
    if index < len(spots) and column <= _margin(*spots[index]):
        return None
    earlier = (spots[number] for number in range(index - 1, -1, -1))
    around = (pair for pair in earlier if _margin(*pair) < column)
    spot, value = next(around, (None, None))
    return spot if value and not isinstance(value.value, str) else None


def _margin(spot: Spot, value: Node) -> int:
    """The column at which the line of a field or an item begins, before its dash."""
    dash = 1 if value.is_null else 2  # nothing follows the dash of an empty item
    return spot.column - dash if spot.is_item else spot.column


def _split_head(kept: Notes, first: Spot) -> None:
    """After an empty line, the comment that stands on the first field is the field's own."""
    starts = [number for number, comment in enumerate(kept.head) if number and comment.spaced]
    if starts:
        kept.before[first] = kept.head[starts[-1] :]
        del kept.head[starts[-1] :]
