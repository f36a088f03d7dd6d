"""The command line: `python -m generator …`. Parses arguments, prints, exits; nothing else."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from generator.catalogue import checked_id, load_catalogue
from generator.exports.reports import FORMATS, summary
from generator.exports.skeleton import skeleton
from generator.problems import Invalid, Problem, Severity
from generator.records import RECORD_TYPES
from generator.rules import check as check_rules


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status: 0 no errors, 1 errors, 2 wrong usage."""
    gc.set_threshold(50_000, 50, 100)  # a catalogue is many small objects, none of them in cycles
    options = _parser().parse_args(arguments)
    status: int = options.run(options)
    return status


def _check(options: argparse.Namespace) -> int:
    missing = [path for path in (options.practices, *options.files) if not path.exists()]
    for path in missing:
        print(f"{path}: non esiste.", file=sys.stderr)
    if missing:
        return 2
    catalogue, problems = load_catalogue(options.practices, options.practices.as_posix())
    problems = sorted([*problems, *check_rules(catalogue, options.today)])
    if options.files:
        wanted = frozenset(path.resolve() for path in options.files)
        problems = [found for found in problems if _is_in(found, wanted)]
    for line in FORMATS[options.format](problems):
        print(line)
    print(summary(problems, len(catalogue.entries)), file=sys.stderr)
    return int(any(found.severity is Severity.ERROR for found in problems))


def _new(options: argparse.Namespace) -> int:
    try:
        record_id = checked_id(options.id)
        path = options.practices / options.type / f"{record_id}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(skeleton(RECORD_TYPES[options.type]))
    except Invalid as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except FileExistsError:
        print(f"{path} c'è già: scegli un altro nome o modifica quel file.", file=sys.stderr)
        return 2
    print(path)
    return 0


def _today() -> date:
    """The day in force: of the clock, or of SOURCE_DATE_EPOCH for builds that can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


def _is_in(found: Problem, wanted: frozenset[Path]) -> bool:
    path = Path(found.location.path).resolve()
    return not wanted.isdisjoint([path, *path.parents])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator", description="Controlla e prepara le schede."
    )
    commands = parser.add_subparsers(required=True, metavar="COMANDO")
    default = Path(os.environ.get("PORTAL_PRACTICES", "practices"))

    check = commands.add_parser("check", help="controlla le schede")
    check.add_argument("files", nargs="*", type=Path, metavar="FILE", help="solo questi file")
    check.add_argument("--format", choices=sorted(FORMATS), default="text")
    check.add_argument(
        "--today",
        type=date.fromisoformat,
        default=_today(),
        metavar="AAAA-MM-GG",
        help="che giorno è",
    )
    check.set_defaults(run=_check)

    new = commands.add_parser("new", help="prepara una scheda da compilare")
    new.add_argument("type", choices=RECORD_TYPES, metavar="TIPO", help=", ".join(RECORD_TYPES))
    new.add_argument("id", metavar="NOME", help="il nome del file, per esempio orti-di-quartiere")
    new.set_defaults(run=_new)

    for command in (check, new):
        command.add_argument("--practices", type=Path, default=default, metavar="CARTELLA")
    return parser


if __name__ == "__main__":
    sys.exit(main())
