"""Withdrawals: the records taken off the site, one file each in `ritirate/<type>/<id>.yml`.

An id is never used again (RFC 7231 calls such an address «gone»): whoever has it must not find
another thing there.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.naming import record_files
from generator.problems import Invalid, Location, Problem, problem, suggestion
from generator.reader import read_record
from generator.records import RECORD_TYPES
from generator.records.withdrawal import Withdrawal
from generator.source import files, read_file
from generator.text import printable
from generator.values import Known, Ref

WITHDRAWN = "ritirate"

Withdrawn = Mapping[Ref, Withdrawal]
"""By the reference that the record had."""


def load_withdrawn(
    folder: Path, shown: str, present: Mapping[str, Mapping[str, Path]], problems: list[Problem]
) -> Withdrawn:
    """Read what was withdrawn; `present` are the files of the records that are there, by id."""
    folder, shown = folder / WITHDRAWN, f"{shown}/{WITHDRAWN}"
    problems += _unexpected(folder, shown)
    found: dict[Ref, Withdrawal] = {}
    for name in RECORD_TYPES:
        for record_id, path in record_files(folder / name, f"{shown}/{name}", problems).items():
            place = f"{shown}/{name}/{path.name}"
            withdrawal = _read(path, place, problems)
            if record_id in present[name]:
                problems.append(problem(Location(place), "-", Invalid("reused-id", text=name)))
            if withdrawal:
                problems += _misled(withdrawal, place, present)
                found[Ref(name, record_id)] = withdrawal
    return found


def _read(path: Path, shown: str, problems: list[Problem]) -> Withdrawal | None:
    source = read_file(path, shown)
    problems += source.problems
    if source.node is None:
        return None
    withdrawal, found = read_record(Withdrawal, source.node, Known({}, {}))
    problems += found
    return withdrawal if isinstance(withdrawal, Withdrawal) and not source.refused else None


def _misled(
    withdrawal: Withdrawal, shown: str, present: Mapping[str, Mapping[str, Path]]
) -> Iterator[Problem]:
    """What took its place must be there."""
    name, _, record_id = (withdrawal.replaced_by or "").partition("/")
    if withdrawal.replaced_by and record_id not in present.get(name, {}):
        near = suggestion(record_id, sorted(present.get(name, {})))
        refusal = Invalid("unknown-reference", text=record_id, folder=name, suggestion=near)
        yield problem(Location(shown), "sostituita_da", refusal)


def _unexpected(folder: Path, shown: str) -> Iterator[Problem]:
    for path in files(folder):
        if path.name not in RECORD_TYPES:
            near = suggestion(path.name, RECORD_TYPES)
            refusal = Invalid("unexpected-file", text=printable(path.name), suggestion=near)
            yield problem(Location(f"{shown}/{printable(path.name)}"), "-", refusal)
