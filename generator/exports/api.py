"""The API: records and vocabularies, each a JSON file at an address that stays."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.api_page import api_page
from generator.exports.openapi import openapi
from generator.exports.operations import operations, pages, refs, vocabularies
from generator.exports.plain import plain, plain_withdrawn, values
from generator.outputs import Alternate, Batch, Crumb, Output, Page, Publisher
from generator.records import RECORD_TYPES
from generator.values import Ref

_Json = dict[str, Any]
_LISTED = ("id", "pagina", "aggiornata_il", "stato")
JSON = "application/json"
_json = json.JSONEncoder(ensure_ascii=False).encode
_MakePage = Callable[..., Page]


def outputs(catalogue: Catalogue, publisher: Publisher, page: _MakePage) -> Iterator[Output]:
    """The API and the page that explains it; none where the site has no address of its own yet.

    `page` makes a page from an address, a view and the crumbs between it and the home.
    """
    if not publisher.origin:
        return
    some = list(operations(catalogue))
    yield page(routes.API_PAGE, api_page(some, publisher), Crumb("Dati aperti", routes.DATA))
    names = tuple(name.removeprefix(routes.API) for one in some for name in one.addresses)
    yield Batch(routes.API, names, partial(_write, catalogue, publisher))


def alternates(ref: Ref, publisher: Publisher) -> tuple[Alternate, ...]:
    """A record's page as the API gives it, if it does."""
    return (Alternate("JSON", routes.api_record(ref), JSON),) if publisher.origin else ()


def _write(catalogue: Catalogue, publisher: Publisher, folder: Path) -> None:
    there = set()
    for name, value in _answers(catalogue, publisher):
        path = folder / name.removeprefix(routes.API)
        if path.parent not in there:
            path.parent.mkdir(parents=True, exist_ok=True)
            there.add(path.parent)
        path.write_bytes(f"{_json(value)}\n".encode())


def _answers(catalogue: Catalogue, publisher: Publisher) -> Iterator[tuple[str, _Json]]:
    """Every file, by its address."""
    yield routes.OPENAPI, openapi(list(operations(catalogue)), publisher)
    for folder in RECORD_TYPES:
        yield from _of_type(catalogue, publisher, folder)
    names = vocabularies(catalogue)
    listed = [
        {"nome": name, "indirizzo": f"{publisher.origin}{routes.api_vocabulary(name)}"}
        for name in names
    ]
    yield routes.API_VOCABULARIES, {"vocabolari": listed}
    for name in names:
        terms = catalogue.vocabularies[name].values()
        voices = [{"id": term.id, **values(term, whole=True)} for term in terms]
        yield routes.api_vocabulary(name), {"nome": name, "voci": voices}


def _of_type(
    catalogue: Catalogue, publisher: Publisher, folder: str
) -> Iterator[tuple[str, _Json]]:
    """The records of a type, and the pages of their list."""
    found = refs(catalogue, folder)
    last = len(pages(found))
    for number, page in enumerate(pages(found), 1):
        records = {ref: _record(catalogue, publisher, ref) for ref in page}
        for ref, record in records.items():
            yield routes.api_record(ref), record
        listed = {
            "totale": len(found),
            "numero": number,
            "pagine": last,
            **_near(publisher, folder, number, last),
            "schede": [_item(catalogue, publisher, ref, record) for ref, record in records.items()],
        }
        yield routes.api_list(folder, number), listed


def _near(publisher: Publisher, folder: str, number: int, last: int) -> dict[str, str]:
    """The pages before and after one, if there are."""
    near = {"precedente": number - 1, "successiva": number + 1}
    return {
        name: f"{publisher.origin}{routes.api_list(folder, other)}"
        for name, other in near.items()
        if 1 <= other <= last
    }


def _item(catalogue: Catalogue, publisher: Publisher, ref: Ref, record: _Json) -> _Json:
    """A record in a list: enough to choose it."""
    gone = catalogue.withdrawn.get(ref)
    return {
        "titolo": gone.title if gone else catalogue.entries[ref].record.title,
        "indirizzo": f"{publisher.origin}{routes.api_record(ref)}",
        **{key: record[key] for key in _LISTED if key in record},
    }


def _record(catalogue: Catalogue, publisher: Publisher, ref: Ref) -> _Json:
    if ref in catalogue.withdrawn:
        return plain_withdrawn(ref, catalogue.withdrawn[ref], publisher)
    return plain(catalogue.entries[ref], publisher)
