"""Rules: checks that need more than one field or more than one record.

A rule is a function that yields what is wrong with one record, now or once a day has passed, or
with the whole catalogue.
"""

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.problems import Problem, Severity, problem
from generator.rules.facts import ALONE, facts
from generator.rules.lineage import LINEAGE, no_cycles, one_of_each
from generator.rules.renaming import RENAMING
from generator.rules.timeliness import TIMELINESS
from generator.store import NO_STORE, Store
from generator.workers import Workers, here


def check(
    catalogue: Catalogue, today: date, workers: Workers = here, store: Store = NO_STORE
) -> Iterator[Problem]:
    """What the rules find in a catalogue, on a day; `workers` look into the records of which
    `store` does not have the facts."""
    known = facts(catalogue, workers, store)
    for ref, entry in catalogue.entries.items():
        about = known[ref]
        if not about.is_sound:
            for rule in ALONE:
                yield from rule(entry, catalogue.vocabularies)
        if about.last_day and about.last_day < today:
            for due in (due for timely in TIMELINESS for due in timely(entry)):
                if due.last_day < today:
                    place = entry.location(due.key)
                    yield problem(place, due.key, due.refusal(), Severity.WARNING)
    yield from no_cycles(catalogue, {ref: about.edges for ref, about in known.items()})
    owned = {ref: (about.owner, about.title) for ref, about in known.items() if about.owner}
    yield from one_of_each(catalogue, owned)
    for whole in (*LINEAGE, *RENAMING):
        yield from whole(catalogue)
