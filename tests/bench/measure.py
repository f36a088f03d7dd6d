"""Measure: what one command takes, in a process of its own (Linux: the meter reads /proc)."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds, and bytes of memory at the peak."""

    wall: float
    cpu: float
    largest: int
    """The largest of the command's processes."""
    together: int
    """All of them, sampled: what two of them share counts twice."""
    said: str
    """What the command printed."""


def run(command: Sequence[str], cwd: Path, environment: Mapping[str, str]) -> Run:
    """Run a command to its end. If it fails, so does the benchmark, with what the command said."""
    with TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        meter = [sys.executable, "-m", "tests.bench.meter", str(report), *command]
        done = subprocess.run(
            meter, cwd=cwd, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)}\n{done.stdout[-5_000:]}{done.stderr[-5_000:]}")
        return Run(**json.loads(report.read_text(encoding="ascii")), said=done.stdout)
