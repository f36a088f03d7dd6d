"""Peers: bodies like the reader's own. What makes them so, how much it weighs, how it is said."""

from dataclasses import dataclass

from generator import routes
from generator.catalogue import Catalogue
from generator.fields import Choice
from generator.index import FACETS
from generator.records import Organisation
from generator.records.terms import Territory
from generator.schema import filled, schema_of
from generator.views.cards import COMPARED
from generator.vocabulary import Term

_TRAITS = {
    "tipo-ente": (3, "stesso tipo di ente"),
    "fascia": (3, "stessa fascia di popolazione"),
    "territorio": (2, "stesso territorio"),
    "sviluppo": (2, "stesso livello del ciclo"),
}
"""By facet: the weight in `ordina=vicinanza`, and what a card says. A territory in the same part of
the country weighs 1."""


@dataclass(frozen=True, slots=True)
class Trait:
    """A question about the reader's body, with the answers, some of them in named groups."""

    facet: str
    label: str
    weight: int
    reason: str
    groups: tuple[tuple[str, tuple[Term, ...]], ...]


def traits(catalogue: Catalogue) -> tuple[Trait, ...]:
    """What a reader can say of the body they work for."""
    return tuple(
        Trait(field.facet, FACETS[field.facet], *_TRAITS[field.facet], _groups(catalogue, field))
        for field in (attribute.field for attribute in schema_of(Organisation).attributes)
        if isinstance(field, Choice) and field.facet in _TRAITS
    )


def _groups(catalogue: Catalogue, field: Choice) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    groups: dict[str, list[Term]] = {}
    for term in catalogue.vocabularies[field.vocabulary].values():
        name = term.area if isinstance(term, Territory) else None
        groups.setdefault(name or "", []).append(term)
    return tuple((name, tuple(terms)) for name, terms in groups.items())


def peers(organisation: Organisation) -> str:
    """Where a reader finds what bodies like this one did."""
    known = [
        (attribute.field.facet, value.id)
        for attribute, value in filled(organisation)
        if attribute.field.facet in _TRAITS
    ]
    return routes.peers(COMPARED, known)
