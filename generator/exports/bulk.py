"""Bulk: the files that hold every record, the datasets and the API, written in one pass.

Each record is worked out and put in JSON once for all of them, and no more than one is held.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from generator import routes
from generator.catalogue import Catalogue
from generator.exports import api, datasets
from generator.exports.plain import Plain, plain, plain_withdrawn
from generator.outputs import Batch, Publisher
from generator.values import Ref

_json = json.JSONEncoder(ensure_ascii=False).encode


def bulk(catalogue: Catalogue, publisher: Publisher) -> Batch:
    """The datasets; the API too, where the site has an address of its own."""
    names = (*datasets.addresses(), *api.addresses(catalogue, publisher))
    return Batch(routes.HOME, names, partial(_write, catalogue, publisher))


def _write(catalogue: Catalogue, publisher: Publisher, site: Path) -> None:
    with ExitStack() as stack:
        adds = [stack.enter_context(datasets.datasets(catalogue, publisher, site))]
        if publisher.origin:
            adds.append(stack.enter_context(api.answers(catalogue, publisher, site)))
        for ref, record in _records(catalogue, publisher):
            line = _json(record).encode()
            for add in adds:
                add(ref, record, line)


def _records(catalogue: Catalogue, publisher: Publisher) -> Iterator[tuple[Ref, Plain]]:
    """Every record as plain values, the withdrawn too, by type and then by id."""
    for ref in sorted([*catalogue.entries, *catalogue.withdrawn]):
        if ref in catalogue.entries:
            yield ref, plain(catalogue.entries[ref], publisher)
        else:
            yield ref, plain_withdrawn(ref, catalogue.withdrawn[ref], publisher)
