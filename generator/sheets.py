"""Sheets: the page of each record and what goes along with it; made in batches.

The slow part, from what a page says to its HTML, is kept by all that it can depend on: `Said` and
`Style`.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from generator import routes
from generator.catalogue import Catalogue
from generator.exports import api
from generator.exports.citation import citation, in_words
from generator.exports.copies import copies
from generator.exports.qr import qr_svg
from generator.exports.things import Things
from generator.fingerprint import fingerprint
from generator.glossary import Glossary, Thesaurus, searched
from generator.index import Index
from generator.orders import Orders
from generator.outputs import Alternate, File, Output, Page, Publisher, Search
from generator.render import render
from generator.store import Made, Store, digest
from generator.threads import Threads
from generator.values import Ref
from generator.views.record import RecordView, record_view
from generator.workers import Workers

_SHELF = "pagine"


class Said(NamedTuple):
    """What the page of a record says."""

    view: RecordView
    citation: str


class Told(NamedTuple):
    """How it says it: HTML, the other words to find it by, a QR code or nothing."""

    body: str
    other_words: str
    code: str


@dataclass(frozen=True, slots=True)
class Style:
    """What all pages have in common, whatever they say."""

    glossary: Glossary
    thesaurus: Thesaurus
    publisher: Publisher

    def told(self, said: Said) -> Told:
        """How a page says what it says."""
        view, origin = said.view, self.publisher.origin
        text = searched(view.text)
        used = self.glossary.used_in(text)
        views = {"view": view, "publisher": self.publisher, "citation": said.citation}
        return Told(
            render("record.jinja", view.address, used.glossary, **views),
            f"{used.other_words} {self.thesaurus.other_words(text)}",
            qr_svg(f"{origin}{view.address}") if origin else "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """All that the pages of the records are made of."""

    catalogue: Catalogue
    index: Index
    threads: Threads
    style: Style
    orders: Orders
    alternates: Mapping[str, tuple[Alternate, ...]]
    things: Things
    today: date
    store: Store

    def said(self, ref: Ref) -> Said:
        """What the page of a record says."""
        entry = self.catalogue.entries[ref]
        return Said(
            record_view(self.catalogue, self.index, self.threads, entry, self.today),
            in_words(citation(self.catalogue, entry, self.style.publisher)),
        )

    def outputs(self, ref: Ref, view: RecordView, told: Told) -> Iterator[Output]:
        """The page of a record; where the site's address is known, its code and its copies."""
        entry, publisher = self.catalogue.entries[ref], self.style.publisher
        yield Page(
            address=view.address,
            title=view.title,
            description=view.summary or f"{view.title}: esperienze e pratiche sul portale.",
            body=told.body,
            toc=view.toc,
            breadcrumb=view.breadcrumb,
            styles=("funding",) if view.funding else (),
            alternates=(*self.alternates.get(view.address, ()), *api.alternates(ref, publisher)),
            source=f"practices/{ref.type}/{ref.id}.yml",
            updated=entry.record.updated,
            linked=tuple(self.things.of(entry)),
            search=Search(
                filters=tuple((value.facet, value.id) for value in view.values),
                shown=tuple(filter(itemgetter(1), view.shown())),
                places=tuple((name, places[ref]) for name, places in self.orders.items()),
                other_words=told.other_words,
            ),
        )
        if publisher.origin:
            yield from copies(self.catalogue, entry, publisher)
            yield File(routes.qr(ref), told.code)


class _Desk(NamedTuple):
    """What all batches are made with; the seed stands for what no record changes."""

    sheets: Sheets
    seed: bytes


def sheets_of(sheets: Sheets, workers: Workers) -> Iterator[Output]:
    """The outputs of all records, in the order of the catalogue."""
    desk = _Desk(sheets, digest(fingerprint(), repr(sheets.style)))
    made = workers(_make_batch, desk, sheets.catalogue.entries)
    for outputs in sheets.store.keeping(_SHELF, made):
        yield from outputs


def _make_batch(desk: _Desk, refs: Sequence[Ref]) -> list[Made[tuple[Output, ...]]]:
    sheets, seed = desk
    pages = [sheets.said(ref) for ref in refs]
    keys = [digest(seed, repr(said)) for said in pages]
    found = sheets.store.found(_SHELF, keys)
    made = []
    for ref, said, key in zip(refs, pages, keys, strict=True):
        kept = found.get(key)
        told = Told(*json.loads(zlib.decompress(kept))) if kept else sheets.style.told(said)
        new = None if kept else zlib.compress(json.dumps(told).encode(), 1)
        made.append(Made(key, new, tuple(sheets.outputs(ref, said.view, told))))
    return made
