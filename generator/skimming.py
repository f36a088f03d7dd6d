"""Skimming: a document with which nothing at all is wrong, read straight into its record.

No places, no messages: at the first thing out of the ordinary it is left to the reader, which alone
says what is wrong. A record that comes of it is the one that the reader would give.
"""

import re
from collections.abc import Callable, Mapping, Set
from functools import cache
from typing import Any

import yaml
from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent
from yaml import SequenceStartEvent as ListStartEvent

from generator.composer import LOADER, MAX_DEPTH, MAX_ITEMS, MAX_TEXT, NULLS, lines, normal
from generator.fields import Field, Group, Section
from generator.problems import Invalid
from generator.records.parts import Deferral
from generator.schema import Attribute, schema_of
from generator.source import FORBIDDEN, clear_text
from generator.values import Known

_DASH = re.compile(r"\s-\s")
_Value = str | list[Any] | dict[str, Any] | None
_Events = Callable[[], Any]


class _Doubt(Exception):
    """Something for the reader to look at."""


def skimmed(record: type, data: bytes, known: Known) -> Any | None:
    """The record, or None where there may be anything to say about the document."""
    text = clear_text(data)
    try:
        return None if text is None else _record(record, _document(text), known)
    except (_Doubt, Invalid, yaml.YAMLError):
        return None


def _document(text: str) -> _Value:
    take: _Events = LOADER(text).get_event
    take()
    if not isinstance(take(), yaml.DocumentStartEvent):
        raise _Doubt
    value = _value(take(), take, 1)
    take()
    if not isinstance(take(), yaml.StreamEndEvent):
        raise _Doubt
    return value


def _value(event: Any, take: _Events, depth: int) -> _Value:
    kind = event.__class__
    if kind is ScalarEvent:
        return _text(event)
    if depth > MAX_DEPTH or event.anchor is not None or event.tag is not None:
        raise _Doubt
    if kind is MappingStartEvent:
        return _pairs(take, depth)
    if kind is ListStartEvent:
        return _items(take, depth)
    raise _Doubt


def _text(event: ScalarEvent) -> str | None:
    value: str = event.value
    if event.anchor is not None or event.tag is not None or len(value) > MAX_TEXT:
        raise _Doubt
    if event.style == '"' and FORBIDDEN.search(value):  # brought in by an escape
        raise _Doubt
    if not event.style:
        if value in NULLS:
            return None
        if "-" in value and lines(event) > 1 and _DASH.search(value):  # perhaps a list
            raise _Doubt
    return normal(value)


def _pairs(take: _Events, depth: int) -> dict[str, _Value]:
    pairs: dict[str, _Value] = {}
    while (event := take()).__class__ is ScalarEvent:
        key = _text(event)
        if key is None or key == "<<" or key in pairs:
            raise _Doubt
        pairs[key] = _value(take(), take, depth + 1)
    if event.__class__ is not MappingEndEvent or len(pairs) > MAX_ITEMS:
        raise _Doubt
    return pairs


def _items(take: _Events, depth: int) -> list[_Value]:
    items = []
    while (event := take()).__class__ is not SequenceEndEvent:
        items.append(_value(event, take, depth + 1))
    if len(items) > MAX_ITEMS:
        raise _Doubt
    return items


def _record(kind: type, pairs: _Value, known: Known) -> Any:
    if not isinstance(pairs, dict):
        raise _Doubt
    attributes, required = _wanted(kind)
    values: dict[str, object] = {}
    for key, written in pairs.items():
        attribute = attributes.get(key)
        if attribute is None:
            raise _Doubt
        if written or isinstance(written, dict):
            parsed = _parsed_all if attribute.many else _parsed
            values[attribute.name] = parsed(attribute.field, written, known)
    if not required <= values.keys():
        raise _Doubt
    return kind(**values)


@cache
def _wanted(kind: type) -> tuple[Mapping[str, Attribute], Set[str]]:
    """The attributes by key, and the names of those that must be there."""
    attributes = schema_of(kind).attributes
    required = frozenset(attribute.name for attribute in attributes if attribute.required)
    return {attribute.key: attribute for attribute in attributes}, required


def _parsed_all(field: Field, items: _Value, known: Known) -> tuple[object, ...]:
    if not isinstance(items, list):
        raise _Doubt
    values = tuple(_parsed(field, item, known) for item in items)
    if len(set(values)) < len(values):
        raise _Doubt
    return values


def _parsed(field: Field, written: _Value, known: Known) -> object:
    if isinstance(field, Group):
        return _record(field.of, written, known)
    if isinstance(written, str) and written:
        return field.parse(written, known)
    if isinstance(field, Section) and field.may_defer:
        return _record(Deferral, written, known).deferred
    raise _Doubt
