"""Reports: problems as lines of text, JSON, and what GitHub and GitLab show beside a proposal."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.exports.annotations import github, gitlab
from generator.exports.digest import markdown
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


def summary(problems: Sequence[Problem], records: int, elsewhere: int = 0) -> str:
    """How many records were read and what was found, in words; `elsewhere` is not shown."""
    errors = sum(found.severity is Severity.ERROR for found in problems)
    warnings = len(problems) - errors
    counts = f"Errori: {errors or 'nessuno'}. Avvisi: {warnings or 'nessuno'}."
    others = f" Problemi in altri file, non mostrati: {elsewhere}." if elsewhere else ""
    return f"Schede valide: {records}. {counts}{others}"


FORMATS: Mapping[str, Report] = {
    "text": text,
    "json": as_json,
    "github": github,
    "gitlab": gitlab,
    "markdown": markdown,
}
