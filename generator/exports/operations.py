"""Operations: what can be asked of the API, and the files that answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator import routes
from generator.catalogue import Catalogue
from generator.index import words
from generator.records import RECORD_TYPES
from generator.values import Ref

Item = TypeVar("Item")

_PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Operation:
    """A path of the API."""

    path: str
    """Below the API's own address; what is in braces differs from file to file."""
    id: str
    title: str
    schema: str
    addresses: tuple[str, ...]


def operations(catalogue: Catalogue) -> Iterator[Operation]:
    """Every operation that has an answer: lists go on only where there is a second page."""
    for folder in RECORD_TYPES:
        yield from _of_type(folder, refs(catalogue, folder))
    all_of_them = (routes.API_VOCABULARIES,)
    yield Operation("/vocabolari.json", "vocabolari", "I vocabolari", "vocabolari", all_of_them)
    for name in vocabularies(catalogue):
        address = routes.api_vocabulary(name)
        key = f"vocabolario-{name}"
        yield Operation(f"/vocabolari/{name}.json", key, f"Le voci: {words(name)}", key, (address,))
    itself = (routes.OPENAPI,)
    yield Operation("/openapi.json", "openapi", "Questa descrizione", "openapi", itself)


def refs(catalogue: Catalogue, folder: str) -> list[Ref]:
    """The records of a type; the withdrawn too, so that who has an id finds what became of it."""
    return sorted(ref for ref in (*catalogue.entries, *catalogue.withdrawn) if ref.type == folder)


def pages(found: Sequence[Item]) -> list[Sequence[Item]]:
    """A list of records in pages; there is a first page even if it is empty."""
    return [found[start : start + _PER_PAGE] for start in range(0, len(found), _PER_PAGE)] or [()]


def vocabularies(catalogue: Catalogue) -> list[str]:
    """The vocabularies that have terms."""
    return [name for name, terms in catalogue.vocabularies.items() if terms]


def _of_type(folder: str, found: Sequence[Ref]) -> Iterator[Operation]:
    kind = RECORD_TYPES[folder]
    first, *others = (routes.api_list(folder, page + 1) for page in range(len(pages(found))))
    title = f"Elenco: {kind.plural}"
    yield Operation(f"/{folder}.json", f"elenco-{folder}", title, "elenco", (first,))
    if others:
        path = f"/{folder}/pagine/{{numero}}.json"
        title = f"{title}, dalla seconda pagina"
        yield Operation(path, f"pagine-{folder}", title, "elenco", tuple(others))
    if found:
        answers = tuple(map(routes.api_record, found))
        yield Operation(
            f"/{folder}/{{id}}.json", folder, f"Scheda: {kind.singular}", folder, answers
        )
