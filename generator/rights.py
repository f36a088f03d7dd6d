"""Rights: what of a record may leave the site, in exports and feeds, by what it says of itself.

Everything on the site is CC BY 4.0 unless a record says otherwise (docs/note-legali.md): a record
without `diritti` leaves whole. One that has them leaves whole only if they say `riuso: consentito`;
else its facts do, which are nobody's (titles, names, dates, codes, amounts, links), and no texts.
"""

from typing import assert_never

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
from generator.records.parts import Reuse, Rights
from generator.schema import Attribute, schema_of

LICENCE = "CC-BY-4.0"
"""As SPDX names it."""

_NAME = 200
"""The characters up to which a plain text is a name rather than somebody's writing."""


def reusable(record: object) -> bool:
    """Whether a record's texts may be taken up by others."""
    rights: Rights | None = getattr(record, "rights", None)
    return rights is None or rights.reuse is Reuse.ALLOWED


def free(record: type, *, whole: bool) -> tuple[Attribute, ...]:
    """The attributes of a class whose values may leave."""
    found = schema_of(record).attributes
    return tuple(one for one in found if whole or is_fact(one.field))


def is_fact(field: Field) -> bool:
    """Whether what a field holds is a fact; a group is, but for the texts among its own fields."""
    match field:
        case Section():
            return False
        case Text():
            return field.fact or field.max_length <= _NAME
        case (
            Date()
            | PartialDate()
            | Integer()
            | Number()
            | Flag()
            | Code()
            | Url()
            | Email()
            | Choice()
            | Option()
            | Reference()
            | Group()
        ):
            return True
        case _:
            assert_never(field)
