"""The glossary and the thesaurus at work: the words of a text, and what else they are called."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from generator.records.terms import GlossaryTerm, Synonyms
from generator.vocabulary import Term

_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9_+-]*")


class Used(NamedTuple):
    """What a text uses of the glossary."""

    glossary: "Glossary"
    """That of the terms it uses: what its parts can use, found once."""
    other_words: str
    """The other forms of the words used, for searches: SMVP for its full name, and back."""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Groups of words that mean the same, in lower case."""

    groups: tuple[tuple[str, ...], ...]

    def other_words(self, text: str) -> str:
        """The other words of every group of which a text uses one."""
        lower = text.lower()
        held = _held(tuple(chain.from_iterable(self.groups)), lower)
        found: dict[str, None] = {}
        for group in self.groups:
            if any(form in held and _uses(lower, form) for form in group):
                found |= dict.fromkeys(form for form in group if form not in held)
        return " ".join(found)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms by acronym and by name."""

    by_acronym: Mapping[str, GlossaryTerm]
    by_name: Mapping[str, GlossaryTerm]
    """By the name in lower case."""

    def used(self, text: str) -> Iterator[tuple[str, GlossaryTerm]]:
        """The terms that a text uses, each with the words it uses for it; acronyms as written."""
        return _used(self, text, text.lower())

    def used_in(self, text: str) -> Used:
        """What a text uses of the glossary."""
        lower = text.lower()
        held = _held(tuple(self.by_name), lower)
        names = {name: term for name, term in self.by_name.items() if name in held}
        used = list(_used(Glossary(self.by_acronym, names), text, lower))
        terms = {term.id for _, term in used}
        return Used(
            Glossary(
                {word: term for word, term in self.by_acronym.items() if term.id in terms},
                {name: term for name, term in self.by_name.items() if term.id in terms},
            ),
            " ".join(_other_words(used)),
        )


def thesaurus_of(terms: Mapping[str, Term]) -> Thesaurus:
    """The thesaurus made of the terms of its vocabulary."""
    groups = ((term.label, *term.forms) for term in terms.values() if isinstance(term, Synonyms))
    return Thesaurus(tuple(tuple(form.lower() for form in group) for group in groups))


def glossary_of(terms: Mapping[str, Term]) -> Glossary:
    """The glossary made of the terms of its vocabulary."""
    known = [term for term in terms.values() if isinstance(term, GlossaryTerm)]
    return Glossary(
        by_acronym={term.short: term for term in known if term.short},
        by_name={term.label.lower(): term for term in known},
    )


def _used(glossary: Glossary, text: str, lower: str) -> Iterator[tuple[str, GlossaryTerm]]:
    for word in dict.fromkeys(_ACRONYM.findall(text)):
        if word in glossary.by_acronym:
            yield word, glossary.by_acronym[word]
    for name, term in glossary.by_name.items():
        if _uses(lower, name):
            place = lower.find(name)
            yield text[place : place + len(name)], term


def _other_words(used: Iterable[tuple[str, GlossaryTerm]]) -> Mapping[str, None]:
    return dict.fromkeys(
        form
        for words, term in used
        for form in (term.short, term.label)
        if form and form.lower() != words.lower()
    )


def _held(names: tuple[str, ...], lower: str) -> Set[str]:
    """Those of many names whose letters a text holds, found all at once."""
    return frozenset(_automaton(names).find_matches_as_strings(lower, overlapping=True))


@cache
def _automaton(names: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick(names, implementation=Implementation.DFA)


def _uses(text: str, words: str) -> bool:
    """Whether a text holds the words, first met as whole words, not as a part of longer ones."""
    place = text.find(words)
    if place < 0:
        return False
    end = place + len(words)
    return not any(letter.isalnum() for letter in text[place - 1 : place] + text[end : end + 1])
