"""Beside: work done in a process of its own while this one goes on."""

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection

from generator.workers import can_fork

Work = Callable[[], object]


class Beside:
    """Some work, from now on until its end is asked for.

    It is done at once where processes cannot fork. Where the process dies, what it has left undone
    is done here at the end. Where this process ends first, so does the other.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._receiver: Connection[None, OSError | None] | None = None
        if not can_fork():
            work()
            return
        context = get_context("fork")  # what the work needs is there as it is, without a copy
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(work, sender), daemon=True)
        self._process.start()
        sender.close()

    def end(self) -> None:
        """Wait until the work is done; raise what the disk refused."""
        if not self._receiver:
            return
        try:
            refused = self._receiver.recv()
        except EOFError:
            refused = None
            self._work()
        self._process.join()
        if refused:
            raise refused


def _run(work: Work, sender: "Connection[OSError | None, None]") -> None:
    try:
        work()
    except OSError as error:
        sender.send(error)
    else:
        sender.send(None)
