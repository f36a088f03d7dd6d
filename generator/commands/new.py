"""`new`: the skeleton of a record, in its folder."""

import argparse
import sys

from generator.commands.options import Commands, add_command
from generator.exports.skeleton import skeleton
from generator.naming import checked_id
from generator.problems import Invalid
from generator.records import RECORD_TYPES


def add(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "new", _run, "prepara una scheda da compilare")
    parser.add_argument("type", choices=RECORD_TYPES, metavar="TIPO", help=", ".join(RECORD_TYPES))
    parser.add_argument(
        "id", metavar="NOME", help="il nome del file, per esempio orti-di-quartiere"
    )


def _run(options: argparse.Namespace) -> int:
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
