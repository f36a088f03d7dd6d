"""Datasets: the catalogue, whole and by record type, as files for other programs.

The same records in the same order in all of them.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from generator import routes
from generator.catalogue import Catalogue
from generator.columns import Column, columns, flat, shared_columns
from generator.exports.cells import Row, row
from generator.exports.database import database
from generator.exports.datapackage import Resource, datapackage_json
from generator.exports.plain import Add, Plain
from generator.outputs import Publisher
from generator.records import RECORD_TYPES
from generator.rights import LICENCE
from generator.routes import WHOLE, Form
from generator.values import Ref

_json = json.JSONEncoder(ensure_ascii=False).encode


def addresses() -> tuple[str, ...]:
    """The files."""
    return tuple(f"{routes.DATA}{name}" for name in _names())


@contextmanager
def datasets(catalogue: Catalogue, publisher: Publisher, site: Path) -> Iterator[Add]:
    """What adds a record to all the files, which are whole in the end."""
    folder = site / routes.DATA
    folder.mkdir(parents=True, exist_ok=True)
    about = {
        "titolo": f"{publisher.name}: il catalogo",
        "licenza": LICENCE,
        "attribuzione": f"{publisher.name}, {publisher.origin}, CC BY 4.0",
    }
    path = folder / _name(routes.DATABASE)
    with database(path, about, catalogue.vocabularies) as base, _all(folder, about) as tables:

        def add(ref: Ref, record: Plain, line: bytes) -> None:
            values = flat(record)
            tables[WHOLE].add(values, line)
            tables[ref.type].add(values, line)
            base.add(RECORD_TYPES[ref.type], values)

        yield add
    _describe(publisher, folder)


@contextmanager
def _all(folder: Path, about: Mapping[str, str]) -> Iterator[Mapping[str, "_Table"]]:
    """The tables, by their names."""
    with ExitStack() as stack:
        tables = {}
        for name, some in _tables().items():
            tables[name] = _Table(row(some), _files(stack, folder, name))
            tables[name].begin(about, some)
        yield tables
        for table in tables.values():
            table.end()


def _tables() -> Mapping[str, Sequence[Column]]:
    types = {folder: columns(kind.record) for folder, kind in sorted(RECORD_TYPES.items())}
    return {WHOLE: shared_columns(), **types}


def _files(stack: ExitStack, folder: Path, name: str) -> Mapping[Form, BinaryIO]:
    return {form: stack.enter_context((folder / f"{name}{form}").open("wb")) for form in Form}


@dataclass(slots=True)
class _Table:
    """A dataset in all the forms that are texts, while it is written."""

    cells: Row
    files: Mapping[Form, BinaryIO]
    separator: bytes = b""

    def begin(self, about: Mapping[str, str], columns: Sequence[Column]) -> None:
        head = _json(about).removesuffix("}")
        self.files[Form.JSON].write(f'{head}, "schede": [\n'.encode())
        self.files[Form.SHEET].write("\ufeff".encode())
        self.row([column.key for column in columns])

    def add(self, values: Mapping[str, Any], line: bytes) -> None:
        self.files[Form.JSON].write(self.separator + line)
        self.files[Form.LINES].write(line + b"\n")
        self.row(self.cells(values))
        self.separator = b",\n"

    def row(self, cells: Sequence[str]) -> None:
        self.files[Form.CSV].write(f"{','.join(cells)}\r\n".encode())
        self.files[Form.SHEET].write(f"{';'.join(cells)}\r\n".encode())

    def end(self) -> None:
        self.files[Form.JSON].write(b"\n]}\n")


def _describe(publisher: Publisher, folder: Path) -> None:
    """Write what the files are, and the hashes by which to know that they arrived whole."""
    *names, descriptor, checksums = _names()
    sums = {name: _sha256(folder / name) for name in names}
    resources = (_resource(folder, name, some, sums) for name, some in _tables().items())
    (folder / descriptor).write_text(datapackage_json(publisher, resources), encoding="utf-8")
    sums[descriptor] = _sha256(folder / descriptor)
    lines = (f"{sums[name]}  {name}\n" for name in sorted(sums))
    (folder / checksums).write_text("".join(lines), encoding="utf-8")


def _resource(folder: Path, name: str, some: Sequence[Column], sums: Mapping[str, str]) -> Resource:
    file = f"{name}{Form.CSV}"
    return Resource(
        name=name,
        title=RECORD_TYPES[name].plural if name in RECORD_TYPES else "Tutte le schede",
        file=file,
        columns=some,
        size=(folder / file).stat().st_size,
        sha256=sums[file],
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _names() -> tuple[str, ...]:
    """The files, the list of their hashes last."""
    tables = [_name(routes.dataset(name, form)) for name in _tables() for form in Form]
    others = [routes.DATABASE, routes.DATAPACKAGE, routes.CHECKSUMS]
    return (*tables, *map(_name, others))


def _name(address: str) -> str:
    return address.removeprefix(routes.DATA)
