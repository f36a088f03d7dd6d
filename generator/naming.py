"""Naming: the files of a folder by id; an id becomes an address, so not every name is one."""

import re
from pathlib import Path

from generator.problems import Invalid, Location, Problem, problem, suggestion
from generator.source import files
from generator.text import printable, slug

MAX_WORDS = 12
MAX_ID = 80
ID = re.compile(rf"[a-z0-9]+(-[a-z0-9]+){{0,{MAX_WORDS - 1}}}")
# Names that the site or a file system keeps for itself.
RESERVED = frozenset(
    {"index", "tags", "404", "api", "assets", "search", "pagefind", "feed"}
    | {"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"}
)


def record_files(folder: Path, shown: str, problems: list[Problem]) -> dict[str, Path]:
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
    if record_id in RESERVED:
        raise Invalid("reserved-id", text=record_id)
    return record_id


def _is_id(text: str) -> bool:
    return bool(ID.fullmatch(text)) and len(text) <= MAX_ID
