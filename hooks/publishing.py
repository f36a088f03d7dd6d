"""Publishing: the site is built beside the one that is there, and takes its place at the end.

There are three folders, in turn: the site, the one before, and the one before that, which becomes
the next: so a build writes only what changed since.

`python -m hooks.publishing [SITE]` is what `make site` runs; `--previous` goes back to the site
before. Whatever stops it, and whenever, SITE holds one whole site: the old one or the new one.
"""

import argparse
import ctypes
import errno
import fcntl
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from click import ClickException
from mkdocs.__main__ import cli

_UNCHANGED = "Il sito non è cambiato"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}
_HERE = -100  # AT_FDCWD of linux/fcntl.h
_EXCHANGE = 2  # RENAME_EXCHANGE of linux/fs.h


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site is published; what is made or kept for it is beside it, on the same disk."""

    site: Path

    def beside(self, name: str) -> Path:
        """A neighbour of the site, hidden: `.site.new` for one."""
        return self.site.with_name(f".{self.site.name}.{name}")


def publish(place: Place, build: Callable[[Path], object]) -> None:
    """Build a site and put it in place; the one that was there is the site before."""
    with _alone(place):
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
    with _alone(place):
        previous = place.beside("previous")
        if not previous.exists():
            sys.exit(f"{_UNCHANGED}: non ce n'è uno precedente.")
        _exchange(previous, place.site, place)


@contextmanager
def _alone(place: Place) -> Iterator[None]:
    """Keep other builds out; mend what one that was killed left.

    `lockf`, not `flock`: the processes that a build starts do not inherit it, and could outlive it.
    """
    with place.beside("lock").open("w") as lock:
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in {errno.EAGAIN, errno.EACCES}:
                raise
            sys.exit(
                f"{_UNCHANGED}: lo sta già costruendo un altro comando. Aspetta che finisca, "
                "poi rilancia."
            )
        aside = place.beside("aside")
        if aside.exists():  # killed while two names were exchanged
            names = (place.site, place.beside("previous"), place.beside("new"))
            aside.rename(next(name for name in names if not name.exists()))
        yield


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


def _reason(error: OSError) -> str:
    if error.errno in _FULL:
        return "il disco è pieno. Libera dello spazio, poi rilancia"
    where = f" in «{error.filename}»" if error.filename else ""
    if error.errno in _FORBIDDEN:
        return f"non si può scrivere{where}. Controlla i permessi"
    return f"{error.strerror}{where}"


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
        sys.exit(f"{_UNCHANGED}: {_reason(error)}.")
    except ClickException as error:
        sys.exit(f"{error.format_message()}\n{_UNCHANGED}.")


if __name__ == "__main__":
    main()
