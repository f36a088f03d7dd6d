"""Linked data: the files under `/dati/` that other programs read as RDF."""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from generator import routes
from generator.catalogue import Catalogue
from generator.exports import skos, things
from generator.exports.turtle import jsonld, turtle
from generator.outputs import Batch, File, Publisher
from generator.records import RECORD_TYPES


def files(catalogue: Catalogue, publisher: Publisher) -> Iterator[File | Batch]:
    """The vocabularies and the records; none where the site has no address of its own yet."""
    if not publisher.origin:
        return
    for name in filter(catalogue.vocabularies.get, catalogue.vocabularies):
        nodes = [*skos.concepts(catalogue, publisher, name)]
        address = routes.vocabulary(name)
        yield File(address, "".join(turtle(skos.CONTEXT, nodes)))
        yield File(routes.as_jsonld(address), jsonld(skos.CONTEXT, nodes))
    names = tuple(
        routes.linked_records(folder).removeprefix(routes.DATA) for folder in RECORD_TYPES
    )
    yield Batch(routes.DATA, names, partial(_write, catalogue, publisher))


def _write(catalogue: Catalogue, publisher: Publisher, folder: Path) -> None:
    """The records of each type, one at a time."""
    said = things.Things(catalogue, publisher, named=False)
    for name, kind in RECORD_TYPES.items():
        nodes = chain.from_iterable(map(said.of, catalogue.of(kind.record)))
        path = folder / routes.linked_records(name).removeprefix(routes.DATA)
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(turtle(things.CONTEXT, chain([things.body(publisher)], nodes)))
