"""Sheets: the page of each record and what goes along with it; made in batches."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.exports import api
from generator.exports.citation import citation, in_words
from generator.exports.copies import copies
from generator.exports.qr import qr_svg
from generator.exports.things import Things
from generator.glossary import Glossary, Thesaurus, single_words
from generator.index import Index
from generator.orders import Orders
from generator.outputs import Alternate, File, Output, Page, Publisher, Search
from generator.render import render
from generator.threads import Threads
from generator.values import Ref
from generator.views.record import record_view


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """All that the pages of the records are made of."""

    catalogue: Catalogue
    index: Index
    threads: Threads
    glossary: Glossary
    thesaurus: Thesaurus
    orders: Orders
    alternates: Mapping[str, tuple[Alternate, ...]]
    things: Things
    today: date
    publisher: Publisher

    def outputs(self, ref: Ref) -> Iterator[Output]:
        """The page of a record; where the site's address is known, its code and its copies."""
        entry = self.catalogue.entries[ref]
        yield self.page(entry)
        if self.publisher.origin:
            yield from copies(self.catalogue, entry, self.publisher)
            yield File(routes.qr(ref), qr_svg(f"{self.publisher.origin}{routes.record(ref)}"))

    def page(self, entry: Entry) -> Page:
        """The page of a record."""
        view = record_view(self.catalogue, self.index, self.threads, entry, self.today)
        text = view.text
        single = single_words(text)
        glossary = self.glossary.narrowed(text, single)
        said = in_words(citation(self.catalogue, entry, self.publisher))
        views = {"view": view, "publisher": self.publisher, "citation": said}
        body = render("record.jinja", view.address, glossary, **views)
        return Page(
            address=view.address,
            title=view.title,
            description=view.summary or f"{view.title}: esperienze e pratiche sul portale.",
            body=body,
            toc=view.toc,
            breadcrumb=view.breadcrumb,
            styles=("funding",) if view.funding else (),
            alternates=(
                *self.alternates.get(view.address, ()),
                *api.alternates(entry.ref, self.publisher),
            ),
            source=f"practices/{entry.ref.type}/{entry.ref.id}.yml",
            updated=entry.record.updated,
            linked=tuple(self.things.of(entry)),
            search=Search(
                filters=tuple((value.facet, value.id) for value in view.values),
                shown=tuple(filter(itemgetter(1), view.shown())),
                places=tuple((name, places[entry.ref]) for name, places in self.orders.items()),
                other_words=" ".join(
                    [glossary.other_words(text), self.thesaurus.other_words(text, single)]
                ),
            ),
        )


def make_sheets(sheets: Sheets, refs: Sequence[Ref]) -> list[tuple[Output, ...]]:
    """The outputs of each record: a batch of work."""
    return [tuple(sheets.outputs(ref)) for ref in refs]
