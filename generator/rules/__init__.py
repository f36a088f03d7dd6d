"""Rules: checks that need more than one field or more than one record.

A rule is a function of one entry and its catalogue that yields problems; `check` runs them all.
"""

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.rules.consistency import CONSISTENCY

RULES = CONSISTENCY


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """What the rules find in a catalogue."""
    for entry in catalogue.entries.values():
        for rule in RULES:
            yield from rule(entry)
