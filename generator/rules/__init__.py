"""Rules: checks that need more than one field or more than one record.

A rule is a function that yields problems: of one record, or of the whole catalogue on a day.
"""

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.rules.consistency import CONSISTENCY
from generator.rules.evidence import EVIDENCE
from generator.rules.lineage import LINEAGE
from generator.rules.renaming import RENAMING
from generator.rules.timeliness import TIMELINESS


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """What the rules find in a catalogue, on a day."""
    for entry in catalogue.entries.values():
        for rule in (*CONSISTENCY, *EVIDENCE):
            yield from rule(entry, catalogue)
        for timely in TIMELINESS:
            yield from timely(entry, today)
    for whole in (*LINEAGE, *RENAMING):
        yield from whole(catalogue)
