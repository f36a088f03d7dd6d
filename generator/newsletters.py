"""Newsletters: the issues that were sent, one file each in `newsletter/<YYYY-MM>.yml`."""

import re
from collections.abc import Iterator, Set
from pathlib import Path

from generator.composer import Node
from generator.naming import record_files
from generator.problems import Invalid, Location, Problem, problem, suggestion
from generator.reader import read_record
from generator.records.issue import Issue
from generator.schema import filled
from generator.source import read_file
from generator.values import Known, Moment, Ref

NEWSLETTERS = "newsletter"
_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")

Newsletters = dict[Moment, Issue]
"""By their month, the oldest first."""


def month_of(text: str) -> Moment | None:
    """The month that a text such as «2026-11» means."""
    found = _MONTH.fullmatch(text)
    return Moment(int(found[1]), int(found[2])) if found else None


def named(name: str) -> Ref:
    """The record that a folder and a name, «esperienze/scambio-pa», stand for."""
    folder, _, record_id = name.partition("/")
    return Ref(folder, record_id)


def load_newsletters(
    folder: Path, shown: str, known: Known, problems: list[Problem]
) -> Newsletters:
    """Read the issues; each may name only records that are `known`, or that were withdrawn."""
    folder, shown = folder / NEWSLETTERS, f"{shown}/{NEWSLETTERS}"
    found: Newsletters = {}
    for name, path in sorted(record_files(folder, shown, problems).items()):
        place, month = f"{shown}/{path.name}", month_of(name)
        if month is None:
            problems.append(problem(Location(place), "-", Invalid("not-a-month", text=name)))
        elif issue := _read(path, place, known, problems):
            found[month] = issue
    return found


def _read(path: Path, shown: str, known: Known, problems: list[Problem]) -> Issue | None:
    source = read_file(path, shown)
    problems += source.problems
    if source.node is None:
        return None
    issue, found = read_record(Issue, source.node, known)
    problems += found
    if not isinstance(issue, Issue) or source.refused:
        return None
    problems += _missing(issue, source.node, known)
    return issue


def _missing(issue: Issue, node: Node, known: Known) -> Iterator[Problem]:
    lists = {key.text(): value for key, value in node.pairs()}
    for attribute, value in filled(issue):
        if attribute.many:
            for place, name in enumerate(value):
                if refusal := _refusal(named(name), known):
                    item = lists[attribute.key].items()[place]
                    yield problem(item.location, f"{attribute.key}[{place}]", refusal)


def _refusal(ref: Ref, known: Known) -> Invalid | None:
    here: Set[str] = known.ids.get(ref.type, frozenset())
    if ref.id in here or ref.id in known.withdrawn.get(ref.type, ()):
        return None
    near = suggestion(ref.id, sorted(here))
    return Invalid("unknown-reference", text=ref.id, folder=ref.type, suggestion=near)
