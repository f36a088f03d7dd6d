"""Files: what the site publishes for programs, its own scripts among them."""

from collections.abc import Iterator

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.emblem import emblem_svg
from generator.exports.json_schema import names_of, schema_json
from generator.exports.llms import llms_txt
from generator.exports.suggestions import suggestions_json
from generator.exports.words import words_json
from generator.index import Index
from generator.outputs import File, Publisher
from generator.records import RECORD_TYPES


def files(catalogue: Catalogue, index: Index, publisher: Publisher) -> Iterator[File]:
    """The files that are made from the catalogue without a page of their own."""
    yield File(routes.EMBLEM, emblem_svg())
    yield File(routes.WORDS, words_json(catalogue))
    yield File(routes.SUGGESTIONS, suggestions_json(catalogue))
    yield from schemas(catalogue)
    if publisher.origin:
        yield File(routes.LLMS, llms_txt(catalogue, index, publisher))


def schemas(catalogue: Catalogue) -> Iterator[File]:
    """The schema of each record type."""
    names = names_of(catalogue)
    for folder, kind in RECORD_TYPES.items():
        yield File(routes.schema(folder), schema_json(kind, names))
