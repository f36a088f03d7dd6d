"""A Dask cluster of two workers gives what this process gives."""

import os
import signal
from collections.abc import Iterator, Sequence
from datetime import date

import dask
import pytest
from distributed import LocalCluster

from generator import cluster
from generator.__main__ import main
from generator.catalogue import load_catalogue
from generator.cluster import NoCluster, workers_at
from generator.outputs import Lot
from generator.packing import unpacked
from generator.site import build_site
from generator.workers import Workers, here
from tests.building import PUBLISHER
from tests.test_cases import SITE


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster on this machine, which doesn't trust a task that killed a worker."""
    strict = {"distributed.scheduler.allowed-failures": 0}
    with (
        dask.config.set(strict),
        LocalCluster(  # type: ignore[no-untyped-call]  # says no types
            n_workers=2, threads_per_worker=1, dashboard_address=":0"
        ) as running,
    ):
        yield running.scheduler_address


def test_a_cluster_makes_the_site_that_one_process_makes(scheduler: str) -> None:
    def made(by: Workers) -> list[tuple[object, object]]:
        catalogue, problems = load_catalogue(SITE, "practices", by)
        assert not problems
        site = build_site(catalogue, date(2024, 6, 1), PUBLISHER)
        (lot,) = (output for output in site if isinstance(output, Lot))
        pages = by(type(lot).make, lot, range(len(lot.heads)))
        return [(outputs, unpacked(trace, {})) for outputs, trace in pages]

    assert made(workers_at(scheduler)) == made(here)


def test_check_says_the_same_with_a_cluster(
    scheduler: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["check", "--practices", str(SITE), "--today", "2030-01-01"]
    main(command)
    alone = capsys.readouterr()
    main([*command, "--scheduler", scheduler])

    assert capsys.readouterr() == alone
    assert "[lapsed]" in alone.out


def test_workers_of_another_version_are_refused(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "fingerprint", lambda: b"un'altra")

    with pytest.raises(NoCluster, match="un'altra versione"):
        list(workers_at(scheduler)(doubled_or_killed, 0, range(10)))


def test_a_cluster_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}):
        assert main(["check", "--practices", str(SITE), "--scheduler", "tcp://127.0.0.1:1"]) == 2
    assert capsys.readouterr().err == "Il cluster tcp://127.0.0.1:1 non risponde.\n"


def doubled_or_killed(process: int, batch: Sequence[int]) -> list[int]:
    """Twice each number, where the given process asks; the others are killed half way."""
    if 100 in batch and os.getpid() != process:
        os.kill(os.getpid(), signal.SIGKILL)
    return [2 * number for number in batch]


def test_what_killed_workers_leave_undone_is_done_here(scheduler: str) -> None:
    found = list(workers_at(scheduler)(doubled_or_killed, os.getpid(), range(200)))

    assert found == list(range(0, 400, 2))
