"""The API: records and vocabularies, each a JSON file at an address that stays."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.api_page import api_page
from generator.exports.openapi import openapi
from generator.exports.operations import operations, pages, vocabularies
from generator.exports.plain import Plain, values
from generator.outputs import Alternate, Crumb, Output, Page, Publisher
from generator.records import RECORD_TYPES
from generator.values import Ref

_Json = dict[str, Any]
_LISTED = ("id", "pagina", "aggiornata_il", "stato")
JSON = "application/json"
_json = json.JSONEncoder(ensure_ascii=False).encode
_MakePage = Callable[..., Page]
Add = Callable[[Sequence[Ref], bytes, Sequence[_Json]], None]
"""What adds some records: the lines of JSON that they are, and how a list has them."""


def outputs(catalogue: Catalogue, publisher: Publisher, page: _MakePage) -> Iterator[Output]:
    """The page that explains the API; none where the site has no address of its own yet.

    `page` makes a page from an address, a view and the crumbs between it and the home.
    """
    if publisher.origin:
        view = api_page(list(operations(catalogue)), publisher)
        yield page(routes.API_PAGE, view, Crumb("Dati aperti", routes.DATA))


def addresses(catalogue: Catalogue, publisher: Publisher) -> tuple[str, ...]:
    """The files; none where the site has no address of its own yet."""
    some = operations(catalogue) if publisher.origin else ()
    return tuple(address for one in some for address in one.addresses)


def alternates(ref: Ref, publisher: Publisher) -> tuple[Alternate, ...]:
    """A record's page as the API gives it, if it does."""
    return (Alternate("JSON", routes.api_record(ref), JSON),) if publisher.origin else ()


@contextmanager
def answers(catalogue: Catalogue, publisher: Publisher, site: Path) -> Iterator[Add]:
    """What adds records; in the end all the files are there, where the site has an address."""
    if not publisher.origin:
        yield lambda *_: None
        return
    items: dict[str, list[_Json]] = {folder: [] for folder in RECORD_TYPES}

    def add(refs: Sequence[Ref], lines: bytes, some: Sequence[_Json]) -> None:
        for ref, line, item in zip(refs, lines.removesuffix(b"\n").split(b"\n"), some, strict=True):
            _write(site / routes.api_record(ref), line)
            items[ref.type].append(item)

    yield add
    for address, value in _others(catalogue, publisher, items):
        _write(site / address, _json(value).encode())


def _write(path: Path, line: bytes) -> None:
    """Write a file, if another than this one is there."""
    content = line + b"\n"
    try:
        if path.read_bytes() == content:
            return
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _others(
    catalogue: Catalogue, publisher: Publisher, items: Mapping[str, Sequence[_Json]]
) -> Iterator[tuple[str, _Json]]:
    """The files that are not of one record, by their addresses."""
    yield routes.OPENAPI, openapi(list(operations(catalogue)), publisher)
    for folder, some in items.items():
        yield from _lists(publisher, folder, some)
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


def _lists(
    publisher: Publisher, folder: str, items: Sequence[_Json]
) -> Iterator[tuple[str, _Json]]:
    """The pages of the list of a type."""
    some = pages(items)
    for number, page in enumerate(some, 1):
        yield (
            routes.api_list(folder, number),
            {
                "totale": len(items),
                "numero": number,
                "pagine": len(some),
                **_near(publisher, folder, number, len(some)),
                "schede": page,
            },
        )


def _near(publisher: Publisher, folder: str, number: int, last: int) -> dict[str, str]:
    """The pages before and after one, if there are."""
    near = {"precedente": number - 1, "successiva": number + 1}
    return {
        name: f"{publisher.origin}{routes.api_list(folder, other)}"
        for name, other in near.items()
        if 1 <= other <= last
    }


def item(catalogue: Catalogue, publisher: Publisher, ref: Ref, record: Plain) -> _Json:
    """A record in a list: enough to choose it."""
    gone = catalogue.withdrawn.get(ref)
    return {
        "titolo": gone.title if gone else catalogue.entries[ref].record.title,
        "indirizzo": f"{publisher.origin}{routes.api_record(ref)}",
        **{key: record[key] for key in _LISTED if key in record},
    }
