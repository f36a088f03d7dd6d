"""Kinship: the records related to one, and why. Pure functions over an index."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import chain

from generator.index import Index
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

    Values stand here as numbers, so that to compare two records is to compare a few of them.
    """

    index: Index
    numbers: Mapping[Ref, Sequence[int]]
    """The values of each record that make it akin to others, by their place from the rarest on."""
    facets: Sequence[str]
    """The facet of each value."""
    having: Sequence[Sequence[Ref]]
    """The first `_MANY` records with each value, and one more where there are more."""
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
        own = {value: _KINSHIP[self.facets[value]][0] for value in self.numbers[ref]}
        weights = {
            other: sum(filter(None, map(own.get, self.numbers[other])))
            + _WORDS * alike.get(other, 0)
            for other in self._candidates(ref, alike)
        }
        best = nsmallest(most, weights, key=lambda other: (-weights[other], other))
        words = self.index.likeness.shared(ref, [other for other in best if other in alike], _TOLD)
        return [Related(other, tuple(self._reasons(other, own, words))) for other in best]

    def _candidates(self, ref: Ref, alike: Iterable[Ref]) -> Iterator[Ref]:
        """The finished records that share words or a rare value; if few do, a less rare one."""
        found = set(alike)
        for value in sorted(self.numbers[ref]):
            having = self.having[value]
            if len(having) > _MANY and len(found) >= _MANY:
                break
            found.update(having[:_MANY])
        return (other for other in found if other in self.index.content and other != ref)

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
    )
    numbers = {value: number for number, value in enumerate(values)}
    return Kin(
        index,
        {
            ref: tuple(numbers[value] for value in found if value in numbers)
            for ref, found in index.values.items()
        },
        [value.facet for value in values],
        [index.having(value.facet, value.id)[: _MANY + 1] for value in values],
    )
