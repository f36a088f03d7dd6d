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
from functools import cache
from heapq import nlargest
from itertools import chain
from math import log, sqrt
from typing import Any, Generic, NamedTuple, TypeVar

from generator.text import long_words, slug

Key = TypeVar("Key", bound=Any)
"""What tells the texts apart: hashable, and in some order, so that equals are chosen alike."""

_READ = 4000
"""As many characters of each text are read: what it is about is said at the beginning."""
_KEPT = 16
"""As many words of each text are compared."""
_COMMON = 60
"""A word that more texts keep says too little of each to look them all up."""
_MOST = 40
"""As many texts are told to be alike to one."""
_REPEATED = (0.0, *(1 + log(count) for count in range(1, _READ)))
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


def build_likeness(keys: Iterable[Key], text: Callable[[Key], str]) -> Likeness[Key]:
    """What is needed to compare texts with one another, each given by its key."""
    ordered = sorted(keys)
    telling = _telling(map(text, ordered))
    numbers = {key: number for number, key in enumerate(ordered)}
    return Likeness(ordered, numbers, text, telling, _holding(telling))


def heaviest(weights: Mapping[Key, float], most: int) -> list[Key]:
    """The keys of the greatest weights, the greatest first; of equals the first key."""
    least = min(sorted(weights.values())[-most:], default=0)  # sorting numbers alone is quick
    best = sorted((-weight, key) for key, weight in weights.items() if weight >= least)
    return [key for _, key in best[:most]]


def _telling(texts: Iterable[str]) -> list[Mapping[str, float]]:
    """The telling words of each text."""
    spread: Counter[str] = Counter()
    counted = []
    for text in texts:
        stems = Counter(map(_stem, _words(text)))
        spread.update(stems.keys())
        counted.append((tuple(stems), array("H", stems.values())))  # a tenth of what Counter takes
    most = len(counted)
    rarity = {stem: log(most / count) for stem, count in spread.items() if 1 < count < most}
    return [_heaviest(rarity, *stems) for stems in counted]


def _words(text: str) -> list[str]:
    return long_words(text[:_READ].lower())


@cache
def _stem(word: str) -> str:
    """The word without accents and without the ending that number and gender change."""
    plain = word if word.isascii() else slug(word)
    bare = plain.rstrip("aeiou").rstrip("h")
    return bare if len(bare) >= 3 else plain


def _forms(text: str, stems: Collection[str]) -> dict[str, str]:
    """The form that each of some stems has most often in a text; the first of those."""
    forms = Counter(word for word in _words(text) if _stem(word) in stems)
    return {_stem(form): form for form, _ in reversed(forms.most_common())}


def _heaviest(
    rarity: Mapping[str, float], stems: tuple[str, ...], counts: Iterable[int]
) -> dict[str, float]:
    """The heaviest stems of a text; those of one text alone, or of all, make it like no other."""
    weights = {
        stem: _REPEATED[count] * rarity[stem]
        for stem, count in zip(stems, counts, strict=True)
        if stem in rarity
    }
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weights[stem] / length for stem in heaviest(weights, _KEPT)}


def _holding(telling: Sequence[Mapping[str, float]]) -> Mapping[str, Holding]:
    kept = Counter(chain.from_iterable(telling))
    holding = {
        stem: Holding(array("I"), array("d"))
        for stem, texts in kept.items()
        if 1 < texts <= _COMMON
    }
    for number, weights in enumerate(telling):
        for stem in weights.keys() & holding.keys():
            holding[stem].texts.append(number)
            holding[stem].weights.append(weights[stem])
    return holding
