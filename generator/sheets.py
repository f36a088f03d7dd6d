"""Sheets: the page of each record and the files that go with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import itemgetter
from typing import Any

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.exports import api
from generator.exports.citation import citation, in_words
from generator.exports.copies import copies
from generator.exports.qr import qr_svg
from generator.exports.things import Things
from generator.fingerprint import fingerprint
from generator.glossary import Glossary, Thesaurus, searched
from generator.index import Index
from generator.orders import build_orders
from generator.outputs import Alternate, File, Head, Lot, Made, Page, Publisher, Search
from generator.packing import packer, unpacked
from generator.render import render
from generator.source import text_of
from generator.store import digest
from generator.threads import Threads
from generator.traces import Answers, Asked, Watched
from generator.values import Ref
from generator.views.record import RecordView, record_view


@dataclass(frozen=True, slots=True)
class Style:
    """What all pages have in common, whatever they say."""

    glossary: Glossary
    thesaurus: Thesaurus
    publisher: Publisher

    def told(self, view: RecordView, cited: str) -> tuple[str, str]:
        """A page as HTML, and the other words to find it by."""
        text = searched(view.text)
        used = self.glossary.used_in(text)
        views = {"view": view, "publisher": self.publisher, "citation": cited}
        body = render("record.jinja", view.address, used.glossary, **views)
        return body, f"{used.other_words} {self.thesaurus.other_words(text)}"


@dataclass(frozen=True, slots=True)
class Sources:
    """What the pages of the records are made of."""

    catalogue: Catalogue
    index: Index
    threads: Threads
    alternates: Mapping[Ref, tuple[Alternate, ...]]
    """What each page can be followed by."""
    style: Style

    def outputs(self, ref: Ref) -> Iterator[Page | File]:
        """The page of a record and its file; where the site's address is known, code and copies."""
        entry, publisher = self.catalogue.entries[ref], self.style.publisher
        view = record_view(self.catalogue, self.index, self.threads, entry)
        cited = in_words(citation(self.catalogue, entry, publisher))
        body, other_words = self.style.told(view, cited)
        yield Page(
            address=view.address,
            title=view.title,
            description=view.summary or f"{view.title}: esperienze e pratiche sul portale.",
            body=body,
            toc=view.toc,
            breadcrumb=view.breadcrumb,
            styles=("funding",) if view.funding else (),
            alternates=(*self.alternates.get(ref, ()), *api.alternates(ref, publisher)),
            source=_source(ref),
            updated=entry.record.updated,
            linked=tuple(Things(self.catalogue, publisher, named=True).of(entry)),
            search=Search(
                filters=tuple((value.facet, value.id) for value in view.values),
                shown=tuple(filter(itemgetter(1), view.shown())),
                other_words=other_words,
            ),
        )
        yield File(routes.source(ref), text_of(entry.file))
        if publisher.origin:
            yield from copies(self.catalogue, entry, publisher)
            yield File(routes.qr(ref), qr_svg(f"{publisher.origin}{view.address}"))


class Sheets(Lot):
    """The pages of all records, in the order of the catalogue."""

    def __init__(self, sources: Sources) -> None:
        catalogue = sources.catalogue
        self.sources = sources
        self._refs = list(catalogue.entries)
        self._seed = digest(fingerprint(), repr(sources.style))
        self._answers = Answers(_mappings(sources))
        self.heads = [_head(entry, sources.style.publisher) for entry in catalogue.entries.values()]
        self.orders = {
            name: [routes.record(ref) for ref in refs]
            for name, refs in build_orders(catalogue).items()
        }

    def key(self, number: int) -> bytes:
        """Of the generator, of what all pages have in common, of the record."""
        ref = self._refs[number]
        return digest(self._seed, self.sources.catalogue.entries[ref].digest)

    def stand(self, traces: Sequence[bytes]) -> Sequence[bool]:
        """Whether the other records, and what comes of them, are as they were."""
        return [self._answers.same(unpacked(trace, {})) for trace in traces]

    def make(self, numbers: Sequence[int]) -> Sequence[Made]:
        """Some of the pages."""
        asked: Asked = {}
        sources, packed = _watched(self.sources, asked), packer({})
        made = []
        for number in numbers:
            asked.clear()
            outputs = tuple(sources.outputs(self._refs[number]))
            made.append(Made(outputs, packed(self._answers.trace(asked))))
        return made


def _mappings(sources: Sources) -> dict[str, Mapping[Any, object]]:
    """All that a page can look up, but for the vocabularies: they are in the digest of a record."""
    threads = {part.name: getattr(sources.threads, part.name) for part in fields(Threads)}
    return {
        **threads,
        "entries": sources.catalogue.entries,
        "values": sources.index.values,
        "backlinks": sources.index.backlinks,
        "alternates": sources.alternates,
    }


def _watched(sources: Sources, asked: Asked) -> Sources:
    """The same, noting down what is looked up. What no page may ask for is not there."""
    known: dict[str, Any] = {
        name: Watched(name, mapping, asked) for name, mapping in _mappings(sources).items()
    }
    vocabularies = sources.catalogue.vocabularies

    def alone(kind: type, **others: object) -> Any:
        return kind(**{part.name: known.get(part.name) for part in fields(kind)} | others)

    return Sources(
        catalogue=alone(Catalogue, vocabularies=vocabularies),
        index=alone(Index),
        threads=alone(Threads),
        alternates=known["alternates"],
        style=sources.style,
    )


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
    return Head(page, (routes.source(ref), *copied))


def _source(ref: Ref) -> str:
    return f"practices/{ref.type}/{ref.id}.yml"
