"""Linked data: the files under `/dati/` that other programs read as RDF."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from generator import routes
from generator.catalogue import Catalogue
from generator.exports import dcat, skos, things
from generator.exports.former import Former, Place, added, keep, new, opened
from generator.exports.stretches import Stretch, stretches
from generator.exports.turtle import Context, Node, jsonld, paragraphs, turtle
from generator.outputs import Batch, File, Publisher
from generator.records import RECORD_TYPES
from generator.traces import Answers, Asked, Trace, Watched

_ENTRIES = "entries"


def files(
    catalogue: Catalogue, publisher: Publisher, kept: Path | None = None
) -> Iterator[File | Batch]:
    """The catalogue of the data, the vocabularies, the records; none if the site has no address.

    `kept` as for `bulk`.
    """
    if not publisher.origin:
        return
    offered = [*dcat.offer(catalogue, publisher)]
    yield from _both(routes.DATA_CATALOGUE, dcat.CONTEXT, offered)
    for name in filter(catalogue.vocabularies.get, catalogue.vocabularies):
        concepts = [*skos.concepts(catalogue, publisher, name)]
        yield from _both(routes.vocabulary(name), skos.CONTEXT, concepts)
    names = tuple(map(_name, RECORD_TYPES))
    yield Batch(routes.DATA, names, partial(_write, catalogue, publisher, kept))


def _both(address: str, context: Context, nodes: Sequence[Node]) -> Iterator[File]:
    yield File(address, "".join(turtle(context, nodes)))
    yield File(routes.as_jsonld(address), jsonld(context, nodes))


def _write(catalogue: Catalogue, publisher: Publisher, kept: Path | None, folder: Path) -> None:
    """The records of each type, a stretch at a time."""
    names = [*map(_name, RECORD_TYPES)]
    places: dict[bytes, Place[Trace]] = {}
    with ExitStack() as stack:
        former = stack.enter_context(opened(kept, names))
        files = {name: stack.enter_context(new(folder / name)) for name in names}
        for file in files.values():
            file.writelines(map(str.encode, turtle(things.CONTEXT, [things.body(publisher)])))
        said = _Said(catalogue, publisher, former, Answers({_ENTRIES: catalogue.entries}))
        for stretch in stretches(catalogue, publisher, catalogue.entries):
            text, trace = said.of(stretch)
            name = _name(stretch.folder)
            places[stretch.key] = Place({name: added(files[name], text)}, trace)
    if kept:
        keep(kept, folder, names, places)


def _name(folder: str) -> str:
    return routes.linked_records(folder).removeprefix(routes.DATA)


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of some records, and of which others: where a body is, its records are."""

    catalogue: Catalogue
    publisher: Publisher
    former: Former[Trace] | None
    answers: Answers

    def of(self, stretch: Stretch) -> tuple[bytes, Trace]:
        place = self.former.places.get(stretch.key) if self.former else None
        if not self.former or not place or not self.answers.same(place.noted):
            return self._made(stretch)
        (text,) = self.former.texts(place).values()
        return text, place.noted

    def _made(self, stretch: Stretch) -> tuple[bytes, Trace]:
        asked: Asked = {}
        entries = self.catalogue.entries
        watched = replace(self.catalogue, entries=Watched(_ENTRIES, entries, asked))
        said = things.Things(watched, self.publisher, named=False)
        nodes = chain.from_iterable(said.of(entries[ref]) for ref in stretch.refs)
        text = "".join(paragraphs(things.CONTEXT, nodes)).encode()
        return text, self.answers.trace(asked)
