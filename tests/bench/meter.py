"""Meter: runs one command and writes what it took, from as small a process as can be.

Linux counts into a command's peak the memory of the process that starts it, so the benchmark, which
is larger than some of its commands, has them started from here: `meter REPORT COMMAND…`.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

_INTERVAL = 0.05
_SHARE = 30  # to look takes the kernel time, as little of which as 1/30 may be spent so


def main(report: str, *command: str) -> int:
    """Run the command; its exit status. The report is JSON: seconds, and bytes at the peak."""
    start = perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ)
    peaks = _Peaks(pid)
    _, status, usage = os.wait4(pid, 0)
    wall = perf_counter() - start
    largest = usage.ru_maxrss * 1024
    together = max(largest, peaks.stop())
    cpu = usage.ru_utime + usage.ru_stime
    measures = {"wall": wall, "cpu": cpu, "largest": largest, "together": together}
    Path(report).write_text(json.dumps(measures), encoding="ascii")
    return os.waitstatus_to_exitcode(status)


class _Peaks:
    """Samples the memory of a process and its descendants until it is stopped. What several of them
    share is counted once: a part of it for each (`Pss` of proc(5))."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._ended = Event()
        self._thread = Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """The highest sum seen."""
        self._ended.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        pause = _INTERVAL
        while not self._ended.wait(pause):
            start = perf_counter()
            self._peak = max(self._peak, sum(map(_proportional, _tree(self._pid))))
            pause = max(_INTERVAL, _SHARE * (perf_counter() - start))


def _tree(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):  # it may have ended meanwhile
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in (thread / "children").read_text(encoding="ascii").split():
                yield from _tree(int(child))


def _proportional(pid: int) -> int:
    with suppress(OSError):
        known = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        (line,) = (line for line in known.splitlines() if line.startswith("Pss:"))
        return int(line.split()[1]) * 1024
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
