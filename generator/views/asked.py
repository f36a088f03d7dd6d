"""Asked: a field as the form asks for it, by which control, in which words."""

from collections.abc import Iterator
from dataclasses import dataclass
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
from generator.records.parts import Deferral
from generator.schema import Attribute, schema_of
from generator.vocabulary import Vocabularies

FEW = 15
"""As many terms are shown all together; more are searched."""
_LONG_LINE = 200
_NUMBER = "__N__"
"""Where the browser puts the number of an item in the ids of its fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One field of the form."""

    key: str
    id: str
    control: str
    """What one writes it with: line, lines, text, select, checks, pick or group."""
    label: str
    required: bool
    many: bool
    help: tuple[str, ...]
    most: int | None = None
    unit: str = ""
    keyboard: str = ""
    is_short: bool = False
    """Whether a few characters are all that is asked for."""
    options: tuple[tuple[str, str], ...] = ()
    of: str = ""
    """What is searched: «terms/temi», «records/esperienze»."""
    parts: tuple["Asked", ...] = ()
    deferral: tuple["Asked", ...] = ()


def asked(attribute: Attribute, vocabularies: Vocabularies, prefix: str) -> Asked:
    """A field of the form; `prefix` goes before the ids of its parts."""
    field, key = attribute.field, attribute.key
    wanted = _wanted(field)
    own = f"{prefix}{key}-"
    inner = f"{own}{_NUMBER}-" if attribute.many else own
    return Asked(
        key=key,
        id=f"{prefix}{key}",
        control=_control(attribute, vocabularies),
        label=field.label,
        required=attribute.required,
        many=attribute.many,
        help=tuple(text for text in (field.hint, wanted) if text),
        most=getattr(field, "max_length", None),
        unit=getattr(field, "unit", ""),
        keyboard=_keyboard(field),
        is_short=isinstance(field, Date | PartialDate | Integer | Number | Code),
        options=tuple(_options(field, vocabularies)),
        of=_of(field),
        parts=_parts(field, vocabularies, inner),
        deferral=_deferral(field, vocabularies, own),
    )


def _parts(field: Field, vocabularies: Vocabularies, prefix: str) -> tuple[Asked, ...]:
    if not isinstance(field, Group):
        return ()
    return tuple(asked(part, vocabularies, prefix) for part in schema_of(field.of).attributes)


def _deferral(field: Field, vocabularies: Vocabularies, prefix: str) -> tuple[Asked, ...]:
    """What is asked where a section's text can't be written yet."""
    if not (isinstance(field, Section) and field.may_defer):
        return ()
    (whole,) = schema_of(Deferral).attributes
    return (asked(whole, vocabularies, prefix),)


def _control(attribute: Attribute, vocabularies: Vocabularies) -> str:
    match attribute.field:
        case Text() as field:
            return "lines" if field.max_length > _LONG_LINE else "line"
        case Section():
            return "text"
        case Date() | PartialDate() | Integer() | Number() | Code() | Url() | Email():
            return "line"
        case Choice() as field:
            few = len(vocabularies[field.vocabulary]) <= FEW
            return ("checks" if attribute.many else "select") if few else "pick"
        case Flag() | Option():
            return "checks" if attribute.many else "select"
        case Reference():
            return "pick"
        case Group():
            return "group"
        case _:
            assert_never(attribute.field)


def _wanted(field: Field) -> str:  # noqa: C901  # one case a kind
    """How to write a value, where the box alone doesn't say it."""
    match field:
        case Section():
            return (
                "Puoi usare elenchi (righe che cominciano con «- »), **grassetto** e collegamenti."
            )
        case Date():
            return "Per esempio 2024-12-31."
        case PartialDate():
            return "Per esempio 2024-12-31, oppure 2024-12 o 2024."
        case Integer():
            return "Solo cifre."
        case Number():
            return "Solo cifre, senza punti per le migliaia; i decimali dopo un punto: 1234.56."
        case Code():
            return f"Per esempio {field.example}."
        case Url():
            start = "https:// (o http://)" if field.http else "https://"
            return f"L'indirizzo completo, che comincia con {start}."
        case Email():
            return "La casella di un ufficio, mai quella di una persona."
        case Reference():
            return "Scrivi qualche lettera e scegli dall'elenco."
        case Text() | Flag() | Choice() | Option() | Group():
            return ""
        case _:
            assert_never(field)


def _keyboard(field: Field) -> str:
    """The keyboard that a telephone shows."""
    match field:
        case Url():
            return "url"
        case Email():
            return "email"
        case Integer():
            return "numeric"
        case Number():
            return "decimal"
        case _:
            return ""


def _options(field: Field, vocabularies: Vocabularies) -> Iterator[tuple[str, str]]:
    """The values to choose among, each with its name, where they are few."""
    match field:
        case Choice() if len(vocabularies[field.vocabulary]) <= FEW:
            yield from (
                (term.id, term.full_name) for term in vocabularies[field.vocabulary].values()
            )
        case Option():
            yield from ((str(member), str(member).replace("-", " ")) for member in field.of)
        case Flag():
            yield from (("si", "sì"), ("no", "no"))
        case _:
            pass


def _of(field: Field) -> str:
    match field:
        case Choice():
            return f"terms/{field.vocabulary}"
        case Reference():
            return f"records/{field.to}"
        case _:
            return ""
