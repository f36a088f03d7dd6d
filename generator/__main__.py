"""The command line: `python -m generator …`. Parses arguments, prints, exits; nothing else."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.catalogue import load_catalogue
from generator.exports.reports import FORMATS, summary
from generator.problems import Problem, Severity
from generator.rules import check as check_rules


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status: 0 no errors, 1 errors, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    status: int = options.run(options)
    return status


def _check(options: argparse.Namespace) -> int:
    catalogue, problems = load_catalogue(options.practices, options.practices.as_posix())
    problems = sorted([*problems, *check_rules(catalogue)])
    if options.files:
        problems = [found for found in problems if _is_in(found, options.files)]
    for line in FORMATS[options.format](problems):
        print(line)
    print(summary(problems, len(catalogue.entries)), file=sys.stderr)
    return int(any(found.severity is Severity.ERROR for found in problems))


def _is_in(found: Problem, wanted: Sequence[Path]) -> bool:
    path = Path(found.location.path).resolve()
    return any(path == file.resolve() or file.resolve() in path.parents for file in wanted)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMANDO")
    default = Path(os.environ.get("PORTAL_PRACTICES", "practices"))

    check = commands.add_parser("check", help="controlla le schede")
    check.add_argument("files", nargs="*", type=Path, metavar="FILE", help="solo questi file")
    check.add_argument("--format", choices=sorted(FORMATS), default="text")
    check.set_defaults(run=_check)
    for command in (check,):
        command.add_argument("--practices", type=Path, default=default, metavar="CARTELLA")
    return parser


if __name__ == "__main__":
    sys.exit(main())
