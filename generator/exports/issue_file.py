"""The file of an issue: what an editor finds to introduce, prune and send."""

from collections.abc import Iterator

from generator.records.issue import Issue
from generator.schema import Attribute, filled, schema_of
from generator.values import Moment
from generator.views import words

MOST = 60
"""How many records a list holds at first: nobody reads more in a newsletter."""
_HEAD = """\
# La newsletter di {month}. Gli elenchi sono quelli proposti: togli quello che non interessa.
# Nell'introduzione scrivi due o tre frasi: che cosa vale la pena di leggere, e perché.
"""


def issue_file(month: Moment, issue: Issue) -> str:
    """The YAML of an issue; an introduction that is not written yet is left open."""
    return _HEAD.format(month=words.moment(month)) + "\n".join(_lines(issue)) + "\n"


def left_out(issue: Issue) -> Iterator[tuple[str, int]]:
    """The lists that are longer than the file's, by their label, with how many records each has."""
    for attribute, value in filled(issue):
        if attribute.many and len(value) > MOST:
            yield attribute.field.label, len(value)


def _lines(issue: Issue) -> Iterator[str]:
    for attribute in schema_of(Issue).attributes:
        yield from _field(attribute, getattr(issue, attribute.name))


def _field(attribute: Attribute, value: object) -> Iterator[str]:
    match value:
        case tuple():
            if value:
                yield f"{attribute.key}:"
                yield from (f"  - {name}" for name in value[:MOST])
        case str():
            yield f"{attribute.key}: |-"
            yield from (f"  {line}".rstrip() for line in value.split("\n"))
        case None:
            yield f"{attribute.key}:"
        case _:
            yield f"{attribute.key}: {value}"
