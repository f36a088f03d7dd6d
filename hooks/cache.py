"""Cache: what a build leaves for the next one. All of it can go: it is made again."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.store import NO_STORE, STORE, Store
from hooks.objects import Objects


class Cache(NamedTuple):
    """What is known of things made before, and the files that they are."""

    store: Store
    objects: Objects


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
