"""SKOS: the vocabularies as concepts that other data can point to.

Each field's `term` says where its values go. The IRI of a concept is a place in its Turtle file.
"""

from collections.abc import Iterator
from typing import Any, assert_never

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.turtle import Context, Node
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
from generator.index import words
from generator.outputs import Publisher
from generator.schema import filled

_TEXTS = ("altLabel", "dct:title", "definition", "note", "prefLabel", "scopeNote")
CONTEXT: Context = {
    "@vocab": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    **{key: {"@language": "it"} for key in _TEXTS},
}


def concepts(catalogue: Catalogue, publisher: Publisher, name: str) -> Iterator[Node]:
    """A vocabulary and its terms, in their order."""
    scheme = f"{publisher.origin}{routes.vocabulary(name)}"
    yield {"@id": scheme, "@type": "ConceptScheme", "dct:title": words(name)}
    for term in catalogue.vocabularies[name].values():
        said: dict[str, list[Any]] = {}
        for attribute, value in filled(term):
            if attribute.field.term:
                values = value if attribute.many else (value,)
                said.setdefault(attribute.field.term, []).extend(
                    _value(publisher, attribute.field, one) for one in values
                )
        iri = f"{publisher.origin}{routes.term(name, term.id)}"
        yield {"@id": iri, "@type": "Concept", "inScheme": {"@id": scheme}, **said}


def _value(publisher: Publisher, field: Field, value: Any) -> Any:
    match field:
        case Choice():
            return {"@id": f"{publisher.origin}{routes.term(field.vocabulary, value.id)}"}
        case Code() if field.authority:
            return {"@id": f"{field.authority}{value}"}
        case (
            Text()
            | Section()
            | Code()
            | Url()
            | Email()
            | Option()
            | Date()
            | PartialDate()
            | Integer()
            | Number()
            | Flag()
            | Reference()
            | Group()
        ):
            return str(value)
        case _:
            assert_never(field)
