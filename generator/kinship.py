"""Kinship: the records related to one, and why. Pure functions over an index."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from heapq import nsmallest

from generator.index import Index, Value
from generator.likeness import Alike
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
    """The records most akin to each, worked out when they are first asked for."""

    index: Index
    _found: dict[Ref, Sequence[Related]] = field(default_factory=dict, init=False, repr=False)

    def __getitem__(self, ref: Ref) -> Sequence[Related]:
        if ref not in self._found:
            self._found[ref] = related(self.index, ref)
        return self._found[ref]

    def __iter__(self) -> Iterator[Ref]:
        return iter(self.index.values)

    def __len__(self) -> int:
        return len(self.index.values)


def related(index: Index, ref: Ref, limit: int = 5) -> list[Related]:
    """The records most akin to one, with the reasons: shared values and shared words. Never drafts.

    The measure: the weights of the shared values (`_KINSHIP`) plus the cosine of the two texts
    (likeness.py) times `_WORDS`.
    """
    likened = index.likeness.alike(ref).items()
    alike = {other: words for other, words in likened if words.cosine >= _ALIKE}
    own = {value for value in index.sets[ref] if value.facet in _KINSHIP}
    weights = {
        other: sum([_KINSHIP[value.facet][0] for value in own & index.sets[other]])
        + _WORDS * (alike[other].cosine if other in alike else 0)
        for other in _candidates(index, ref, own, alike)
    }
    best = nsmallest(limit, weights, key=lambda other: (-weights[other], other))
    return [Related(other, tuple(_reasons(index, other, own, alike.get(other)))) for other in best]


def _candidates(index: Index, ref: Ref, own: set[Value], alike: Mapping[Ref, Alike]) -> set[Ref]:
    """The finished records that share words or a rare value; if few do, a less rare one."""
    rare_first = sorted(own, key=lambda value: (len(index.having(*value[:2])), value))
    found = set(alike)
    for value in rare_first:
        having = index.having(*value[:2])
        if len(having) <= _MANY or len(found) < _MANY:
            found.update(having[:_MANY])
    return {other for other in found if other in index.content and other != ref}


def _reasons(index: Index, other: Ref, own: Set[Value], alike: Alike | None) -> Iterator[str]:
    """Why a record is akin to one with some values, in words."""
    yield from dict.fromkeys(
        _KINSHIP[value.facet][1] for value in index.values[other] if value in own
    )
    if alike:
        yield f"parole come {', '.join(f'«{word}»' for word in alike.words[:_TOLD])}"
