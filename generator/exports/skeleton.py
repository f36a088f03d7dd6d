"""The skeleton: an empty record of a type, with a comment that explains each field."""

from collections.abc import Iterator
from textwrap import wrap

from generator.fields import Group, Section
from generator.guidance import description
from generator.records import RecordType
from generator.schema import Attribute, schema_of

_WIDTH = 100


def skeleton(kind: RecordType) -> str:
    """The YAML of a record to fill in: obligatory fields open, the others behind a `#`."""
    head = (
        f"# {kind.singular}: scheda da compilare.",
        "# Le righe che cominciano con # non contano: togli il # ai campi che ti servono.",
        "# Quello che non si sa si lascia fuori.",
    )
    return "\n".join([*head, *_fields(kind.record)]) + "\n"


def _fields(record: type) -> Iterator[str]:
    for attribute in schema_of(record).attributes:
        yield ""
        mark = "" if attribute.required else "# "
        for line in wrap(description(attribute), _WIDTH, break_on_hyphens=False):
            yield f"# {line}"
        for line in _lines(attribute):
            yield f"{mark}{line}".rstrip()


def _lines(attribute: Attribute) -> Iterator[str]:
    """The key and what follows it."""
    key = attribute.key
    if isinstance(attribute.field, Group):
        yield f"{key}:"
        parts = [f"{part.key}:" for part in schema_of(attribute.field.of).attributes]
        if attribute.many:
            parts = [f"- {parts[0]}", *(f"  {part}" for part in parts[1:])]
        yield from (f"  {part}" for part in parts)
    elif isinstance(attribute.field, Section):
        yield f"{key}: |"
    elif attribute.many:
        yield f"{key}:"
        yield "  -"
    else:
        yield f"{key}:"
