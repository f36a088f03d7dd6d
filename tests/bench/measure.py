"""Measure: what one command takes, in a process of its own (Linux: it reads /proc)."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, Thread
from time import perf_counter

_INTERVAL = 0.05
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds, and bytes of memory at the peak."""

    wall: float
    cpu: float
    largest: int
    """The largest of the command's processes."""
    together: int
    """All of them, sampled: what two of them share counts twice."""


def run(command: Sequence[str], cwd: Path, environment: Mapping[str, str]) -> Run:
    """Run a command to its end. If it fails, so does the benchmark, with what the command said."""
    with TemporaryFile() as said:
        start = perf_counter()
        process = subprocess.Popen(command, cwd=cwd, env=environment, stdout=said, stderr=said)
        peaks = _Peaks(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            sys.exit(f"{' '.join(command)}\n{said.read().decode()[-5_000:]}")
    largest = usage.ru_maxrss * 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, largest, max(largest, peaks.stop()))


class _Peaks:
    """Samples the memory of a process and its descendants until it is stopped."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._ended = Event()
        self._thread = Thread(target=self._watch)
        self._thread.start()

    def stop(self) -> int:
        """The highest sum seen."""
        self._ended.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._ended.wait(_INTERVAL):
            self._peak = max(self._peak, sum(map(_resident, _tree(self._pid))))


def _tree(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):  # it may have ended meanwhile
        for thread in os.listdir(f"/proc/{pid}/task"):
            children = Path(f"/proc/{pid}/task/{thread}/children").read_text(encoding="ascii")
            for child in children.split():
                yield from _tree(int(child))


def _resident(pid: int) -> int:
    with suppress(OSError):
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    return 0
