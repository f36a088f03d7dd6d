"""Copies: what others take away of a record, one file for each use."""

from collections.abc import Iterator

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.exports.citation import bibtex, citation, ris
from generator.exports.markdown import markdown
from generator.outputs import File, Publisher


def copies(catalogue: Catalogue, entry: Entry, publisher: Publisher) -> Iterator[File]:
    """A record as Markdown and as a citation."""
    cited = citation(catalogue, entry, publisher)
    yield File(routes.markdown(entry.ref), markdown(catalogue, entry, publisher))
    yield File(routes.citation(entry.ref, "bib"), bibtex(cited))
    yield File(routes.citation(entry.ref, "ris"), ris(cited))
