"""`check`: what is wrong with the records."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from generator.catalogue import load_catalogue
from generator.cluster import NoCluster, workers_at
from generator.commands.changed import changed_paths
from generator.commands.git import NotKnown
from generator.commands.options import Commands, add_command, add_scheduler, add_today, store
from generator.exports.reports import FORMATS, summary
from generator.problems import Problem, Severity
from generator.rules import check as check_rules
from generator.text import printable

_TO_COME = "unknown-reference"


def add(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "check", _run, "controlla le schede")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="solo questi file")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text")
    parser.add_argument(
        "--changed-from",
        metavar="REV",
        help="solo i file cambiati rispetto a una revisione di git, per esempio origin/main",
    )
    parser.add_argument(
        "--proposal",
        action="store_true",
        help="è una proposta: i rimandi a schede che arrivano con un'altra sono avvisi",
    )
    add_scheduler(parser)
    add_today(parser)


def _run(options: argparse.Namespace) -> int:
    missing = [path for path in (options.practices, *options.files) if not path.exists()]
    for path in missing:
        print(f"{path}: non esiste.", file=sys.stderr)
    if missing:
        return 2
    try:
        return _check(options)
    except (NotKnown, NoCluster) as reason:
        print(reason, file=sys.stderr)
        return 2


def _check(options: argparse.Namespace) -> int:
    changed, workers, kept = _changed(options), workers_at(options.scheduler), store()
    shown = options.practices.as_posix()
    catalogue, problems = load_catalogue(options.practices, shown, workers, kept)
    problems = sorted([*problems, *check_rules(catalogue, options.today, workers, kept)])
    if options.proposal:
        problems = [_to_come(found) for found in problems]
    files = frozenset(path.resolve() for path in options.files)
    wanted = [found for found in problems if _is_wanted(found, files, changed)]
    for line in FORMATS[options.format](wanted):
        print(line)
    print(summary(wanted, len(catalogue.entries), len(problems) - len(wanted)), file=sys.stderr)
    return int(any(found.severity is Severity.ERROR for found in wanted))


def _to_come(found: Problem) -> Problem:
    """A record that is not there may come with another proposal: a person must judge it."""
    return replace(found, severity=Severity.WARNING) if found.code == _TO_COME else found


def _changed(options: argparse.Namespace) -> frozenset[str] | None:
    """What changed, as problems show it, and the folders around it; None when all counts."""
    if options.changed_from is None:
        return None
    paths = [path.resolve() for path in changed_paths(options.practices, options.changed_from)]
    return frozenset(_shown(place) for path in paths for place in (path, *path.parents))


def _is_wanted(found: Problem, files: frozenset[Path], changed: frozenset[str] | None) -> bool:
    path = Path(found.location.path).resolve()
    if changed is not None and _shown(path) not in changed:
        return False
    return not files or not files.isdisjoint([path, *path.parents])


def _shown(path: Path) -> str:
    """A path as problems show it: an odd name is no longer the file's own."""
    return printable(str(path))
