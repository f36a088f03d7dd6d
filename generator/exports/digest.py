"""Digest: problems as Markdown, for the summary of a workflow or a comment on a proposal.

What contributors wrote stands in code spans, where no Markdown, HTML, address or name of a user
means anything.
"""

import re
from collections.abc import Iterator, Sequence

from generator.messages import SEVERITIES
from generator.problems import Problem, Severity

_MAX = 60_000
"""Characters. A comment holds 65,536 on GitHub."""


def markdown(problems: Sequence[Problem]) -> Iterator[str]:
    """A heading, a count, then the problems of each file: files with errors first."""
    errors = sum(found.severity is Severity.ERROR for found in problems)
    yield "## Controllo delle schede"
    yield ""
    if not problems:
        yield "Nessun problema."
        return
    yield f"Errori: **{errors}**. Avvisi: **{len(problems) - errors}**."
    yield from _files(problems)
    yield ""
    yield "Che cosa vuol dire un codice: `python -m generator explain CODICE`."


def _files(problems: Sequence[Problem]) -> Iterator[str]:
    length, path = 0, ""
    ordered = _errors_first(problems)
    for index, found in enumerate(ordered):
        place = found.location
        lines = (
            [_row(found)]
            if place.path == path
            else ["", f"### {_code(place.path)}", "", _row(found)]
        )
        length += sum(len(line) + 1 for line in lines)
        if length > _MAX:
            yield ""
            yield f"Altri {len(ordered) - index} problemi non stanno qui: sono nel registro."
            return
        path = place.path
        yield from lines


def _errors_first(problems: Sequence[Problem]) -> list[Problem]:
    """The problems by file, as they came; the files that have errors first."""
    wrong = {found.location.path for found in problems if found.severity is Severity.ERROR}
    return sorted(problems, key=lambda found: found.location.path not in wrong)


def _row(found: Problem) -> str:
    severity = SEVERITIES[found.severity]
    place = f"riga {found.location.line}"
    return f"- **{severity}**, {place}, {_code(found.field)}: {_code(found.message)} [{found.code}]"


def _code(text: str) -> str:
    """A code span: on one line, fenced by more backticks than the text holds in a row."""
    text = re.sub(r"\s", " ", text)
    runs = re.findall("`+", text)
    fence = "`" * (max(map(len, runs), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
