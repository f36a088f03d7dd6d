"""The JSON Schema of a record type (2020-12): completion and checks while an editor types.

Tools of YAML 1.2 see numbers, booleans and nothing where the reader sees texts, so a schema takes
both forms. No keyword but those common to draft-07 and 2020-12, none of them beside a `$ref`; four
more, which other tools pass over, are what editors show: `enumDescriptions`, `errorMessage`,
`patternErrorMessage`, and `defaultSnippets` for texts that begin with «|». A type stands under
`then` rather than by itself, because editors would propose `true`, `false` and `null` wherever a
schema allows them.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from generator.catalogue import Catalogue
from generator.composer import MAX_ITEMS
from generator.exports import patterns
from generator.fields import (
    Choice,
    Code,
    Date,
    Email,
    Field,
    Flag,
    Group,
    Integer,
    Number,
    Option,
    PartialDate,
    Reference,
    Section,
    Text,
    Url,
)
from generator.guidance import expected, explained
from generator.messages import (
    SCHEMA_BLOCK,
    SCHEMA_EXPECTED,
    SCHEMA_LINE,
    SCHEMA_LIST,
    SCHEMA_PROSE,
)
from generator.records import RecordType
from generator.records.parts import Deferral
from generator.schema import Attribute, schema_of

_Json = dict[str, Any]
_Link = Choice | Reference

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALAR = ("string", "number", "boolean")
_BLOCK = {"defaultSnippets": [{"label": SCHEMA_BLOCK, "body": "|\n  $1"}]}


@dataclass(frozen=True, slots=True)
class Names:
    """What values can point to: the ids of each vocabulary and record type, and their names."""

    terms: Mapping[str, Mapping[str, str]]
    records: Mapping[str, Mapping[str, str]]


def names_of(catalogue: Catalogue) -> Names:
    """The names of a catalogue."""
    records: dict[str, dict[str, str]] = {}
    for ref, entry in catalogue.entries.items():
        records.setdefault(ref.type, {})[ref.id] = entry.record.title
    terms = {
        name: {term.id: term.full_name for term in terms.values()}
        for name, terms in catalogue.vocabularies.items()
    }
    return Names(terms, records)


def schema_json(kind: RecordType, names: Names) -> str:
    """The schema of a record type, complete in itself."""
    schema = {
        "$schema": _DIALECT,
        "title": kind.singular,
        "description": kind.about,
        "type": "object",
        **_fields(kind.record),
        "$defs": _definitions(kind.record, names),
    }
    return f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n"


def _fields(record: type) -> _Json:
    """What the block of a record's fields may hold, whether or not there must be one."""
    attributes = schema_of(record).attributes
    return {
        "properties": {attribute.key: _property(attribute) for attribute in attributes},
        "required": [attribute.key for attribute in attributes if attribute.required],
        "additionalProperties": False,
    }


def _property(attribute: Attribute) -> _Json:
    about = {"title": attribute.field.label, "description": explained(attribute)}
    if not attribute.many:
        return about | _value(attribute.field, required=attribute.required)
    return about | {
        "items": _value(attribute.field, required=True),
        "uniqueItems": True,
        "maxItems": MAX_ITEMS,
        "if": _written(required=attribute.required),
        "then": {"type": "array", "minItems": 1, "errorMessage": SCHEMA_LIST},
    }


def _value(field: Field, *, required: bool) -> _Json:
    """One value of a field; nothing at all will do too, unless it is required."""
    match field:
        case Choice():
            return _one_of(_ref(field.vocabulary), required=required)
        case Reference():
            return _one_of(_ref(field.to), required=required)
        case Option():
            return _one_of({"enum": [str(member) for member in field.of]}, required=required)
        case Flag():
            words = {"enum": ["si", "no"], "errorMessage": _message(field)}
            any_case = {"type": "string", "pattern": patterns.FLAG}
            return _one_of(words, any_case, required=required)
        case Group():
            form = {"type": "object", "errorMessage": _message(field)}
            return _fields(field.of) | {"if": _written(required=required), "then": form}
        case _:
            form = _form(field) | {"errorMessage": _message(field)}
            choice = {"anyOf": [{"if": _written(required=required), "then": form}]}
            return choice | _BLOCK if isinstance(field, Section) else choice


def _form(  # noqa: C901  # one case a kind
    field: Text | Section | Date | PartialDate | Integer | Number | Code | Url | Email,
) -> _Json:
    """What is asked of a value that is there."""
    match field:
        case Text():
            form = {"type": _SCALAR, "allOf": [_ref("riga")], "maxLength": field.max_length}
            return form | {"minimum": 0}  # a sign in front is the beginning of a formula
        case Section():
            types = (*_SCALAR, "object") if field.may_defer else _SCALAR
            also = [_ref("rinvio")] if field.may_defer else []
            return {
                "type": types,
                "allOf": [_ref("prosa"), *also],
                "maxLength": field.max_length,
            }
        case Date():
            return {"type": "string", "pattern": patterns.DATE}
        case PartialDate():
            form = {"type": ("string", "integer"), "pattern": patterns.PARTIAL_DATE}
            return form | {"minimum": 1000, "maximum": 2999}
        case Integer():
            form = {"type": ("integer", "string"), "pattern": patterns.integer(field.minimum)}
            return form | {"minimum": field.minimum, "maximum": field.maximum}
        case Number():
            form = {"type": ("number", "string"), "pattern": patterns.number(field.minimum)}
            return form if field.minimum is None else form | {"minimum": field.minimum}
        case Code():
            return {"type": _types(field), "pattern": patterns.code(field.pattern), "minimum": 0}
        case Url():
            return {"type": "string", "pattern": patterns.url(http=field.http)}
        case Email():
            return {"type": "string", "pattern": patterns.EMAIL}
        case _:
            assert_never(field)


def _types(field: Code) -> list[str]:
    """As what YAML may read a code: 00123 is a number, if the code can be made of digits."""
    examples = {"string": ["A"], "number": ["1" * length for length in range(1, 20)]}
    examples["boolean"] = ["true"]
    return [
        kind
        for kind, texts in examples.items()
        if kind == "string" or any(re.fullmatch(field.pattern, text) for text in texts)
    ]


def _one_of(*choices: _Json, required: bool) -> _Json:
    return {"anyOf": [*choices] if required else [*choices, _ref("vuoto")]}


def _written(*, required: bool) -> _Json | bool:
    """When a value must be what its field asks: always, or as soon as something is written."""
    return required or _ref("scritto")


def _message(field: Field) -> str:
    return SCHEMA_EXPECTED.format(expected=expected(field))


def _ref(name: str) -> _Json:
    return {"$ref": f"#/$defs/{name}"}


def _definitions(record: type, names: Names) -> _Json:
    """What the properties refer to: what is empty, what texts may hold, what may be chosen."""
    line = {"pattern": patterns.line(), "patternErrorMessage": SCHEMA_LINE}
    prose = {"pattern": patterns.prose(), "patternErrorMessage": SCHEMA_PROSE}
    filled = [
        {"type": ["boolean", "number", "object"]},
        {"type": "string", "pattern": r"\S"},
        {"type": "array", "minItems": 1},
    ]
    links = sorted(_links(record), key=lambda link: link[0])
    choices: _Json = {name: _choices(field, names) for name, field in links}
    return {
        "scritto": {"anyOf": filled},
        "vuoto": {"not": _ref("scritto")},
        "riga": line,
        "prosa": prose,
        "rinvio": _fields(Deferral),
        **choices,
    }


def _links(record: type) -> Iterator[tuple[str, _Link]]:
    """The vocabularies and the record types that the fields of a record choose from."""
    for attribute in schema_of(record).attributes:
        match attribute.field:
            case Choice() as field:
                yield field.vocabulary, field
            case Reference() as field:
                yield field.to, field
            case Group() as field:
                yield from _links(field.of)
            case _:
                pass


def _choices(field: _Link, names: Names) -> _Json:
    match field:
        case Choice():
            known = names.terms[field.vocabulary]
        case Reference():
            known = names.records.get(field.to, {})
    numbers = [name for name in known if name.isdigit()]  # as the tools will read them
    return {
        "enum": [*known, *(int(name) for name in numbers)],
        "enumDescriptions": [*known.values(), *(known[name] for name in numbers)],
        "errorMessage": _message(field),
    }
