"""Work beside: done once, wherever it is done and however it ends."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from hooks import beside


@pytest.fixture(params=[True, False])
def forks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    forks: bool = request.param
    monkeypatch.setattr(beside, "can_fork", lambda: forks)
    return forks


def test_the_work_is_done_by_its_end(tmp_path: Path, forks: bool) -> None:
    beside.Beside(work(tmp_path)).end()

    (name,) = (path.name for path in tmp_path.iterdir())
    assert (name == str(os.getpid())) == (not forks)


def test_what_the_disk_refuses_is_told(tmp_path: Path, forks: bool) -> None:
    with pytest.raises(FileNotFoundError, match="manca"):
        beside.Beside(work(tmp_path / "manca")).end()


def test_what_a_process_that_died_left_is_done_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "can_fork", lambda: True)
    here, done = os.getpid(), work(tmp_path)

    def dies_elsewhere() -> None:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        done()

    beside.Beside(dies_elsewhere).end()

    assert (tmp_path / str(here)).exists()


def work(folder: Path) -> Callable[[], None]:
    """Leaves a file that is called as the process."""
    return lambda: (folder / str(os.getpid())).touch()
