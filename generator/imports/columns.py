"""Columns: which field each column of a table fills, by its name or by a map kept as YAML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.composer import Node
from generator.imports.drafting import paths
from generator.imports.pieces import Material, Path, Piece
from generator.imports.table import Table
from generator.imports.wording import (
    ABSENT,
    COLUMN,
    COLUMN_KEPT,
    ROW,
    SKIPPED,
)
from generator.problems import Invalid, Problem, problem, suggestion
from generator.records import RecordType
from generator.text import fold, slug

_COLUMNS, _SHEET = "colonne", "foglio"


@dataclass(frozen=True, slots=True)
class Map:
    """What an editor says of a table: its sheet, the fields of its columns."""

    sheet: str = ""
    columns: Mapping[str, Path | None] = field(default_factory=dict)
    """The fields by the names of the columns; none for a column left out on purpose."""


def read_map(node: Node, kind: RecordType) -> tuple[Map, list[Problem]]:
    """Read a map, and everything that is wrong with it."""
    sheet, columns = "", {}
    problems: list[Problem] = []
    try:
        for key, value in node.pairs():
            if key.text() == _SHEET:
                sheet = value.text()
            elif key.text() == _COLUMNS:
                columns = dict(_targets(value, kind, problems))
            else:
                near = suggestion(key.text(), (_SHEET, _COLUMNS))
                refusal = Invalid("unknown-key", suggestion=near)
                problems.append(problem(key.location, key.text(), refusal))
    except Invalid as refusal:
        problems.append(problem(node.location, "-", refusal))
    return Map(sheet, columns), problems


def _targets(
    node: Node, kind: RecordType, problems: list[Problem]
) -> Iterator[tuple[str, Path | None]]:
    known = {".".join(path): path for path in paths(kind.record).values()}
    for key, value in node.pairs():
        path = "" if value.is_null else value.text()
        if path and path not in known:
            near = suggestion(path, known)
            refusal = Invalid("unknown-path", text=path, folder=kind.folder, suggestion=near)
            problems.append(problem(value.location, key.text(), refusal))
        yield key.text(), known.get(path)


@dataclass(frozen=True, slots=True)
class Reading:
    """A table as pieces of drafts: where each column goes, and what must be said of it."""

    materials: tuple[Material, ...]
    paths: Mapping[str, Path]
    notes: tuple[str, ...]


def reading(table: Table, said: Map, kind: RecordType, source: str) -> Reading:
    """The drafts' pieces, a row each. What the map says of a column comes before its name."""
    own = paths(kind.record)
    chosen = {fold(name): path for name, path in said.columns.items() if path}
    skipped = {fold(name) for name, path in said.columns.items() if not path}
    notes = [
        *table.notes,
        *(_note(label, own | chosen, skipped) for label in table.header if label),
    ]
    present = {fold(label) for label in table.header}
    absent = [name for name in said.columns if fold(name) not in present]
    notes += [ABSENT.format(label=name) for name in absent]
    materials = tuple(
        Material(
            ROW.format(number=row.number),
            f"{slug(source)}-{row.number}",
            tuple(Piece(label, text) for label, text in row.cells if fold(label) not in skipped),
            row.notes,
        )
        for row in table.rows
    )
    return Reading(materials, own | chosen, tuple(notes))


def _note(label: str, known: Mapping[str, Path], skipped: set[str]) -> str:
    if fold(label) in skipped:
        return SKIPPED.format(label=label)
    if path := known.get(fold(label)):
        return COLUMN.format(label=label, path=".".join(path))
    near = suggestion(label, {path[0] for path in known.values()})
    return COLUMN_KEPT.format(label=label, suggestion=near)
