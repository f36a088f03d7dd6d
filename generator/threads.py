"""Threads: what follows from what. Computed from the records' own references, never typed twice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue, Entry
from generator.index import Index
from generator.kinship import Kin, Related, build_kin
from generator.records import Adoption, Experience, Need, Practice, Review
from generator.records.review import Recommendation
from generator.values import Moment, Past, Ref

_DEEPEST = 6
_MATCHES = 6


@dataclass(frozen=True, slots=True)
class Branch:
    """A record in a lineage, and what came of it."""

    ref: Ref
    children: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A recommendation as one review put it."""

    review: Ref
    moment: Moment | None
    recommendation: Recommendation


@dataclass(frozen=True, slots=True)
class Threads:
    """What the pages need to know of who follows from whom, worked out once for a catalogue."""

    children: Mapping[Ref, Sequence[Ref]]
    parents: Mapping[Ref, Ref]
    helpers: Mapping[Ref, Sequence[Related]]
    """The practices and experiences that meet each need."""
    needs: Mapping[Ref, Sequence[Related]]
    """The needs that each practice or experience meets."""
    past: Mapping[date, bool]
    """Which days have passed."""
    recommendations: Mapping[Ref, Sequence[tuple[Step, ...]]]
    """Those made to each administration, each followed from review to review."""
    related: Mapping[Ref, Sequence[Related]]

    def lineage(self, ref: Ref) -> Branch | None:
        """The tree of experiences, practices and adoptions that a record is part of, if any."""
        root = ref
        for _ in range(_DEEPEST):
            root = self.parents.get(root, root)
        tree = _branch(root, self.children, set(), _DEEPEST)
        return tree if tree.children else None


def build_threads(catalogue: Catalogue, index: Index, today: date) -> Threads:
    """The threads of a catalogue on a day: a need that has expired is nobody's any more."""
    children = _children(catalogue)
    kin = build_kin(index)
    helpers = {need.ref: _helpers(catalogue, kin, need) for need in catalogue.of(Need)}
    needs: dict[Ref, list[Related]] = {}
    for need, found in helpers.items():
        for helper in found if _is_open(catalogue, need, today) else ():
            needs.setdefault(helper.ref, []).append(Related(need, helper.reasons))
    return Threads(
        children=children,
        parents={child: parent for parent, found in children.items() for child in found},
        helpers=helpers,
        needs=needs,
        past=Past(today),
        recommendations=_recommendations(catalogue),
        related=kin,
    )


def _is_open(catalogue: Catalogue, need: Ref, today: date) -> bool:
    record = catalogue.entries[need].record
    return not (isinstance(record, Need) and record.expires and record.expires < today)


def _children(catalogue: Catalogue) -> Mapping[Ref, list[Ref]]:
    """What came of each record; an adoption stands between what was taken up and what it became."""
    found: dict[Ref, list[Ref]] = {}
    grown = set()
    for entry in catalogue.entries.values():
        if isinstance(entry.record, Adoption):
            for origin in filter(None, (entry.record.experience, entry.record.practice)):
                found.setdefault(origin, []).append(entry.ref)
            if entry.record.became:
                found.setdefault(entry.ref, []).append(entry.record.became)
                grown.add(entry.record.became)
    for entry in catalogue.entries.values():
        if isinstance(entry.record, Experience | Practice) and entry.ref not in grown:
            for origin in entry.record.origins:
                found.setdefault(origin, []).append(entry.ref)
    return found


def _branch(ref: Ref, children: Mapping[Ref, Sequence[Ref]], seen: set[Ref], depth: int) -> Branch:
    seen.add(ref)
    below = [child for child in children.get(ref, ()) if child not in seen] if depth else []
    return Branch(ref, tuple(_branch(child, children, seen, depth - 1) for child in below))


def _helpers(catalogue: Catalogue, kin: Kin, need: Entry) -> list[Related]:
    """The practices and experiences that meet a need: they share its theme, at least."""
    values = kin.index.values
    wanted = {value for value in values[need.ref] if value.facet in {"tema", "sottotema"}}
    found = []
    for other in kin.closest(need.ref, 100):
        record = catalogue.entries[other.ref].record
        if isinstance(record, Experience | Practice) and wanted.intersection(values[other.ref]):
            found.append(Related(other.ref, (*other.reasons, *_offers(need, record))))
    return found[:_MATCHES]


def _offers(need: Entry, record: Experience | Practice) -> Iterator[str]:
    """The ways of exchange that one asks for and the other offers."""
    wanted = {term.id for term in need.record.exchange} if isinstance(need.record, Need) else set()
    for term in record.exchange:
        if term.id in wanted:
            yield f"offre: {str(term).lower()}"


def _recommendations(catalogue: Catalogue) -> Mapping[Ref, Sequence[tuple[Step, ...]]]:
    reviews: dict[Ref, list[tuple[Ref, Review]]] = {}
    for entry in catalogue.of(Review):
        if isinstance(entry.record, Review):
            reviews.setdefault(entry.record.owner, []).append((entry.ref, entry.record))
    return {body: _followed(found) for body, found in reviews.items()}


def _followed(reviews: list[tuple[Ref, Review]]) -> list[tuple[Step, ...]]:
    """The recommendations of one body's reviews."""
    reviews.sort(key=lambda row: (str(row[1].start or ""), row[0].id))
    threads: dict[tuple[Ref, str], tuple[Step, ...]] = {}
    for ref, review in reviews:
        for recommendation in review.recommendations:
            before: tuple[Step, ...] = ()
            if review.previous and recommendation.resumes:
                before = threads.pop((review.previous, recommendation.resumes), ())
            step = Step(ref, review.start, recommendation)
            threads[ref, recommendation.code] = (*before, step)
    return list(threads.values())
