"""The command line: `python -m tests.bench.exports [N]`: datasets and API of N synthetic records.

A process of its own writes them, once the records are read: seconds, and memory at the peak.
"""

import argparse
import gc
import json
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from generator.catalogue import load_catalogue
from generator.exports.bulk import bulk
from tests.bench import corpus
from tests.bench.steps import ROOT
from tests.building import PUBLISHER


def main() -> None:
    """Make the records, write the files, print what it took."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.exports", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=10_000, metavar="N")
    parser.add_argument("--write", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        print(json.dumps(_write(*options.write)))
        return
    with TemporaryDirectory() as temporary:
        made, to = corpus.write(Path(temporary), ROOT, options.count), Path(temporary, "dati")
        to.mkdir()
        command = [sys.executable, "-m", "tests.bench.exports", "--write"]
        done = subprocess.run(
            [*command, str(made.practices), str(to)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        size = sum(path.stat().st_size for path in to.rglob("*") if path.is_file())
    print(f"{options.count} records: {json.loads(done.stdout)}, {size / 1e6:.0f} MB of files")


def _write(practices: Path, to: Path) -> dict[str, float]:
    gc.set_threshold(50_000, 50, 100)  # as hooks/portal.py does
    catalogue, _ = load_catalogue(practices, "practices")
    wall, cpu = perf_counter(), process_time()
    bulk(catalogue, PUBLISHER).write(to)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "seconds": round(perf_counter() - wall, 2),
        "seconds of CPU": round(process_time() - cpu, 2),
        "MB at the peak, the records among them": round(peak),
    }


if __name__ == "__main__":
    main()
