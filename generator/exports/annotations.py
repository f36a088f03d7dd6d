"""Annotations: problems as GitHub and GitLab show them beside the lines of a proposal."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from generator.problems import Problem, Severity

_SHOWN = 10
"""GitHub shows as many annotations of a severity as this for a step, and drops the others."""
_REST = {
    Severity.ERROR: "altri {rest} errori: sono nel riepilogo e in fondo al registro",
    Severity.WARNING: "altri {rest} avvisi: sono nel riepilogo e in fondo al registro",
}
_GITLAB = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def github(problems: Sequence[Problem]) -> Iterator[str]:
    """Workflow commands: the first errors, the first warnings, how many more there are. These
    follow as plain lines, so that the step's log holds them all."""
    rest: list[Problem] = []
    for severity in Severity:
        found = [problem for problem in problems if problem.severity is severity]
        shown = len(found) if len(found) <= _SHOWN else _SHOWN - 1
        yield from map(_annotation, found[:shown])
        rest += found[shown:]
        if found[shown:]:
            yield f"::{severity}::{_REST[severity].format(rest=len(found) - shown)}"
    # «##[…]» is a command wherever it stands: https://github.com/actions/runner ActionCommand.cs
    yield from (str(problem).replace("##[", "## [") for problem in rest)


def _annotation(found: Problem) -> str:
    place = found.location
    where = f"file={_property(place.path)},line={place.line},col={place.column}"
    title = f"title={_property(found.code)}"
    return f"::{found.severity} {where},{title}::{_data(f'{found.field}: {found.message}')}"


def _data(value: str) -> str:
    """A workflow command's text: percent and newlines would end it."""
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def gitlab(problems: Sequence[Problem]) -> Iterator[str]:
    """GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/."""
    seen: Counter[tuple[str, str, str]] = Counter()
    rows = []
    for found in problems:
        same = (found.location.path, found.field, found.code)
        seen[same] += 1
        row = {
            "description": f"{found.field}: {found.message}",
            "check_name": found.code,
            "fingerprint": _fingerprint(*same, str(seen[same])),
            "severity": _GITLAB[found.severity],
            "location": {"path": found.location.path, "lines": {"begin": found.location.line}},
        }
        rows.append(row)
    yield json.dumps(rows, ensure_ascii=False, indent=2)


def _fingerprint(*parts: str) -> str:
    """What tells a problem from the others; not its line, which any edit above it moves, nor its
    words, which name lines at times. Of equal ones GitLab keeps the first: they are counted."""
    return sha256("\0".join(parts).encode()).hexdigest()
