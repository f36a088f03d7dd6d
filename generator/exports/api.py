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
from generator.outputs import Alternate, Batch, Output, Page, Publisher
from generator.records import RECORD_TYPES
from generator.values import Ref

_Json = dict[str, Any]
_LISTED = ("id", "pagina", "aggiornata_il", "stato")
JSON = "application/json"
_MakePage = Callable[..., Page]


def outputs(catalogue: Catalogue, publisher: Publisher, page: _MakePage) -> Iterator[Output]:
    """The API and the page that explains it; none where the site has no address of its own yet.

    `page` makes a page from an address and a view.
    """
    if not publisher.origin:
        return
    some = list(operations(catalogue))
    yield page(routes.API_PAGE, api_page(some, publisher))
    names = tuple(name.removeprefix(routes.API) for one in some for name in one.addresses)
    yield Batch(routes.API, names, partial(_write, catalogue, publisher))


def alternates(ref: Ref, publisher: Publisher) -> tuple[Alternate, ...]:
    """A record's page as the API gives it, if it does."""
    return (Alternate("JSON", routes.api_record(ref), JSON),) if publisher.origin else ()


def _write(catalogue: Catalogue, publisher: Publisher, folder: Path) -> None:
    for name, value in _answers(catalogue, publisher):
        path = folder / name.removeprefix(routes.API)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{json.dumps(value, ensure_ascii=False)}\n", encoding="utf-8")


def _answers(catalogue: Catalogue, publisher: Publisher) -> Iterator[tuple[str, _Json]]:
    """Every file, by its address."""
    yield routes.OPENAPI, openapi(list(operations(catalogue)), publisher)
    for folder in RECORD_TYPES:
        found = refs(catalogue, folder)
        for number in range(1, len(pages(found)) + 1):
            yield routes.api_list(folder, number), _list(catalogue, publisher, folder, number)
        for ref in found:
            yield routes.api_record(ref), _record(catalogue, publisher, ref)
    names = vocabularies(catalogue)
    listed = [{"nome": name, "indirizzo": _full(publisher, name)} for name in names]
    yield routes.API_VOCABULARIES, {"vocabolari": listed}
    for name in names:
        terms = catalogue.vocabularies[name].values()
        voices = [{"id": term.id, **values(term, whole=True)} for term in terms]
        yield routes.api_vocabulary(name), {"nome": name, "voci": voices}


def _full(publisher: Publisher, vocabulary: str) -> str:
    return f"{publisher.origin}{routes.api_vocabulary(vocabulary)}"


def _list(catalogue: Catalogue, publisher: Publisher, folder: str, number: int) -> _Json:
    found = refs(catalogue, folder)
    some = pages(found)
    near = {"precedente": number - 1, "successiva": number + 1}
    return {
        "totale": len(found),
        "numero": number,
        "pagine": len(some),
        **{
            name: f"{publisher.origin}{routes.api_list(folder, page)}"
            for name, page in near.items()
            if 1 <= page <= len(some)
        },
        "schede": [_item(catalogue, publisher, ref) for ref in some[number - 1]],
    }


def _item(catalogue: Catalogue, publisher: Publisher, ref: Ref) -> _Json:
    """A record in a list: enough to choose it."""
    gone = catalogue.withdrawn.get(ref)
    found = _record(catalogue, publisher, ref)
    return {
        "titolo": gone.title if gone else catalogue.entries[ref].record.title,
        "indirizzo": f"{publisher.origin}{routes.api_record(ref)}",
        **{key: found[key] for key in _LISTED if key in found},
    }


def _record(catalogue: Catalogue, publisher: Publisher, ref: Ref) -> _Json:
    if ref in catalogue.withdrawn:
        return plain_withdrawn(ref, catalogue.withdrawn[ref], publisher)
    return plain(catalogue.entries[ref], publisher)
