"""`explain`: what a problem's code means and how to mend it."""

import argparse
import sys

from generator.commands.options import Commands
from generator.explanations import EXPLANATIONS
from generator.exports.advice import advice, gist
from generator.problems import suggestion


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("explain", help="spiega un problema e come si corregge")
    parser.add_argument(
        "code",
        nargs="?",
        metavar="CODICE",
        help="quello fra parentesi quadre in fondo al problema; senza, li elenca tutti",
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if options.code is None:
        for code in sorted(EXPLANATIONS):
            print(f"{code}: {gist(code)}")
        return 0
    code = options.code.strip("[]").lower()
    if code not in EXPLANATIONS:
        near = suggestion(code, EXPLANATIONS)
        print(f"«{options.code}» non è il codice di un problema{near}.", file=sys.stderr)
        return 2
    print("\n".join(advice(code)))
    return 0
