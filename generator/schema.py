"""Schemas: a dataclass read as a list of attributes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, dataclass, fields
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from generator.fields import Field, Group, Kind, Reference
from generator.text import slug
from generator.values import Ref


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a record: where it stands in Python and in YAML, and what it holds."""

    name: str
    key: str
    field: Field
    required: bool
    many: bool
    """Whether it holds a tuple of values, written as a list."""


@dataclass(frozen=True, slots=True)
class Schema:
    """A record class and its attributes, in the order they are declared."""

    record: type
    attributes: tuple[Attribute, ...]


def filled(record: Any, kind: type[Kind] | UnionType = Kind) -> Iterator[tuple[Attribute, Any]]:
    """The attributes of a record that are filled in, each with its value: all, or those of some
    kinds of field."""
    return filled_in(record, _attributes(type(record), kind))  # type: ignore[arg-type]  # mypy looks at the instances' hash


def filled_in(record: Any, attributes: Iterable[Attribute]) -> Iterator[tuple[Attribute, Any]]:
    """Those of some attributes of a record that are filled in, each with its value."""
    for attribute in attributes:
        value = getattr(record, attribute.name)
        if value is not None and (value or not attribute.many):
            yield attribute, value


def references(record: object) -> Iterator[tuple[Reference, Ref]]:
    """Every reference that a record makes, with the field that makes it."""
    return leaves(record, _is_reference)


def leaves(record: object, wanted: Callable[[Field], bool]) -> Iterator[tuple[Any, Any]]:
    """The values of a record whose fields are wanted, at any depth, each with its field."""
    for attribute in _leading(type(record), wanted):  # type: ignore[arg-type]  # as above
        value = getattr(record, attribute.name)
        for item in value if attribute.many else (value,):
            if item is None:
                continue
            if isinstance(attribute.field, Group):
                yield from leaves(item, wanted)
            else:
                yield attribute.field, item


def _is_reference(field: Field) -> bool:
    return isinstance(field, Reference)


@cache
def _leading(record: type, wanted: Callable[[Field], bool]) -> tuple[Attribute, ...]:
    """The attributes whose fields are wanted, and the groups that hold any such."""
    return tuple(
        attribute
        for attribute in schema_of(record).attributes
        if (
            _leading(attribute.field.of, wanted)
            if isinstance(attribute.field, Group)
            else wanted(attribute.field)
        )
    )


@cache
def _attributes(record: type, kind: type[Kind] | UnionType) -> tuple[Attribute, ...]:
    found = schema_of(record).attributes
    return tuple(attribute for attribute in found if isinstance(attribute.field, kind))


@cache
def schema_of(record: type) -> Schema:
    """The schema that a dataclass declares with `Annotated[value, field]`.

    Attributes without a field, such as a term's id, are not part of it.
    """
    hints = get_type_hints(record, include_extras=True)
    attributes = []
    for spec in fields(record):
        for extra in getattr(hints[spec.name], "__metadata__", ()):
            if isinstance(extra, Kind):
                required = spec.default is MISSING
                many = get_origin(get_args(hints[spec.name])[0]) is tuple
                key = extra.key or slug(extra.label).replace("-", "_")
                attributes.append(Attribute(spec.name, key, extra, required, many))  # type: ignore[arg-type]  # every Kind is a Field
    return Schema(record, tuple(attributes))
