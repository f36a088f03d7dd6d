"""The data package: what the CSV files are, for programs (Frictionless Tabular Data Package 1)."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator import routes
from generator.columns import SEPARATOR, Column
from generator.outputs import Publisher
from generator.rights import LICENCE
from generator.text import slug

_Json = dict[str, Any]

LICENCE_PAGE = "https://creativecommons.org/licenses/by/4.0/deed.it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A CSV file as it was written."""

    name: str
    title: str
    file: str
    columns: Sequence[Column]
    size: int
    """In bytes."""
    sha256: str


def datapackage_json(publisher: Publisher, resources: Iterable[Resource]) -> str:
    """The descriptor of some CSV files that are in its own folder."""
    package = {
        "profile": "tabular-data-package",
        "name": slug(publisher.name),
        "title": f"{publisher.name}: il catalogo",
        **({"homepage": f"{publisher.origin}{routes.DATA}"} if publisher.origin else {}),
        "licenses": [{"name": LICENCE, "path": LICENCE_PAGE, "title": "CC BY 4.0"}],
        "resources": [_resource(one) for one in resources],
    }
    return f"{json.dumps(package, ensure_ascii=False, indent=1)}\n"


def _resource(resource: Resource) -> _Json:
    return {
        "profile": "tabular-data-resource",
        "name": resource.name,
        "title": resource.title,
        "path": resource.file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": resource.size,
        "hash": f"sha256:{resource.sha256}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {
            "fields": [_field(column) for column in resource.columns],
            "primaryKey": "id",
            "foreignKeys": list(_foreign_keys(resource)),
        },
    }


def _field(column: Column) -> _Json:
    holds = f"{column.holds}; più valori, separati da {SEPARATOR}" if column.many else column.holds
    return {
        "name": column.key,
        "type": "array" if column.rows else "string" if column.many else column.cell,
        "title": column.label,
        "description": ". ".join(filter(None, [holds, column.about])),
        **({"constraints": {"required": True, "unique": True}} if column.key == "id" else {}),
    }


def _foreign_keys(resource: Resource) -> Iterable[_Json]:
    for column in resource.columns:
        if column.to and not column.many:
            other = "" if column.to == resource.name else column.to
            yield {"fields": column.key, "reference": {"resource": other, "fields": "id"}}
