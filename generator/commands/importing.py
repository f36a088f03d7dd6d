"""`import`: a table or a page of the OT11-OT2 catalogue as drafts, in their folder."""

import argparse
import sys
from pathlib import Path

from generator.catalogue import load_catalogue
from generator.commands.options import Commands, add_command
from generator.imports.columns import Map, read_map
from generator.imports.drafts import Drafts, drafts
from generator.imports.lookup import lookup_of
from generator.imports.pieces import Draft
from generator.imports.reporting import draft_report
from generator.imports.wording import EXISTS, SUMMARY
from generator.imports.writing import draft_yaml
from generator.problems import Invalid, Location, Problem, problem
from generator.records import RECORD_TYPES, RecordType
from generator.source import MAX_BYTES as MAX_DRAFT
from generator.source import read_file

_MAX_BYTES = 20 * 1024 * 1024


def add(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "import", _run, "prepara bozze da una tabella o da una pagina")
    parser.add_argument("file", type=Path, metavar="FILE", help=".csv, .xlsx, .txt o .html")
    parser.add_argument(
        "--type",
        choices=RECORD_TYPES,
        default="esperienze",
        metavar="TIPO",
        help=f"{', '.join(RECORD_TYPES)}; se manca, esperienze",
    )
    parser.add_argument(
        "--map", type=Path, metavar="MAPPA", help="in quali campi vanno le colonne, in YAML"
    )
    parser.add_argument(
        "--output", type=Path, metavar="CARTELLA", help="dove scrivere, se non fra le schede"
    )


def _run(options: argparse.Namespace) -> int:
    kind = RECORD_TYPES[options.type]
    said, problems = _map(options.map, kind)
    made = None if problems else _drafts(options, kind, said, problems)
    for found in problems:
        print(found, file=sys.stderr)
    if made is None:
        return 2
    for note in made.notes:
        print(note)
    folder = (options.output or options.practices) / kind.folder
    written = sum(
        _write(folder / f"{name}.yml", draft, kind, options.file.name)
        for name, draft in made.found.items()
    )
    print(SUMMARY.format(written=written, found=len(made.found)), file=sys.stderr)
    return int(written < len(made.found))


def _drafts(
    options: argparse.Namespace, kind: RecordType, said: Map, problems: list[Problem]
) -> Drafts | None:
    """The drafts of the file, or what is wrong with it."""
    practices = options.practices.as_posix()
    try:
        if not options.practices.is_dir():
            raise Invalid("no-such-folder", text=practices)
        catalogue, _ = load_catalogue(options.practices, practices)
        return drafts(_bytes(options.file), options.file.name, kind, said, lookup_of(catalogue))
    except Invalid as refusal:
        problems.append(problem(Location(options.file.as_posix()), "-", refusal))
        return None


def _map(path: Path | None, kind: RecordType) -> tuple[Map, list[Problem]]:
    if path is None:
        return Map(), []
    source = read_file(path, path.as_posix())
    if source.node is None or source.refused:
        return Map(), list(source.problems)
    return read_map(source.node, kind)


def _bytes(path: Path) -> bytes:
    """The bytes of a file, when they are not too many."""
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError:
        raise Invalid("not-a-file") from None
    if len(data) > _MAX_BYTES:
        raise Invalid("file-too-large", size=path.stat().st_size, maximum=_MAX_BYTES)
    return data


def _write(path: Path, draft: Draft, kind: RecordType, source: str) -> bool:
    """Write a draft unless there is a file already, or the draft is too large to be read again."""
    text = draft_yaml(draft, kind, source)
    if (size := len(text.encode())) > MAX_DRAFT:
        refusal = Invalid("draft-too-large", size=size, maximum=MAX_DRAFT)
        print(problem(Location(path.as_posix()), "-", refusal), file=sys.stderr)
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        print(EXISTS.format(path=path), file=sys.stderr)
        return False
    for line in draft_report(draft, path.as_posix()):
        print(line)
    return True
