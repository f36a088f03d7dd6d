"""Plain: a record as values that JSON can hold, under the keys of its YAML file.

Codes, days (RFC 3339) and moments are texts, terms their ids, records `type/id`, prose its
Markdown. What may not leave the site is not there (generator/rights.py).
"""

from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial
from operator import attrgetter
from typing import Any, assert_never

from generator import routes
from generator.catalogue import Entry
from generator.fields import (
    Choice,
    Code,
    Date,
    Email,
    Field,
    Flag,
    Group,
    Integer,
    Number,
    Option,
    PartialDate,
    Reference,
    Section,
    Text,
    Url,
)
from generator.outputs import Publisher
from generator.records.parts import Deferral, Deferred
from generator.records.withdrawal import Withdrawal
from generator.rights import LICENCE, free, reusable
from generator.values import Ref

Plain = dict[str, Any]
_Way = Callable[[Any], Any]
"""How a value of a field becomes plain."""

WITHDRAWN = "ritirata"
"""The `stato` of a record that was taken off the site."""


def plain(entry: Entry, publisher: Publisher) -> Plain:
    """A record: what it is, where, on which terms, then what it holds of what its file does."""
    whole = reusable(entry.record)
    page = address(entry.ref, publisher)
    credit = f"«{entry.record.title}», {publisher.name}, {page}"
    terms = {"licenza": LICENCE, "attribuzione": f"{credit}, CC BY 4.0"}
    return {
        **_head(entry.ref, publisher),
        **(terms if whole else {"attribuzione": credit}),
        "solo_fatti": not whole,
        "titolo": entry.record.title,
        **values(entry.record, whole=whole),
    }


def plain_withdrawn(ref: Ref, withdrawal: Withdrawal, publisher: Publisher) -> Plain:
    """What remains of a record that was taken off: its id, and what took its place."""
    replaced = {"sostituita_da": withdrawal.replaced_by} if withdrawal.replaced_by else {}
    return {**_head(ref, publisher), "stato": WITHDRAWN, **replaced}


def address(ref: Ref, publisher: Publisher) -> str:
    """A record's page, with the site's own address where that is known."""
    return f"{publisher.origin}{routes.record(ref)}"


def values(part: object, *, whole: bool) -> Plain:
    """What a record, or a group of its fields, holds and may leave."""
    found: Plain = {}
    for name, key, many, made in _ways(type(part), whole):  # type: ignore[arg-type]  # as in schema.py
        value = getattr(part, name)
        if many:
            if left := [one for one in map(made, value) if one != {}]:
                found[key] = left
        elif value is not None and (one := made(value)) != {}:  # of some groups, only texts
            found[key] = one
    return found


@cache
def _ways(record: type, whole: bool) -> tuple[tuple[str, str, bool, _Way], ...]:
    """For each attribute: its name, its key, whether it holds many values, what each becomes."""
    return tuple(
        (one.name, one.key, one.many, _way(one.field, whole=whole))
        for one in free(record, whole=whole)
    )


def _head(ref: Ref, publisher: Publisher) -> Plain:
    return {"id": named(ref), "tipo_scheda": ref.type, "pagina": address(ref, publisher)}


def named(ref: Ref) -> str:
    """A record's id, as it is told from those of other types."""
    return f"{ref.type}/{ref.id}"


def _way(field: Field, *, whole: bool) -> _Way:
    match field:
        case Section():
            return partial(_section, whole=whole)
        case Text() | Code() | Url() | Email() | Integer() | Flag():
            return _same
        case Choice():
            return attrgetter("id")
        case Group():
            return partial(values, whole=whole)
        case Date() | PartialDate() | Option():
            return str
        case Number():
            return _number
        case Reference():
            return named
        case _:
            assert_never(field)


def _same(value: Any) -> Any:
    return value


def _section(value: Any, *, whole: bool) -> Any:
    return values(Deferral(deferred=value), whole=whole) if isinstance(value, Deferred) else value


def _number(value: Decimal) -> int | float:
    """The same number: the field takes no more digits than a double keeps."""
    return int(value) if value == value.to_integral_value() else float(value)
