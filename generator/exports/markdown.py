"""Markdown: a record as a text to read, to quote, to give to a program; only what may leave."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.fields import Field, Group, Reference, Section, Text
from generator.outputs import Publisher
from generator.records import RECORD_TYPES
from generator.records.parts import Deferred
from generator.rights import leaving, reusable
from generator.schema import Attribute
from generator.views.values import inline

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
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
        filled = list(leaving(entry.record, whole=self.whole))
        sections = [part for part in filled if _is_section(part[0])]
        kind = RECORD_TYPES[entry.ref.type].singular
        yield f"# {escaped(entry.record.title)}"
        yield f"\n{kind}, da {escaped(self.publisher.name)}: <{self.address(entry)}>\n"
        for attribute, value in filled:
            if attribute.name != "title" and (attribute, value) not in sections:
                yield f"- {attribute.field.label}: {self.leaf(attribute, value)}"
        for attribute, value in sections:
            yield f"\n## {attribute.field.label}\n"
            yield from self.section(attribute, value)
        if not self.whole:
            yield f"\n{_RESERVED}"

    def address(self, entry: Entry) -> str:
        return f"{self.publisher.origin}{routes.record(entry.ref)}"

    def section(self, attribute: Attribute, value: Any) -> Iterator[str]:
        if not isinstance(attribute.field, Section):
            for item in value if attribute.many else (value,):
                yield f"- {self.text(attribute.field, item)}"
        elif isinstance(value, Deferred):
            yield f"Rinviata: {escaped(value.reason)}"
        else:
            yield value

    def group(self, group: object) -> str:
        parts = leaving(group, whole=self.whole)
        return "; ".join(f"{part.field.label}: {self.leaf(part, value)}" for part, value in parts)

    def leaf(self, attribute: Attribute, value: Any) -> str:
        values = value if attribute.many else (value,)
        return ", ".join(self.text(attribute.field, item) for item in values)

    def text(self, field: Field, value: Any) -> str:
        if isinstance(field, Group):
            return self.group(value)
        text = inline(self.catalogue, field, value)
        ours = f"{self.publisher.origin}{text.address}" if isinstance(field, Reference) else None
        words, url = escaped(" ".join(text.text.split())), text.url or ours
        return f"[{words}](<{url}>)" if url else words


def _is_section(attribute: Attribute) -> bool:
    """Whether what it holds wants a heading of its own, and not a line among the facts."""
    field = attribute.field
    return isinstance(field, Section | Group) or (attribute.many and isinstance(field, Text))


def escaped(text: str) -> str:
    """A line of plain text whose signs mean nothing to Markdown."""
    return _SIGNS.sub(r"\\\1", text)
