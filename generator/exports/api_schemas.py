"""API schemas: what the JSON of each record type and vocabulary holds (OpenAPI 3.0 schema objects).

Of values as generator/exports/plain.py writes them, where generator/exports/json_schema.py is of
what an editor may write. Only what no right can keep from leaving is required.
"""

from typing import Any, assert_never

from generator.exports.plain import WITHDRAWN
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
from generator.records import RECORD_TYPES, RecordType
from generator.records.parts import Deferral
from generator.rights import is_fact
from generator.schema import Attribute, schema_of
from generator.vocabulary import Term

Json = dict[str, Any]

STRING: Json = {"type": "string"}
ADDRESS: Json = {"type": "string", "format": "uri"}
_ID = "[a-z0-9]+(-[a-z0-9]+)*"


def record_schema(kind: RecordType) -> Json:
    """The schema of a record."""
    head = {
        "id": {"type": "string", "pattern": f"^{kind.folder}/{_ID}$"},
        "tipo_scheda": {"type": "string", "enum": [kind.folder]},
        "pagina": ADDRESS,
        "attribuzione": STRING,
        "solo_fatti": {"type": "boolean"},
        "titolo": STRING,
    }
    return {"title": kind.singular, **_object(kind.record, {**head, "licenza": STRING}, [*head])}


def vocabulary_schema(term: type[Term]) -> Json:
    """The schema of a vocabulary with its terms."""
    voice = _object(term, {"id": {"type": "string", "pattern": f"^{_ID}$"}}, ["id"])
    return _closed({"nome": STRING, "voci": _list(voice)})


def _closed(properties: Json, *optional: str) -> Json:
    """An object that has these properties and no others."""
    required = [name for name in properties if name not in optional]
    return {
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),  # an empty list is not allowed
        "additionalProperties": False,
    }


def common_schemas() -> Json:
    """The schemas of what is not a record, by name."""
    count = {"type": "integer", "minimum": 0}
    titled = {"id": STRING, "titolo": STRING, "pagina": ADDRESS}
    day = {"type": "string", "format": "date"}
    withdrawn = {"type": "string", "enum": [WITHDRAWN]}
    near = {"precedente": ADDRESS, "successiva": ADDRESS}
    listed = {**titled, "indirizzo": ADDRESS, "aggiornata_il": day, "stato": STRING}
    gone = {**titled, "tipo_scheda": STRING, "stato": withdrawn, "sostituita_da": STRING}
    item = _closed(listed, "aggiornata_il", "stato")
    vocabulary = _closed({"nome": STRING, "indirizzo": ADDRESS})
    return {
        "elenco": _closed(
            {"totale": count, "numero": count, "pagine": count, **near, "schede": _list(item)},
            *near,
        ),
        "ritirata": {"title": "Scheda ritirata", **_closed(gone, "titolo", "sostituita_da")},
        "vocabolari": _closed({"vocabolari": _list(vocabulary)}),
        "openapi": {"type": "object"},
    }


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _object(record: type, properties: Json, required: list[str]) -> Json:
    attributes = schema_of(record).attributes
    properties = {**properties, **{part.key: _property(part) for part in attributes}}
    always = {part.key for part in attributes if part.required and is_fact(part.field)}
    return _closed(properties, *(set(properties) - always - set(required)))


def _property(attribute: Attribute) -> Json:
    value = {"description": attribute.field.label, **_value(attribute.field)}
    return {"type": "array", "minItems": 1, "items": value} if attribute.many else value


def _value(field: Field) -> Json:  # noqa: C901  # one case a kind
    match field:
        case Section() if field.may_defer:
            return {"oneOf": [STRING, _object(Deferral, {}, [])]}
        case Text() | Section():
            return {"type": "string", "maxLength": field.max_length}
        case Date():
            return {"type": "string", "format": "date"}
        case PartialDate():
            return {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
        case Integer():
            return {"type": "integer", "minimum": field.minimum, "maximum": field.maximum}
        case Number():
            return {"type": "number"}
        case Flag():
            return {"type": "boolean"}
        case Code():
            return {"type": "string", "pattern": f"^({field.pattern})$"}
        case Url():
            return ADDRESS
        case Email():
            return {"type": "string", "format": "email"}
        case Option():
            return {"type": "string", "enum": [str(member) for member in field.of]}
        case Choice():
            return {"type": "string", "pattern": f"^{_ID}$"}
        case Reference():
            return {"type": "string", "pattern": f"^{RECORD_TYPES[field.to].folder}/{_ID}$"}
        case Group():
            return _object(field.of, {}, [])
        case _:
            assert_never(field)
