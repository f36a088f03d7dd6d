"""The page of open data: what can be fetched, on which terms, what every column means."""

from dataclasses import dataclass

from generator import routes
from generator.catalogue import Catalogue
from generator.columns import SEPARATOR, Column, blocks, columns, shared_columns
from generator.outputs import Crumb, Publisher
from generator.records import RECORD_TYPES
from generator.routes import WHOLE, Form
from generator.views import words
from generator.views.lists import breadcrumb
from generator.views.queries import QUERIES, Query

_SOMEWHERE = "https://portale.example.org/"
"""In the examples of a site that does not know its own address."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset: what it has, how many records, where it is in each form."""

    title: str
    records: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The columns of a table."""

    name: str
    title: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """The page of open data."""

    attribution: str
    origin: str
    """What the addresses in the examples begin with."""
    datasets: tuple[Dataset, ...]
    dictionaries: tuple[Dictionary, ...]
    blocks: tuple[Dictionary, ...]
    queries: tuple[Query, ...] = QUERIES
    separator: str = SEPARATOR
    breadcrumb: tuple[Crumb, ...] = breadcrumb("Dati aperti")


def data_view(catalogue: Catalogue, publisher: Publisher) -> DataView:
    """What there is to fetch, and what it means."""
    every = [*catalogue.entries, *catalogue.withdrawn]
    counted = {kind: sum(ref.type == kind for ref in every) for kind in RECORD_TYPES}
    types = [_dataset(one.plural, one.folder, counted[one.folder]) for one in RECORD_TYPES.values()]
    return DataView(
        attribution=f"{publisher.name}, {publisher.origin}, CC BY 4.0",
        origin=publisher.origin or _SOMEWHERE,
        datasets=(_dataset("Tutte le schede", WHOLE, len(every)), *types),
        dictionaries=(
            Dictionary(WHOLE, "Tutte le schede", shared_columns()),
            *(
                Dictionary(kind.folder, kind.plural, columns(kind.record))
                for kind in RECORD_TYPES.values()
            ),
        ),
        blocks=tuple(Dictionary(name, name, inner) for name, inner in blocks().items()),
    )


def _dataset(title: str, name: str, count: int) -> Dataset:
    forms = {
        "CSV": Form.CSV,
        "CSV per fogli di calcolo": Form.SHEET,
        "JSON": Form.JSON,
        "NDJSON": Form.LINES,
    }
    files = tuple((label, routes.dataset(name, form)) for label, form in forms.items())
    return Dataset(title, words.number(count), files)
