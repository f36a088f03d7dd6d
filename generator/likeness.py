"""Likeness: how alike the words of two texts are, by the cosine of their tf-idf weights.

Salton and Buckley, «Term-weighting approaches in automatic text retrieval» (1988): a word weighs
more the more a text repeats it and the fewer texts hold it. Of each text only the words that weigh
most are kept, so that the work grows with the texts and not with their square.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from math import log, sqrt
from typing import Any, Generic, TypeVar

from generator.text import slug

Key = TypeVar("Key", bound=Any)
"""What tells the texts apart: hashable, and in some order, so that equals are chosen alike."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_READ = 4000
"""As many characters of each text are read: what it is about is said at the beginning."""
_KEPT = 16
"""As many words of each text are compared."""
_COMMON = 60
"""A word that more texts keep says too little of each to look them all up."""
_MOST = 40
"""As many texts are told to be alike to one."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that tells what a text is about: as the text spells it, and its weight from 0 to 1."""

    form: str
    weight: float


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike a text is to another, from 0 to 1, and the words that make it so, best first."""

    cosine: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness(Generic[Key]):
    """The telling words of each text and the texts of each telling word, by the word's stem."""

    telling: Mapping[Key, Mapping[str, Telling]]
    holding: Mapping[str, tuple[Key, ...]]

    def alike(self, key: Key) -> dict[Key, Alike]:
        """The texts most alike to one, at most `_MOST`, in no special order."""
        own = self.telling.get(key, {})
        cosines: dict[Key, float] = defaultdict(float)
        for stem, told in own.items():
            holding = self.holding[stem]
            for other in holding if len(holding) <= _COMMON else ():
                cosines[other] += told.weight * self.telling[other][stem].weight
        cosines.pop(key, None)
        best = nlargest(_MOST, cosines, key=lambda other: (cosines[other], other))
        return {other: Alike(cosines[other], self._shared(own, other)) for other in best}

    def _shared(self, own: Mapping[str, Telling], other: Key) -> tuple[str, ...]:
        theirs = self.telling[other]
        shared = [stem for stem in own if stem in theirs]
        shared.sort(key=lambda stem: (-own[stem].weight * theirs[stem].weight, stem))
        return tuple(own[stem].form for stem in shared)


def build_likeness(texts: Mapping[Key, str]) -> Likeness[Key]:
    """What is needed to compare texts with one another."""
    counted = {key: _stems(text) for key, text in texts.items()}
    spread = Counter(stem for stems in counted.values() for stem in stems)
    telling = {key: _telling(stems, spread, len(texts)) for key, stems in counted.items()}
    holding: dict[str, list[Key]] = defaultdict(list)
    for key, words in telling.items():
        for stem in words:
            holding[stem].append(key)
    return Likeness(telling, {stem: tuple(keys) for stem, keys in holding.items()})


def _stems(text: str) -> dict[str, tuple[str, int]]:
    """The stems of a text, each with the form that it has most often and how often it comes."""
    stems: dict[str, tuple[str, int]] = {}
    for form, count in Counter(_WORD.findall(text[:_READ].lower())).most_common():
        stem = _stem(form)
        first, before = stems.get(stem, (form, 0))
        stems[stem] = (first, before + count)
    return stems


@cache
def _stem(word: str) -> str:
    """The word without accents and without the ending that number and gender change."""
    plain = word if word.isascii() else slug(word)
    bare = plain.rstrip("aeiou").rstrip("h")
    return bare if len(bare) >= 3 else plain


def _telling(
    stems: Mapping[str, tuple[str, int]], spread: Mapping[str, int], texts: int
) -> dict[str, Telling]:
    """The heaviest stems of a text; those of one text alone make it like no other."""
    weights = {
        stem: (1 + log(count)) * log(texts / spread[stem])
        for stem, (_, count) in stems.items()
        if spread[stem] > 1
    }
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1
    best = sorted(weights, key=lambda stem: (-weights[stem], stem))[:_KEPT]
    return {stem: Telling(stems[stem][0], weights[stem] / length) for stem in best}
