"""Stages: how long each part of our own work takes. A process of its own, which prints JSON."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

_STARTED = perf_counter()

from generator.catalogue import load_catalogue  # noqa: E402  # the imports are the first stage
from generator.outputs import Page  # noqa: E402
from generator.rules import check  # noqa: E402
from hooks import links  # noqa: E402
from tests.building import PUBLISHER, all_outputs, index  # noqa: E402


def measure(practices: Path, site: Path, day: date, root: Path) -> dict[str, float]:
    """Seconds by stage, measured in a fresh process."""
    command = [sys.executable, "-m", "tests.bench.stages", str(practices), str(site), str(day)]
    cold = os.environ | {"PORTAL_CACHE": ""}
    done = subprocess.run(command, cwd=root, env=cold, capture_output=True, text=True, check=True)
    times: dict[str, float] = json.loads(done.stdout)
    return times


def _ends(practices: Path, site: Path, day: date) -> Iterator[str]:
    """The name of each stage, as it ends."""
    yield "imports"
    catalogue, _ = load_catalogue(practices, "practices")
    yield "load_catalogue"
    list(check(catalogue, day))
    yield "rules"
    outputs = list(all_outputs(catalogue, day, PUBLISHER))
    yield "build_site"
    list(links.broken(site))
    yield "links.broken"
    with TemporaryDirectory() as folder:
        index((page for page in outputs if isinstance(page, Page)), Path(folder))
        yield "search.write_index"


def _times(practices: Path, site: Path, day: date) -> Iterator[tuple[str, float]]:
    before = _STARTED
    for name in _ends(practices, site, day):
        now = perf_counter()
        yield name, now - before
        before = now


if __name__ == "__main__":
    given = Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3])
    print(json.dumps(dict(_times(*given))))
