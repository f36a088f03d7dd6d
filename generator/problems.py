"""Problems: what is wrong with the content, and where. Values, never raised past the reader."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from generator.messages import MESSAGES, REFUSALS, SEVERITIES, SUGGESTION
from generator.text import fold

QUOTED = 120
NEAR = 0.6


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning is for a person to judge."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a source file; line and column count from 1, as editors do."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong, at one place. `field` is a path such as `fonti[2].data`, or `-`."""

    location: Location
    field: str
    code: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        label = SEVERITIES[self.severity]
        return f"{self.location}: {label}: {self.field}: {self.message} [{self.code}]"


class Invalid(Exception):
    """A value that its field refuses. The reader gives the refusal its place."""

    def __init__(self, code: str, **values: object) -> None:
        shown = {name: _shown(name, value) for name, value in values.items()}
        super().__init__((MESSAGES | REFUSALS)[code].format(**shown))
        self.code = code


def problem(
    location: Location, field: str, refusal: Invalid, severity: Severity = Severity.ERROR
) -> Problem:
    """The problem that a refusal makes at a place."""
    return Problem(location, one_line(field) or "-", refusal.code, str(refusal), severity)


def one_line(text: str) -> str:
    """An author's text as a report quotes it: on one line, and no longer than a line."""
    folded = " ".join(text.split())
    return f"{folded[: QUOTED - 1]}…" if len(folded) > QUOTED else folded


def _shown(name: str, value: object) -> object:
    return one_line(value) if name in {"text", "name", "tag"} and isinstance(value, str) else value


def suggestion(text: str, known: Iterable[str]) -> str:
    """`; forse «…»` with the nearest of the known words, or nothing when none is near.

    A part counts too: «apalti» is near `appalti-contratti`.
    """
    words = list(known)
    forms = {fold(part): word for word in words for part in re.split(r"[-_.]", word)[:1]}
    forms |= {fold(word): word for word in words}
    nearest = get_close_matches(fold(text), forms, n=1, cutoff=NEAR)
    return SUGGESTION.format(nearest=forms[nearest[0]]) if nearest else ""
