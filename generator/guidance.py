"""Guidance: what an editor is told of a field, wherever they write: one wording for all doors."""

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
from generator.schema import Attribute


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
