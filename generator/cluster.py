"""Cluster: the workers of a Dask cluster, for catalogues that outgrow one machine."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from functools import partial

from generator.fingerprint import fingerprint
from generator.workers import Item, Result, Shared, Work, Workers, collected, in_processes


class NoCluster(Exception):
    """Why the cluster did not do the work, in words for who started it."""


def workers_at(scheduler: str) -> Workers:
    """The workers of the cluster at an address, or of this machine where there is none.

    A cluster's must have the generator just as it is here. They raise `NoCluster`.
    """
    return partial(_on_cluster, scheduler) if scheduler else in_processes


def _on_cluster(
    scheduler: str, work: Work[Shared, Item, Result], shared: Shared, items: Iterable[Item], /
) -> Iterator[Result]:
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise NoCluster("Per usare un cluster occorre il pacchetto «distributed».") from None
    try:
        with Client(scheduler) as client:  # type: ignore[no-untyped-call]  # it has no types
            # A task, and not scattered data: the cluster can do it again where a worker is lost.
            held = client.submit(_held, shared, pure=False)
            submit = partial(client.get_executor().submit, _done, work, fingerprint(), held)
            ahead = 3 * sum(client.ncores().values())
            yield from collected(submit, partial(work, shared), items, ahead, KilledWorker)
    except (OSError, CancelledError):
        raise NoCluster(f"Il cluster {scheduler} non risponde.") from None


def _held(shared: Shared) -> Shared:
    return shared


def _done(
    work: Work[Shared, Item, Result], asked: bytes, shared: Shared, batch: Sequence[Item]
) -> Sequence[Result]:
    if fingerprint() != asked:
        raise NoCluster("Sul cluster c'è un'altra versione del generatore.")
    return work(shared, batch)
