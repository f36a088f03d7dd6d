"""Plain: a record as values that JSON can hold, under the keys of its YAML file.

Codes, days (RFC 3339) and moments are texts, terms their ids, records `type/id`, prose its
Markdown. What may not leave the site is not there (generator/rights.py).
"""

from decimal import Decimal
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
from generator.rights import LICENCE, leaving, reusable
from generator.values import Ref

Plain = dict[str, Any]

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
    for attribute, value in leaving(part, whole=whole):
        many = value if attribute.many else (value,)
        plains = [_value(attribute.field, one, whole=whole) for one in many]
        if left := [one for one in plains if one != {}]:  # of some groups there were only texts
            found[attribute.key] = left if attribute.many else left[0]
    return found


def _head(ref: Ref, publisher: Publisher) -> Plain:
    return {"id": _id(ref), "tipo_scheda": ref.type, "pagina": address(ref, publisher)}


def _id(ref: Ref) -> str:
    return f"{ref.type}/{ref.id}"


def _value(field: Field, value: Any, *, whole: bool) -> Any:
    match field:
        case Section() if isinstance(value, Deferred):
            return values(Deferral(deferred=value), whole=whole)
        case Text() | Section() | Code() | Url() | Email() | Integer() | Flag():
            return value
        case Choice():
            return value.id
        case Group():
            return values(value, whole=whole)
        case Date() | PartialDate() | Option():
            return str(value)
        case Number():
            return _number(value)
        case Reference():
            return _id(value)
        case _:
            assert_never(field)


def _number(value: Decimal) -> int | float:
    """The same number: the field takes no more digits than a double keeps."""
    return int(value) if value == value.to_integral_value() else float(value)
