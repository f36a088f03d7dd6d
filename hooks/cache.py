"""Cache: what a build leaves for the next one. All of it can go: it is made again."""

import functools
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.store import NO_STORE, STORE, Store, digest
from hooks.objects import Objects

_FOLDER = Path(__file__).parent


class Cache(NamedTuple):
    """What is known of things made before, and the files that they are."""

    store: Store
    objects: Objects


@functools.cache
def fingerprint(pattern: str = "*.py") -> bytes:
    """16 bytes: the same where the files of this folder are, by which all is kept that they made.

    The generator has its own (generator/fingerprint.py).
    """
    parts: list[bytes] = []
    for path in sorted(_FOLDER.rglob(pattern)):
        if path.is_file() and path.suffix != ".pyc":
            parts += [path.relative_to(_FOLDER).as_posix().encode(), path.read_bytes()]
    return digest(*parts)


def folder(name: str) -> Path | None:
    """Where something is kept: in `.cache/`, or in PORTAL_CACHE; None where that is empty."""
    chosen = os.environ.get("PORTAL_CACHE", str(Path(__file__).parents[1] / ".cache"))
    return Path(chosen, name) if chosen else None


@contextmanager
def opened(site: Path) -> Iterator[Cache]:
    """The cache; where there can be none, one that lasts as long as a site is being built."""
    kept = folder("oggetti")
    if kept and _is_there(kept):
        yield Cache(Store(folder(STORE)), Objects(kept))
    else:
        with TemporaryDirectory(dir=site, prefix=".") as temporary:
            yield Cache(NO_STORE, Objects(Path(temporary)))


def _is_there(kept: Path) -> bool:
    """Whether there is a folder to keep things in, made if need be."""
    with suppress(OSError):
        kept.mkdir(parents=True, exist_ok=True)
    return os.access(kept, os.W_OK)
