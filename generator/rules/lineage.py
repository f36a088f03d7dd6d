"""Lineage: records that come from one another, and records that are too much alike."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from graphlib import CycleError, TopologicalSorter

from generator.catalogue import Catalogue, Entry
from generator.problems import Invalid, Problem, Severity, problem
from generator.records import Adoption, Experience, Review
from generator.text import fold
from generator.values import Ref

_ALIKE = 0.9


def no_cycles(catalogue: Catalogue) -> Iterator[Problem]:
    """Nothing descends from itself: experiences taken up, adoptions, reviews one after another."""
    graph = {ref: dict(_origins(entry)) for ref, entry in catalogue.entries.items()}
    while cycle := _cycle({ref: tuple(origins) for ref, origins in graph.items()}):
        ref, origin = cycle[1], cycle[0]
        entry = catalogue.entries[ref]
        key = graph[ref].pop(origin)
        refusal = Invalid("lineage-cycle", other=origin.id)
        yield problem(entry.location(key), key, refusal)


def adopted_after_it_began(catalogue: Catalogue) -> Iterator[Problem]:
    """What is taken up had begun before."""
    for entry in catalogue.entries.values():
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


def one_of_each(catalogue: Catalogue) -> Iterator[Problem]:
    """Two records of one type, of one body, with nearly the same title, may be the same one."""
    alike: dict[tuple[str, object], list[Entry]] = defaultdict(list)
    for entry in catalogue.entries.values():
        group = alike[entry.ref.type, getattr(entry.record, "owner", None)]
        for other in group:
            if _similar(entry.record.title, other.record.title):
                refusal = Invalid("near-duplicate", other=other.path)
                yield problem(entry.location(), "titolo", refusal, Severity.WARNING)
                break
        if hasattr(entry.record, "owner"):
            group.append(entry)


def adopts_one_thing(catalogue: Catalogue) -> Iterator[Problem]:
    """An adoption takes up an experience or a practice, one of the two."""
    for entry in catalogue.entries.values():
        record = entry.record
        if isinstance(record, Adoption) and (record.experience is None) == (
            record.practice is None
        ):
            yield problem(entry.location(), "-", Invalid("adopts-what"))


def _origins(entry: Entry) -> Iterator[tuple[Ref, str]]:
    """The records that a record comes from, with the field that says so."""
    match entry.record:
        case Experience(origins=origins):
            yield from ((origin, "deriva_da") for origin in origins)
        case Review(previous=Ref() as previous):
            yield previous, "review_precedente"
        case _:
            return


def _cycle(graph: Mapping[Ref, tuple[Ref, ...]]) -> list[Ref]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        cycle: list[Ref] = error.args[1]
        return cycle
    return []


def _similar(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, fold(one), fold(other), autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


LINEAGE = (no_cycles, adopts_one_thing, adopted_after_it_began, one_of_each)
