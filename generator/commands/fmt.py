"""`fmt`: the files of the content folder in the one layout."""

import argparse
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from generator.catalogue import GLOSSARY, VOCABULARY_FOLDER
from generator.commands.options import Commands, add_command
from generator.layout import Shape, laid_out
from generator.newsletters import NEWSLETTERS, month_of
from generator.records import RECORD_TYPES, VOCABULARIES
from generator.records.issue import Issue
from generator.records.withdrawal import Withdrawal
from generator.source import files, read_file
from generator.withdrawals import WITHDRAWN


class _Outcome(StrEnum):
    """What became of a file."""

    TIDY = "tidy"
    UNTIDY = "untidy"
    LEFT = "left"
    """As it was, because it can't be laid out."""


def add(commands: Commands) -> None:
    """Add the command."""
    about = "riordina i file senza cambiare nessun valore, come li scrive la redazione nel browser"
    parser = add_command(commands, "fmt", _run, about)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="solo questi file")
    parser.add_argument(
        "--check", action="store_true", help="non scrive, elenca quelli da riordinare"
    )


def _run(options: argparse.Namespace) -> int:
    named = options.files or [options.practices]
    wrong = [path for path in named if not path.exists() or (path.is_file() and not _shape(path))]
    for path in wrong:
        reason = "non è una scheda né un vocabolario" if path.exists() else "non esiste"
        print(f"{path}: {reason}.", file=sys.stderr)
    if wrong:
        return 2
    done = Counter(
        _format(path, shape, write=not options.check)
        for path in dict.fromkeys(path for name in named for path in _files(name))
        if (shape := _shape(path))
    )
    verb = "Da riordinare" if options.check else "Riordinati"
    counts = f"{verb}: {done[_Outcome.UNTIDY]}. Lasciati com'erano: {done[_Outcome.LEFT]}."
    print(f"File già in ordine: {done[_Outcome.TIDY]}. {counts}", file=sys.stderr)
    return int(done[_Outcome.LEFT] > 0 or (options.check and done[_Outcome.UNTIDY] > 0))


def _files(path: Path) -> Iterator[Path]:
    """The files of a folder and of those in it; a file as it is."""
    if path.is_file() or path.is_symlink():
        yield path
    for entry in files(path):
        yield from _files(entry)


def _shape(path: Path) -> Shape | None:
    """What a file holds, by its folder and name."""
    folder, name = path.parent.resolve().name, path.stem
    if path.suffix != ".yml":
        return None
    if folder in RECORD_TYPES and path.resolve().parents[1].name == WITHDRAWN:
        return Shape(Withdrawal)
    if folder in RECORD_TYPES:
        return Shape(RECORD_TYPES[folder].record)
    if folder == NEWSLETTERS and month_of(name):
        return Shape(Issue)
    if name in VOCABULARIES and (folder == VOCABULARY_FOLDER) != (name == GLOSSARY):
        return Shape(VOCABULARIES[name], has_ids=True)
    return None


def _format(path: Path, shape: Shape, *, write: bool) -> _Outcome:
    source = read_file(path, path.as_posix())
    if source.refused:
        for found in source.problems:
            print(found, file=sys.stderr)
        return _Outcome.LEFT
    before = path.read_text(encoding="utf-8")
    text = laid_out(source.node, before, shape) if source.node else None
    if text is None:
        print(f"{path}: riordinarlo cambierebbe un valore o un commento.", file=sys.stderr)
        return _Outcome.LEFT
    if text.encode() == path.read_bytes():
        return _Outcome.TIDY
    print(path)
    if write:
        _replace(path, text)
    return _Outcome.UNTIDY


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(text.encode())
    shutil.copymode(path, beside)
    beside.replace(path)
