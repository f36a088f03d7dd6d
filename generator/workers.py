"""Workers: where batches of work run, in this process or in several of this machine.

Work is a function of what all batches share and of one batch. What is shared goes to each worker
once; where processes fork they see it as it is, without a copy.
"""

import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from functools import partial
from itertools import chain, islice
from typing import Any, Protocol, TypeVar

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Shared, Sequence[Item]], Sequence[Result]]
"""What is done to a batch: a result for each item, in their order."""

_BATCH = 25
"""Items in a batch. To read a record takes 1.2 ms of CPU; in a pool, 0.2 more in batches of 5, 25
or 100, 0.5 more one by one. Large batches leave a core idle at the end."""
_FEW = 300
"""Fewer records than these are done before other processes are ready."""
_shared: Any = None
"""What the batches share, in a process of a pool: it has no other place where to keep it."""


class Workers(Protocol):
    """Whoever gives the results of some work on many items, in the order of the items."""

    def __call__(
        self, work: Work[Shared, Item, Result], shared: Shared, items: Iterable[Item], /
    ) -> Iterator[Result]:
        """The results, each as soon as it and those before it are there."""


def here(
    work: Work[Shared, Item, Result], shared: Shared, items: Iterable[Item], /
) -> Iterator[Result]:
    """The results, worked out in this process."""
    for batch in _batches(items):
        yield from work(shared, batch)


def in_processes(
    work: Work[Shared, Item, Result], shared: Shared, items: Iterable[Item], /
) -> Iterator[Result]:
    """The results, worked out in as many processes as there are cores; here if items are few."""
    rest = iter(items)
    first = list(islice(rest, _FEW))
    if len(first) < _FEW or cores() == 1:
        yield from here(work, shared, chain(first, rest))
    else:
        yield from _in_pool(work, shared, chain(first, rest))


def collected(
    submit: Callable[[Sequence[Item]], Future[Any]],
    work_here: Callable[[Sequence[Item]], Sequence[Result]],
    items: Iterable[Item],
    ahead: int,
    lost: type[Exception],
) -> Iterator[Result]:
    """The results of the batches that an executor is given, in order, `ahead` of them at a time.

    When it says that it has `lost` a worker, all that is not done yet is done here.
    """
    batches = _batches(items)
    sent: deque[Sequence[Item]] = deque()
    awaited: deque[Future[Sequence[Result]]] = deque()
    try:
        for batch in batches:
            sent.append(batch)
            awaited.append(submit(batch))
            if len(sent) == ahead:
                yield from awaited.popleft().result()
                sent.popleft()
        while awaited:
            yield from awaited.popleft().result()
            sent.popleft()
    except lost:
        for batch in chain(sent, batches):
            yield from work_here(batch)


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether there is one thread: a fork copies no other, and what those have locked stays so."""
    return sys.platform == "linux" and threading.active_count() == 1


def _in_pool(
    work: Work[Shared, Item, Result], shared: Shared, items: Iterable[Item]
) -> Iterator[Result]:
    from concurrent.futures import ProcessPoolExecutor  # slow to import, and seldom needed
    from multiprocessing import get_context

    context = get_context("fork" if can_fork() else "spawn")
    with ProcessPoolExecutor(cores(), context, _share, (shared,)) as pool:

        def submit(batch: Sequence[Item]) -> Future[Sequence[Result]]:
            return pool.submit(_with_shared, work, batch)

        yield from collected(submit, partial(work, shared), items, 3 * cores(), BrokenExecutor)


def _share(shared: object) -> None:
    global _shared
    _shared = shared


def _with_shared(work: Callable[[Any, Any], Result], batch: object) -> Result:
    return work(_shared, batch)


def _batches(items: Iterable[Item]) -> Iterator[Sequence[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, _BATCH)):
        yield batch
