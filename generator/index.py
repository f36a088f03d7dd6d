"""The index: facets and backlinks. Pure functions over a catalogue."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from generator.catalogue import Catalogue, Entry
from generator.fields import Group, Section, Text
from generator.likeness import Likeness, build_likeness
from generator.records import RECORD_TYPES, Organisation
from generator.records.terms import Territory
from generator.schema import filled, references
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
        found = {value for values in self.values.values() for value in values}
        chosen = (value for value in found if value.facet == facet)
        return sorted(
            ((value, len(self.having(facet, value.id))) for value in chosen),
            key=lambda row: (slug(row[0].label), row[0].id),
        )


def build_index(catalogue: Catalogue) -> Index:
    """The index of a catalogue."""
    own = {ref: tuple(_own_values(entry)) for ref, entry in catalogue.entries.items()}
    values = {ref: _with_reached(ref, own, catalogue) for ref in own}
    telling = [ref for ref in catalogue.entries if not _is_body(ref)]
    records: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for ref, found in values.items():
        for value in found:
            records[value.facet, value.id].append(ref)
    return Index(
        values=values,
        records={key: tuple(refs) for key, refs in records.items()},
        backlinks=_backlinks(catalogue),
        content=frozenset(
            ref for ref in telling if not getattr(catalogue.entries[ref].record, "draft", False)
        ),
        likeness=build_likeness(telling, partial(_text, catalogue)),
    )


def _own_values(entry: Entry) -> Iterator[Value]:
    kind = RECORD_TYPES[entry.ref.type]
    yield Value("tipo", kind.folder, kind.plural)
    if _is_body(entry.ref):
        yield Value("ente", entry.ref.id, entry.record.title)
    yield from _facet_values(entry.record)


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
    for attribute, value in filled(record):
        for item in value if attribute.many else (value,):
            if isinstance(attribute.field, Group):
                yield from _facet_values(item)
            elif attribute.field.facet and not isinstance(item, Ref):
                yield _value(attribute.field.facet, item)
                if isinstance(item, Territory) and item.region:  # Trento is in its region as well
                    yield _value(attribute.field.facet, item.region)


def _value(facet: str, item: Any) -> Value:
    match item:
        case Term():
            return Value(facet, item.id, str(item))
        case Moment():
            return Value(facet, str(item.year), str(item.year))
        case _:
            return Value(facet, str(item), words(str(item)))


def words(option: str) -> str:
    """An option as words: `leading-practice` gives «Leading practice»."""
    return option.replace("-", " ").capitalize()


def _with_reached(
    ref: Ref, own: Mapping[Ref, tuple[Value, ...]], catalogue: Catalogue
) -> tuple[Value, ...]:
    """A record's values with those of the records it names in a facet: its owner's region, say."""
    reached = [
        value
        for field, other in references(catalogue.entries[ref].record)
        if field.facet and other in own
        for value in own[other]
        if value.facet != "tipo"
    ]
    return tuple(dict.fromkeys([*own[ref], *reached]))


def _backlinks(catalogue: Catalogue) -> Mapping[Ref, tuple[Backlink, ...]]:
    """Who points to each record; who does it twice, as owner and participant, counts once."""
    found: dict[Ref, dict[Ref, Backlink]] = defaultdict(dict)
    for ref, entry in catalogue.entries.items():
        for field, other in references(entry.record):
            if field.inverse:
                found[other].setdefault(ref, Backlink(field.inverse, ref))
    return {ref: tuple(links.values()) for ref, links in found.items()}
