"""Reports: problems as lines of text, JSON, or annotations of a GitHub workflow."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.messages import SEVERITIES
from generator.problems import Problem, Severity

Report = Callable[[Sequence[Problem]], Iterable[str]]


def text(problems: Sequence[Problem]) -> Iterator[str]:
    """A line each, for people."""
    return map(str, problems)


def as_json(problems: Sequence[Problem]) -> Iterator[str]:
    """A JSON array of objects, for programs."""
    rows = [
        {
            "path": found.location.path,
            "line": found.location.line,
            "column": found.location.column,
            "severity": SEVERITIES[found.severity],
            "field": found.field,
            "message": found.message,
            "code": found.code,
        }
        for found in problems
    ]
    yield json.dumps(rows, ensure_ascii=False, indent=2)


def github(problems: Sequence[Problem]) -> Iterator[str]:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    for found in problems:
        place = found.location
        where = f"file={_property(place.path)},line={place.line},col={place.column}"
        title = f"title={_property(found.code)}"
        yield f"::{found.severity} {where},{title}::{_data(f'{found.field}: {found.message}')}"


def _data(value: str) -> str:
    """A workflow command's text: percent and newlines would end it."""
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def summary(problems: Sequence[Problem], records: int) -> str:
    """How many records were read and what was found, in words."""
    errors = sum(found.severity is Severity.ERROR for found in problems)
    warnings = len(problems) - errors
    return (
        f"Schede valide: {records}. Errori: {errors or 'nessuno'}. Avvisi: {warnings or 'nessuno'}."
    )


FORMATS: Mapping[str, Report] = {"text": text, "json": as_json, "github": github}
