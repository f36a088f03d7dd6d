"""Columns: what is catalogued, as tables. A record is a row; so is what it lists of a block.

Fields of a block that comes once are columns of the record (`contatto_ufficio`), and so is why and
until when a section is put off (`lezioni_rinviato_motivo`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, assert_never

from generator.fields import (
    Choice,
    Code,
    Date,
    Email,
    Flag,
    Group,
    Integer,
    Leaf,
    Number,
    Option,
    PartialDate,
    Reference,
    Section,
    Text,
    Url,
)
from generator.records import RECORD_TYPES
from generator.records.parts import Deferral
from generator.schema import Attribute, schema_of

SEPARATOR = "|"
"""Between the values of a list, where a cell holds it whole."""


class Cell(StrEnum):
    """What a cell holds, as Table Schema names it."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its name, what it is, what its values look like."""

    key: str
    label: str
    about: str = ""
    holds: str
    """What a value looks like, in words."""
    cell: Cell = Cell.STRING
    many: bool = False
    rows: type | None = None
    """The class of the blocks, where the value is a list of them."""
    to: str = ""
    """The record type that it names a record of."""
    written: bool = False
    """Whether it holds words to search."""


def flat(plain: Mapping[str, Any]) -> dict[str, Any]:
    """A plain record (exports/plain.py) with its values by the names of the columns."""
    found: dict[str, Any] = {}
    for key, value in plain.items():
        if isinstance(value, dict):
            found |= {f"{key}_{inner}": one for inner, one in flat(value).items()}
        else:
            found[key] = value
    return found


_TEXT = "testo di una riga"
HEAD = (
    Column(key="id", label="Scheda", holds="tipo/nome, come nell'indirizzo della pagina"),
    Column(key="tipo_scheda", label="Tipo di scheda", holds=f"uno fra: {', '.join(RECORD_TYPES)}"),
    Column(key="titolo", label="Titolo", holds=_TEXT, written=True),
    Column(key="pagina", label="Pagina", holds="indirizzo web"),
    Column(
        key="stato",
        label="Stato",
        about="«ritirata» se la scheda non c'è più: di lei restano l'identificativo e la pagina.",
        holds="voce di stati",
    ),
    Column(
        key="sostituita_da",
        label="Sostituita da",
        about="La scheda che ha preso il posto di una ritirata.",
        holds="tipo/nome",
    ),
    Column(
        key="solo_fatti",
        label="Solo i fatti",
        about="Se i testi mancano perché la scheda non ne consente il riuso.",
        holds="true o false",
        cell=Cell.BOOLEAN,
    ),
    Column(key="licenza", label="Licenza", holds="sigla SPDX"),
    Column(key="attribuzione", label="Come citarla", holds=_TEXT),
)
"""What is said of every record, whatever its type."""


@cache
def columns(record: type) -> tuple[Column, ...]:
    """The columns of a record type."""
    known = {one.key for one in HEAD}
    return (*HEAD, *(one for one in _own(record) if one.key not in known))


@cache
def shared_columns() -> tuple[Column, ...]:
    """The columns of the whole catalogue: the fields of two types or more, but for long texts."""
    own: dict[str, list[Column]] = {}
    for kind in RECORD_TYPES.values():
        for attribute in schema_of(kind.record).attributes:
            if not isinstance(attribute.field, Group | Section):
                own.setdefault(attribute.key, []).append(_leaf(attribute.field, (attribute,)))
    known = {one.key for one in HEAD}
    shared = (first for first, *others in own.values() if others and first.key not in known)
    return (*HEAD, *shared)


@cache
def blocks() -> Mapping[str, tuple[Column, ...]]:
    """The columns of the blocks that records list, by the key of the list."""
    listed = [one for kind in RECORD_TYPES.values() for one in _own(kind.record)]
    return {one.key: tuple(_own(one.rows)) for one in listed if one.rows}


def _own(record: type) -> Iterator[Column]:
    for attribute in schema_of(record).attributes:
        yield from _columns(attribute, ())


def _columns(attribute: Attribute, above: tuple[Attribute, ...]) -> Iterator[Column]:
    way = (*above, attribute)
    match attribute.field:
        case Group() as group if attribute.many:
            yield Column(
                key=attribute.key,
                label=group.label,
                about=group.hint,
                holds="elenco di blocchi",
                rows=group.of,
            )
        case Group() as group:
            yield from _inside(group.of, way)
        case leaf:
            yield _leaf(leaf, way)
            if isinstance(leaf, Section) and leaf.may_defer:
                yield from _inside(Deferral, way)


def _inside(record: type, way: tuple[Attribute, ...]) -> Iterator[Column]:
    for inner in schema_of(record).attributes:
        yield from _columns(inner, way)


def _leaf(field: Leaf, way: tuple[Attribute, ...]) -> Column:
    cell, holds = _cell(field)
    return Column(
        key="_".join(one.key for one in way),
        label=": ".join(one.field.label for one in way),
        about=field.hint,
        holds=holds,
        cell=cell,
        many=way[-1].many,
        to=field.to if isinstance(field, Reference) else "",
        written=isinstance(field, Text | Section),
    )


def _cell(field: Leaf) -> tuple[Cell, str]:  # noqa: C901  # one case a kind
    match field:
        case Text():
            return Cell.STRING, _TEXT
        case Section():
            return Cell.STRING, "testo Markdown"
        case Date():
            return Cell.DATE, "data, AAAA-MM-GG"
        case PartialDate():
            return Cell.STRING, "data, AAAA-MM-GG, AAAA-MM o AAAA"
        case Integer():
            return Cell.INTEGER, f"numero intero{f', {field.unit}' if field.unit else ''}"
        case Number():
            return Cell.NUMBER, f"numero{f', {field.unit}' if field.unit else ''}"
        case Flag():
            return Cell.BOOLEAN, "true o false"
        case Code():
            return Cell.STRING, "codice"
        case Url():
            return Cell.STRING, "indirizzo web"
        case Email():
            return Cell.STRING, "casella di posta"
        case Choice():
            return Cell.STRING, f"voce di {field.vocabulary}"
        case Option():
            return Cell.STRING, f"uno fra: {', '.join(field.of)}"
        case Reference():
            return Cell.STRING, f"scheda, {field.to}/nome"
        case _:
            assert_never(field)
