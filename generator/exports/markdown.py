"""Markdown: a record as a text to read, to quote, to give to a program; only what may leave."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Any

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.fields import (
    Choice,
    Date,
    Field,
    Flag,
    Group,
    Leaf,
    Option,
    PartialDate,
    Reference,
    Section,
    Text,
)
from generator.outputs import Publisher
from generator.records import RECORD_TYPES
from generator.records.parts import Deferred
from generator.rights import free, reusable
from generator.schema import Attribute
from generator.values import Ref
from generator.views.values import inline

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~]")
_FEW = 1024
"""The values of a field whose words are remembered."""
_NO_RECORDS = Catalogue({}, {})
"""For the words of values that are no references."""
_RESERVED = "I testi di questa scheda sono riservati: qui ci sono solo i fatti."


def markdown(catalogue: Catalogue, entry: Entry, publisher: Publisher) -> str:
    """A title, where it comes from, a line for each fact, a section for each text and list."""
    writer = _Writer(catalogue, publisher, reusable(entry.record))
    return "\n".join(writer.record(entry)) + "\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    catalogue: Catalogue
    publisher: Publisher
    whole: bool
    """Whether the record's texts may leave, or only its facts."""

    def record(self, entry: Entry) -> Iterator[str]:
        filled = [*self.filled(entry.record)]
        kind = RECORD_TYPES[entry.ref.type].singular
        yield f"# {escaped(entry.record.title)}"
        yield f"\n{kind}, da {escaped(self.publisher.name)}: <{self.address(entry.ref)}>\n"
        for part, value in filled:
            if not part.is_section and part.name != "title":
                yield f"- {self.leaf(part, value)}"
        for part, value in filled:
            if part.is_section:
                yield f"\n## {part.label}\n"
                yield from self.section(part, value)
        if not self.whole:
            yield f"\n{_RESERVED}"

    def filled(self, holder: object) -> Iterator[tuple["_Part", Any]]:
        for part in _parts(type(holder), self.whole):  # type: ignore[arg-type]  # as in schema.py
            value = getattr(holder, part.name)
            if value is not None and (value or not part.many):
                yield part, value

    def address(self, ref: Ref) -> str:
        return f"{self.publisher.origin}{routes.record(ref)}"

    def section(self, part: "_Part", value: Any) -> Iterator[str]:
        if not part.is_prose:
            for item in value if part.many else (value,):
                yield f"- {part.line(self, item)}"
        elif isinstance(value, Deferred):
            yield f"Rinviata: {escaped(value.reason)}"
        else:
            yield value

    def group(self, group: object) -> str:
        return "; ".join([self.leaf(part, value) for part, value in self.filled(group)])

    def leaf(self, part: "_Part", value: Any) -> str:
        if part.many:
            return f"{part.label}: {', '.join([part.line(self, item) for item in value])}"
        return f"{part.label}: {part.line(self, value)}"

    def reference(self, ref: Ref) -> str:
        return f"[{_line(self.catalogue.entries[ref].record.title)}](<{self.address(ref)}>)"


_Way = Callable[[_Writer, Any], str]
"""How a value of a field is written."""


@dataclass(frozen=True, slots=True)
class _Part:
    """An attribute, as far as writing it goes."""

    name: str
    label: str
    many: bool
    is_section: bool
    """Whether what it holds wants a heading of its own, and not a line among the facts."""
    is_prose: bool
    line: _Way


@cache
def _parts(record: type, whole: bool) -> tuple[_Part, ...]:
    return tuple(map(_part, free(record, whole=whole)))


def _part(attribute: Attribute) -> _Part:
    field, many = attribute.field, attribute.many
    return _Part(
        name=attribute.name,
        label=field.label,
        many=many,
        is_section=isinstance(field, Section | Group) or (many and isinstance(field, Text)),
        is_prose=isinstance(field, Section),
        line=_way(field),
    )


def _way(field: Field) -> _Way:
    match field:
        case Group():
            return _Writer.group
        case Reference():
            return _Writer.reference
        case Text():
            return lambda _, value: _line(value)
        case Choice() | Option() | Flag() | Date() | PartialDate():  # the same few, again and again
            known = lru_cache(_FEW)(partial(_inline, field))
            return lambda _, value: known(value)
        case _:
            return lambda _, value: _inline(field, value)


def _inline(field: Leaf, value: Any) -> str:
    text = inline(_NO_RECORDS, field, value)
    words = _line(text.text)
    return f"[{words}](<{text.url}>)" if text.url else words


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    """A line of plain text whose signs mean nothing to Markdown."""
    return _SIGNS.sub(_escape, text)


def _escape(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"
