"""The index: facets and backlinks. Pure functions over a catalogue."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

from generator.catalogue import Catalogue, Entry
from generator.fields import Field, Reference, Section, Text
from generator.likeness import Likeness, build_likeness
from generator.records import RECORD_TYPES, Organisation
from generator.records.terms import Territory
from generator.schema import filled, leaves, references
from generator.stems import counted_once
from generator.store import NO_STORE, Store
from generator.text import slug
from generator.values import Moment, Ref
from generator.vocabulary import Term

FACETS: Mapping[str, str] = {
    "tema": "Tema",
    "tipo": "Tipo di scheda",
    "livello": "Livello di riconoscimento",
    "sottotema": "Sotto-tema",
    "ente": "Amministrazione",
    "tipo-ente": "Tipo di ente",
    "fascia": "Fascia di popolazione",
    "territorio": "Territorio",
    "programma": "Programma",
    "fondo": "Fonte di finanziamento",
    "anno": "Anno di avvio",
    "stato": "Stato",
    "scambio": "Modalità di scambio",
    "fase": "Fase del ciclo della performance",
    "sviluppo": "Sviluppo del ciclo della performance",
    "obiettivo": "Obiettivo di servizio",
    "ot": "Obiettivo tematico",
    "ra": "Risultato atteso",
    "ambito": "Ambito tematico",
}
"""The facets by query parameter, in the order in which readers meet them."""


class Value(NamedTuple):
    """A value of a facet."""

    facet: str
    id: str
    label: str

    def __repr__(self) -> str:
        return _shown(self)


@cache
def _shown(value: Value) -> str:
    """A value as digests know it: of some hundreds, and asked for by each record."""
    return repr(tuple(value))


@dataclass(frozen=True, slots=True)
class Backlink:
    """A record that points to another, and as what."""

    label: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class Index:
    """What the pages need to know of the catalogue as a whole."""

    values: Mapping[Ref, tuple[Value, ...]]
    records: Mapping[tuple[str, str], tuple[Ref, ...]]
    """The records that have a value, by facet and the value's id, in the catalogue's order."""
    backlinks: Mapping[Ref, tuple[Backlink, ...]]
    content: Set[Ref]
    """The finished records that tell something done: not the bodies that did it, not the drafts."""
    likeness: Likeness[Ref]

    def having(self, facet: str, value_id: str) -> tuple[Ref, ...]:
        """The records with a value of a facet."""
        return self.records.get((facet, value_id), ())

    def values_of(self, facet: str) -> list[tuple[Value, int]]:
        """The values of a facet that some record has, by label, with how many records have it."""
        found = (
            (value, len(refs))
            for key, refs in self.records.items()
            if key[0] == facet
            for value in self.values[refs[0]]
            if value[:2] == key
        )
        return sorted(found, key=lambda row: (slug(row[0].label), row[0].id))


def build_index(
    catalogue: Catalogue, likeness: Likeness[Ref] | None = None, store: Store = NO_STORE
) -> Index:
    """The index of a catalogue; `likeness` of its texts, if it is known well enough. What `store`
    has of their words is not counted again."""
    named = {ref: entry.once(_named) for ref, entry in catalogue.entries.items()}
    own = {ref: entry.once(_own_values) for ref, entry in catalogue.entries.items()}
    values = {ref: _with_reached(own, ref, found) for ref, found in named.items()}
    telling = [ref for ref in catalogue.entries if not _is_body(ref)]
    records: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for ref, found in values.items():
        for value in found:
            records[value.facet, value.id].append(ref)
    return Index(
        values=values,
        records={key: tuple(refs) for key, refs in records.items()},
        backlinks=_backlinks(named),
        content=frozenset(
            ref for ref in telling if not getattr(catalogue.entries[ref].record, "draft", False)
        ),
        likeness=likeness or _likeness(catalogue, telling, store),
    )


def _likeness(catalogue: Catalogue, refs: Iterable[Ref], store: Store) -> Likeness[Ref]:
    text = partial(_text, catalogue)
    digests = {ref: catalogue.entries[ref].digest for ref in refs}
    return build_likeness(list(counted_once(digests, text, store)), text)


def _named(entry: Entry) -> tuple[tuple[Reference, Ref], ...]:
    return tuple(references(entry.record))


def _own_values(entry: Entry) -> tuple[Value, ...]:
    kind = RECORD_TYPES[entry.ref.type]
    body = [_same("ente", entry.ref.id, entry.record.title)] if _is_body(entry.ref) else []
    return (_same("tipo", kind.folder, kind.plural), *body, *_facet_values(entry.record))


def _text(catalogue: Catalogue, ref: Ref) -> str:
    """What a record says of itself, in its own words."""
    return "\n".join(
        item
        for attribute, value in filled(catalogue.entries[ref].record, Text | Section)
        for item in (value if attribute.many else (value,))
        if isinstance(item, str)
    )


def _is_body(ref: Ref) -> bool:
    return RECORD_TYPES[ref.type].record is Organisation


def _facet_values(record: object) -> Iterator[Value]:
    for field, item in leaves(record, _is_facet):
        yield _value(field.facet, item)
        if isinstance(item, Territory) and item.region:  # Trento is in its region as well
            yield _value(field.facet, item.region)


def _is_facet(field: Field) -> bool:
    return bool(field.facet) and not isinstance(field, Reference)


def _value(facet: str, item: Any) -> Value:
    match item:
        case Term():
            return _same(facet, item.id, str(item))
        case Moment():
            return _same(facet, str(item.year), str(item.year))
        case _:
            return _same(facet, str(item), words(str(item)))


@cache
def _same(facet: str, value_id: str, label: str) -> Value:
    """One object for each value: the records have it together, and it is equal at a glance."""
    return Value(facet, value_id, label)


def words(option: str) -> str:
    """An option as words: `leading-practice` gives «Leading practice»."""
    return option.replace("-", " ").capitalize()


def _with_reached(
    own: Mapping[Ref, Sequence[Value]], ref: Ref, named: Iterable[tuple[Reference, Ref]]
) -> tuple[Value, ...]:
    """A record's values with those of the records it names in a facet: its owner's region, say."""
    reached = [
        value
        for field, other in named
        if field.facet and other in own
        for value in own[other]
        if value.facet != "tipo"
    ]
    return tuple(dict.fromkeys([*own[ref], *reached]))


def _backlinks(
    named: Mapping[Ref, Iterable[tuple[Reference, Ref]]],
) -> Mapping[Ref, tuple[Backlink, ...]]:
    """Who points to each record; who does it twice, as owner and participant, counts once."""
    found: dict[Ref, dict[Ref, Backlink]] = defaultdict(dict)
    for ref, links in named.items():
        for field, other in links:
            if field.inverse:
                found[other].setdefault(ref, Backlink(field.inverse, ref))
    return {ref: tuple(backlinks.values()) for ref, backlinks in found.items()}
