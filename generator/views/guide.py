"""The editors' guide: what can be written in a record, field by field, from the declaration."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.fields import Choice, Field, Group, Place, Reference
from generator.guidance import expected
from generator.records import RECORD_TYPES, RecordType
from generator.records.parts import Deferred
from generator.schema import Attribute, filled, schema_of
from generator.views import words
from generator.views.blocks import Block, Item, PageView
from generator.views.cards import is_draft
from generator.views.values import Inline, inlines

_PARTS = {
    "In cima alla pagina": (Place.TITLE, Place.HEAD),
    "In breve": (Place.ASIDE,),
    "Il racconto": (Place.BODY,),
    "Come farsi trovare": (Place.EXCHANGE,),
    "In fondo: fonti, diritti, date": (Place.FOOT, Place.DATES),
}
_COLUMNS = ("Campo e nome nel file", "Che cosa scrivere", "Nell'esempio")
_SHOWN = 120
"""Characters of an example."""


def guide_view() -> PageView:
    """The types of record, each with its own guide."""
    return PageView(
        title="Che cosa scrivere",
        lead="I campi di ogni tipo di scheda, con un esempio vero accanto. Sono obbligatori pochi "
        "campi: degli altri scrivi quelli che conosci.",
        blocks=(
            Block(
                id="tipi",
                title="I tipi di scheda",
                columns=("Tipo", "Che cosa racconta", "Campi"),
                rows=tuple(_type(kind) for kind in RECORD_TYPES.values()),
            ),
        ),
    )


def type_guide_view(catalogue: Catalogue, kind: RecordType) -> PageView:
    """The fields of a type in the order of the page, beside the record that fills in most."""
    guide = _Guide(catalogue, kind, _example(catalogue, kind))
    return PageView(
        title=f"Che cosa scrivere: {kind.singular.lower()}",
        lead=kind.about,
        blocks=(guide.intro(), *guide.parts(), *guide.lists()),
    )


def _type(kind: RecordType) -> tuple[Item, ...]:
    attributes = schema_of(kind.record).attributes
    must = sum(attribute.required for attribute in attributes)
    return (
        (Inline(kind.plural, routes.guide(kind.folder)),),
        (Inline(kind.about),),
        (Inline(f"{len(attributes)}, di cui {must} obbligatori"),),
    )


def _example(catalogue: Catalogue, kind: RecordType) -> Entry | None:
    """The finished record of a type that fills in most fields."""
    finished = [entry for entry in catalogue.of(kind.record) if not is_draft(entry)]
    return max(finished, key=lambda entry: (_filled(entry), entry.ref.id), default=None)


def _filled(entry: Entry) -> int:
    return sum(1 for _ in filled(entry.record))


@dataclass(frozen=True, slots=True)
class _Guide:
    catalogue: Catalogue
    kind: RecordType
    example: Entry | None

    def intro(self) -> Block:
        where = f"Il file sta in practices/{self.kind.folder}/; il suo nome diventa l'indirizzo."
        nothing = "Di questo tipo non c'è ancora nessuna scheda finita: gli esempi mancano."
        return Block(
            id="dove",
            title="Dove si scrive",
            lead=where if self.example else f"{where} {nothing}",
            items=((Inline("L'esempio è"), self.link(self.example)),) if self.example else (),
        )

    def link(self, entry: Entry) -> Inline:
        return Inline(entry.record.title, routes.record(entry.ref))

    def parts(self) -> Iterator[Block]:
        """The fields by their place on the page."""
        attributes = schema_of(self.kind.record).attributes
        record = self.example.record if self.example else None
        for title, places in _PARTS.items():
            here = [attribute for attribute in attributes if attribute.field.place in places]
            rows = tuple(row for attribute in here for row in self.rows(attribute, record))
            if rows:
                yield Block(id=f"campi-{places[0]}", title=title, columns=_COLUMNS, rows=rows)

    def rows(
        self, attribute: Attribute, owner: object, above: str = ""
    ) -> Iterator[tuple[Item, ...]]:
        """The row of a field, then those of the fields inside it."""
        field, key = attribute.field, f"{above}{attribute.key}"
        values = _values(attribute, owner)
        must = "obbligatorio" if attribute.required else "facoltativo"
        hint = (Inline(field.hint),) if field.hint else ()
        yield (
            (Inline(field.label), Inline(key)),
            (Inline(f"{must}, più voci" if attribute.many else must), self.wanted(field), *hint),
            () if isinstance(field, Group) else self.shown(field, values),
        )
        if isinstance(field, Group):
            for inner in schema_of(field.of).attributes:
                yield from self.rows(inner, next(iter(values), None), f"{key}.")

    def wanted(self, field: Field) -> Inline:
        match field:
            case Choice():
                place = routes.guide_terms(self.kind.folder, field.vocabulary)
                return Inline("una voce dell'elenco", place)
            case Reference():
                return Inline("il nome di un'altra scheda", routes.record_index(field.to))
            case _:
                return Inline(expected(field))

    def shown(self, field: Field, values: tuple[Any, ...]) -> Item:
        """The beginning of what the example says."""
        if not values:
            return ()
        if isinstance(values[0], Deferred):
            return (Inline("la parte è rinviata, con il motivo"),)
        texts = (text.text for value in values for text in inlines(self.catalogue, field, value))
        text = " · ".join(" ".join(text.split()) for text in texts)
        return (Inline(text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"),)

    def lists(self) -> Iterator[Block]:
        """The lists that the fields choose from, each once."""
        for name, label in _vocabularies(self.kind.record).items():
            terms = self.catalogue.vocabularies.get(name, {})
            number = words.count(len(terms), "voce", "voci")
            yield Block(
                id=routes.guide_terms(self.kind.folder, name).partition("#")[2],
                title=f"Le voci: {label.lower()}",
                lead=f"{number}, da practices/vocabolari/{name}.yml.",
                columns=("Si scrive", "Vuol dire"),
                rows=tuple(
                    ((Inline(term.id),), (Inline(term.full_name),)) for term in terms.values()
                ),
            )


def _values(attribute: Attribute, owner: object) -> tuple[Any, ...]:
    value = getattr(owner, attribute.name, None)
    if value is None or value == ():
        return ()
    return tuple(value) if attribute.many else (value,)


def _vocabularies(record: type) -> Mapping[str, str]:
    """The vocabularies of a record's fields, each with the label of the first that uses it."""
    found: dict[str, str] = {}
    for attribute in schema_of(record).attributes:
        match attribute.field:
            case Choice(vocabulary=name, label=label):
                found.setdefault(name, label)
            case Group() as field:
                found = {**_vocabularies(field.of), **found}
            case _:
                pass
    return found
