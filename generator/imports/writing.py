"""Writing: a draft as YAML, laid out as records are, with what was not understood as comments."""

from collections.abc import Iterator

from generator.composer import MAX_TEXT
from generator.fields import Field, Integer, Number
from generator.imports.drafting import parts
from generator.imports.pieces import Doubt, Draft, Piece, Value
from generator.imports.wording import (
    DOUBT,
    HEAD,
    PERSONAL,
    REST,
    TOO_LONG,
)
from generator.prudence import without_personal_data
from generator.records import RecordType
from generator.scalars import is_number, scalar
from generator.schema import Attribute, schema_of

_STEP = "  "


def draft_yaml(draft: Draft, kind: RecordType, source: str) -> str:
    """The text of a draft: its fields in their order, obligatory ones open even if empty."""
    return "\n".join([_remark(_head(draft, source)), *_body(draft, kind)]) + "\n"


def _head(draft: Draft, source: str) -> str:
    return HEAD.format(source=source, origin=draft.origin)


def _body(draft: Draft, kind: RecordType) -> Iterator[str]:
    for attribute in schema_of(kind.record).attributes:
        for doubt in draft.doubts.get(attribute.key, []):
            yield from _doubt(doubt)
        if attribute.key in draft.values:
            yield from _pair(attribute, draft.values[attribute.key], "")
        elif attribute.required:
            yield f"{attribute.key}:"
    if draft.rest:
        yield from ("", _remark(REST))
        for piece in draft.rest:
            yield _remark(f"{piece.label}:")
            yield from _quoted(piece)


def _doubt(doubt: Doubt) -> Iterator[str]:
    yield _remark(DOUBT.format(label=doubt.piece.label, reason=doubt.reason))
    yield from _quoted(doubt.piece)


def _quoted(piece: Piece) -> Iterator[str]:
    """A text as comments, unless it is too long."""
    if len(piece.text) > MAX_TEXT:
        yield _remark(_STEP + TOO_LONG.format(length=len(piece.text)))
    else:
        yield from (_remark(f"{_STEP}{line}") for line in piece.text.split("\n") if line.strip())


def _remark(line: str) -> str:
    """A comment, on one line. Nobody checks comments: personal data never gets into them."""
    shown = without_personal_data(line.replace("\n", " "), PERSONAL)
    return f"# {shown}".rstrip()


def _pair(attribute: Attribute, value: Value, indent: str) -> Iterator[str]:
    """A key with its value: beside it, or below and further in."""
    head, *below = _value(attribute.field, value, indent + _STEP)
    yield f"{indent}{attribute.key}: {head}".rstrip()
    yield from below


def _value(field: Field, value: Value, indent: str) -> Iterator[str]:
    match value:
        case str() if "\n" in value:
            yield "|-"
            yield from (f"{indent}{line}" if line else "" for line in value.split("\n"))
        case str():
            is_plain = isinstance(field, Integer | Number) and is_number(value)
            yield value if is_plain else scalar(value)
        case list():
            yield ""
            for item in value:
                yield from _item(field, item, indent)
        case dict():
            yield ""
            for part in parts(field):
                if part.key in value:
                    yield from _pair(part, value[part.key], indent)


def _item(field: Field, value: Value, indent: str) -> Iterator[str]:
    head, *below = _value(field, value, indent + _STEP)
    if not head:  # a block begins beside the dash
        head, *below = below
    yield f"{indent}- {head.lstrip()}"
    yield from below
