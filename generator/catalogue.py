"""The catalogue: every record and vocabulary of a content folder, by id."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from generator.composer import Node
from generator.memory import Memory
from generator.naming import checked_id, record_files
from generator.newsletters import NEWSLETTERS, Newsletters, load_newsletters
from generator.problems import Invalid, Location, Problem, Severity, problem, suggestion
from generator.reader import read_record
from generator.reading import Document, Held, readings
from generator.records import RECORD_TYPES, VOCABULARIES, Record
from generator.source import file_bytes, files, read_file
from generator.store import NO_STORE, Store
from generator.text import printable
from generator.values import Known, Ref
from generator.vocabulary import Term, Vocabularies
from generator.withdrawals import WITHDRAWN, Withdrawn, load_withdrawn
from generator.workers import Workers, here

Result = TypeVar("Result")
VOCABULARY_FOLDER = "vocabolari"
GLOSSARY = "glossario"


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in the catalogue, and the file it was read from."""

    ref: Ref
    held: Held = field(compare=False, repr=False)
    path: str
    """As problems show it."""
    file: Path
    digest: bytes
    """Of all that decided what was read: while it stays the same, so does the record."""
    _known: dict[Callable[["Entry"], object], object] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )

    @property
    def record(self) -> Record:
        """What the file says."""
        return self.held.record

    def once(self, work: Callable[["Entry"], Result]) -> Result:
        """What some work makes of the record alone: a preview, which keeps its entries, has it
        done once."""
        if work not in self._known:
            self._known[work] = work(self)
        return cast(Result, self._known[work])

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
    withdrawn: Withdrawn = field(default_factory=dict)
    """What was taken off the site: nothing else may have its address."""
    newsletters: Newsletters = field(default_factory=dict)

    def renamed(self) -> Iterator[tuple[Ref, Ref]]:
        """The names that records had before, each with the record that it leads to."""
        for ref, entry in self.entries.items():
            for former in entry.held.former_ids:
                yield Ref(ref.type, former), ref

    def of(self, record: type) -> list[Entry]:
        """The records of one class."""
        types = {name for name, kind in RECORD_TYPES.items() if kind.record is record}
        return [entry for ref, entry in self.entries.items() if ref.type in types]


def load_catalogue(
    folder: Path,
    shown: str,
    workers: Workers = here,
    store: Store = NO_STORE,
    memory: Memory[Entry] | None = None,
) -> tuple[Catalogue, list[Problem]]:
    """Read a content folder and everything that is wrong with it, sorted by place.

    `shown` is the folder's path in the problems; `workers` read the records that neither
    `memory`, of a process that goes on, nor `store` has.
    """
    problems: list[Problem] = []
    if not folder.is_dir():
        problems.append(problem(Location(shown), "-", Invalid("no-such-folder", text=shown)))
    vocabularies = _vocabularies(folder, shown, problems)
    if problems or not memory:  # ids are then taken on trust, as no other run should
        memory = Memory()
    if problems:
        store = NO_STORE
    found = {
        name: record_files(folder / name, f"{shown}/{name}", problems) for name in RECORD_TYPES
    }
    problems += _unexpected_folders(folder, shown)
    withdrawn = load_withdrawn(folder, shown, found, problems)
    ids = {name: frozenset(paths) for name, paths in found.items()}
    gone = {
        name: frozenset(ref.id for ref in withdrawn if ref.type == name) - ids[name] for name in ids
    }
    known = Known(vocabularies, ids, gone)
    paths = {Ref(name, found_id): path for name in found for found_id, path in found[name].items()}
    same = memory.same(known, paths)
    new: dict[Ref, Entry] = {}
    sound = dict(same)
    documents = _documents({ref: paths[ref] for ref in paths if ref not in same}, shown, problems)
    kept = NO_STORE if same else store  # it lets go what is not asked for
    for ref, place, key, packed, wrong in readings(known, documents, workers, kept):
        problems += wrong
        if packed is not None:
            new[ref] = Entry(ref, Held(packed, vocabularies), place, paths[ref], key)
            if not wrong:
                sound[ref] = new[ref]
    memory.keep(sound)
    found_all = same | new
    entries = {ref: found_all[ref] for ref in paths if ref in found_all}
    catalogue = Catalogue(entries, vocabularies, withdrawn)
    ever = replace(known, ids=_ids_ever(catalogue, ids))
    newsletters = load_newsletters(folder, shown, ever, problems)
    return replace(catalogue, newsletters=newsletters), sorted(problems)


def _ids_ever(catalogue: Catalogue, ids: Mapping[str, Set[str]]) -> Mapping[str, Set[str]]:
    """The ids that records have or had, by type."""
    ever = {name: set(now) for name, now in ids.items()}
    for former, _ in catalogue.renamed():
        ever[former.type].add(former.id)
    return ever


def _documents(
    paths: Mapping[Ref, Path], shown: str, problems: list[Problem]
) -> Iterator[Document]:
    for ref, path in paths.items():
        place = f"{shown}/{ref.type}/{path.name}"
        try:
            data = file_bytes(path)
        except Invalid as refusal:
            problems.append(problem(Location(place), "-", refusal))
        else:
            yield Document(ref, place, data)


def _unexpected_folders(folder: Path, shown: str) -> Iterator[Problem]:
    expected = [*RECORD_TYPES, VOCABULARY_FOLDER, f"{GLOSSARY}.yml", WITHDRAWN, NEWSLETTERS]
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
    found = record_files(folder / VOCABULARY_FOLDER, shown, problems)
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
