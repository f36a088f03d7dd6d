"""Lineage: records that come from one another, and records that are too much alike."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from generator.catalogue import Catalogue, Entry
from generator.problems import Invalid, Problem, Severity, problem
from generator.records import Adoption, Experience, Review
from generator.text import fold
from generator.values import Ref

_ALIKE = 0.9
Edge = tuple[Ref, Ref, str]
"""A child, its origin, the field that says so."""
_DIGITS = re.compile(r"\d+")


def no_cycles(catalogue: Catalogue, said: Mapping[Ref, Collection[Edge]]) -> Iterator[Problem]:
    """Nothing descends from itself: experiences taken up, adoptions, reviews one after another."""
    graph: dict[Ref, dict[Ref, tuple[Entry, str]]] = {ref: {} for ref in catalogue.entries}
    for ref, edges_said in said.items():
        for child, origin, key in edges_said:
            graph.setdefault(child, {})[origin] = (catalogue.entries[ref], key)
    while cycle := _cycle({ref: tuple(origins) for ref, origins in graph.items()}):
        child, origin = cycle[1], cycle[0]
        entry, key = graph[child].pop(origin)
        refusal = Invalid("lineage-cycle", other=origin.id)
        yield problem(entry.location(key), key, refusal)


def adopted_after_it_began(catalogue: Catalogue) -> Iterator[Problem]:
    """What is taken up had begun before."""
    for entry in catalogue.of(Adoption):
        record = entry.record
        if not isinstance(record, Adoption) or not record.start:
            continue
        for ref in filter(None, (record.experience, record.practice)):
            began = (
                getattr(catalogue.entries[ref].record, "start", None)
                if ref in catalogue.entries
                else None
            )
            if began and record.start.last_day < began.first_day:
                refusal = Invalid("adopted-too-early", moment=record.start, began=began)
                yield problem(entry.location("data_avvio"), "data_avvio", refusal)


def one_of_each(catalogue: Catalogue, owned: Mapping[Ref, tuple[Ref, str]]) -> Iterator[Problem]:
    """Two records of one type, of one body, with nearly the same title, may be the same one.

    Titles are compared with those next to them in the alphabet, so that the work stays linear.
    """
    groups: dict[tuple[str, Ref], list[tuple[str, Ref]]] = defaultdict(list)
    for ref, (owner, title) in owned.items():
        groups[ref.type, owner].append((_DIGITS.sub("", fold(title)), ref))
    for group in groups.values():
        for (title, ref), (next_title, other) in pairwise(sorted(group)):
            if _similar(title, next_title) and _years(owned[ref][1]) == _years(owned[other][1]):
                refusal = Invalid("near-duplicate", other=catalogue.entries[ref].path)
                place = catalogue.entries[other].location("titolo")
                yield problem(place, "titolo", refusal, Severity.WARNING)


def _years(title: str) -> list[str]:
    """The numbers of a title: the same review, next year, is another one."""
    return _DIGITS.findall(title)


def adopts_one_thing(catalogue: Catalogue) -> Iterator[Problem]:
    """An adoption takes up an experience or a practice, one of the two."""
    for entry in catalogue.of(Adoption):
        record = entry.record
        if isinstance(record, Adoption) and (record.experience is None) == (
            record.practice is None
        ):
            yield problem(entry.location(), "-", Invalid("adopts-what"))


def edges(entry: Entry) -> Iterator[Edge]:
    """What comes from what, as a record says it."""
    match entry.record:
        case Experience(origins=origins):
            yield from ((entry.ref, origin, "deriva_da") for origin in origins)
        case Review(previous=Ref() as previous):
            yield entry.ref, previous, "review_precedente"
        case Adoption(experience=taken, became=became):
            if taken:
                yield entry.ref, taken, "esperienza_ripresa"
            if became:
                yield became, entry.ref, "ne_e_nata"
        case _:
            return


def _cycle(graph: Mapping[Ref, tuple[Ref, ...]]) -> list[Ref]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        cycle: list[Ref] = error.args[1]
        return cycle
    return []


@lru_cache(20_000)  # a preview asks again of all, whatever changed
def _similar(one: str, other: str) -> bool:
    """Whether nine letters in ten are the same; most titles have too few in common to look at
    their order."""
    common, total = (Counter(one) & Counter(other)).total(), len(one) + len(other)
    if 2 * common < _ALIKE * total:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


LINEAGE = (adopts_one_thing, adopted_after_it_began)
