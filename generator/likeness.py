"""Likeness: how alike the words of two texts are, by the cosine of their tf-idf weights.

Salton and Buckley, «Term-weighting approaches in automatic text retrieval» (1988): a word weighs
more the more a text repeats it and the fewer texts hold it. Of each text only the words that weigh
most are kept, so that the work grows with the texts and not with their square. Texts are not kept:
each is asked for again when its own spelling of a word is to be told.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, MutableSequence, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain
from math import log, sqrt
from operator import mul
from typing import Any, Generic, NamedTuple, TypeVar

from generator.stems import READ, Counted, stem_of, words

Key = TypeVar("Key", bound=Any)
"""What tells the texts apart: hashable, and in some order, so that equals are chosen alike."""

_KEPT = 16
"""As many words of each text are compared."""
_COMMON = 60
"""A word that more texts keep says too little of each to look them all up."""
_MOST = 40
"""As many texts are told to be alike to one."""
_REPEATED = (0.0, *(1 + log(count) for count in range(1, READ)))
"""What it adds to a word that a text repeats it, by how often it is there."""


class Holding(NamedTuple):
    """The texts that keep a word, and what it weighs in each."""

    texts: MutableSequence[int]
    weights: MutableSequence[float]


@dataclass(frozen=True, slots=True)
class Likeness(Generic[Key]):
    """The telling words of each text and the texts of each telling word, by the word's stem; the
    weight of one in the other is from 0 to 1. Texts stand here as numbers, in the keys' order."""

    keys: Sequence[Key]
    numbers: Mapping[Key, int]
    text: Callable[[Key], str]
    telling: Sequence[Mapping[str, float]]
    """The heaviest first."""
    holding: Mapping[str, Holding]
    """Of the words that neither one text alone keeps nor too many."""

    def alike(self, key: Key, least: float = 0) -> dict[Key, float]:
        """The texts most alike to one, at most `_MOST`, with the cosine, which is `least` or more;
        in no special order."""
        if key not in self.numbers:
            return {}
        number = self.numbers[key]
        cosines: dict[int, float] = {}
        for stem, weight in self.telling[number].items():
            for other, theirs in zip(*self.holding.get(stem, ((), ())), strict=True):
                if other in cosines:
                    cosines[other] += weight * theirs
                else:  # mostly: few texts share two words
                    cosines[other] = weight * theirs
        cosines.pop(number, None)
        enough = [(cosine, other) for other, cosine in cosines.items() if cosine >= least]
        return {self.keys[other]: cosine for cosine, other in nlargest(_MOST, enough)}

    def shared(self, key: Key, others: Collection[Key], most: int) -> Mapping[Key, list[str]]:
        """The words that make other texts alike to one, as this spells them, best first."""
        stems = {other: self._shared(key, other)[:most] for other in others}
        forms = _forms(self.text(key), set(chain.from_iterable(stems.values()))) if others else {}
        return {other: [forms[stem] for stem in found] for other, found in stems.items()}

    def _shared(self, key: Key, other: Key) -> list[str]:
        own, theirs = (self.telling[self.numbers[one]] for one in (key, other))
        shared = [stem for stem in own if stem in theirs]
        return sorted(shared, key=lambda stem: (-own[stem] * theirs[stem], stem))


def build_likeness(lots: Sequence[Counted[Key]], text: Callable[[Key], str]) -> Likeness[Key]:
    """What is needed to compare texts with one another, by their stems."""
    rarity = _rarity(lots)
    found: dict[Key, Mapping[str, float]] = {}
    for lot in lots:
        rare = [rarity.get(stem, 0) for stem in lot.stems]
        for key, stems in zip(lot.keys, lot.texts, strict=True):
            found[key] = _telling(lot.stems, rare, *stems)
    ordered = sorted(found)
    telling = [found[key] for key in ordered]
    numbers = {key: number for number, key in enumerate(ordered)}
    return Likeness(ordered, numbers, text, telling, _holding(telling))


def heaviest(keys: Iterable[Key], weights: Collection[float], most: int) -> dict[Key, float]:
    """The keys of the greatest weights, the greatest first; of equals the first key."""
    least = min(sorted(weights)[-most:], default=0)  # sorting numbers alone is quick
    found = [(-weight, key) for key, weight in zip(keys, weights, strict=True) if weight >= least]
    return {key: -weight for weight, key in sorted(found)[:most]}


def _rarity(lots: Iterable[Counted[Key]]) -> Mapping[str, float]:
    """What each stem weighs; those of one text alone, or of all, make it like no other."""
    spread: Counter[str] = Counter()
    most = 0
    for lot in lots:
        spread.update(dict(zip(lot.stems, lot.spread, strict=True)))
        most += len(lot.keys)
    return {stem: log(most / count) for stem, count in spread.items() if 1 < count < most}


def _telling(
    stems: Sequence[str], rarity: Sequence[float], places: Sequence[int], counts: Sequence[int]
) -> Mapping[str, float]:
    """The telling words of a text, given by the places of its stems."""
    repeated = map(_REPEATED.__getitem__, counts)
    weights = list(map(mul, repeated, map(rarity.__getitem__, places)))
    length = sqrt(sum(map(mul, weights, weights)))
    best = heaviest(places, weights, _KEPT)
    return {stems[place]: weight / length for place, weight in best.items() if weight}


def _forms(text: str, stems: Collection[str]) -> dict[str, str]:
    """The form that each of some stems has most often in a text; the first of those."""
    forms = Counter(word for word in words(text) if stem_of(word) in stems)
    return {stem_of(form): form for form, _ in reversed(forms.most_common())}


def _holding(telling: Sequence[Mapping[str, float]]) -> Mapping[str, Holding]:
    kept = Counter(chain.from_iterable(telling))
    holding = {
        stem: Holding(array("I"), array("d"))  # side by side in memory, read many times over
        for stem, texts in kept.items()
        if 1 < texts <= _COMMON
    }
    for number, weights in enumerate(telling):
        for stem in weights.keys() & holding.keys():
            holding[stem].texts.append(number)
            holding[stem].weights.append(weights[stem])
    return holding
