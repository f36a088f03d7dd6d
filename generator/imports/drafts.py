"""Drafts: everything that a file to import gives, by its format."""

from dataclasses import dataclass
from pathlib import PurePath

from generator.imports.columns import Map, reading
from generator.imports.drafting import draft, paths
from generator.imports.lookup import Lookup
from generator.imports.ot11 import page_material
from generator.imports.pieces import Draft
from generator.imports.table import csv_table
from generator.imports.workbook import workbook_table
from generator.naming import MAX_ID, MAX_WORDS, checked_id
from generator.problems import Invalid
from generator.records import Experience, RecordType
from generator.schema import schema_of
from generator.text import slug

PAGES = (".txt", ".html", ".htm")
TABLES = (".csv", ".tsv", ".xlsx")


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of a file by their ids, and what must be said of the file."""

    found: dict[str, Draft]
    notes: tuple[str, ...]


def drafts(data: bytes, name: str, kind: RecordType, said: Map, lookup: Lookup) -> Drafts:
    """What a file gives. Raises `Invalid` when nothing can be made of it."""
    file = PurePath(name)
    match file.suffix.lower():
        case suffix if suffix in PAGES:
            if kind.record is not Experience:
                raise Invalid("page-of-experiences", text=kind.folder)
            material = page_material(data, file.stem, lookup)
            return _named([draft(kind, material, lookup, paths(kind.record))], kind, ())
        case suffix if suffix in TABLES:
            is_book = suffix == ".xlsx"
            table = workbook_table(data, said.sheet) if is_book else csv_table(data)
            read = reading(table, said, kind, file.stem)
            made = [draft(kind, each, lookup, read.paths) for each in read.materials]
            return _named(made, kind, read.notes)
        case _:
            raise Invalid("unknown-format", text=name)


def _named(made: list[Draft], kind: RecordType, notes: tuple[str, ...]) -> Drafts:
    found: dict[str, Draft] = {}
    for each in made:
        base = _id(each, kind)
        others = (f"{base}-{number}" for number in range(2, len(made) + 2))
        found[next(name for name in (base, *others) if name not in found)] = each
    return Drafts(found, notes)


def _id(made: Draft, kind: RecordType) -> str:
    """The id that a draft's title makes, whether or not it went into its field."""
    key = schema_of(kind.record).attributes[0].key
    written = [doubt.piece.text for doubt in made.doubts.get(key, [])]
    for title in (str(made.values.get(key, "")), *written):
        try:
            return checked_id(_short(slug(title)))
        except Invalid:
            continue
    return _short(made.name) or kind.folder


def _short(name: str) -> str:
    """As much of an id as a file's name may have, with room for a number."""
    words = name.split("-")[: MAX_WORDS - 1]
    return "-".join(words)[: MAX_ID - 5].strip("-")
