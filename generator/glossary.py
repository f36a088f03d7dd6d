"""The glossary and the thesaurus at work: the words of a text, and what else they are called."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache

from generator.records.terms import GlossaryTerm, Synonyms
from generator.vocabulary import Term

_ACRONYM = re.compile(r"[A-Z][\w+-]*", re.ASCII)
_WORD = re.compile(r"[^\W_]+")


def single_words(text: str) -> Set[str]:
    """The words of a text, one by one and in lower case: of most names not even the first is there,
    and so they need not be looked for."""
    return frozenset(_WORD.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Groups of words that mean the same, in lower case."""

    groups: tuple[tuple[str, ...], ...]

    def other_words(self, text: str, single: Set[str]) -> str:
        """The other words of every group of which a text uses one; `single` are its words."""
        lower = text.lower()
        found: dict[str, None] = {}
        for group in self.groups:
            if any(_first(form) in single and _uses(lower, form) for form in group):
                found |= dict.fromkeys(form for form in group if form not in lower)
        return " ".join(found)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms by acronym and by name."""

    by_acronym: Mapping[str, GlossaryTerm]
    by_name: Mapping[str, GlossaryTerm]
    """By the name in lower case."""

    def used(self, text: str) -> Iterator[tuple[str, GlossaryTerm]]:
        """The terms that a text uses, each with the words it uses for it; acronyms as written."""
        for word in dict.fromkeys(_ACRONYM.findall(text)):
            if word in self.by_acronym:
                yield word, self.by_acronym[word]
        lower = text.lower()
        for name, term in self.by_name.items():
            if _uses(lower, name):
                place = lower.find(name)
                yield text[place : place + len(name)], term

    def narrowed(self, text: str, single: Set[str]) -> "Glossary":
        """The glossary of the terms that a text uses: what its parts can use, found once; `single`
        are its words."""
        names = {name: term for name, term in self.by_name.items() if _first(name) in single}
        used = Glossary(self.by_acronym, names).used(text)
        terms = dict.fromkeys(term.id for _, term in used)
        return Glossary(
            {word: term for word, term in self.by_acronym.items() if term.id in terms},
            {name: term for name, term in self.by_name.items() if term.id in terms},
        )

    def other_words(self, text: str) -> str:
        """The other forms of the words used, for searches: SMVP for its full name, and back."""
        found = dict.fromkeys(
            form
            for words, term in self.used(text)
            for form in (term.short, term.label)
            if form and form.lower() != words.lower()
        )
        return " ".join(found)


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


@cache
def _first(words: str) -> str:
    found = _WORD.search(words)
    return found[0] if found else ""


def _uses(text: str, words: str) -> bool:
    """Whether a text holds the words, first met as whole words, not as a part of longer ones."""
    place = text.find(words)
    if place < 0:
        return False
    end = place + len(words)
    return not any(letter.isalnum() for letter in text[place - 1 : place] + text[end : end + 1])
