"""Bulk: the files that hold every record, the datasets and the API, written in one pass.

A stretch of records is worked out once for all of them, or copied from the files of the build
before; no more than one is held.
"""

from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from generator import routes
from generator.catalogue import Catalogue
from generator.exports import api, datasets
from generator.exports.former import Former, Place, Texts, keep, opened
from generator.exports.plain import Plain, named, plain, plain_withdrawn
from generator.exports.stretches import Stretch, stretches
from generator.outputs import Batch, Publisher
from generator.values import Ref

Items = tuple[dict[str, Any], ...]
"""What is said of a stretch, as the lists of the API have it."""


def bulk(catalogue: Catalogue, publisher: Publisher, kept: Path | None = None) -> Batch:
    """The datasets; the API too, where the site has an address of its own.

    `kept` is a folder, on the disk of the site, for what a build leaves to the next.
    """
    names = (*datasets.addresses(), *api.addresses(catalogue, publisher))
    return Batch(routes.HOME, names, partial(_write, catalogue, publisher, kept))


def _write(catalogue: Catalogue, publisher: Publisher, kept: Path | None, site: Path) -> None:
    data, refs = site / routes.DATA, sorted([*catalogue.entries, *catalogue.withdrawn])
    places: dict[bytes, Place[Items]] = {}
    with ExitStack() as stack:
        former = stack.enter_context(opened(kept, datasets.kept()))
        before = former.folder if former else None
        files = stack.enter_context(datasets.datasets(catalogue, publisher, data, before))
        answers = stack.enter_context(api.answers(catalogue, publisher, site))
        former = former if former and former.is_in_place() else None
        work = _Work(catalogue, publisher, files, former)
        for stretch in stretches(catalogue, publisher, refs):
            texts, items = work.pieces(stretch)
            places[stretch.key] = Place(files.write(stretch.folder, texts), items)
            answers(stretch.refs, texts[datasets.LINES], items)
    if kept:
        keep(kept, data, datasets.kept(), places)


@dataclass(frozen=True, slots=True)
class _Work:
    """How the pieces of a stretch are had, which the database gets at once."""

    catalogue: Catalogue
    publisher: Publisher
    files: datasets.Datasets
    former: Former[Items] | None

    def pieces(self, stretch: Stretch) -> tuple[Texts, Items]:
        place = self.former.places.get(stretch.key) if self.former else None
        if not self.former or not place:
            return self._made(stretch)
        self.files.copy(stretch.folder, named(stretch.refs[0]), named(stretch.refs[-1]))
        return self.former.texts(place), place.noted

    def _made(self, stretch: Stretch) -> tuple[Texts, Items]:
        records = [self._plain(ref) for ref in stretch.refs]
        both = zip(stretch.refs, records, strict=True)
        items = tuple(api.item(self.catalogue, self.publisher, *one) for one in both)
        return self.files.make(stretch.folder, records), items

    def _plain(self, ref: Ref) -> Plain:
        if ref in self.catalogue.entries:
            return plain(self.catalogue.entries[ref], self.publisher)
        return plain_withdrawn(ref, self.catalogue.withdrawn[ref], self.publisher)
