"""Options: the arguments that several commands share."""

import argparse
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from generator.store import NO_STORE, STORE, Store


class Commands(Protocol):
    """Where a command adds itself: what `add_subparsers` gives."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser:
        """The parser of a new command."""


def add_command(
    commands: Commands, name: str, run: Callable[[argparse.Namespace], int], about: str
) -> argparse.ArgumentParser:
    """A command that reads a content folder."""
    parser = commands.add_parser(name, help=about)
    folder = Path(os.environ.get("PORTAL_PRACTICES", "practices"))
    parser.add_argument(
        "--practices", type=Path, default=folder, metavar="CARTELLA", help="dove sono le schede"
    )
    parser.set_defaults(run=run)
    return parser


def add_today(parser: argparse.ArgumentParser) -> None:
    """The day in force: of the clock, or of SOURCE_DATE_EPOCH for runs that can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    today = datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        default=today,
        metavar="AAAA-MM-GG",
        help="che giorno è",
    )


def store() -> Store:
    """What earlier runs left in `.cache/`, or in PORTAL_CACHE; nothing where that is empty."""
    chosen = os.environ.get("PORTAL_CACHE", str(Path(__file__).parents[2] / ".cache"))
    return Store(Path(chosen, STORE)) if chosen else NO_STORE


def add_scheduler(parser: argparse.ArgumentParser) -> None:
    """The Dask cluster to work on, for catalogues that outgrow one machine."""
    parser.add_argument(
        "--scheduler",
        default=os.environ.get("PORTAL_SCHEDULER", ""),
        metavar="INDIRIZZO",
        help="il cluster Dask a cui affidare il lavoro, per esempio tcp://host:8786",
    )
