"""`check`: what is wrong with the records."""

import argparse
import sys
from pathlib import Path

from generator.catalogue import load_catalogue
from generator.commands.options import Commands, add_command, add_today
from generator.exports.reports import FORMATS, summary
from generator.problems import Problem, Severity
from generator.rules import check as check_rules


def add(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "check", _run, "controlla le schede")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="solo questi file")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text")
    add_today(parser)


def _run(options: argparse.Namespace) -> int:
    missing = [path for path in (options.practices, *options.files) if not path.exists()]
    for path in missing:
        print(f"{path}: non esiste.", file=sys.stderr)
    if missing:
        return 2
    catalogue, problems = load_catalogue(options.practices, options.practices.as_posix())
    problems = sorted([*problems, *check_rules(catalogue, options.today)])
    files = frozenset(path.resolve() for path in options.files)
    shown = [found for found in problems if _is_wanted(found, files)]
    for line in FORMATS[options.format](shown):
        print(line)
    print(summary(shown, len(catalogue.entries), len(problems) - len(shown)), file=sys.stderr)
    return int(any(found.severity is Severity.ERROR for found in shown))


def _is_wanted(found: Problem, files: frozenset[Path]) -> bool:
    path = Path(found.location.path).resolve()
    return not files or not files.isdisjoint([path, *path.parents])
