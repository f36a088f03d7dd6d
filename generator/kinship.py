"""Kinship: the records related to one, and why. Pure functions over an index."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain
from operator import or_

from generator.index import Index
from generator.likeness import heaviest
from generator.values import Ref

_KINSHIP: Mapping[str, tuple[int, str]] = {
    "obiettivo": (4, "stesso obiettivo di servizio"),
    "tema": (3, "stesso tema"),
    "fase": (3, "stessa fase del ciclo"),
    "sottotema": (2, "stesso sotto-tema"),
    "programma": (2, "stesso programma"),
    "ente": (2, "stessa amministrazione"),
    "territorio": (1, "stesso territorio"),
}
"""What makes two records akin: how much it weighs and how it is said."""

_WORDS = 20
"""How much the same words weigh: records are never so alike as to get it whole."""

_ALIKE = 0.08
"""From this cosine on, the words that two records share count, and are told."""

_TOLD = 3
"""As many of the shared words are told."""

_MANY = 60
"""A value that more records have says too little of each to look them all up: it only adds to the
weight of records that share something rarer. The work grows with the records, not their square."""


@dataclass(frozen=True, slots=True)
class Related:
    """A record akin to another, and why, in words."""

    ref: Ref
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kin(Mapping[Ref, Sequence[Related]]):
    """The records most akin to each, worked out when they are first asked for. Never drafts.

    Values stand here as numbers, from the commonest on. Each has as many bits of its own as it
    weighs: what two records share weighs as many as they both have.
    """

    index: Index
    numbers: Mapping[Ref, Sequence[int]]
    """The values of each record that make it akin to others."""
    bits: Mapping[Ref, int]
    """The bits of all of them together."""
    facets: Sequence[str]
    """The facet of each value."""
    having: Sequence[Set[Ref]]
    """The first `_MANY` records with each value."""
    common: int
    """How many values more records have."""
    _found: dict[Ref, Sequence[Related]] = field(default_factory=dict, repr=False)

    def __getitem__(self, ref: Ref) -> Sequence[Related]:
        if ref not in self._found:
            self._found[ref] = self.closest(ref, 5)
        return self._found[ref]

    def __iter__(self) -> Iterator[Ref]:
        return iter(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)

    def closest(self, ref: Ref, most: int) -> list[Related]:
        """The records most akin to one, with the reasons: shared values and shared words.

        The measure: the weights of the shared values (`_KINSHIP`) plus the cosine of the two texts
        (likeness.py) times `_WORDS`.
        """
        alike = self.index.likeness.alike(ref, _ALIKE)
        own, bits = set(self.numbers[ref]), self.bits[ref]
        weights: dict[Ref, float] = {
            other: (bits & self.bits[other]).bit_count() for other in self._candidates(ref, alike)
        }
        for other in weights.keys() & alike.keys():
            weights[other] += _WORDS * alike[other]
        best = heaviest(weights, weights.values(), most)
        words = self.index.likeness.shared(ref, [other for other in best if other in alike], _TOLD)
        return [Related(other, tuple(self._reasons(other, own, words))) for other in best]

    def _candidates(self, ref: Ref, alike: Iterable[Ref]) -> Set[Ref]:
        """The finished records that share words or a rare value; if few do, a less rare one."""
        found = set(alike)
        for value in sorted(self.numbers[ref], reverse=True):
            if value < self.common and len(found) >= _MANY:
                break
            found |= self.having[value]
        return (found & self.index.content) - {ref}

    def _reasons(
        self, other: Ref, own: Collection[int], words: Mapping[Ref, Sequence[str]]
    ) -> Iterator[str]:
        """Why a record is akin to one with some values, in words."""
        shared = (self.facets[value] for value in self.numbers[other] if value in own)
        for facet in dict.fromkeys(shared):
            yield _KINSHIP[facet][1]
        if other in words:
            yield f"parole come {', '.join(f'«{word}»' for word in words[other])}"


def build_kin(index: Index) -> Kin:
    """What is needed to tell which records are akin."""
    found = dict.fromkeys(chain.from_iterable(index.values.values()))
    values = sorted(
        (value for value in found if value.facet in _KINSHIP),
        key=lambda value: (len(index.having(value.facet, value.id)), value),
        reverse=True,
    )
    places = {value: number for number, value in enumerate(values)}
    numbers = {
        ref: tuple(places[value] for value in found if value in places)
        for ref, found in index.values.items()
    }
    having = [index.having(value.facet, value.id) for value in values]
    bits = list(_bits(_KINSHIP[value.facet][0] for value in values))
    return Kin(
        index,
        numbers,
        {ref: reduce(or_, map(bits.__getitem__, own), 0) for ref, own in numbers.items()},
        [value.facet for value in values],
        [frozenset(refs[:_MANY]) for refs in having],
        sum(len(refs) > _MANY for refs in having),
    )


def _bits(weights: Iterable[int]) -> Iterator[int]:
    """Numbers with as many bits set as these, each its own."""
    before = 0
    for weight in weights:
        yield (1 << weight) - 1 << before
        before += weight
