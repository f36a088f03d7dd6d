"""Traced: the pages that depend on the records, made again only if what they looked up changed."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.fingerprint import fingerprint
from generator.outputs import File, Head, Lot, Made, Orders, Page
from generator.packing import packer, unpacked
from generator.sources import Sources
from generator.store import digest
from generator.traces import Answers, Asked


class Item(NamedTuple):
    """A page that is announced, and how it and its files are made."""

    head: Head
    make: Callable[[Sources], Iterator[Page | File]]
    own: bytes = b""
    """A digest of what this page alone is first of all made of."""


class Traced(Lot):
    """The pages that depend on the records."""

    def __init__(
        self, sources: Sources, items: Sequence[Item], orders: Callable[[], Orders]
    ) -> None:
        self.sources = sources
        self.heads = [item.head for item in items]
        self._items = items
        self._orders = orders
        self._answers = Answers(sources.mappings())
        common = repr(sources.style), repr(sources.catalogue.vocabularies)
        self._seed = digest(fingerprint(), *common)

    @cached_property
    def orders(self) -> Orders:
        """Worked out for who asks: a preview does so only for a search."""
        return self._orders()

    def key(self, number: int) -> bytes:
        """Of the generator, of what all pages have in common, of the page's address and its own."""
        item = self._items[number]
        return digest(self._seed, item.head.page.address, item.own)

    def stand(self, traces: Sequence[bytes]) -> Sequence[bool]:
        """Whether what was looked up has the same answers."""
        return [self._answers.same(unpacked(trace, {})) for trace in traces]

    def make(self, numbers: Sequence[int]) -> Sequence[Made]:
        """Some of the pages."""
        asked: Asked = {}
        watched, packed = self.sources.watched(asked), packer({})
        made = []
        for number in numbers:
            asked.clear()
            outputs = tuple(self._items[number].make(watched))
            made.append(Made(outputs, packed(self._answers.trace(asked))))
        return made
