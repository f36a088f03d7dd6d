"""Progress: how far a build is. On a terminal a bar with the time left, elsewhere a line."""

import logging
from collections.abc import Iterable, Iterator
from typing import NoReturn, TypeVar

from tqdm import tqdm

log = logging.getLogger("mkdocs.hooks.progress")

_T = TypeVar("_T")
tqdm.monitor_interval = 0  # no thread that watches the bar: it would keep processes from forking
_running: list["tqdm[NoReturn]"] = []


def followed(things: Iterable[_T], what: str, total: int) -> Iterator[_T]:
    """The same things, counted as they come."""
    start(what, total)
    for thing in things:
        yield thing
        step()
    end()


def start(what: str, total: int) -> None:
    """Something begins that takes so many steps; what had begun before is over."""
    end()
    log.info("%s: %d", what, total)
    _running.append(tqdm(total=total, desc=what, disable=None, leave=False))  # None: by itself


def step() -> None:
    """One step more."""
    for bar in _running:
        bar.update()


def end() -> None:
    """What was running is over, well or badly."""
    while _running:
        _running.pop().close()
