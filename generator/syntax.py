"""Syntax: what a complaint of the YAML reader means to an author, and where the mistake is.

The reader says where it got lost. The lines around that place tell which of the usual slips it was.
"""

import re
from typing import NamedTuple

import yaml

from generator.messages import YAML_DETAILS, YAML_LATE, YAML_OTHER, YAML_SLIPS

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( .*)?$", re.MULTILINE)
_KEY = re.compile(r"[ -]*[\w-]+ *")
_ALMOST_PAIR = re.compile(r"[ -]*[\w-]+ *[:=]")


class Slip(NamedTuple):
    """A mistake in words, and its place, from 1."""

    line: int
    column: int
    detail: str


def slip(text: str, error: yaml.MarkedYAMLError) -> Slip:
    """The likely mistake behind a complaint."""
    if conflict := _CONFLICT.search(text):
        return Slip(text.count("\n", 0, conflict.start()) + 1, 1, YAML_SLIPS["conflict"])
    complaint = str(error.problem)
    first, second = error.problem_mark, error.context_mark
    if complaint in YAML_LATE:  # noticed only later: what began it says more
        first, second = second, first
    mark = first or second
    if mark is None:
        return Slip(1, 1, YAML_DETAILS.get(complaint, YAML_OTHER))
    return _closer(text.split("\n"), complaint, mark.line, mark.column)


def _closer(lines: list[str], complaint: str, row: int, column: int) -> Slip:
    line = lines[row] if row < len(lines) else ""
    before = line[:column]
    match complaint:
        case "mapping values are not allowed in this context" if _KEY.fullmatch(before):
            return _colon(lines, row, column)
        case "did not find expected key" if before.rstrip()[-1:] in {'"', "'"}:
            return _quotes(lines, row, column)
        case "did not find expected key" if before.rstrip()[-1:] in {"]", "}"}:
            return Slip(row + 1, column + 1, YAML_SLIPS["after-bracket"])
        case _:
            return Slip(row + 1, column + 1, YAML_DETAILS.get(complaint, YAML_OTHER))


def _colon(lines: list[str], row: int, column: int) -> Slip:
    """A field where the reader was still in the text of the line above: which of the two is off."""
    above = next((number for number in range(row - 1, -1, -1) if lines[number].strip()), row)
    if _indent(lines[row]) > _indent(lines[above]):
        return Slip(row + 1, _indent(lines[row]) + 1, YAML_SLIPS["indented"])
    if _ALMOST_PAIR.match(lines[above]):
        detail = YAML_DETAILS["could not find expected ':'"]
        return Slip(above + 1, _indent(lines[above]) + 1, detail)
    detail = YAML_DETAILS["mapping values are not allowed in this context"]
    return Slip(row + 1, column + 1, detail)


def _quotes(lines: list[str], row: int, column: int) -> Slip:
    """Text after a closing quotation mark: perhaps it was meant to open one, and the mark before
    was left open."""
    before = lines[row][:column].rstrip()
    mark = before[-1]
    if before.count(mark) % 2:
        for number in range(row - 1, -1, -1):
            start = re.search(rf"(?:: |- |\[|, ) *{mark}", lines[number])
            if start and lines[number].count(mark) % 2:
                detail = YAML_DETAILS["found unexpected end of stream"]
                return Slip(number + 1, start.end(), detail)
    return Slip(row + 1, column + 1, YAML_SLIPS["after-quotes"])


def _indent(line: str) -> int:
    """Where the text of a line begins, after its dashes."""
    return len(line) - len(line.lstrip(" -"))
