"""Lookup: the words by which people call terms and records, and the ids that they stand for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.text import fold
from generator.values import Known
from generator.vocabulary import Term

_Forms = Mapping[str, tuple[str, ...]]
"""Ids by the folded words that may mean them."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What values can point to, by id and by any other name."""

    known: Known
    terms: Mapping[str, _Forms]
    records: Mapping[str, _Forms]


def lookup_of(catalogue: Catalogue) -> Lookup:
    """The names of a catalogue's terms and records."""
    records: dict[str, list[tuple[str, str]]] = {}
    for ref, entry in catalogue.entries.items():
        records.setdefault(ref.type, []).append((ref.id, entry.record.title))
    known = Known(
        catalogue.vocabularies,
        {folder: frozenset(name for name, _ in pairs) for folder, pairs in records.items()},
    )
    return Lookup(
        known,
        {name: _forms(_named(terms.values())) for name, terms in catalogue.vocabularies.items()},
        {folder: _forms(pairs) for folder, pairs in records.items()},
    )


def _named(terms: Iterable[Term]) -> Iterator[tuple[str, str]]:
    for term in terms:
        for name in (term.label, term.short, term.code, term.full_name):
            if name:
                yield term.id, name


def _forms(named: Iterable[tuple[str, str]]) -> _Forms:
    """An id means itself only, even where it is another's name."""
    pairs = list(named)
    forms: dict[str, tuple[str, ...]] = {}
    for name, word in pairs:
        ids = forms.get(fold(word), ())
        forms[fold(word)] = ids if name in ids else (*ids, name)
    return forms | {fold(name): (name,) for name, _ in pairs}
