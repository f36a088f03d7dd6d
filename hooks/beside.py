"""Beside: work done in a process of its own while this one goes on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection

from generator.workers import can_fork

Work = Callable[[], object]


@contextmanager
def beside(work: Work) -> Iterator[None]:
    """Do some work while the block runs, or before it where processes cannot fork.

    What the disk refuses is raised at the end of the block. What a process that died has left
    undone is done here.
    """
    if not can_fork():
        work()
        yield
        return
    context = get_context("fork")  # what the work needs is there as it is, without a copy
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, sender))
    process.start()
    sender.close()
    try:
        yield
        _finish(receiver, work)
    finally:
        process.join()


def _run(work: Work, sender: "Connection[OSError | None, None]") -> None:
    try:
        work()
    except OSError as error:
        sender.send(error)
    else:
        sender.send(None)


def _finish(receiver: "Connection[None, OSError | None]", work: Work) -> None:
    try:
        refused = receiver.recv()
    except EOFError:
        work()
        return
    if refused:
        raise refused
