"""Linked data: the files under `/dati/` that other programs read as RDF."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from generator import routes
from generator.catalogue import Catalogue
from generator.exports import dcat, skos, things
from generator.exports.turtle import Context, Node, jsonld, turtle
from generator.outputs import Batch, File, Publisher
from generator.records import RECORD_TYPES


def files(catalogue: Catalogue, publisher: Publisher) -> Iterator[File | Batch]:
    """The catalogue of the data, the vocabularies, the records; none if the site has no address."""
    if not publisher.origin:
        return
    offered = [*dcat.offer(catalogue, publisher)]
    yield from _both(routes.DATA_CATALOGUE, dcat.CONTEXT, offered)
    for name in filter(catalogue.vocabularies.get, catalogue.vocabularies):
        concepts = [*skos.concepts(catalogue, publisher, name)]
        yield from _both(routes.vocabulary(name), skos.CONTEXT, concepts)
    names = tuple(
        routes.linked_records(folder).removeprefix(routes.DATA) for folder in RECORD_TYPES
    )
    yield Batch(routes.DATA, names, partial(_write, catalogue, publisher))


def _both(address: str, context: Context, nodes: Sequence[Node]) -> Iterator[File]:
    yield File(address, "".join(turtle(context, nodes)))
    yield File(routes.as_jsonld(address), jsonld(context, nodes))


def _write(catalogue: Catalogue, publisher: Publisher, folder: Path) -> None:
    """The records of each type, one at a time."""
    said = things.Things(catalogue, publisher, named=False)
    for name, kind in RECORD_TYPES.items():
        nodes = chain.from_iterable(map(said.of, catalogue.of(kind.record)))
        path = folder / routes.linked_records(name).removeprefix(routes.DATA)
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(turtle(things.CONTEXT, chain([things.body(publisher)], nodes)))
