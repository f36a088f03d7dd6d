"""Stems: the words of texts without the endings that number and gender change, counted.

Texts are counted in lots. Who has a store keeps each by what its texts were read from: that a
record changed makes one lot anew, and none of the others is looked at but as numbers.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from sys import intern
from typing import Generic, NamedTuple, TypeVar
from zlib import crc32

from generator.packing import packer, unpacked
from generator.store import Made, Store, digest
from generator.text import long_words, slug
from generator.values import Ref

Key = TypeVar("Key")

READ = 4000
"""As many characters of each text are read: what it is about is said at the beginning."""
_SHELF = "parole"
_LOTS = 64


class Counted(NamedTuple, Generic[Key]):
    """The stems of a lot of texts."""

    keys: Sequence[Key]
    """What tells the texts apart."""
    stems: Sequence[str]
    """Of all of them, in alphabetical order."""
    spread: Sequence[int]
    """How many of them hold each stem."""
    texts: Sequence[tuple[Sequence[int], Sequence[int]]]
    """Of each text the places of its stems in that order, and how often it holds each."""


def counted(keys: Iterable[Key], text: Callable[[Key], str]) -> Counted[Key]:
    """The stems of some texts, each given by its key."""
    ordered = list(keys)
    counts = [Counter(map(stem_of, words(text(key)))) for key in ordered]
    spread = Counter(chain.from_iterable(counts))
    stems = sorted(spread)
    places = {one: place for place, one in enumerate(stems)}
    texts = [
        (array("I", [places[one] for one in found]), array("H", list(found.values())))
        for found in counts  # arrays take a tenth of what counters take
    ]
    return Counted(ordered, stems, array("I", [spread[one] for one in stems]), texts)


def counted_once(
    digests: Mapping[Ref, bytes], text: Callable[[Ref], str], store: Store
) -> Iterator[Counted[Ref]]:
    """The stems of the texts of records, in lots; a digest stands for all that a text says."""
    lots: dict[int, list[Ref]] = {}
    for ref in digests:  # where it is does not depend on which others there are
        lots.setdefault(crc32("/".join(ref).encode()) % _LOTS, []).append(ref)
    keyed = {digest(*map(digests.__getitem__, refs)): refs for refs in lots.values()}
    return store.keeping(_SHELF, _counted(keyed, text, store), spare=0)


def _counted(
    keyed: Mapping[bytes, Sequence[Ref]], text: Callable[[Ref], str], store: Store
) -> Iterator[Made[Counted[Ref]]]:
    kept = store.found(_SHELF, keyed.keys())
    packed = packer({})
    for key, refs in keyed.items():
        if key in kept:
            yield Made(key, None, _unpacked(refs, kept.pop(key)))
        else:
            new = counted(refs, text)
            yield Made(key, packed(_bytes(new)), new)


def _bytes(lot: Counted[Ref]) -> tuple[object, ...]:
    texts = [(bytes(places), bytes(counts)) for places, counts in lot.texts]
    return lot.stems, bytes(lot.spread), texts


def _unpacked(refs: Sequence[Ref], data: bytes) -> Counted[Ref]:
    stems, spread, texts = unpacked(data, {})
    return Counted(
        refs,
        [intern(one) for one in stems],  # one object in all lots
        array("I", spread),
        [(array("I", places), array("H", counts)) for places, counts in texts],
    )


def words(text: str) -> list[str]:
    """The words of the beginning of a text that can tell what it is about."""
    return long_words(text[:READ].lower())


@cache
def stem_of(word: str) -> str:
    """The word without accents and without the ending that number and gender change."""
    plain = word if word.isascii() else slug(word)
    bare = plain.rstrip("aeiou").rstrip("h")
    return intern(bare if len(bare) >= 3 else plain)
