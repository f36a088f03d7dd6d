"""Values: what a record holds, as texts with links. One `match` over the kinds of field."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple, assert_never
from urllib.parse import urlsplit

from generator import routes
from generator.catalogue import Catalogue
from generator.fields import (
    Choice,
    Code,
    Date,
    Email,
    Field,
    Flag,
    Group,
    Integer,
    Kind,
    Leaf,
    Number,
    Option,
    PartialDate,
    Reference,
    Section,
    Text,
    Url,
)
from generator.index import words as option_words
from generator.records.parts import Direction
from generator.schema import Attribute, filled
from generator.views import words


class Inline(NamedTuple):
    """A piece of text; a link to a page of ours (`address`) or to another site (`url`)."""

    text: str
    address: str | None = None
    url: str | None = None
    since: str | None = None
    """The machine-readable form of a date."""


def inlines(catalogue: Catalogue, field: Field, value: Any) -> tuple[Inline, ...]:
    """A value as texts: one, except for a group, which gives one for each of its fields."""
    if isinstance(field, Group):
        return tuple(text for _, text in parts(catalogue, value))
    return (inline(catalogue, field, value),)


def parts(catalogue: Catalogue, group: object) -> Iterator[tuple[Attribute, Inline]]:
    """The fields of a group as texts; an address that follows a text becomes that text's link."""
    texts: list[tuple[Attribute, Inline]] = []
    for attribute, value in filled(group):
        if isinstance(attribute.field, Url) and texts and isinstance(texts[-1][0].field, Text):
            named, text = texts.pop()
            texts.append((named, text._replace(url=value)))
        elif not isinstance(attribute.field, Group):
            texts.append((attribute, inline(catalogue, attribute.field, value)))
    return iter(texts)


def inline(catalogue: Catalogue, field: Leaf, value: Any) -> Inline:  # noqa: C901  # one case a kind
    """The text of one value, with its link where it has one."""
    match field:
        case Text() | Code() | Section():
            return Inline(value)
        case Choice():
            return Inline(value.full_name, address=_place(field, value.id))
        case Number():
            return Inline(words.euros(value) if field.unit == "euro" else words.number(value))
        case Reference():
            return Inline(catalogue.entries[value].record.title, address=routes.record(value))
        case Date():
            return Inline(words.day(value), since=str(value))
        case PartialDate():
            place = _place(field, str(value.year))
            return Inline(words.moment(value), address=place, since=str(value))
        case Integer():
            return Inline(_whole(field, value))
        case Flag():
            return Inline("sì" if value else "no")
        case Url():
            return Inline(host(value), url=value)
        case Email():
            return Inline(value, url=f"mailto:{value}")
        case Option():
            return Inline(option_label(value), address=_place(field, value))
        case _:
            assert_never(field)


def _whole(field: Integer, value: int) -> str:
    if field.is_year:
        return str(value)
    unit = field.one if value == 1 and field.one else field.unit
    return f"{words.number(value)} {unit}".strip()


def option_label(option: StrEnum) -> str:
    """An option in words; a direction says when the indicator gets better."""
    match option:
        case Direction.UP:
            return "migliora se cresce"
        case Direction.DOWN:
            return "migliora se scende"
        case _:
            return option_words(option)


def host(url: str) -> str:
    """The name of the site a link leads to."""
    return urlsplit(url).netloc.removeprefix("www.")


def _place(field: Kind, value_id: str) -> str | None:
    return routes.value(field.facet, value_id) if field.facet else None
