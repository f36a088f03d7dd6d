"""`fields`: what can be written in a record of a type."""

import argparse

from generator.catalogue import load_catalogue
from generator.commands.options import Commands, add_command
from generator.exports.field_guide import field_guide
from generator.records import RECORD_TYPES


def add(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "fields", _run, "elenca e spiega i campi di un tipo di scheda")
    parser.add_argument("type", choices=RECORD_TYPES, metavar="TIPO", help=", ".join(RECORD_TYPES))


def _run(options: argparse.Namespace) -> int:
    catalogue, _ = load_catalogue(options.practices, options.practices.as_posix())
    print("\n".join(field_guide(RECORD_TYPES[options.type], catalogue.vocabularies)))
    return 0
