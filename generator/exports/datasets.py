"""Datasets: the catalogue, whole and by record type, as files for other programs.

The same records in the same order in all of them.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from generator import routes
from generator.catalogue import Catalogue
from generator.columns import Column, columns, flat, shared_columns
from generator.exports.cells import Row, row
from generator.exports.database import Database, database
from generator.exports.datapackage import Resource, datapackage_json
from generator.exports.former import Span, Texts, added, new
from generator.exports.plain import Plain
from generator.outputs import Publisher
from generator.records import RECORD_TYPES
from generator.rights import LICENCE
from generator.routes import WHOLE, Form

_json = json.JSONEncoder(ensure_ascii=False).encode
_SEPARATORS = {Form.CSV: ",", Form.SHEET: ";"}
LINES = f"{WHOLE}{Form.LINES}"
"""The file with each record in a line."""
_DATABASE = routes.DATABASE.removeprefix(routes.DATA)


def addresses() -> tuple[str, ...]:
    """The files."""
    return tuple(f"{routes.DATA}{name}" for name in _names())


def kept() -> tuple[str, ...]:
    """The files that hold all that the others do."""
    cells = (f"{name}{form}" for name in _tables() for form in _SEPARATORS)
    return (LINES, *cells, _DATABASE)


@contextmanager
def datasets(
    catalogue: Catalogue, publisher: Publisher, folder: Path, former: Path | None
) -> Iterator["Datasets"]:
    """All the files, to add stretches to, whole in the end; `former` is the folder of the last."""
    folder.mkdir(parents=True, exist_ok=True)
    about = {
        "titolo": f"{publisher.name}: il catalogo",
        "licenza": LICENCE,
        "attribuzione": f"{publisher.name}, {publisher.origin}, CC BY 4.0",
    }
    before = former / _DATABASE if former else None
    with (
        database(folder / _DATABASE, about, catalogue.vocabularies, before) as base,
        _all(folder, about) as tables,
    ):
        yield Datasets(tables, base)
    _describe(publisher, folder)


@dataclass(frozen=True, slots=True)
class Datasets:
    """The datasets while they are written."""

    tables: Mapping[str, "_Table"]
    base: Database

    def make(self, folder: str, records: Sequence[Plain]) -> Texts:
        """Work out a stretch of a type, and add it to the database; the texts that it is."""
        values = [flat(record) for record in records]
        self.base.add(RECORD_TYPES[folder], values)
        texts = {LINES: "".join(f"{_json(record)}\n" for record in records).encode()}
        return {**texts, **self.tables[WHOLE].texts(values), **self.tables[folder].texts(values)}

    def copy(self, folder: str, first: str, last: str) -> None:
        """Add to the database what it had of a stretch, by the ids of its ends."""
        self.base.copy(RECORD_TYPES[folder], first, last)

    def write(self, folder: str, texts: Texts) -> Mapping[str, Span]:
        """Add a stretch to the files; where it is in those that are kept."""
        return {**self.tables[folder].add(texts), **self.tables[WHOLE].add(texts)}


@contextmanager
def _all(folder: Path, about: Mapping[str, str]) -> Iterator[Mapping[str, "_Table"]]:
    """The tables, by their names."""
    with ExitStack() as stack:
        tables = {}
        for name, some in _tables().items():
            tables[name] = _Table(name, row(some), _files(stack, folder, name))
            tables[name].begin(about, some)
        yield tables
        for table in tables.values():
            table.end()


def _tables() -> Mapping[str, Sequence[Column]]:
    types = {folder: columns(kind.record) for folder, kind in sorted(RECORD_TYPES.items())}
    return {WHOLE: shared_columns(), **types}


def _files(stack: ExitStack, folder: Path, name: str) -> Mapping[Form, BinaryIO]:
    return {form: stack.enter_context(new(folder / f"{name}{form}")) for form in Form}


@dataclass(slots=True)
class _Table:
    """A dataset in all the forms that are texts, while it is written."""

    name: str
    cells: Row
    files: Mapping[Form, BinaryIO]
    separator: bytes = b""

    def begin(self, about: Mapping[str, str], columns: Sequence[Column]) -> None:
        head = _json(about).removesuffix("}")
        self.files[Form.JSON].write(f'{head}, "schede": [\n'.encode())
        self.files[Form.SHEET].write("\ufeff".encode())
        keys = [column.key for column in columns]
        for form in _SEPARATORS:
            self.files[form].write(_rows([keys], form))

    def texts(self, records: Iterable[Mapping[str, Any]]) -> Texts:
        """Some records as rows, by the names of the files."""
        rows = [self.cells(values) for values in records]
        return {f"{self.name}{form}": _rows(rows, form) for form in _SEPARATORS}

    def add(self, texts: Texts) -> Mapping[str, Span]:
        array = texts[LINES].removesuffix(b"\n").replace(b"\n", b",\n")  # no text has others
        self.files[Form.JSON].write(self.separator + array)
        self.separator = b",\n"
        names = {f"{self.name}{form}": form for form in _SEPARATORS}
        spans = {name: added(self.files[form], texts[name]) for name, form in names.items()}
        return {LINES: added(self.files[Form.LINES], texts[LINES]), **spans}

    def end(self) -> None:
        self.files[Form.JSON].write(b"\n]}\n")


def _rows(rows: Iterable[Sequence[str]], form: Form) -> bytes:
    return "".join(f"{_SEPARATORS[form].join(cells)}\r\n" for cells in rows).encode()


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
