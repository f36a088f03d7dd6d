"""The glossary at work: where a text uses one of its words, and what that word stands for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.records.terms import GlossaryTerm
from generator.vocabulary import Term

_WORD = re.compile(r"[A-Z][\w+-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms by acronym and by name."""

    by_acronym: Mapping[str, GlossaryTerm]
    by_name: Mapping[str, GlossaryTerm]
    """By the name in lower case."""

    def used(self, text: str) -> Iterator[tuple[str, GlossaryTerm]]:
        """The terms that a text uses, each with the words it uses for it; acronyms as written."""
        for word in dict.fromkeys(_WORD.findall(text)):
            if word in self.by_acronym:
                yield word, self.by_acronym[word]
        lower = text.lower()
        for name, term in self.by_name.items():
            place = lower.find(name)
            if place >= 0 and _is_whole(lower, place, len(name)):
                yield text[place : place + len(name)], term

    def narrowed(self, text: str) -> "Glossary":
        """The glossary of the terms that a text uses: what its parts can use, found once."""
        terms = dict.fromkeys(term.id for _, term in self.used(text))
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


def glossary_of(terms: Mapping[str, Term]) -> Glossary:
    """The glossary made of the terms of its vocabulary."""
    known = [term for term in terms.values() if isinstance(term, GlossaryTerm)]
    return Glossary(
        by_acronym={term.short: term for term in known if term.short},
        by_name={term.label.lower(): term for term in known},
    )


def _is_whole(text: str, place: int, length: int) -> bool:
    """Whether the place holds whole words, not a part of a longer one."""
    around = text[place - 1 : place] + text[place + length : place + length + 1]
    return not any(letter.isalnum() for letter in around)
