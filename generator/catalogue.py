"""The catalogue: every record and vocabulary of a content folder, by id."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.composer import Node
from generator.problems import Invalid, Location, Problem, Severity, problem, suggestion
from generator.reader import read_record
from generator.records import RECORD_TYPES, VOCABULARIES, Record
from generator.source import files, read_file
from generator.text import printable, slug
from generator.values import Known, Ref
from generator.vocabulary import Term, Vocabularies

VOCABULARY_FOLDER = "vocabolari"
GLOSSARY = "glossario"
MAX_WORDS = 12
MAX_ID = 80
_ID = re.compile(rf"[a-z0-9]+(-[a-z0-9]+){{0,{MAX_WORDS - 1}}}")
# Names that the site or a file system keeps for itself.
_RESERVED = frozenset(
    {"index", "tags", "404", "api", "assets", "search", "pagefind", "feed"}
    | {"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in the catalogue, and the file it was read from."""

    ref: Ref
    record: Record
    path: str
    """As problems show it."""
    file: Path

    def location(self, *path: str | int) -> Location:
        """The place of a value, by the keys and positions that lead to it from the record.

        Few values are ever asked for: the file is read again, rather than all nodes kept.
        """
        node = read_file(self.file, self.path).node
        if node is None:
            return Location(self.path)
        for step in path:
            if isinstance(step, int):
                node = node.items()[step]
            else:
                node = next((value for key, value in node.pairs() if _is(key, step)), node)
        return node.location


def _is(key: Node, name: str) -> bool:
    return isinstance(key.value, str) and key.text() == name


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every valid record, by reference, in the order of the types and of the ids."""

    entries: Mapping[Ref, Entry]
    vocabularies: Vocabularies

    def of(self, record: type) -> list[Entry]:
        """The records of one class."""
        return [entry for entry in self.entries.values() if isinstance(entry.record, record)]


def load_catalogue(folder: Path, shown: str) -> tuple[Catalogue, list[Problem]]:
    """Read a content folder and everything that is wrong with it, sorted by place.

    `shown` is the folder's path in the problems.
    """
    problems: list[Problem] = []
    if not folder.is_dir():
        problems.append(problem(Location(shown), "-", Invalid("no-such-folder", text=shown)))
    vocabularies = _vocabularies(folder, shown, problems)
    found = {
        name: _record_files(folder / name, f"{shown}/{name}", problems) for name in RECORD_TYPES
    }
    problems += _unexpected_folders(folder, shown)
    known = Known(vocabularies, {name: frozenset(paths) for name, paths in found.items()})
    entries = {}
    for name, paths in found.items():
        for record_id, path in paths.items():
            entry = _entry(
                Ref(name, record_id), path, f"{shown}/{name}/{path.name}", known, problems
            )
            if entry is not None:
                entries[entry.ref] = entry
    return Catalogue(entries, vocabularies), sorted(problems)


def _entry(ref: Ref, path: Path, shown: str, known: Known, problems: list[Problem]) -> Entry | None:
    source = read_file(path, shown)
    problems += source.problems
    if source.node is None:
        return None
    record, found = read_record(RECORD_TYPES[ref.type].record, source.node, known)
    problems += found
    if record is None or source.refused:
        return None
    return Entry(ref, record, shown, path)


def _record_files(folder: Path, shown: str, problems: list[Problem]) -> dict[str, Path]:
    """The files of a folder by id; a file whose name can't be an id is a problem, not a record."""
    found: dict[str, Path] = {}
    if folder.is_symlink():
        problems.append(problem(Location(shown), "-", Invalid("not-a-file")))
        return found
    for path in files(folder):
        place = Location(f"{shown}/{printable(path.name)}")
        try:
            found[checked_id(_id_of(path))] = path
        except Invalid as refusal:
            problems.append(problem(place, "-", refusal))
    return found


def _id_of(path: Path) -> str:
    if path.suffix != ".yml" or path.is_dir():
        meant = [f"{slug(path.stem)}.yml"] if path.suffix.lower() in {".yml", ".yaml"} else []
        near = suggestion(path.name, meant)
        raise Invalid("unexpected-file", text=printable(path.name), suggestion=near)
    return path.stem


def checked_id(record_id: str) -> str:
    """The id itself, or a refusal: it becomes a file's name and an address."""
    if not _is_id(record_id):
        near = suggestion(record_id, [slug(record_id)] if _is_id(slug(record_id)) else [])
        raise Invalid("bad-id", text=printable(record_id), suggestion=near)
    if record_id in _RESERVED:
        raise Invalid("reserved-id", text=record_id)
    return record_id


def _is_id(text: str) -> bool:
    return bool(_ID.fullmatch(text)) and len(text) <= MAX_ID


def _unexpected_folders(folder: Path, shown: str) -> Iterator[Problem]:
    expected = [*RECORD_TYPES, VOCABULARY_FOLDER, f"{GLOSSARY}.yml"]
    for path in files(folder):
        if path.name not in expected:
            near = suggestion(path.name, expected)
            refusal = Invalid("unexpected-file", text=printable(path.name), suggestion=near)
            yield problem(Location(f"{shown}/{printable(path.name)}"), "-", refusal)


def _vocabularies(
    folder: Path, shown: str, problems: list[Problem]
) -> dict[str, Mapping[str, Term]]:
    paths = _vocabulary_files(folder, shown, problems)
    vocabularies: dict[str, Mapping[str, Term]] = {name: {} for name in VOCABULARIES}
    for name, term_type in VOCABULARIES.items():
        if name in paths:
            vocabularies[name] = terms = _Terms()
            path = paths[name]
            source = read_file(path, f"{shown}/{path.relative_to(folder).as_posix()}")
            found = list(source.problems)
            if source.node is not None:
                found += _read_terms(term_type, source.node, Known(vocabularies, {}), terms)
            terms.unread = any(problem.severity is Severity.ERROR for problem in found)
            problems += found
    return vocabularies


def _vocabulary_files(folder: Path, shown: str, problems: list[Problem]) -> dict[str, Path]:
    """The files of the vocabularies; the glossary is one of them, in a place of its own."""
    shown = f"{shown}/{VOCABULARY_FOLDER}"
    found = _record_files(folder / VOCABULARY_FOLDER, shown, problems)
    kept = [f"{name}.yml" for name in VOCABULARIES if name != GLOSSARY]
    for path in found.values():
        if path.name not in kept:
            near = suggestion(path.name, kept)
            refusal = Invalid("unexpected-file", text=printable(path.name), suggestion=near)
            problems.append(problem(Location(f"{shown}/{path.name}"), "-", refusal))
    glossary = folder / f"{GLOSSARY}.yml"
    return found | ({GLOSSARY: glossary} if glossary.exists() else {})


class _Terms(dict[str, Any]):
    """The terms of a vocabulary. When some could not be read, any id is taken on trust, so that
    one mistake there is not told again by every record."""

    unread = False

    def __contains__(self, term_id: object) -> bool:
        return self.unread or super().__contains__(term_id)

    def __missing__(self, term_id: str) -> Term:
        return Term(id=term_id, label=term_id)


def _read_terms(
    term_type: type[Term], node: Node, known: Known, terms: dict[str, Any]
) -> Iterator[Problem]:
    """Read the terms of a vocabulary one by one, so that a term can name an earlier one."""
    lines: dict[str, int] = {}
    try:
        pairs = node.pairs()
    except Invalid as refusal:
        yield problem(node.location, "-", refusal)
        return
    for key, value in pairs:
        try:
            term_id = checked_id(key.text())
            if term_id in lines:
                raise Invalid("duplicate-key", line=lines[term_id])
        except Invalid as refusal:
            yield problem(key.location, key.value if isinstance(key.value, str) else "-", refusal)
            continue
        lines[term_id] = key.line
        term, found = read_record(term_type, value, known, f"{term_id}.", id=term_id)
        yield from found
        if term is not None:
            terms[term_id] = term
