"""Linked data: the files under `/dati/` that other programs read as RDF."""

from collections.abc import Iterator

from generator import routes
from generator.catalogue import Catalogue
from generator.exports import skos
from generator.exports.turtle import jsonld, turtle
from generator.outputs import File, Publisher


def files(catalogue: Catalogue, publisher: Publisher) -> Iterator[File]:
    """The vocabularies; none where the site has no address of its own yet."""
    if not publisher.origin:
        return
    for name in filter(catalogue.vocabularies.get, catalogue.vocabularies):
        nodes = [*skos.concepts(catalogue, publisher, name)]
        address = routes.vocabulary(name)
        yield File(address, "".join(turtle(skos.CONTEXT, nodes)))
        yield File(routes.as_jsonld(address), jsonld(skos.CONTEXT, nodes))
