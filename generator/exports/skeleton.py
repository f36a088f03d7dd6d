"""The skeleton: an empty record of a type, with a comment that explains each field."""

from collections.abc import Iterator
from textwrap import wrap
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
from generator.records import RecordType
from generator.schema import Attribute, schema_of

_WIDTH = 100


def skeleton(kind: RecordType) -> str:
    """The YAML of a record to fill in: obligatory fields open, the others behind a `#`."""
    head = (
        f"# {kind.singular}: scheda da compilare.",
        "# Le righe che cominciano con # non contano: togli il # ai campi che ti servono.",
        "# Quello che non si sa si lascia fuori.",
    )
    return "\n".join([*head, *_fields(kind.record)]) + "\n"


def _fields(record: type) -> Iterator[str]:
    for attribute in schema_of(record).attributes:
        yield ""
        mark = "" if attribute.required else "# "
        for line in wrap(description(attribute), _WIDTH, break_on_hyphens=False):
            yield f"# {line}"
        for line in _lines(attribute):
            yield f"{mark}{line}".rstrip()


def description(attribute: Attribute) -> str:
    """A field in a few words: its label, whether it must be there, what it wants, its hint."""
    return f"{attribute.field.label} ({_must(attribute)}): {_wanted(attribute)}"


def explained(attribute: Attribute) -> str:
    """Whether an attribute must be there, what it wants, and the hint of its declaration."""
    return f"{_must(attribute).capitalize()}: {_wanted(attribute)}"


def _must(attribute: Attribute) -> str:
    must = "obbligatorio" if attribute.required else "facoltativo"
    return f"{must}, una o più voci" if attribute.many else must


def _wanted(attribute: Attribute) -> str:
    hint = f" {attribute.field.hint}" if attribute.field.hint else ""
    return f"{expected(attribute.field)}.{hint}"


def _lines(attribute: Attribute) -> Iterator[str]:
    """The key and what follows it."""
    key = attribute.key
    if isinstance(attribute.field, Group):
        yield f"{key}:"
        parts = [f"{part.key}:" for part in schema_of(attribute.field.of).attributes]
        if attribute.many:
            parts = [f"- {parts[0]}", *(f"  {part}" for part in parts[1:])]
        yield from (f"  {part}" for part in parts)
    elif isinstance(attribute.field, Section):
        yield f"{key}: |"
    elif attribute.many:
        yield f"{key}:"
        yield "  -"
    else:
        yield f"{key}:"


def expected(field: Field) -> str:  # noqa: C901  # one case a kind
    """What a field wants, in a few words."""
    match field:
        case Text():
            return f"una riga, al massimo {field.max_length} caratteri"
        case Section():
            return "testo con paragrafi, elenchi e **grassetti**"
        case Date():
            return "data, AAAA-MM-GG"
        case PartialDate():
            return "data, AAAA-MM-GG, oppure AAAA-MM o AAAA"
        case Integer():
            return f"numero intero{f' di {field.unit}' if field.unit else ''}"
        case Number():
            return f"numero{f' in {field.unit}' if field.unit else ''}, con il punto per i decimali"
        case Flag():
            return "si oppure no"
        case Code():
            return f"codice, per esempio {field.example}"
        case Url():
            return "indirizzo web completo"
        case Email():
            return "casella di un ufficio"
        case Choice():
            return f"voce di practices/vocabolari/{field.vocabulary}.yml"
        case Option():
            return " oppure ".join(field.of)
        case Reference():
            return f"nome di un file di practices/{field.to}/, senza .yml"
        case Group():
            return "blocco di campi"
        case _:
            assert_never(field)
