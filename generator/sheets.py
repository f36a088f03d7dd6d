"""Sheets: the page of each record and the files that go with it."""

from collections.abc import Iterator
from functools import partial
from operator import itemgetter

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.exports import api
from generator.exports.citation import citation, in_words
from generator.exports.copies import copies
from generator.exports.qr import qr_svg
from generator.exports.things import Things
from generator.orders import build_orders
from generator.outputs import File, Head, Orders, Page, Publisher, Search
from generator.source import text_of
from generator.sources import Sources
from generator.traced import Item
from generator.values import Ref
from generator.views.record import record_view


def sheets(sources: Sources) -> Iterator[Item]:
    """The pages of all records, in the order of the catalogue."""
    for ref, entry in sources.catalogue.entries.items():
        yield Item(_head(entry, sources.publisher), partial(_outputs, ref), entry.digest)


def orders(catalogue: Catalogue) -> Orders:
    """The addresses of all records, in each order."""
    return {
        name: [routes.record(ref) for ref in refs] for name, refs in build_orders(catalogue).items()
    }


def _outputs(ref: Ref, sources: Sources) -> Iterator[Page | File]:
    """The page of a record and its file; where the site's address is known, code and copies."""
    catalogue, publisher = sources.catalogue, sources.publisher
    entry = catalogue.entries[ref]
    view = record_view(catalogue, sources.index, sources.threads, entry)
    cited = in_words(citation(catalogue, entry, publisher))
    body, other_words = sources.style.told(view, cited)
    yield Page(
        address=view.address,
        title=view.title,
        description=view.summary or f"{view.title}: esperienze e pratiche sul portale.",
        body=body,
        toc=view.toc,
        breadcrumb=view.breadcrumb,
        styles=("funding",) if view.funding else (),
        alternates=(*sources.alternates.get(view.address, ()), *api.alternates(ref, publisher)),
        source=_source(ref),
        updated=entry.record.updated,
        linked=tuple(Things(catalogue, publisher, named=True).of(entry)),
        search=Search(
            filters=tuple((value.facet, value.id) for value in view.values),
            shown=tuple(filter(itemgetter(1), view.shown())),
            other_words=other_words,
        ),
    )
    yield File(routes.source(ref), text_of(entry.file))
    if publisher.origin:
        yield from copies(catalogue, entry, publisher)
        yield File(routes.qr(ref), qr_svg(f"{publisher.origin}{view.address}"))


def _head(entry: Entry, publisher: Publisher) -> Head:
    ref = entry.ref
    cited = (routes.citation(ref, "bib"), routes.citation(ref, "ris"))
    copied = (routes.markdown(ref), *cited, routes.qr(ref)) if publisher.origin else ()
    page = Page(
        address=routes.record(ref),
        title=entry.record.title,
        description="",
        body="",
        source=_source(ref),
        updated=entry.record.updated,
    )
    return Head(page, (routes.source(ref), *copied), searched=True)


def _source(ref: Ref) -> str:
    return f"practices/{ref.type}/{ref.id}.yml"
