"""The command line: `python -m tests.bench.exports [N]`: datasets and API of N synthetic records.

A process of its own writes them, once the records are read: seconds, and memory at the peak. Then
another does, after an edit of one record.
"""

import argparse
import gc
import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from generator.catalogue import load_catalogue
from generator.exports.bulk import bulk
from tests.bench import corpus
from tests.bench.steps import ROOT, edit
from tests.building import PUBLISHER


def main() -> None:
    """Make the records, write the files, print what it took."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.exports", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=10_000, metavar="N")
    parser.add_argument("--write", nargs=3, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        print(json.dumps(_write(*options.write)))
        return
    with TemporaryDirectory() as temporary:
        made, to = corpus.write(Path(temporary), ROOT, options.count), Path(temporary, "dati")
        to.mkdir()
        paths = [made.practices, to, Path(temporary, "cache")]
        command = [sys.executable, "-m", "tests.bench.exports", "--write", *map(str, paths)]
        cold = _run(command)
        size = sum(path.stat().st_size for path in to.rglob("*") if path.is_file())
        edit(made)
        warm = _run(command)
    print(f"{options.count} records: {cold}, {size / 1e6:.0f} MB of files")
    print(f"One edited: {warm}")


def _run(command: Sequence[str]) -> Any:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def _write(practices: Path, to: Path, kept: Path) -> dict[str, float]:
    gc.set_threshold(50_000, 50, 100)  # as hooks/portal.py does
    catalogue, _ = load_catalogue(practices, "practices")
    wall, cpu = perf_counter(), process_time()
    bulk(catalogue, PUBLISHER, kept).write(to)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "seconds": round(perf_counter() - wall, 2),
        "seconds of CPU": round(process_time() - cpu, 2),
        "MB at the peak, the records among them": round(peak),
    }


if __name__ == "__main__":
    main()
