"""The composer: YAML events become nodes, and whatever a record may not use is refused.

No recursion and no object before its limits are checked, so that no document, however nested or
long, costs more than its bytes. PyYAML's own composer has neither limits nor refusals.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml
from yaml import CollectionEndEvent, CollectionStartEvent, ScalarEvent

from generator.problems import Invalid, Location, Problem, Severity, problem

MAX_DEPTH = 12
MAX_TEXT = 20_000
MAX_ITEMS = 200

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SWALLOWED = re.compile(r"\n[ \t]*- ")
_COMMENT = re.compile(r"[ \t]+#")
NULLS = {"", "~", "null", "Null", "NULL"}


class Node(NamedTuple):
    """A YAML value and where it starts: a text, a list, the pairs of a mapping, or nothing."""

    value: "str | list[Node] | Pairs | None"
    path: str
    line: int
    column: int
    refused: bool = False
    """Whether a problem was noted for it already: nothing more is to be said of its value."""

    @property
    def location(self) -> Location:
        """Where the value starts."""
        return Location(self.path, self.line, self.column)

    @property
    def is_null(self) -> bool:
        """Whether the author left the value empty."""
        return self.value is None

    @property
    def is_mapping(self) -> bool:
        """Whether the node is a block of fields."""
        return isinstance(self.value, Pairs)

    def text(self) -> str:
        """The scalar as written, without YAML 1.1 guesses, in Unicode NFC."""
        if not isinstance(self.value, str):
            raise Invalid("not-a-scalar")
        return normal(self.value)

    def items(self) -> "list[Node]":
        """The entries of a list."""
        if not isinstance(self.value, list):
            raise Invalid("not-a-list")
        return self.value

    def pairs(self) -> "list[tuple[Node, Node]]":
        """The keys and values of a mapping, in the order they are written."""
        if not isinstance(self.value, Pairs):
            raise Invalid("not-a-mapping")
        return self.value.entries


def normal(text: str) -> str:
    """A text without spaces around it, in Unicode NFC."""
    text = text.strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@dataclass(slots=True)
class Pairs:
    """The keys and values of a mapping; `key` waits for its value while the mapping is read."""

    entries: list[tuple[Node, Node]] = field(default_factory=list)
    key: Node | None = None


@dataclass(slots=True)
class Refusals:
    """The problems of one file, as they are found."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def add(
        self, line: int, column: int, refusal: Invalid, severity: Severity = Severity.ERROR
    ) -> None:
        """Note a refusal at a place, counted from 1."""
        self.problems.append(problem(Location(self.path, line, column), "-", refusal, severity))

    def has(self, code: str, line: int) -> bool:
        """Whether a line was refused already, and for this."""
        return any(found.code == code and found.location.line == line for found in self.problems)


def compose(text: str, refusals: Refusals, refuse: Callable[[str], None]) -> Node | None:
    """The node of the one document in `text`; `refuse` raises `Invalid` for a scalar's text.

    Tags, anchors, aliases, merge keys and long texts are noted and passed over, so that the rest
    of the file is checked too. Raises `yaml.YAMLError` for what is not YAML.
    """
    composer = _Composer(text, refusals, refuse)
    for event in iter(LOADER(text).get_event, None):
        if not composer.take(event):
            break
    return composer.root if composer.root is not None and not composer.root.is_null else None


@dataclass(slots=True)
class _Composer:
    text: str
    refusals: Refusals
    refuse: Callable[[str], None]
    root: Node | None = None
    documents: int = 0
    has_comments: bool = field(init=False)
    stack: list[Node] = field(default_factory=list)
    """The collections that are open, the innermost last."""

    def __post_init__(self) -> None:
        self.has_comments = " #" in self.text

    def take(self, event: yaml.Event) -> bool:
        """Take in an event; whether to go on."""
        match event:  # the most common first
            case ScalarEvent():
                self.node(event, self.is_suspect(event) and self.is_refused(event))
            case CollectionEndEvent():
                self.stack.pop()
            case CollectionStartEvent():
                self.is_refused(event)  # what it holds is read all the same
                self.stack.append(self.node(event, refused=False))
                if len(self.stack) > MAX_DEPTH:
                    self.root = None
                    return self.stop(event, Invalid("too-deep", maximum=MAX_DEPTH))
            case yaml.DocumentStartEvent():
                self.documents += 1
                return self.documents == 1 or self.stop(event, Invalid("second-document"))
            case yaml.NodeEvent():
                self.node(event, self.is_refused(event))
        return True

    def node(self, event: yaml.NodeEvent, refused: bool) -> Node:
        node = Node(_value(event), self.refusals.path, *_place(event), refused)
        if self.stack:
            _attach(self.stack[-1], node, self.refusals)
        else:
            self.root = node
        return node

    def is_suspect(self, event: ScalarEvent) -> bool:
        """Whether there is anything to check: nearly all scalars are short texts on one line."""
        style = event.style
        if style == '"' or event.anchor is not None or event.tag or len(event.value) > MAX_TEXT:
            return True
        return not style and (self.has_comments or lines(event) > 1)

    def is_refused(self, event: yaml.NodeEvent) -> bool:
        """Whether a problem is noted for what an event says of itself."""
        try:
            _check_event(event, self.refuse)
            if isinstance(event, ScalarEvent) and not event.style:
                self.check_plain(event)
        except Invalid as refusal:
            self.refusals.add(*_place(event), refusal)
            return True
        return False

    def check_plain(self, event: yaml.ScalarEvent) -> None:
        """Refuse a list swallowed by a text; warn of a comment that may be part of one."""
        start, end = event.start_mark, event.end_mark
        if not start or not end or (end.line == start.line and not self.has_comments):
            return
        if end.line > start.line and SWALLOWED.search(self.text[start.index : end.index]):
            raise Invalid("list-in-text")
        if event.value and _COMMENT.match(self.text, end.index):
            refusal = Invalid("comment")
            self.refusals.add(end.line + 1, end.column + 1, refusal, Severity.WARNING)

    def stop(self, event: yaml.Event, refusal: Invalid) -> bool:
        self.refusals.add(*_place(event), refusal)
        return False


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def lines(event: yaml.Event) -> int:
    """How many lines an event spans."""
    start, end = event.start_mark, event.end_mark
    return end.line - start.line + 1 if start and end else 1


def _check_event(event: yaml.NodeEvent, refuse: Callable[[str], None]) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise Invalid("yaml-anchor", name=f"*{event.anchor}")
    if event.anchor is not None:
        raise Invalid("yaml-anchor", name=f"&{event.anchor}")
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
        raise Invalid("yaml-tag", tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
    if isinstance(event, yaml.ScalarEvent):
        if len(event.value) > MAX_TEXT:
            raise Invalid("text-too-long", length=len(event.value), maximum=MAX_TEXT)
        if event.style == '"':  # only there can an escape bring in what the file does not show
            refuse(event.value)


def _value(event: yaml.NodeEvent) -> "str | list[Node] | Pairs | None":
    if isinstance(event, ScalarEvent):
        value: str = event.value
        if len(value) > MAX_TEXT:
            value = value[:MAX_TEXT]
        return value if event.style or value not in NULLS else None
    if isinstance(event, yaml.SequenceStartEvent):
        return []
    return Pairs() if isinstance(event, yaml.MappingStartEvent) else None


def _attach(parent: Node, node: Node, refusals: Refusals) -> None:
    """Put a node where it belongs in the collection that is being read."""
    held = parent.value
    if isinstance(held, Pairs):
        if held.key is None:
            held.key = node
            return
        key, held.key = held.key, None
        if key.value == "<<":
            refusals.add(key.line, key.column, Invalid("yaml-merge"))
            return
        held.entries.append((key, node))
        if len(held.entries) == MAX_ITEMS + 1:
            refusals.add(key.line, key.column, Invalid("too-long-list", maximum=MAX_ITEMS))
    elif isinstance(held, list) and len(held) <= MAX_ITEMS:
        held.append(node)
        if len(held) == MAX_ITEMS + 1:
            refusals.add(node.line, node.column, Invalid("too-long-list", maximum=MAX_ITEMS))
