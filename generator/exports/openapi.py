"""OpenAPI: the description of the API for programs (OpenAPI 3.0.3), with what Italian rules ask.

Of AGID's interoperability model (ModI): summary, contact, terms of service and licence in `info`,
absolute addresses, RFC 3339 dates. What files can't do is said in `info.description`.
"""

from collections.abc import Sequence

from generator import routes
from generator.exports.api_schemas import (
    STRING,
    Json,
    common_schemas,
    record_schema,
    vocabulary_schema,
)
from generator.exports.operations import Operation
from generator.exports.things import LICENCE
from generator.outputs import Publisher
from generator.records import RECORD_TYPES, VOCABULARIES

DEVIATIONS = (
    "Non c'è un indirizzo /status (RAC_REST_NAME_011): l'API è fatta di file e c'è se c'è il sito.",
    "Chi chiede una scheda che non c'è riceve la pagina HTML degli errori del sito, non un oggetto "
    "application/problem+json (RFC 7807).",
    "La cache non è disabilitata (RAC_REST_NAME_010): i dati sono pubblici e cambiano di rado; le "
    "intestazioni Cache-Control ed ETag sono quelle del server che ospita i file.",
    "Non ci sono limiti alle richieste, né le intestazioni che li direbbero (X-RateLimit-*).",
    "Le pagine degli elenchi sono file con un numero, non parametri come cursor, limit e offset "
    "(RAC_REST_NAME_005): si seguono gli indirizzi «precedente» e «successiva».",
)
"""What ModI asks and an API made of files can't do."""
_PARAMETERS: Json = {
    "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    "numero": {"type": "integer", "minimum": 2},
}


def openapi(operations: Sequence[Operation], publisher: Publisher) -> Json:
    """The description of exactly the files that are there."""
    return {
        "openapi": "3.0.3",
        "info": _info(publisher),
        "servers": [{"url": f"{publisher.origin}{routes.API.rstrip('/')}"}],
        "externalDocs": {"url": f"{publisher.origin}{routes.API_PAGE}"},
        "paths": {one.path: {"get": _get(one, publisher)} for one in operations},
        "components": {"schemas": _schemas()},
    }


def _info(publisher: Publisher) -> Json:
    deviations = "\n".join(f"- {one}" for one in DEVIATIONS)
    return {
        "title": f"{publisher.name}: API",
        "version": "1.0.0",
        "x-summary": "Le schede del catalogo e i loro vocabolari, in JSON.",
        "description": "Le schede del catalogo e i loro vocabolari, in JSON: file che si leggono "
        f"con GET, senza chiavi.\n\nScostamenti dal Modello di interoperabilità:\n\n{deviations}",
        "termsOfService": f"{publisher.origin}{routes.LEGAL}",
        "contact": {
            "name": publisher.body.name,
            "url": publisher.origin,
            "email": publisher.body.email,
        },
        "license": {"name": "CC BY 4.0", "url": LICENCE},
    }


def _get(operation: Operation, publisher: Publisher) -> Json:
    example = f"{publisher.origin}{operation.addresses[0]}"
    answer = {"schema": _answer(operation), "examples": {"esempio": {"externalValue": example}}}
    return {
        "operationId": operation.id,
        "summary": operation.title,
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": schema}
            for name, schema in _PARAMETERS.items()
            if f"{{{name}}}" in operation.path
        ],
        "responses": {
            "200": {"description": operation.title, "content": {"application/json": answer}},
            "404": {"description": "Non c'è.", "content": {"text/html": {"schema": STRING}}},
        },
    }


def _answer(operation: Operation) -> Json:
    if operation.schema in RECORD_TYPES:
        return {"oneOf": [_ref(operation.schema), _ref("ritirata")]}
    return _ref(operation.schema)


def _schemas() -> Json:
    records = {folder: record_schema(kind) for folder, kind in RECORD_TYPES.items()}
    terms = {f"vocabolario-{name}": vocabulary_schema(term) for name, term in VOCABULARIES.items()}
    return {**records, **terms, **common_schemas()}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
