"""Check: how long `generator check` takes. `python -m tests.bench.check [N] [--runs R]`."""

import argparse
import os
import platform
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench import corpus
from tests.bench.results import Measured
from tests.bench.steps import ROOT, steps_of

_GOALS: dict[str, dict[int, float]] = {
    "check": {2_000: 2, 10_000: 3},
    "check-warm": {10_000: 1},
}
"""Seconds, by step and number of records."""


def main() -> None:
    """Make the records, check them as many times as asked, print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.check", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=2_000, metavar="N")
    parser.add_argument("--runs", type=int, default=5, metavar="R")
    options = parser.parse_args()
    with TemporaryDirectory() as temporary:
        made = corpus.write(Path(temporary), ROOT, options.count)
        steps = [step for step in steps_of(made, Path(temporary)) if step.name in _GOALS]
        for _ in range(options.runs):
            for step in steps:
                step.run()
    print(f"{options.count} records, {os.cpu_count()} cores, Python {platform.python_version()}.")
    for step in steps:
        print(_figures(Measured.of(step), _GOALS[step.name].get(options.count)))


def _figures(step: Measured, goal: float | None) -> str:
    wall, cpu, memory = step.values("wall"), step.median("cpu"), step.median("together") / 1e6
    taken = f"{median(wall):.2f} s ({min(wall):.2f}–{max(wall):.2f}), {cpu:.2f} s of CPU"
    judged = f" Under {goal:g} s: {'met' if median(wall) < goal else 'not met'}." if goal else ""
    return f"{step.title}: {taken}, {memory:.0f} MB in all processes.{judged}"


if __name__ == "__main__":
    main()
