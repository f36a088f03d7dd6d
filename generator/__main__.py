"""The command line: `python -m generator …`. Finds the command and runs it; nothing else."""

import argparse
import gc
import sys
from collections.abc import Sequence

from generator.commands import check, explain, fields, fmt, importing, new, newsletter, preview

_COMMANDS = (check, explain, new, importing, fields, fmt, preview, newsletter)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status: 0 no errors, 1 errors, 2 wrong usage."""
    gc.set_threshold(50_000, 50, 100)  # a catalogue is many small objects, none of them in cycles
    parser = argparse.ArgumentParser(
        prog="python -m generator", description="Controlla e prepara le schede."
    )
    commands = parser.add_subparsers(required=True, metavar="COMANDO")
    for command in _COMMANDS:
        command.add(commands)
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


if __name__ == "__main__":
    sys.exit(main())
