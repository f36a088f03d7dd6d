"""Layout: a record's YAML written in the one way in which the editor in the browser writes it.

Fields in the order of their declaration and unknown ones after them, lists one item a line, texts
of several lines after `|-`, long lines whole, quotation marks only where YAML needs them. Values
and comments stay as they are: what is written is read again and compared.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from generator.comments import Comment, Notes, Spot, comments, notes
from generator.composer import Node, Pairs
from generator.fields import Field, Group, Integer, Number, Section
from generator.problems import Invalid
from generator.records.parts import Deferral
from generator.scalars import is_number, is_typed, scalar
from generator.schema import Schema, schema_of
from generator.source import read_bytes

_STEP = 2
_LITERAL = "|-"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a file holds: one record, or the terms of a vocabulary by their ids."""

    record: type
    has_ids: bool = False


def laid_out(node: Node, text: str, shape: Shape) -> str | None:
    """A file without errors in the one layout; None where a value or a comment would not come out
    of it as it went in. `node` is what `text`, its lines ended as on Unix, was read as."""
    try:
        writer = _Writer(text.split("\n"), notes(text, node))
        lines = list(writer.document(node, shape))
    except Invalid:  # a key that is no text
        return None
    written = "\n".join(lines).lstrip("\n") + "\n"
    again = read_bytes(written.encode(), "")
    if again.node is None or again.refused or not _same(node, again.node):
        return None
    return written if _remarked(written) == _remarked(text) else None


def _remarked(text: str) -> Counter[str]:
    return Counter(found.text for found in comments(text))


def _same(one: Node, other: Node) -> bool:
    """Whether two nodes hold the same values, fields in whatever order."""
    match one.value, other.value:
        case Pairs(), Pairs():
            first, second = (sorted(node.pairs(), key=_key) for node in (one, other))
            return list(map(_key, first)) == list(map(_key, second)) and all(
                _same(mine[1], its[1]) for mine, its in zip(first, second, strict=True)
            )
        case list() as items, list() as others:
            return len(items) == len(others) and all(map(_same, items, others))
        case str(), str():
            return one.text() == other.text()
        case _:
            return one.value is other.value is None


def _key(pair: tuple[Node, Node]) -> str:
    return pair[0].text()


@dataclass(frozen=True, slots=True)
class _Writer:
    """Lines of YAML. `indent` is where a field or an item stands, in spaces."""

    source: list[str]
    """The lines of the file as it was."""
    notes: Notes

    def document(self, root: Node, shape: Shape) -> Iterator[str]:
        schema = schema_of(shape.record)
        yield from _remarks(self.notes.head, 0)
        if shape.has_ids:
            for key, value in root.pairs():
                yield from self.pair(key, value, _Part(None, schema), 0)
        else:
            yield from self.pairs(root, schema, 0)
        yield from _remarks(self.notes.foot, 0)

    def pairs(self, node: Node, schema: Schema | None, indent: int) -> Iterator[str]:
        attributes = schema.attributes if schema else ()
        fields = {attribute.key: attribute.field for attribute in attributes}
        order = {key: place for place, key in enumerate(fields)}
        for key, value in sorted(node.pairs(), key=lambda pair: order.get(_key(pair), len(order))):
            yield from self.pair(key, value, _part(fields.get(key.text()), value), indent)

    def pair(self, key: Node, value: Node, part: "_Part", indent: int) -> Iterator[str]:
        spot = Spot(key.line, key.column, is_item=False)
        head, *below = self.value(value, part, indent + _STEP)
        first = f"{' ' * indent}{scalar(key.text())}: {head}".rstrip()
        yield from self.noted(spot, first, below, indent)

    def item(self, node: Node, part: "_Part", indent: int) -> Iterator[str]:
        spot = Spot(node.line, node.column, is_item=True)
        head, *below = self.value(node, part, indent + _STEP)
        if not head and below:  # a collection begins beside the dash, its first comments above
            remarks = list(takewhile(_is_remark, below))
            yield from (line[_STEP:] for line in remarks)
            head, *below = below[len(remarks) :]
        first = f"{' ' * indent}- {head.lstrip()}".rstrip()
        yield from self.noted(spot, first, below, indent)

    def noted(self, spot: Spot, first: str, below: list[str], indent: int) -> Iterator[str]:
        """The lines of a field or an item, with its comments."""
        yield from _remarks(self.notes.before[spot], indent)
        beside = self.notes.beside[spot]
        if len(beside) == 1 and not first.endswith(_LITERAL):
            yield f"{first} {beside[0].text}"
        else:
            yield from _remarks(beside, indent)
            yield first
        yield from below
        yield from _remarks(self.notes.within[spot], indent + _STEP)

    def value(self, node: Node, part: "_Part", indent: int) -> Iterator[str]:
        """What stands beside the key or the dash, then the lines below it."""
        match node.value:
            case None:
                yield ""
            case str() as text:
                yield from self.text(text.strip(), node, part, indent)
            case Pairs(entries):
                yield "" if entries else "{}"
                yield from self.pairs(node, part.schema, indent)
            case list() as items:
                yield "" if items else "[]"
                for item in items:
                    yield from self.item(item, _part(part.field, item), indent)

    def text(self, text: str, node: Node, part: "_Part", indent: int) -> Iterator[str]:
        mark = self.source[node.line - 1][node.column - 1 : node.column]
        if "\n" in text or (not text and mark == "|"):
            lines = text.split("\n") if text else []
            yield _LITERAL
            yield from (f"{' ' * indent}{line}" if line else "" for line in lines)
            return
        if isinstance(part.field, Integer | Number):
            yield text if is_number(text) else scalar(text)
        elif part.field is None and mark not in set("\"'|>"):  # nobody says what it is
            yield text if is_typed(text) and text == node.value else scalar(text)
        else:
            yield scalar(text)


@dataclass(frozen=True, slots=True)
class _Part:
    """What is declared of a value: neither for one of an unknown field."""

    field: Field | None
    schema: Schema | None


def _part(field: Field | None, value: Node) -> _Part:
    match field:
        case Group():
            return _Part(field, schema_of(field.of))
        case Section() if value.is_mapping:
            return _Part(field, schema_of(Deferral))
        case _:
            return _Part(field, None)


def _remarks(found: list[Comment], indent: int) -> Iterator[str]:
    for comment in found:
        if comment.spaced:
            yield ""
        yield " " * indent + comment.text


def _is_remark(line: str) -> bool:
    return not line or line.lstrip().startswith("#")
