"""Publishing: the site is built beside the one that is there, and takes its place at the end.

There are three folders, in turn: the site, the one before, and the one before that, which becomes
the next: so a build writes only what changed since.

`python -m hooks.publishing [SITE]` is what `make site` runs; `--previous` goes back to the site
before. Whatever stops it, and whenever, SITE holds one whole site: the old one or the new one.
"""

import argparse
import ctypes
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from click import ClickException
from mkdocs.__main__ import cli

from hooks.places import UNCHANGED, Place, alone, reason

_HERE = -100  # AT_FDCWD of linux/fcntl.h
_EXCHANGE = 2  # RENAME_EXCHANGE of linux/fs.h


def publish(place: Place, build: Callable[[Path], object]) -> None:
    """Build a site and put it in place; the one that was there is the site before."""
    with alone(place):
        new, previous = place.beside("new"), place.beside("previous")
        build(new)
        os.sync()  # a power cut must not leave the new site's name on files that never got to disk
        if not place.site.exists():
            new.rename(place.site)
            return
        _exchange(new, place.site, place)
        if previous.exists():
            _exchange(new, previous, place)
        else:
            new.rename(previous)


def put_back(place: Place) -> None:
    """Put the site before in place of the one that is there, which becomes the site before."""
    with alone(place):
        previous = place.beside("previous")
        if not previous.exists():
            sys.exit(f"{UNCHANGED}: non ce n'è uno precedente.")
        _exchange(previous, place.site, place)


def _exchange(one: Path, other: Path, place: Place) -> None:
    """Swap the names of two folders; in one step, so that neither is ever missing, where the system
    can."""
    try:
        _renameat2(one, other)
    except (AttributeError, OSError):  # not Linux, or a file system that can't
        aside = place.beside("aside")
        other.rename(aside)
        one.rename(other)
        aside.rename(one)


def _renameat2(one: Path, other: Path) -> None:
    """Exchange two names; Python has no call for it."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _mkdocs(site: Path) -> None:
    cli.main(["build", "--strict", "--site-dir", str(site)], standalone_mode=False)


def main(arguments: Sequence[str] | None = None) -> None:
    """Publish, or go back; what cannot be done is said in one line."""
    parser = argparse.ArgumentParser(prog="python -m hooks.publishing", description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"), metavar="SITE")
    parser.add_argument("--previous", action="store_true", help="go back to the site before")
    options = parser.parse_args(arguments)
    place = Place(options.site.resolve())  # where `site` is a link, what it leads to is swapped
    try:
        if options.previous:
            put_back(place)
        else:
            publish(place, _mkdocs)
    except OSError as error:
        sys.exit(f"{UNCHANGED}: {reason(error)}.")
    except ClickException as error:
        sys.exit(f"{error.format_message()}\n{UNCHANGED}.")


if __name__ == "__main__":
    main()
